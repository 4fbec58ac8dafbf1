package ghsync_test

import (
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestKnownNumbersOfCommits: if what is in a repository is denied after a push, its number of
// commits stays, as its files do: without it the share of the person's work is not known.
func TestKnownNumbersOfCommits(t *testing.T) {
	for _, field := range []string{"TreeEntry.name", "Tree.entries", "Repository.object", "Repository.defaultBranchRef"} {
		server := start(t, rich())
		config := at(server, githubtest.Token)
		s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
		known := map[string]bool{}
		for _, repo := range s.Repositories {
			known[repo.Name] = repo.Commits != nil
		}
		account := rich()
		account.Denied = []githubtest.Denial{{Field: field, Message: "Resource not accessible by integration"}}
		for i := range account.Repositories {
			if repo := &account.Repositories[i]; !repo.PushedAt.IsZero() {
				repo.PushedAt = now.Add(time.Duration(i) * time.Minute)
			}
		}
		server.Set(account)
		for range 2 {
			s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
			for _, repo := range s.Repositories {
				if known[repo.Name] && repo.Commits == nil {
					t.Errorf("%s denied: %s has no number of commits", field, repo.Name)
				}
			}
		}
	}
}
