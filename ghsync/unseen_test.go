package ghsync_test

import (
	"slices"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestPrivateRepositoryThatATokenCannotSee: GitHub answers as if it did not exist. A known
// one is kept with its age, however it is read again, at no further cost; on a first read it
// counts as denied. With the first token, everything is as before.
func TestPrivateRepositoryThatATokenCannotSee(t *testing.T) {
	for _, name := range []string{"ada-demo/vault", "guild/vault"} {
		account := githubtest.Demo()
		private := githubtest.Repository{Name: name, Private: true, Organization: name != "ada-demo/vault", PushedAt: now, Languages: map[string]int64{"Go": 900},
			Files: map[string]string{"go.mod": "module vault\n\nrequire github.com/spf13/cobra v1.8.0\n"}}
		with := account
		with.Repositories = append(slices.Clone(account.Repositories), private)
		server := start(t, with)
		config, a := at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Private: true, Include: []string{name}}
		good, _ := fetch(t, config, a)
		a.Old = good
		want := content(t, good)
		if !hasRepository(good, name) {
			t.Fatalf("%s was not read", name)
		}
		server.Set(account)
		for _, full := range []bool{false, true, false} {
			server.Reset()
			a.Full = full
			a.Old, _ = fetch(t, config, a)
			if got := content(t, a.Old); got != want {
				t.Errorf("%s, full %t: %s", name, full, firstDifference(got, want))
			}
			if c := a.Old.Cut; len(c) != 1 || c[0].What != name || !c[0].Lasting || c[0].Kept.IsZero() {
				t.Errorf("%s, full %t: cut %+v", name, full, c)
			}
			if n := len(server.Requests()); !full && n > 2 {
				t.Errorf("%s: a refresh costs %d requests", name, n)
			}
		}
		first, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Private: true, Include: []string{name}})
		if c := first.Cut; len(c) != 1 || c[0].What != name || !ghsync.IsDenied(c[0]) {
			t.Errorf("%s: cut of a first read %+v", name, c)
		}
		anonymous, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo", Private: true, Include: []string{name}})
		if !slices.ContainsFunc(anonymous.Cut, func(c resume.Cut) bool { return c.What == name && ghsync.IsDenied(c) }) {
			t.Errorf("%s: cut without a token %+v", name, anonymous.Cut)
		}
		for _, full := range []bool{false, true} {
			a.Full = full
			if s, _ := fetch(t, at(server, ""), a); !hasRepository(s, name) {
				t.Errorf("%s, full %t: lost without a token", name, full)
			}
		}
		server.Set(with)
		a.Full = false
		a.Old, _ = fetch(t, config, a)
		if got := content(t, a.Old); got != want || len(a.Old.Cut) > 0 {
			t.Errorf("%s, seen again: %s, cut %v", name, firstDifference(got, want), a.Old.Cut)
		}
		a.Private = false
		a.Old, _ = fetch(t, config, a)
		if hasRepository(a.Old, name) {
			t.Errorf("%s is kept although the profile no longer allows it", name)
		}
	}
}

// TestRenamedPrivateRepository: the profile may name it as it was called before.
func TestRenamedPrivateRepository(t *testing.T) {
	account := githubtest.Demo()
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: "ada-demo/safe", Formerly: []string{"ada-demo/vault"}, Private: true, PushedAt: now})
	server := start(t, account)
	a := ghsync.Account{Login: "ada-demo", Private: true, Include: []string{"ada-demo/vault"}}
	for range 2 {
		if a.Old, _ = fetch(t, at(server, githubtest.Token), a); !hasRepository(a.Old, "ada-demo/safe") {
			t.Errorf("named %v", a.Old.Named)
		}
	}
}

func hasRepository(s *resume.Snapshot, name string) bool {
	return slices.ContainsFunc(s.Repositories, func(r resume.Repository) bool { return r.Name == name })
}
