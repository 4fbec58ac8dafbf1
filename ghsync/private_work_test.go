package ghsync_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// internally returns an account with work in two internal repositories of a company.
func internally() githubtest.Account {
	a := rich()
	for _, name := range []string{"guild/vault", "guild/cellar"} {
		a.Repositories = append(slices.Clone(a.Repositories), githubtest.Repository{Name: name, Private: true, Organization: true, PushedAt: now, Languages: map[string]int64{"Go": 900},
			Commits: []githubtest.Commits{{Year: now.Year() - 2, Count: 40}, {Year: now.Year(), Count: 9}}})
		for n := range 3 {
			a.PullRequests = append(slices.Clone(a.PullRequests), githubtest.PullRequest{Repository: name, Number: n + 1, Title: "Count it", MergedAt: now.AddDate(-1, n, 0), Additions: 4, Role: "MEMBER"})
		}
	}
	return a
}

// TestWorkInPrivateRepositories: merges and commits in a private repository of others are
// read if the profile includes it and allows private ones, at no further cost; else nothing
// of it is in the snapshot.
func TestWorkInPrivateRepositories(t *testing.T) {
	server := start(t, internally())
	config := at(server, githubtest.Token)
	public, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Include: []string{"guild/vault"}})
	asked := ghsync.Account{Login: "ada-demo", Private: true, Include: []string{"guild/vault"}}
	good, _ := fetch(t, config, asked)
	want := content(t, good)
	wantWork := func(when string, s *resume.Snapshot, wants bool) {
		t.Helper()
		merges, commits := 0, 0
		for _, w := range s.Contributions {
			if w.Repository == "guild/vault" {
				merges = w.Merged
			}
		}
		for _, r := range s.Repositories {
			if r.Name == "guild/vault" && r.OwnCommits != nil {
				commits = *r.OwnCommits
			}
		}
		if has := merges == 3 && commits == 49; has != wants {
			t.Errorf("%s: %d merges, %d commits, cut %v", when, merges, commits, s.Cut)
		}
		out := *s
		out.Named, out.Cut = nil, nil
		text, year := bytesOf(t, &out), now.Year()-2
		isTold := strings.Contains(text, "vault") || commitsByYear(s)[year] != commitsByYear(public)[year]
		if isTold != wants || strings.Contains(text, "cellar") {
			t.Errorf("%s: what the snapshot has of private work: %t", when, isTold)
		}
	}
	wantWork("not allowed", public, false)
	wantWork("allowed", good, true)
	for _, full := range []bool{false, true} {
		server.Set(internally())
		a := asked
		a.Full = full
		for when, old := range map[string]*resume.Snapshot{"again": good, "newly allowed": public} {
			server.Reset()
			a.Old = old
			s, _ := fetch(t, config, a)
			if n := len(server.Requests()); when == "again" && !full && n > 2 {
				t.Errorf("a refresh takes %d requests", n)
			}
			if got := content(t, s); got != want {
				t.Errorf("%s, full %t: %s", when, full, firstDifference(got, want))
			}
		}
		server.Set(rich()) // the token does not see it
		a.Old = good
		s, _ := fetch(t, config, a)
		wantWork("unseen", s, true)
		server.Set(internally())
		a.Private = false
		s, _ = fetch(t, config, a)
		wantWork("no longer allowed", s, false)
	}
}

// TestDeniedWorkInPrivateRepositories: merges in a private repository that are denied are a
// cut, and what is known of them stays.
func TestDeniedWorkInPrivateRepositories(t *testing.T) {
	account := internally()
	server := start(t, account)
	config := at(server, githubtest.Token)
	asked := ghsync.Account{Login: "ada-demo", Private: true, Include: []string{"guild/vault"}}
	good, _ := fetch(t, config, asked)
	account.Denied = []githubtest.Denial{{Field: "PullRequest.repository", Owner: "guild", Message: "`guild` keeps tokens out."}}
	server.Set(account)
	for _, old := range []*resume.Snapshot{nil, good} {
		asked.Old, asked.Full = old, old != nil
		s, _ := fetch(t, config, asked)
		if !slices.ContainsFunc(s.Cut, func(c resume.Cut) bool {
			return c.What == "merged pull requests in guild/vault" && c.Lasting && c.Kept.IsZero() == (old == nil)
		}) {
			t.Errorf("cut %v", s.Cut)
		}
		if old != nil && merged(s) != merged(good) {
			t.Errorf("%d merges, were %d", merged(s), merged(good))
		}
	}
}
