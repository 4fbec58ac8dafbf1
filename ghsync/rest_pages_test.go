package ghsync_test

import (
	"slices"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestWithdrawnBeyondTheNewest: a refresh without a token lists the newest 100 repositories
// and, in turn, the others, so that one that its owner withdrew does not stay for a week.
func TestWithdrawnBeyondTheNewest(t *testing.T) {
	account := big(230, 4, 2)
	index := func(a githubtest.Account, name string) int {
		return slices.IndexFunc(a.Repositories, func(r githubtest.Repository) bool { return r.Name == name })
	}
	for i := range account.Repositories {
		account.Repositories[i].ID = "R_" + account.Repositories[i].Name
	}
	server := start(t, account)
	config := ghsync.SpeedUp(at(server, ""), 1000)
	first := read(t, config, now, nil)
	for _, withdrawn := range []string{"busy/repo-00100", "busy/repo-00150", "busy/repo-00201", "busy/repo-00229"} {
		for what, change := range map[string]func(a *githubtest.Account, i int){
			"deleted": func(a *githubtest.Account, i int) { a.Repositories = slices.Delete(a.Repositories, i, i+1) },
			"private": func(a *githubtest.Account, i int) { a.Repositories[i].Private = true },
			"renamed": func(a *githubtest.Account, i int) { a.Repositories[i].Name = "busy/other" },
		} {
			t.Run(withdrawn+" "+what, func(t *testing.T) {
				changed := account
				changed.Repositories = slices.Clone(account.Repositories)
				change(&changed, index(account, withdrawn))
				server.Set(changed)
				server.Reset()
				s, at := first, now
				for range 8 {
					at = at.Add(5 * time.Second)
					s = read(t, config, at, s)
				}
				server.Reset()
				for range 2 {
					at = at.Add(5 * time.Second)
					s = read(t, config, at, s)
				}
				if n := len(server.Requests()); n != 4 {
					t.Errorf("two refreshes cost %d requests", n)
				}
				if slices.ContainsFunc(s.Repositories, func(r resume.Repository) bool { return r.Name == withdrawn }) || len(s.Cut) != len(first.Cut) {
					t.Errorf("it is still there, or cut %v", s.Cut)
				}
				if isThere := slices.ContainsFunc(s.Repositories, func(r resume.Repository) bool { return r.Name == "busy/other" }); isThere != (what == "renamed") {
					t.Errorf("under its new name: %v", isThere)
				}
			})
		}
	}
}
