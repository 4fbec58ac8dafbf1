package ghsync_test

import (
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
		if !isDown(first) {
			t.Errorf("token %q: not seen", token)
		}
		if server.Set(account); !refreshes {
			continue // the weekly full read asks again
		}
		back, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo", Old: first})
		if isDown(back) {
			t.Error("still down after a refresh")
		}
		server.Set(down)
		if again, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo", Old: back}); !isDown(again) {
			t.Error("a refresh does not see it")
		}
	}
}
