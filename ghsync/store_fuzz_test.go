package ghsync_test

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/resume"
)

// FuzzLoad loads any file as a snapshot: either it is refused as unusable, or a resume
// can be built from it, and it can be saved and loaded again.
func FuzzLoad(f *testing.F) {
	seed, err := json.Marshal(resume.Snapshot{Schema: resume.SnapshotSchema, Login: "ada", TakenAt: now, Repositories: []resume.Repository{{Name: "ada/x", Languages: map[string]int64{"Go": 1}}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte(`{"schema":1,"login":"ada","taken_at":"2026-01-01T00:00:00Z","repositories":[{"name":""}],"contributions":[{"repository":"/","merged":-1}]}`))
	f.Add([]byte(`{"schema":99}`))
	f.Add([]byte(`]]]{"`))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "snapshot.json")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := ghsync.Load(path, "ada")
		if err != nil {
			if _, ok := errors.AsType[*ghsync.SnapshotError](err); !ok {
				t.Fatalf("%v is not a reason", err)
			}
			return
		}
		resume.Build(nil, s)
		if err := ghsync.Save(path, s); err != nil {
			t.Skip(err) // a year that JSON cannot represent
		}
		if _, err := ghsync.Load(path, "ada"); err != nil {
			t.Fatal(err)
		}
	})
}
