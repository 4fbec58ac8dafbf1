package resume_test

import (
	"testing"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// TestCommitsProveSkills checks that commits in someone else's repository prove its
// technologies, by their number, however large the repository is.
func TestCommitsProveSkills(t *testing.T) {
	at := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	for commits, want := range map[int]bool{900: true, 2: false} {
		all := 100_000
		s := &resume.Snapshot{Schema: resume.SnapshotSchema, TakenAt: at, Login: "ada", Repositories: []resume.Repository{{
			ID: "R_1", Name: "guild/engine", PushedAt: at, OwnCommits: &commits, Commits: &all,
			Language: "Rust", Languages: map[string]int64{"Rust": 900_000},
		}}}
		found := false
		for _, group := range resume.Build(nil, s).Skills {
			for _, skill := range group.Skills {
				found = found || skill.Name == "Rust"
			}
		}
		if found != want {
			t.Errorf("%d commits: Rust is printed: %t", commits, found)
		}
	}
}
