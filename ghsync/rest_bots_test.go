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

// TestRenamedWithoutAToken: a search does not return IDs, but merges in a repository that
// got another name stay one repository.
func TestRenamedWithoutAToken(t *testing.T) {
	account := rich()
	const before, after = "far/away", "far/further"
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: before, ID: "R_far", Stars: 50, PushedAt: now})
	for n := range 3 {
		account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: before, Number: n + 1, Title: "Oil it", Branch: "oil", MergedAt: now.AddDate(0, 0, 3*n-30)})
	}
	server := start(t, account)
	s, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
	want := merged(s) + 1
	account.Repositories[len(account.Repositories)-1].Name = after
	for i := range account.PullRequests {
		if account.PullRequests[i].Repository == before {
			account.PullRequests[i].Repository = after
		}
	}
	account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: after, Number: 9, Title: "Grease it", Branch: "grease", MergedAt: now})
	server.Set(account)
	server.Reset()
	s, _ = fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo", Old: s})
	if got := merged(s); got != want {
		t.Errorf("%d merges, want %d", got, want)
	}
	for _, w := range s.Contributions {
		if w.Repository == before || w.Repository == after && w.Merged != 4 {
			t.Errorf("%d merges in %s", w.Merged, w.Repository)
		}
	}
}
