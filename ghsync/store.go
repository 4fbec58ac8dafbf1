package ghsync

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// Unusable is a saved snapshot that cannot be built upon.
type Unusable struct {
	Path string
	Why  string
}

func (e *Unusable) Error() string { return e.Path + ": " + e.Why }

// Hint says what the user can do.
func (e *Unusable) Hint() string { return "run `ghresume sync` to read the account anew" }

// Load reads the saved snapshot of an account. Its error is [fs.ErrNotExist]
// when there is none, and [*Unusable] when the file is damaged, of another
// account or of another schema.
func Load(path, login string) (*resume.Snapshot, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	s := &resume.Snapshot{}
	switch err := json.Unmarshal(data, s); {
	case err != nil:
		return nil, &Unusable{path, "not a snapshot: " + root(err).Error()}
	case s.Schema != resume.SnapshotSchema:
		return nil, &Unusable{path, fmt.Sprintf("a snapshot of schema %d, not %d", s.Schema, resume.SnapshotSchema)}
	case !strings.EqualFold(s.Login, login):
		return nil, &Unusable{path, fmt.Sprintf("a snapshot of %q, not of %q", s.Login, login)}
	case s.TakenAt.IsZero():
		return nil, &Unusable{path, "a snapshot without a time"}
	}
	return s, nil
}

// SetAside moves an unusable file out of the way and returns its new name.
func SetAside(path string) (string, error) {
	aside := path + ".old"
	return aside, os.Rename(path, aside)
}

// Save writes a snapshot in one step: the file is the old one or the new one,
// never half of it. Only its owner may read it.
func Save(path string, s *resume.Snapshot) error {
	data, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	old, err := os.ReadFile(path)
	if err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return replaceFile(path, data)
}

// replaceFile writes beside the target and renames: os.Rename replaces a file in
// one step, on Windows too.
func replaceFile(path string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // fails when it was renamed, as it should
	_, err = file.Write(data)
	if err := errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), path)
}
