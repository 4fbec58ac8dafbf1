package ghsync_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
)

// TestSnapshotsHaveLimits: a small file with many empty entries is not read.
func TestSnapshotsHaveLimits(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ada.json")
	many := func(entry string, n int) string { return strings.Repeat(entry+",", n) + entry }
	in := func(repositories string) string {
		return `{"schema": 1, "taken_at": "2026-01-01T00:00:00Z", "login": "ada", "repositories": [` + repositories + "]}"
	}
	for name, c := range map[string]struct{ text, want string }{
		"as GitHub returns":  {in(many(`{"name": "ada/a", "topics": ["x", "y"], "description": "a, b, \"c\", {d}"}`, 100)), ""},
		"repositories":       {in(many("{}", 60_000)), "a list of more than 50000 entries"},
		"topics":             {in(`{"topics": [` + many(`""`, 30_000) + "]}"), "a repository with a list of more than 20000 entries"},
		"languages":          {in(`{"languages": {` + many(`"a": 1`, 30_000) + "}}"), "a repository with a list of more than 20000 entries"},
		"facts":              {in(many(`{"facts": [`+many("{}", 10_000)+"]}", 30)), "more than 250000 objects"},
		"values":             {in(many(`{"topics": [`+many(`""`, 15_000)+"]}", 60)), "more than 600000 values"},
		"a text":             {in(`{"description": "` + strings.Repeat("x", 70<<10) + `"}`), "a text of more than 64 kB"},
		"commas in a text":   {in(`{"description": "` + strings.Repeat(`,\",{`, 10_000) + `"}`), ""},
		"more than any file": {in(`{"description": "` + strings.Repeat("x", ghsync.MaxSnapshotSize) + `"}`), "more than 32 MiB"},
	} {
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := ghsync.Load(path, "ada")
		bad, unusable := errors.AsType[*ghsync.SnapshotError](err)
		switch {
		case c.want == "" && err != nil:
			t.Errorf("%s: %v", name, err)
		case c.want != "" && (!unusable || !strings.HasPrefix(bad.Why, c.want)):
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}
