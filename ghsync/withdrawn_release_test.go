package ghsync_test

import (
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestWithdrawnRelease: a repository whose only release is withdrawn has none.
func TestWithdrawnRelease(t *testing.T) {
	account := githubtest.Demo()
	account.Repositories = []githubtest.Repository{{Name: "ada-demo/tool", PushedAt: now, Releases: []githubtest.Release{{Tag: "v1.0.0", At: now, Downloads: 70}}}}
	account.PullRequests, account.Pinned = nil, nil
	server := start(t, account)
	config := at(server, githubtest.Token)
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	account.Repositories[0].Releases = nil
	server.Set(account)
	s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	fresh, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	if got, want := content(t, s), content(t, fresh); got != want {
		t.Error(firstDifference(got, want))
	}
}
