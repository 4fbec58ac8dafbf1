// Package ghresume holds the tests of the house: which room may use which.
package ghresume

import (
	"encoding/json"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/ghresume/ghresume"

// allowed says which rooms a room may import. A room that is not listed here
// is a mistake: give it a line, and think of its direction first.
var allowed = map[string][]string{
	"resume/skill":        {},
	"resume":              {"resume/skill", "internal/safe"},
	"resume/review":       {"resume", "resume/skill", "internal/safe"},
	"resume/match":        {"resume", "resume/skill"},
	"templates":           {"resume", "resume/skill", "internal/part", "internal/safe"},
	"document":            {"internal/part", "internal/safe"},
	"internal/part":       {},
	"internal/safe":       {},
	"internal/hostile":    {}, // for tests
	"render":              {"resume", "templates", "document"},
	"ghsync":              {"resume", "resume/skill"},
	"internal/githubtest": {},
	"convert":             {"resume", "resume/skill"},
	"cmd/ghresume":        {"convert", "resume", "resume/skill", "resume/review", "resume/match", "templates", "document", "render", "ghsync", "internal/githubtest", "internal/safe"},
}

// outside are packages that reach out of the program, and the rooms that may use them.
var outside = map[string][]string{
	"net/http":                        {"ghsync", "internal/githubtest", "cmd/ghresume"},
	"os":                              {"ghsync", "cmd/ghresume"},
	"os/exec":                         {"cmd/ghresume", "internal/hostile"},
	"github.com/google/go-github/v62": {"ghsync"},
	"golang.org/x/oauth2":             {"ghsync"},
	"github.com/spf13/cobra":          {"cmd/ghresume"},
	"math/rand":                       {},
	"math/rand/v2":                    {"ghsync"},
}

type listed struct {
	ImportPath string
	Imports    []string
}

func TestImportsRunOneWay(t *testing.T) {
	for _, pkg := range list(t) {
		room := strings.TrimPrefix(pkg.ImportPath, module+"/")
		if pkg.ImportPath == module {
			continue
		}
		rooms, known := allowed[room]
		if !known {
			t.Errorf("room %s is not in the plan", room)
		}
		for _, imported := range pkg.Imports {
			if own, ok := strings.CutPrefix(imported, module+"/"); ok && !slices.Contains(rooms, own) {
				t.Errorf("%s imports %s", room, own)
			}
			checkOutside(t, room, imported)
		}
	}
}

func checkOutside(t *testing.T, room, imported string) {
	for prefix, rooms := range outside {
		if (imported == prefix || strings.HasPrefix(imported, prefix+"/github")) && !slices.Contains(rooms, room) {
			t.Errorf("%s imports %s", room, imported)
		}
	}
}

// list are the packages of the module with what they import, tests left out.
func list(t *testing.T) []listed {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var packages []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); err == io.EOF {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// TestNoClockButTheSnapshots keeps "now" out of everything that makes a
// resume: the same profile and snapshot must give the same bytes.
func TestNoClockButTheSnapshots(t *testing.T) {
	out, err := exec.CommandContext(t.Context(), "git", "grep", "-nE", `time\.(Now|Since|Until)\(`, "--", "resume", "templates", "document", "render", ":!*_test.go").CombinedOutput()
	if err == nil {
		t.Errorf("these read the clock:\n%s", out)
	}
}
