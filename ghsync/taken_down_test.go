package ghsync_test

import (
	"slices"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestTakenDownWork: a repository contributed to that GitHub disabled is known as such, from
// the first read or from a refresh, and again as usual once it is back.
func TestTakenDownWork(t *testing.T) {
	const name = "jackc/pgx"
	account, down := githubtest.Demo(), githubtest.Demo()
	for i := range down.Repositories {
		if down.Repositories[i].Name == name {
			down.Repositories[i].Disabled = true
		}
	}
	isDown := func(s *resume.Snapshot) bool {
		for _, w := range s.Contributions {
			if w.Repository == name {
				return w.Disabled
			}
		}
		t.Fatalf("%s is not there", name)
		return false
	}
	for token, refreshes := range map[string]bool{githubtest.Token: true, "": false} {
		server := start(t, down)
		first, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo"})
		wantTold(t, first, nil, name, true)
		same, usage := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo", Old: first})
		if wantTold(t, same, first, name, false); usage.REST+usage.GraphQL > 2 {
			t.Errorf("token %q: a refresh takes %+v", token, usage)
		}
		if !isDown(first) {
			t.Errorf("token %q: not seen", token)
		}
		if server.Set(account); !refreshes {
			continue // the weekly full read asks again
		}
		back, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo", Old: first})
		if len(back.Cut) > 0 {
			t.Errorf("it is back, cut %v", back.Cut)
		}
		if isDown(back) {
			t.Error("still down after a refresh")
		}
		server.Set(down)
		again, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo", Old: back})
		if wantTold(t, again, back, name, true); !isDown(again) {
			t.Error("a refresh does not see it")
		}
	}
}

// wantTold checks whether a read tells for the first time that a repository is taken down.
func wantTold(t *testing.T, s, old *resume.Snapshot, name string, wants bool) {
	t.Helper()
	isTold := slices.ContainsFunc(s.NewCuts(old), func(c resume.Cut) bool { return c.What == name && c.Lasting && !ghsync.IsDenied(c) })
	if isTold != wants {
		t.Errorf("told %t, want %t: cut %v", isTold, wants, s.Cut)
	}
}

// TestOwnRepositoryThatIsBack: an own repository that GitHub took down and gave back is there
// with all its details after the next refreshes, without a token, too.
func TestOwnRepositoryThatIsBack(t *testing.T) {
	account, down := rich(), rich()
	for i := range down.Repositories {
		if down.Repositories[i].Name == "ada-demo/ledgerd" {
			down.Repositories[i].Disabled = true
		}
	}
	for _, token := range []string{githubtest.Token, ""} {
		for _, first := range []githubtest.Account{account, down} {
			server := start(t, first)
			config := at(server, token)
			read := func(old *resume.Snapshot) *resume.Snapshot {
				server.Reset()
				s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: old})
				return s
			}
			s := read(nil)
			server.Set(down)
			s = read(s)
			server.Set(account)
			for range 8 { // without a token each has room for a few files
				s = read(s)
			}
			if got, want := content(t, s), content(t, read(nil)); got != want {
				t.Errorf("token %q: %s", token, firstDifference(got, want))
			}
		}
	}
}
