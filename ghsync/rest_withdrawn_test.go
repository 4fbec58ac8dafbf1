package ghsync_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestWithdrawnRepositories: what others withdrew does not stay in a snapshot because it
// can no longer be listed: the full read without a token drops it and keeps the rest.
func TestWithdrawnRepositories(t *testing.T) {
	account := rich()
	server := start(t, account)
	old, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	foreign := func(s *resume.Snapshot) []string {
		var names []string
		for _, repo := range s.Repositories {
			if !strings.HasPrefix(repo.Name, "ada-demo/") {
				names = append(names, repo.Name)
			}
		}
		for _, w := range s.Contributions {
			names = append(names, w.Repository)
		}
		slices.Sort(names)
		return slices.Compact(names)
	}
	had := foreign(old)
	account.Unsearchable = true // so that contributions are kept, too
	for _, gone := range []string{"night-watch/lamp", old.Contributions[0].Repository} {
		account.Repositories = slices.Clone(account.Repositories)
		for i := range account.Repositories {
			if account.Repositories[i].Name == gone {
				account.Repositories[i].Private = true
			}
		}
		server.Set(account)
		had = slices.DeleteFunc(had, func(name string) bool { return name == gone })
		server.Reset()
		s, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo", Old: old, Full: true})
		if got := foreign(s); !slices.Equal(got, had) {
			t.Errorf("without %s: %q, want %q", gone, got, had)
		}
		if n := len(server.Requests()); n > 60 {
			t.Errorf("%d requests", n)
		}
	}
}
