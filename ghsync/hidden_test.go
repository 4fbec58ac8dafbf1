package ghsync_test

import (
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestHiddenWorkIsRenamed: merges that a policy hides from the token stay in one
// repository when it gets a new name, and are not counted twice.
func TestHiddenWorkIsRenamed(t *testing.T) {
	account := denying(
		githubtest.Denial{Field: "PullRequest.repository", Owner: "difference-works", Message: "`difference-works` keeps tokens out."},
		githubtest.Denial{Field: "Repository.nameWithOwner", Owner: "difference-works", Message: "`difference-works` keeps tokens out."},
	)
	const before, after = "difference-works/gears", "difference-works/cogs"
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: before, ID: "R_gears", Organization: true, Stars: 50, PushedAt: now})
	for n := range 3 {
		account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: before, Number: n + 1, Title: "Oil it", Branch: "oil", MergedAt: now.AddDate(0, 0, n-9)})
	}
	server := start(t, account)
	config := at(server, githubtest.Token)
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	want := merged(s) + 2
	account.Repositories[len(account.Repositories)-1].Name = after
	for i := range account.PullRequests {
		if account.PullRequests[i].Repository == before {
			account.PullRequests[i].Repository = after
		}
	}
	account.PullRequests = append(account.PullRequests,
		githubtest.PullRequest{Repository: after, Number: 11, Title: "Grease it", Branch: "grease", MergedAt: now},
		githubtest.PullRequest{Repository: after, Number: 12, Title: "Grease more", Branch: "grease", MergedAt: now})
	server.Set(account)
	s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	if got := merged(s); got != want {
		t.Errorf("%d merges, want %d", got, want)
	}
	for _, w := range s.Contributions {
		if w.Repository == before || w.Repository == after && w.Merged != 5 {
			t.Errorf("%d merges in %s", w.Merged, w.Repository)
		}
	}
}
