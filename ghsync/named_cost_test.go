package ghsync_test

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
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
