package ghsync_test

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestNamedRepositoriesAreReadOnce: a refresh does not read the files of repositories that
// the profile names, unless they changed.
func TestNamedRepositoriesAreReadOnce(t *testing.T) {
	account := rich()
	server := start(t, account)
	a := ghsync.Account{Login: account.Login}
	for _, repo := range account.Repositories {
		if !repo.Private {
			a.Include = append(a.Include, repo.Name)
		}
	}
	first, _ := fetch(t, at(server, githubtest.Token), a)
	server.Reset()
	a.Old = first
	again, _ := fetch(t, at(server, githubtest.Token), a)
	if got, want := content(t, again), content(t, first); got != want {
		t.Error(firstDifference(got, want))
	}
	if n := len(server.Requests()); n > 2 {
		t.Errorf("a refresh costs %d requests", n)
	}
	for _, request := range server.Requests() {
		if strings.Contains(request.Body, "...Listing") {
			t.Errorf("files are listed again: %s", request.Body)
		}
	}
}

// TestNamedRepositoryWithoutAField: a field of a repository that GitHub does not find is not
// the repository; what was known of it stays, and a first read says what is missing.
func TestNamedRepositoryWithoutAField(t *testing.T) {
	const name = "night-watch/lamp"
	a := ghsync.Account{Login: "ada-demo", Include: []string{name}}
	good, _ := fetch(t, at(start(t, rich()), githubtest.Token), a)
	want := content(t, good)
	account := rich()
	account.Denied = []githubtest.Denial{{Field: "Repository.isTemplate", Owner: "night-watch", Type: "NOT_FOUND", Message: "Could not resolve to a Bool."}}
	for _, old := range []*resume.Snapshot{nil, good} {
		a.Old, a.Full = old, true
		s, _ := fetch(t, at(start(t, account), githubtest.Token), a)
		if old != nil && content(t, s) != want {
			t.Error(firstDifference(content(t, s), want))
		}
		if isGone := len(s.Named) == 1 && s.Named[0].Repository == ""; isGone || len(s.Cut) == 0 && old == nil {
			t.Errorf("%s: named %v, cut %v", name, s.Named, s.Cut)
		}
	}
}
