package ghsync_test

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestDenialsThatPass: what a first read was denied is there after the next one, once
// GitHub gives it again; and while it does not, refreshes cost no more.
func TestDenialsThatPass(t *testing.T) {
	good, _ := fetch(t, at(start(t, rich()), githubtest.Token), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	for _, field := range []string{
		"Repository.languages", "Repository.releases", "Repository.stargazerCount", "Repository.repositoryTopics", "Repository.licenseInfo",
		"PullRequest.authorAssociation", "PullRequest.additions", "User.socialAccounts", "User.pinnedItems", "User.bio",
	} {
		t.Run(field, func(t *testing.T) {
			t.Parallel()
			account := rich()
			account.Denied = []githubtest.Denial{{Field: field, Message: integration}}
			server := start(t, account)
			config := at(server, githubtest.Token)
			s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
			server.Reset()
			s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
			if n := len(server.Requests()); n > 2 {
				t.Errorf("a refresh costs %d requests", n)
			}
			server.Set(rich())
			s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
			for i := range min(len(s.Repositories), len(good.Repositories)) {
				if good.Repositories[i].Commits == nil {
					s.Repositories[i].Commits = nil // it was looked up by name
				}
			}
			if got := content(t, s); got != want || len(s.Cut) > 0 {
				t.Errorf("cut %v, %s", s.Cut, firstDifference(got, want))
			}
		})
	}
}

// TestDenialsOfKnownParts: what was kept because a full read was denied it is current after
// the first refresh to which GitHub gives it again, and no cut is left.
func TestDenialsOfKnownParts(t *testing.T) {
	for _, field := range []string{
		"Repository.languages", "Repository.releases", "Release.releaseAssets", "Repository.stargazerCount", "Repository.description", "Repository.object", "Blob.text",
		"PullRequest.authorAssociation", "PullRequest.additions", "User.socialAccounts", "User.pinnedItems", "User.contributionsCollection", "User.repositories",
		"CommitContributionsByRepository.repository", "Query.search",
	} {
		t.Run(field, func(t *testing.T) {
			t.Parallel()
			server := start(t, rich())
			config := at(server, githubtest.Token)
			good, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
			denied := rich()
			denied.Denied = []githubtest.Denial{{Field: field, Message: integration}}
			server.Set(denied)
			s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: good, Full: true})
			server.Set(rich())
			for range 2 {
				s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
			}
			fresh, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
			if got, want := truth(t, s, good), truth(t, fresh, good); got != want || len(s.Cut) > 0 {
				t.Errorf("cut %v, %s", s.Cut, firstDifference(got, want))
			}
		})
	}
}

// TestDenialsOfOneOrganization: an example from elsewhere shows nothing, which costs one
// full read and is not tried again.
func TestDenialsOfOneOrganization(t *testing.T) {
	account := rich()
	account.Denied = []githubtest.Denial{{Field: "PullRequest.title", Owner: "difference-works", Message: integration}}
	server := start(t, account)
	config := at(server, githubtest.Token)
	var s *resume.Snapshot
	for range 3 {
		s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	}
	server.Reset()
	fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	if n := len(server.Requests()); n > 2 {
		t.Errorf("a refresh costs %d requests", n)
	}
}

// TestAfterADenial: whatever a first read was denied, the next one without the denial gives
// what a first read without it gives.
func TestAfterADenial(t *testing.T) {
	good, _ := fetch(t, at(start(t, rich()), githubtest.Token), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	for _, kind := range slices.Sorted(maps.Keys(deniable)) {
		for _, field := range deniable[kind] {
			for _, owner := range []string{"", "difference-works"} {
				t.Run(kind+"."+field+" "+owner, func(t *testing.T) {
					t.Parallel()
					account := rich()
					account.Denied = []githubtest.Denial{{Field: kind + "." + field, Owner: owner, Message: integration}}
					server := start(t, account)
					config := ghsync.SpeedUp(at(server, githubtest.Token), 5000)
					s, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
					if err != nil {
						return // nothing was saved
					}
					before := s.Cut
					server.Set(rich())
					s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
					keepsMore(s, good)
					if got := content(t, s); got != want || len(s.Cut) > 0 {
						t.Errorf("cut %+v, was %+v, %s", s.Cut, before, firstDifference(got, want))
					}
				})
			}
		}
	}
}

// TestAfterADeniedRefresh: whatever a refresh was denied, the next refresh
// without the denial gives what was known before it.
func TestAfterADeniedRefresh(t *testing.T) {
	good, _ := fetch(t, at(start(t, rich()), githubtest.Token), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	for _, kind := range slices.Sorted(maps.Keys(deniable)) {
		for _, field := range deniable[kind] {
			t.Run(kind+"."+field, func(t *testing.T) {
				t.Parallel()
				account := rich()
				account.Denied = []githubtest.Denial{{Field: kind + "." + field, Message: integration}}
				server := start(t, account)
				config := ghsync.SpeedUp(at(server, githubtest.Token), 5000)
				s, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now, Old: good})
				if err != nil {
					return // nothing was saved
				}
				before := s.Cut
				server.Set(rich())
				s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
				keepsMore(s, good)
				if got := content(t, s); got != want || len(s.Cut) > 0 {
					t.Errorf("cut %+v, was %+v, %s", s.Cut, before, firstDifference(got, want))
				}
			})
		}
	}
}

// keepsMore drops from a snapshot the figures of repositories that a first read asks only
// of the most relevant ones, or only by name.
func keepsMore(s, first *resume.Snapshot) {
	for i := range min(len(s.Repositories), len(first.Repositories)) {
		now, first := &s.Repositories[i], &first.Repositories[i]
		if first.Commits == nil {
			now.Commits = nil
		}
		if first.Downloads == nil {
			now.Downloads = nil
		}
	}
}

// TestADenialThatPassesBesideOneThatLasts: what is given again is read again, although an
// organization goes on hiding its own.
func TestADenialThatPassesBesideOneThatLasts(t *testing.T) {
	lasting := githubtest.Denial{Field: "CreatedCommitContribution.repository", Owner: "difference-works", Message: "`difference-works` keeps tokens out."}
	beside := lasting
	beside.Field = "CommitContributionsByRepository.repository"
	server := start(t, denying(lasting, beside))
	config := at(server, githubtest.Token)
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	want := s.Cut
	server.Set(denying(lasting, beside, githubtest.Denial{Field: "ContributionsCollection.commitContributionsByRepository", Message: integration}))
	s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	if len(s.Cut) <= len(want) {
		t.Fatalf("cut %v", s.Cut)
	}
	server.Set(denying(lasting, beside))
	s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	if !slices.EqualFunc(s.Cut, want, func(a, b resume.Cut) bool { return a.What == b.What && a.Why == b.Why }) {
		t.Errorf("cut %v, want %v", s.Cut, want)
	}
}

// TestAnOrganizationThatLetsTheTokenInAgain: merges that could not be read at all, with the
// token or without, are there after the next refresh that GitHub gives them to.
func TestAnOrganizationThatLetsTheTokenInAgain(t *testing.T) {
	const policy = "`difference-works` keeps tokens out."
	good, _ := goodSnapshot(t, ghsync.Account{Login: "ada-demo"})
	server := start(t, denying(githubtest.Denial{Field: "PullRequest.repository", Owner: "difference-works", Message: policy}))
	address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
		return r.Header.Get("Authorization") == "" && refusing(w, 422, `{"message": "Validation Failed"}`)
	})
	config := ghsync.Config{APIURL: address, Token: githubtest.Token}
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	for range 2 {
		s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	}
	if merged(s) >= merged(good) {
		t.Fatalf("%d merges, nothing is hidden", merged(s))
	}
	server.Set(githubtest.Demo())
	for range 2 {
		s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	}
	if merged(s) != merged(good) || len(s.Cut) > 0 {
		t.Errorf("%d merges, want %d; cut %v", merged(s), merged(good), s.Cut)
	}
}

// TestCommitsAreNamedLater: commits in an organization that keeps the token out are known
// once its merges are; nothing says any longer that they are missing.
func TestCommitsAreNamedLater(t *testing.T) {
	account := githubtest.Demo()
	const policy = "`difference-works` keeps tokens out."
	for _, field := range []string{"PullRequest.repository", "CommitContributionsByRepository.repository", "CreatedCommitContribution.repository", "Repository.nameWithOwner"} {
		account.Denied = append(account.Denied, githubtest.Denial{Field: field, Owner: "difference-works", Message: policy})
	}
	for i := range account.Repositories {
		if account.Repositories[i].Name == "difference-works/tabulator" {
			account.Repositories[i].Commits = []githubtest.Commits{{Year: now.Year(), Count: 30}}
		}
	}
	server := start(t, account)
	var isHealthy atomic.Bool
	address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
		return !isHealthy.Load() && r.Header.Get("Authorization") == "" && refusing(w, 200, `{"total_count": 1, "incomplete_results": true, "items": []}`)
	})
	config := ghsync.Config{APIURL: address, Token: githubtest.Token}
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	isNamed := func(c resume.Cut) bool { return c.What == "commits in difference-works" }
	if !slices.ContainsFunc(s.Cut, isNamed) {
		t.Fatalf("cut %v", s.Cut)
	}
	isHealthy.Store(true)
	s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	if slices.ContainsFunc(s.Cut, isNamed) {
		t.Errorf("cut %v", s.Cut)
	}
}

// TestPolicyOfAMembersOrganization: the examples are repositories that the policy hides, so
// that the second read is a refresh like any other.
func TestPolicyOfAMembersOrganization(t *testing.T) {
	account := rich()
	account.Organizations = append(account.Organizations, "guild")
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: "guild/hall", Organization: true, PushedAt: now})
	for i := range 6 {
		account.Repositories = append(account.Repositories, githubtest.Repository{
			Name: fmt.Sprintf("commons/lib-%d", i), Organization: true, PushedAt: now, Commits: []githubtest.Commits{{Year: now.Year() - 1, Count: 40}},
		})
	}
	account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: "guild/hall", Number: 1, Title: "Build", MergedAt: now.AddDate(-1, 0, 0)})
	account.Denied = []githubtest.Denial{{Field: "Repository", Owner: "guild", Message: "Resource protected by organization SAML enforcement. You must grant your token access."}}
	server := start(t, account)
	config := at(server, githubtest.Token)
	a := ghsync.Account{Login: "ada-demo", Include: []string{"guild/hall"}}
	a.Old, _ = fetch(t, config, a)
	if len(a.Old.Cut) == 0 {
		t.Fatal("nothing is hidden")
	}
	server.Reset()
	fetch(t, config, a)
	if n := len(server.Requests()); n > 2 {
		t.Errorf("the second read takes %d requests, cut %+v", n, a.Old.Cut)
	}
}
