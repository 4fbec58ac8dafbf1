package ghsync_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestFieldsDeniedForOneOwner: a field that one owner denies is lost for its repositories
// only, whether or not it may be null, in a first read, a full one and a refresh.
func TestFieldsDeniedForOneOwner(t *testing.T) {
	const owner, why = "difference-works", "`difference-works` has an IP allow list enabled"
	good, _ := fetch(t, at(start(t, rich()), githubtest.Token), ghsync.Account{Login: "ada-demo"})
	for _, field := range []string{"stargazerCount", "description", "primaryLanguage", "isArchived"} {
		account := rich()
		account.Denied = []githubtest.Denial{{Field: "Repository." + field, Owner: owner, Message: why}}
		server := start(t, account)
		for mode, a := range map[string]ghsync.Account{"first": {}, "full": {Old: good, Full: true}, "refresh": {Old: good}} {
			a.Login = "ada-demo"
			server.Reset()
			s, _ := fetch(t, at(server, githubtest.Token), a)
			if n := len(server.Requests()); n > 8 {
				t.Errorf("%s, %s: %d requests", field, mode, n)
			}
			isOf := func(name string) bool { return a.Old == nil && strings.HasPrefix(name, owner+"/") }
			for _, w := range good.Contributions {
				i := slices.IndexFunc(s.Contributions, func(now resume.MergedWork) bool { return now.ID == w.ID })
				if i < 0 || !isOf(w.Repository) && bytesOf(t, s.Contributions[i]) != bytesOf(t, w) {
					t.Errorf("%s, %s: %s is not as it was", field, mode, w.Repository)
				}
			}
			for _, repo := range good.Repositories {
				if now := find(s, repo.ID); !isOf(repo.Name) && bytesOf(t, now) != bytesOf(t, repo) {
					t.Errorf("%s, %s: %s is not as it was: %s", field, mode, repo.Name, firstDifference(bytesOf(t, now), bytesOf(t, repo)))
				}
			}
			for _, c := range s.Cut {
				if c.Why != why || slices.ContainsFunc(c.Names, func(name string) bool { return !strings.HasPrefix(name, owner+"/") }) {
					t.Errorf("%s, %s: cut %v", field, mode, c)
				}
			}
			if len(s.Cut) == 0 {
				t.Errorf("%s, %s: nothing says what is denied", field, mode)
			}
		}
	}
}
