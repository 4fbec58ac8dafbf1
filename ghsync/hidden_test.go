package ghsync_test

import (
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
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

// TestRefusedSearchWithoutTheToken: work that a policy hides from the token is found by the
// next read if the search without one was refused in any way.
func TestRefusedSearchWithoutTheToken(t *testing.T) {
	account := denying(githubtest.Denial{Field: "PullRequest.repository", Owner: "difference-works", Message: "`difference-works` keeps tokens out."})
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: "difference-works/gears", ID: "R_gears", Organization: true, Stars: 50, PushedAt: now})
	account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: "difference-works/gears", Number: 1, Title: "Oil it", Branch: "oil", MergedAt: now.AddDate(0, 0, -9)})
	healthy, _ := fetch(t, at(start(t, account), githubtest.Token), ghsync.Account{Login: "ada-demo"})
	for _, status := range []int{403, 404, 410, 451, 500} {
		server := start(t, account)
		var passed atomic.Bool
		address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
			return !passed.Load() && strings.HasSuffix(r.URL.Path, "/search/issues") && refusing(w, status, `{"message": "No"}`)
		})
		config := ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 5000)
		s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
		passed.Store(true)
		s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
		if merged(s) != merged(healthy) {
			t.Errorf("%d: %d merges after the next read, want %d; cut %v", status, merged(s), merged(healthy), s.Cut)
		}
	}
}

// TestHiddenPinIsKept: a pinned repository that a policy hides from the token stays in its
// place, in GitHub's words, and costs no further requests. Without an older snapshot it is
// left out and reported.
func TestHiddenPinIsKept(t *testing.T) {
	const hidden, why = "guild/forge", "Resource protected by organization SAML enforcement"
	account := githubtest.Demo()
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: hidden, Organization: true, PushedAt: now})
	account.Pinned = slices.Insert(account.Pinned, 1, hidden)
	server := start(t, account)
	config := at(server, githubtest.Token)
	good, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	account.Denied = []githubtest.Denial{{Field: "Repository", Owner: "guild", Message: why + ". You must grant your token access."}}
	server.Set(account)
	s := good
	for range 3 {
		server.Reset()
		s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
		if !slices.Equal(s.Pinned, account.Pinned) {
			t.Errorf("pinned %v, want %v", s.Pinned, account.Pinned)
		}
	}
	other := account // an own repository is pinned no longer
	other.Pinned = account.Pinned[1:]
	server.Set(other)
	if s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s}); !slices.Equal(s.Pinned, other.Pinned) {
		t.Errorf("pinned %v, want %v", s.Pinned, other.Pinned)
	}
	server.Set(account)
	server.Reset()
	s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	if n := len(server.Requests()); n > 2 {
		t.Errorf("a refresh costs %d requests", n)
	}
	fresh, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	if want := slices.Delete(slices.Clone(account.Pinned), 1, 2); !slices.Equal(fresh.Pinned, want) {
		t.Errorf("pinned %v, want %v", fresh.Pinned, want)
	}
	for _, c := range slices.Concat(s.Cut, fresh.Cut) {
		if !c.Lasting || c.Why != why {
			t.Errorf("cut %+v", c)
		}
	}
	if !strings.Contains(fresh.Cut[0].What, "pinned") {
		t.Errorf("cut %+v", fresh.Cut)
	}
	for _, full := range []bool{false, true} { // a readable repository of others gives way to a hidden one
		before := account
		before.Pinned = []string{"difference-works/tabulator"}
		server.Set(before)
		s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s, Full: full})
		before.Pinned = []string{hidden}
		server.Set(before)
		if s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s, Full: full}); len(s.Pinned) > 0 {
			t.Errorf("full %v: pinned %v, which are no longer", full, s.Pinned)
		}
	}
	account.Denied = nil
	server.Set(account)
	again, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	if got, want := content(t, again), content(t, good); got != want {
		t.Error(firstDifference(got, want))
	}
}

// TestLinesOfWorkThatBecomesHidden: the lines of merges that a policy hides from the token
// later stay, also when everything is read again.
func TestLinesOfWorkThatBecomesHidden(t *testing.T) {
	account := githubtest.Demo()
	const name = "difference-works/gears"
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: name, ID: "R_gears", Organization: true, Stars: 50, PushedAt: now})
	account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: name, Number: 1, Title: "Oil it", Branch: "oil", Additions: 1234, Deletions: 567, MergedAt: now.AddDate(0, 0, -9)})
	server := start(t, account)
	config := at(server, githubtest.Token)
	good, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	account.Denied = []githubtest.Denial{
		{Field: "PullRequest.repository", Owner: "difference-works", Message: "`difference-works` keeps tokens out."},
		{Field: "Repository.nameWithOwner", Owner: "difference-works", Message: "`difference-works` keeps tokens out."},
	}
	server.Set(account)
	s := good
	for _, full := range []bool{false, true, true, false} {
		s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s, Full: full})
		for _, w := range s.Contributions {
			if w.Repository == name && (w.Additions == nil || *w.Additions != 1234) {
				t.Errorf("full %t: the lines of %s are lost: %+v", full, name, w)
			}
		}
	}
}

// TestFirstReadOfAPrivateProfile: one sentence says what it hides, once. When the profile
// is public, everything is read.
func TestFirstReadOfAPrivateProfile(t *testing.T) {
	account := githubtest.Demo()
	server := start(t, account)
	config := at(server, githubtest.Token)
	good, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	hidden := account
	hidden.Organizations, hidden.Unsearchable, hidden.WithoutCommits = nil, true, true
	server.Set(hidden)
	var s *resume.Snapshot
	for _, full := range []bool{false, false, true, false} {
		old := s
		s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s, Full: full})
		if len(s.Cut) != 1 || s.Cut[0].Why != "the profile is private" || !ghsync.IsDenied(s.Cut[0]) || len(s.NewCuts(old)) > 0 != (old == nil) {
			t.Errorf("full %t: cut %+v", full, s.Cut)
		}
		if s.Activity.Reviews != nil || s.Activity.Issues != nil {
			t.Errorf("full %t: counts of searches that find nothing: %+v", full, s.Activity)
		}
	}
	server.Set(account)
	s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s})
	if got, want := content(t, s), content(t, good); got != want || len(s.Cut) > 0 {
		t.Errorf("public again: %s, cut %v", firstDifference(got, want), s.Cut)
	}
}

// TestHiddenWorkOfABusyAccount: what a policy hides is read without the token, stars
// included, however many pull requests there are, so that the second read is a refresh.
func TestHiddenWorkOfABusyAccount(t *testing.T) {
	for _, isMember := range []bool{true, false} {
		account := big(120, 303, 60)
		if isMember {
			account.Organizations = []string{"guild"}
		}
		account.Repositories = append(account.Repositories, githubtest.Repository{Name: "guild/hall", Organization: true, Stars: 90, PushedAt: now})
		for n := range 2 {
			account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: "guild/hall", Number: n + 1, Title: "Build it", Branch: "build", MergedAt: now.AddDate(-1, 0, n)})
		}
		account.Denied = []githubtest.Denial{{Field: "PullRequest.repository", Owner: "guild", Message: "Resource protected by organization SAML enforcement. You must grant your token access."}}
		server := start(t, account)
		config := at(server, githubtest.Token)
		s, _ := fetch(t, config, ghsync.Account{Login: account.Login})
		most := 15
		if isMember {
			most = 13
		}
		if n := len(server.Requests()); n > most {
			t.Errorf("member %v: a first read takes %d requests, want at most %d", isMember, n, most)
		}
		i := slices.IndexFunc(s.Contributions, func(w resume.MergedWork) bool { return w.Repository == "guild/hall" })
		if i < 0 || s.Contributions[i].Merged != 2 || s.Contributions[i].Stars == nil || len(s.Cut) > 0 {
			t.Errorf("member %v: cut %v", isMember, s.Cut)
		}
		server.Reset()
		fetch(t, config, ghsync.Account{Login: account.Login, Old: s})
		if n := len(server.Requests()); n > 3 { // one is for a repository that rose to those whose files are read
			t.Errorf("member %v: the second read takes %d requests", isMember, n)
		}
	}
}

// TestKnownHiddenWorkOfAPrivateProfile: merges that were read without the token, and are
// printed, are not reported as missing when the profile becomes private.
func TestKnownHiddenWorkOfAPrivateProfile(t *testing.T) {
	account := denying(
		githubtest.Denial{Field: "PullRequest.repository", Owner: "difference-works", Message: "`difference-works` keeps tokens out."},
		githubtest.Denial{Field: "Repository.nameWithOwner", Owner: "difference-works", Message: "`difference-works` keeps tokens out."},
	)
	server := start(t, account)
	config := at(server, githubtest.Token)
	good, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	account.Unsearchable = true
	server.Set(account)
	s := good
	for _, full := range []bool{false, false, true} {
		s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s, Full: full})
		if merged(s) != merged(good) {
			t.Errorf("full %t: %d merges, were %d", full, merged(s), merged(good))
		}
		for _, c := range s.Cut {
			if c.Part == resume.CutContributions && c.Kept.IsZero() {
				t.Errorf("full %t: cut %v", full, c)
			}
		}
	}
}
