package ghsync_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
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

// TestBotsThatAreNotSearched: a refused search for a tool's branches is repeated; if it stays
// refused, the snapshot says so, and the next read finds the tool's pull requests.
func TestBotsThatAreNotSearched(t *testing.T) {
	account := rich()
	account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: "golang/go", Number: 70001, Title: "Keep things fresh", Branch: "renovate/all", MergedAt: now})
	server := start(t, account)
	good, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
	server.Reset()
	isRefused := func(times int32) string {
		var refused atomic.Int32
		return before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
			return strings.Contains(r.URL.Query().Get("q"), "head:") && refused.Add(1) <= times && refusing(w, http.StatusUnprocessableEntity, `{"message": "Validation Failed"}`)
		})
	}
	once, _ := fetch(t, ghsync.Config{APIURL: isRefused(1)}, ghsync.Account{Login: "ada-demo"})
	if merged(once) != merged(good) {
		t.Errorf("refused once: %d merges, want %d", merged(once), merged(good))
	}
	server.Reset()
	s, _ := fetch(t, ghsync.Config{APIURL: isRefused(99)}, ghsync.Account{Login: "ada-demo"})
	if !slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return strings.Contains(c.What, "tools") }) {
		t.Errorf("nothing says that tools are not known: %v", s.Cut)
	}
	server.Reset()
	healed, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo", Old: s})
	if merged(healed) != merged(good) {
		t.Errorf("a healthy refresh: %d merges, want %d; %v", merged(healed), merged(good), healed.Cut)
	}
}
