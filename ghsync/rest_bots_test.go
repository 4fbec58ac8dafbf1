package ghsync_test

import (
	"fmt"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestBotsByTheirBranches: without a token, too, a tool's pull request whose title does not
// show it is not the user's, in a first read and in a refresh.
func TestBotsByTheirBranches(t *testing.T) {
	account := rich()
	add := func(n int, branch string) {
		account.PullRequests = append(account.PullRequests, githubtest.PullRequest{
			Repository: "golang/go", Number: 70000 + n, Title: fmt.Sprint("Keep things fresh ", n), Branch: branch, MergedAt: now,
		})
	}
	server := start(t, account)
	for _, token := range []string{githubtest.Token, ""} {
		before, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo"})
		want := merged(before)
		for n, branch := range []string{"renovate/all", "snyk-upgrade-1f", "dependabot/npm_and_yarn/x-2", "renovate-docs", "mine"} {
			add(n, branch)
		}
		server.Set(account)
		server.Reset()
		first, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo"})
		server.Reset()
		next, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo", Old: before})
		if a, b := merged(first), merged(next); a != want+2 || b != want+2 {
			t.Errorf("token %q: %d merges in a first read, %d after a refresh, want %d", token, a, b, want+2)
		}
		account = rich()
		server.Set(account)
		server.Reset()
	}
}
