package ghsync_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestSharesByHand compares the shares of languages of whole accounts with those computed by
// hand.
func TestSharesByHand(t *testing.T) {
	since := time.Date(2024, 2, 3, 0, 0, 0, 0, time.UTC)
	by := func(count int) []githubtest.Commits { return []githubtest.Commits{{Year: 2025, Count: count}} }
	repository := func(name string, mine, all int, languages map[string]int64, files ...string) githubtest.Repository {
		r := githubtest.Repository{Name: name, CreatedAt: since, PushedAt: since, Languages: languages, Commits: by(mine), History: all, Files: map[string]string{}}
		for _, file := range files {
			r.Files[file] = "x\n"
		}
		return r
	}
	fork := repository("mara/kernel", 12, 900_000, map[string]int64{"C": 900_000_000})
	fork.Fork = true
	secret := repository("mara/secret", 500, 500, map[string]int64{"Zig": 9_000_000})
	secret.Private = true
	archived := repository("mara/attic", 5, 5, map[string]int64{"Perl": 50_000})
	archived.Archived = true
	shared := repository("guild/engine", 30, 100, map[string]int64{"Rust": 1_000_000, "HTML": 4_000_000})
	shared.Organization = true
	old := repository("mara/firmware", 20, 20, map[string]int64{"Python": 10_000, "C": 990_000}, "tool.py", "third_party/zlib/inflate.c")
	old.Archived = true
	accounts := map[string]struct {
		repositories []githubtest.Repository
		want         string
		counted      int
	}{
		// 60 Go + 20 Python (no notebook) + 30 TypeScript (no vendored JavaScript) + 300 Rust
		// (30 of 100 commits) + 50 Perl = 460 thousand bytes.
		"every kind": {[]githubtest.Repository{
			repository("mara/solver", 40, 40, map[string]int64{"Go": 60_000}),
			repository("mara/papers", 10, 10, map[string]int64{"Jupyter Notebook": 5_000_000, "Python": 20_000}, "model.py", "run.ipynb"),
			repository("mara/web", 9, 9, map[string]int64{"TypeScript": 30_000, "JavaScript": 90_000}, "src/app.ts", "vendor/charts.js", "package-lock.json"),
			fork, secret, archived, shared,
		}, "Rust 65.22 Go 13.04 Perl 10.87 TypeScript 6.52 Python 4.35", 5},
		// A mirror without own commits is a copy; 1 of 4 commits is a quarter, of 40: 10 Go;
		// the archived firmware: 10 Python.
		"others' work": {[]githubtest.Repository{
			repository("mara/mirror", 0, 7000, map[string]int64{"Java": 800_000}),
			repository("mara/quarter", 1, 4, map[string]int64{"Go": 40_000}),
			old,
		}, "Go 50.00 Python 50.00", 2},
		"notebooks alone": {[]githubtest.Repository{repository("mara/papers", 10, 10, map[string]int64{"Jupyter Notebook": 5_000_000})}, "", 0},
	}
	for name, account := range accounts {
		server := start(t, githubtest.Account{Login: "mara", CreatedAt: since, Repositories: account.repositories})
		var old *resume.Snapshot
		for _, read := range []string{"first", "refreshed"} {
			old, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "mara", Old: old})
			figures := resume.Build(nil, old).Figures
			var got []string
			for _, l := range figures.Languages {
				got = append(got, fmt.Sprintf("%s %.2f", l.Name, 100*l.Share))
			}
			if text := strings.Join(got, " "); text != account.want || figures.Repositories != account.counted || figures.Unknown > 0 {
				t.Errorf("%s, %s: %s of %d (%d unknown), want %s of %d", name, read, text, figures.Repositories, figures.Unknown, account.want, account.counted)
			}
		}
	}
}
