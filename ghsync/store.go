package ghsync

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/resume"
)

// SnapshotError means that a saved snapshot cannot be used.
type SnapshotError struct {
	Path string
	Why  string
}

func (e *SnapshotError) Error() string { return e.Path + ": " + e.Why }

// Hint says what the user can do.
func (e *SnapshotError) Hint() string { return "run `ghresume sync` to read the account again" }

// Load reads the saved snapshot of an account. Its error is [fs.ErrNotExist] if there is
// none, and [*SnapshotError] if the file is damaged or has another account or schema.
func Load(path, login string) (*resume.Snapshot, error) {
	data, err := boundedfile.Read(path, MaxSnapshotSize)
	if large, ok := errors.AsType[*boundedfile.TooLarge](err); ok {
		return nil, &SnapshotError{path, fmt.Sprintf("more than %d MiB", large.Most>>20)}
	}
	if err != nil {
		return nil, err
	}
	if why := excess(data); why != "" {
		return nil, &SnapshotError{path, why}
	}
	s := &resume.Snapshot{}
	switch err := json.Unmarshal(data, s); {
	case err != nil:
		return nil, &SnapshotError{path, "not a snapshot: " + root(err).Error()}
	case s.Schema != resume.SnapshotSchema:
		return nil, &SnapshotError{path, fmt.Sprintf("a snapshot of schema %d, not %d", s.Schema, resume.SnapshotSchema)}
	case !strings.EqualFold(s.Login, login):
		return nil, &SnapshotError{path, fmt.Sprintf("a snapshot of %q, not of %q", s.Login, login)}
	case s.TakenAt.IsZero():
		return nil, &SnapshotError{path, "a snapshot without a time"}
	}
	return s, nil
}

// Save writes a snapshot atomically: the file is the old one or the new one, never a mixture.
// Only its owner may read it.
func Save(path string, s *resume.Snapshot) error {
	data, err := Encode(s)
	if err != nil {
		return err
	}
	if why := excess(data); why != "" { // Load would refuse it
		return &SnapshotError{path, why}
	}
	return atomicfile.WriteSecret(path, data)
}

// Encode returns a snapshot in the format of [Save].
func Encode(s *resume.Snapshot) ([]byte, error) {
	data, err := json.MarshalIndent(s, "", " ")
	return append(data, '\n'), err
}
