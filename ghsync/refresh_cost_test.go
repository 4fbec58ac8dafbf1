package ghsync_test

import (
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestRecentCommitsThatAPolicyHides: commits of this year in an organization that keeps the
// token out cost a refresh nothing, and hide no others.
func TestRecentCommitsThatAPolicyHides(t *testing.T) {
	account := githubtest.Demo()
	for i := range account.Repositories {
		if r := &account.Repositories[i]; r.Name == "difference-works/tabulator" || r.Name == "ada-demo/punchcard" {
			r.Commits = append(r.Commits, githubtest.Commits{Year: now.Year(), Count: 3})
		}
	}
	server := start(t, account)
	config := at(server, githubtest.Token)
	good, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	for _, field := range []string{"PullRequest.repository", "CommitContributionsByRepository.repository", "CreatedCommitContribution.repository"} {
		account.Denied = append(account.Denied, githubtest.Denial{Field: field, Owner: "difference-works", Message: "`difference-works` has an IP allow list enabled"})
	}
	server.Set(account)
	s := good
	for range 3 {
		server.Reset()
		s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
		if n := len(server.Requests()); n > 2 {
			t.Errorf("a refresh costs %d requests", n)
		}
	}
	if got, want := truth(t, s, good), truth(t, good, good); got != want {
		t.Error(firstDifference(got, want))
	}
}

// TestOrganizationsOfAPrivateProfile: GitHub lists none of a private profile, which does not
// mean that the user has left them. Without it they are left at the next refresh.
func TestOrganizationsOfAPrivateProfile(t *testing.T) {
	account := githubtest.Demo()
	server := start(t, account)
	config := at(server, githubtest.Token)
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	account.Organizations, account.Unsearchable = nil, true
	for _, isPrivate := range []bool{true, false} {
		account.Unsearchable = isPrivate
		server.Set(account)
		for range 2 {
			s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
		}
		if (len(s.Organizations) == 1) != isPrivate || (len(s.Cut) > 0) != isPrivate {
			t.Errorf("private %v: organizations %v, cut %v", isPrivate, s.Organizations, s.Cut)
		}
	}
}
