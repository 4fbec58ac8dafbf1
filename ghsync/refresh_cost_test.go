package ghsync_test

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
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

// TestContributionsOfAPrivateProfile: GitHub lists no commits and reviews of a private
// profile, whether or not its search gives it away. What was known is kept, at no cost, and
// read again once the profile is public: also the years that are over, of which something
// may be new.
func TestContributionsOfAPrivateProfile(t *testing.T) {
	for _, isSearched := range []bool{false, true} {
		t.Run(fmt.Sprint(isSearched), func(t *testing.T) {
			autumn := githubtest.Commits{Year: 2026, Count: 290}
			account := githubtest.Demo()
			organizations := account.Organizations
			account.Repositories = slices.Clone(account.Repositories)
			account.Repositories[0].Commits = append(slices.Clone(account.Repositories[0].Commits), autumn)
			server := start(t, account)
			config := at(server, githubtest.Token)
			s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
			good := s
			account.WithoutCommits = true
			if !isSearched {
				account.Organizations, account.Unsearchable = nil, true
			}
			server.Set(account)
			for i, full := range []bool{false, false, false, true, false} {
				server.Reset()
				s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s, Full: full})
				if got, want := truth(t, s, good), truth(t, good, good); got != want {
					t.Fatalf("read %d: %s", i, firstDifference(got, want))
				}
				if n := len(server.Requests()); n > 2 && !full && i != 0 {
					t.Errorf("refresh %d costs %d requests", i, n)
				}
			}
			if !slices.ContainsFunc(s.Cut, func(c resume.Cut) bool {
				return c.Part == resume.CutCommits && c.Lasting == !isSearched && c.Kept.Equal(now)
			}) {
				t.Errorf("cut %v", s.Cut)
			}
			account.WithoutCommits, account.Unsearchable, account.Organizations = false, false, organizations
			r := &account.Repositories[0]
			r.Commits = append(slices.Clone(r.Commits), githubtest.Commits{Year: 2018, Count: 4})
			server.Set(account)
			fresh, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
			for range 2 { // organizations have their turn
				s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
			}
			if got, want := truth(t, s, fresh), truth(t, fresh, fresh); got != want || len(s.Cut) > 0 {
				t.Errorf("public again: %s, cut %v", firstDifference(got, want), s.Cut)
			}
		})
	}
}

// TestRewrittenHistory: a year that is over lost its commits, or has its first ones, because
// history was rewritten. That is seen at the next refresh, and by a full read.
func TestRewrittenHistory(t *testing.T) {
	account := githubtest.Demo()
	early := githubtest.Commits{Year: 2009, Count: 2}
	commits := account.Repositories[0].Commits
	server := start(t, account)
	config := at(server, githubtest.Token)
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	for i, step := range []struct {
		commits []githubtest.Commits
		full    bool
	}{{append(slices.Clone(commits), early), false}, {commits, false}, {append(slices.Clone(commits), early), true}, {commits, true}} {
		account.Repositories = slices.Clone(account.Repositories)
		account.Repositories[0].Commits = step.commits
		server.Set(account)
		s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s, Full: step.full})
		fresh, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
		if got, want := truth(t, s, fresh), truth(t, fresh, fresh); got != want {
			t.Errorf("step %d: %s", i, firstDifference(got, want))
		}
	}
}

// TestSquashedHistory: a repository was pushed to and has fewer commits than before.
func TestSquashedHistory(t *testing.T) {
	account := githubtest.Demo()
	server := start(t, account)
	config := at(server, githubtest.Token)
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	account.Repositories = slices.Clone(account.Repositories)
	r := &account.Repositories[0]
	r.Commits = slices.Clone(r.Commits)
	r.Commits[0].Count, r.History, r.PushedAt, r.UpdatedAt = r.Commits[0].Count-20, r.History-20, now, now
	server.Set(account)
	s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	fresh, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	if got, want := truth(t, s, fresh), truth(t, fresh, fresh); got != want {
		t.Error(firstDifference(got, want))
	}
}

// TestWorkThatAPolicyHidesIsKeptCurrent: its stars, its name, and that it is gone are read
// without the token, in turn with the organizations.
func TestWorkThatAPolicyHidesIsKeptCurrent(t *testing.T) {
	const name = "difference-works/tabulator"
	account := githubtest.Demo()
	for _, field := range []string{"PullRequest.repository", "Repository", "CommitContributionsByRepository.repository", "CreatedCommitContribution.repository"} {
		account.Denied = append(account.Denied, githubtest.Denial{Field: field, Owner: "difference-works", Message: "`difference-works` keeps tokens out."})
	}
	server := start(t, account)
	config := at(server, githubtest.Token)
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	when := now
	refresh := func(most int) {
		t.Helper()
		for range 4 {
			server.Reset()
			when = when.Add(time.Minute)
			c := client(t, config)
			var err error
			if s, err = c.Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: when, Old: s}); err != nil {
				t.Fatal(err)
			}
			if n := len(server.Requests()); n > most {
				t.Errorf("a refresh costs %d requests", n)
			}
		}
	}
	work := func() *resume.MergedWork {
		i := slices.IndexFunc(s.Contributions, func(w resume.MergedWork) bool { return strings.HasPrefix(w.Repository, "difference-works/") })
		if i < 0 {
			return nil
		}
		return &s.Contributions[i]
	}
	refresh(2)
	account.Repositories = slices.Clone(account.Repositories)
	i := slices.IndexFunc(account.Repositories, func(r githubtest.Repository) bool { return r.Name == name })
	r := &account.Repositories[i]
	r.ID = work().ID
	r.Stars = 4321
	server.Set(account)
	refresh(2)
	if w := work(); w == nil || w.Stars == nil || *w.Stars != 4321 {
		t.Errorf("stars: %+v", w)
	}
	r.Name, r.Formerly = "difference-works/columns", []string{name}
	account.PullRequests = slices.Clone(account.PullRequests)
	for i := range account.PullRequests {
		if account.PullRequests[i].Repository == name {
			account.PullRequests[i].Repository = r.Name
		}
	}
	server.Set(account)
	refresh(3)
	if w := work(); w == nil || w.Repository != r.Name || len(w.Pulls) == 0 {
		t.Errorf("new name: %+v", w)
	}
	r.Private = true
	server.Set(account)
	refresh(3)
	if w := work(); w != nil {
		t.Errorf("private: %+v", w)
	}
}

// TestHiddenMergesThatAreFoundLater: merges that a policy hides from the token, and a private
// profile from everyone else, are found once the profile is public, at no cost until then.
func TestHiddenMergesThatAreFoundLater(t *testing.T) {
	account := githubtest.Demo()
	for _, field := range []string{"PullRequest.repository", "Repository", "CommitContributionsByRepository.repository", "CreatedCommitContribution.repository"} {
		account.Denied = append(account.Denied, githubtest.Denial{Field: field, Owner: "difference-works", Message: "`difference-works` keeps tokens out."})
	}
	server := start(t, account)
	var isPublic atomic.Bool
	address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
		return !isPublic.Load() && r.Header.Get("Authorization") == "" && refusing(w, 422, `{"message": "Validation Failed"}`)
	})
	good, _ := goodSnapshot(t, ghsync.Account{Login: "ada-demo"})
	var s *resume.Snapshot
	when := now
	refresh := func() int {
		c := client(t, ghsync.Config{APIURL: address, Token: githubtest.Token})
		when = when.Add(time.Minute)
		var err error
		if s, err = c.Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: when, Old: s}); err != nil {
			t.Fatal(err)
		}
		return c.Usage().REST + c.Usage().GraphQL
	}
	refresh()
	for range 5 {
		if n := refresh(); n > 2 {
			t.Errorf("a refresh costs %d requests", n)
		}
	}
	if merged(s) >= merged(good) {
		t.Fatal("nothing is hidden")
	}
	isPublic.Store(true)
	for range 3 {
		refresh()
	}
	isHidden := func(c resume.Cut) bool { return c.Part == resume.CutContributions }
	if merged(s) != merged(good) || slices.ContainsFunc(s.Cut, isHidden) {
		t.Errorf("%d merges, want %d; cut %v", merged(s), merged(good), s.Cut)
	}
	for range 4 {
		if n := refresh(); n > 2 {
			t.Errorf("then a refresh costs %d requests", n)
		}
	}
}

// TestAnAnswerAboutAnotherAccount: it is not believed, and nothing is replaced by it.
func TestAnAnswerAboutAnotherAccount(t *testing.T) {
	server := start(t, githubtest.Demo())
	address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
		body, _ := io.ReadAll(r.Body)
		r.Body = io.NopCloser(strings.NewReader(string(body)))
		if !strings.Contains(string(body), "...Profile") {
			return false
		}
		again, err := http.NewRequest("POST", server.URL+r.URL.Path, strings.NewReader(string(body)))
		if err != nil {
			t.Error(err)
			return false
		}
		again.Header = r.Header.Clone()
		again.Header.Del("Accept-Encoding")
		res, err := http.DefaultClient.Do(again)
		if err != nil {
			t.Error(err)
			return false
		}
		defer res.Body.Close()
		answer, _ := io.ReadAll(res.Body)
		return refusing(w, 200, strings.ReplaceAll(string(answer), `"login":"ada-demo"`, `"login":"bob-demo"`))
	})
	c := client(t, ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token, Timeout: time.Minute}, 1000))
	_, err := c.Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
	if err == nil || !strings.Contains(err.Error(), "bob-demo") {
		t.Errorf("got %v", err)
	}
}

// TestListReadAgain: a list that must be read again, because a repository is gone that no
// refresh asks about, is read whole from both ends, and only once.
func TestListReadAgain(t *testing.T) {
	account := big(1350, 0, 1)
	server := start(t, account)
	config := at(server, githubtest.Token)
	s, _ := fetch(t, config, ghsync.Account{Login: "busy"})
	// One of few stars: those with most are asked about by ID.
	i := slices.IndexFunc(account.Repositories, func(r githubtest.Repository) bool { return r.Stars == 1 })
	account.Repositories = slices.Delete(slices.Clone(account.Repositories), i, i+1)
	server.Set(account)
	for _, most := range []int{20, 3} {
		server.Reset()
		s, _ = fetch(t, config, ghsync.Account{Login: "busy", Old: s})
		if n := len(server.Requests()); n > most || len(s.Cut) > 0 {
			t.Errorf("%d requests, want at most %d; cut %v", n, most, s.Cut)
		}
	}
	fresh, _ := fetch(t, config, ghsync.Account{Login: "busy"})
	if len(s.Repositories) != len(fresh.Repositories) {
		t.Errorf("%d repositories, want %d", len(s.Repositories), len(fresh.Repositories))
	}
}
