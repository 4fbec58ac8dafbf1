package ghsync_test

import (
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

// TestAnAccountWithANewName: GitHub leads from the old name to the new one by REST alone.
// The account is read under its new name, which is said, with a token and without.
func TestAnAccountWithANewName(t *testing.T) {
	for _, token := range []string{"", githubtest.Token} {
		account := githubtest.Demo()
		server := start(t, account)
		address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
			rest, isOld := strings.CutPrefix(strings.TrimPrefix(r.URL.Path, "/api/v3"), "/users/ada-once")
			switch {
			case isOld && rest == "":
				http.Redirect(w, r, "/api/v3/users/ada-demo", http.StatusMovedPermanently)
			case isOld:
				return refusing(w, 404, `{"message": "Not Found"}`)
			default:
				return false
			}
			return true
		})
		good, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo"})
		old := *good
		old.Login = "ada-once"
		for _, known := range []bool{false, true} {
			var notices []string
			c := client(t, ghsync.Config{APIURL: address, Token: token, Timeout: time.Minute, Notice: func(s string) { notices = append(notices, s) }})
			a := ghsync.Account{Login: "ada-once", Now: now}
			if known {
				a.Old = &old
			}
			server.Reset()
			s, err := c.Fetch(t.Context(), a)
			if err != nil {
				t.Errorf("token %q, known %t: %v", token, known, err)
				continue
			}
			if said := strings.Join(notices, "\n"); s.Login != "ada-demo" || len(s.Repositories) != len(good.Repositories) || !strings.Contains(said, "is now called ada-demo") {
				t.Errorf("token %q, known %t: %s, %d repositories, said %q", token, known, s.Login, len(s.Repositories), said)
			}
		}
	}
}

// TestAShortListWithoutAToken: a refresh that is given fewer repositories than the account
// has keeps those that it knows, and says so, whatever its turn; the next one is whole.
func TestAShortListWithoutAToken(t *testing.T) {
	server := start(t, githubtest.Demo())
	good, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
	for _, list := range []string{"[]", `[{"node_id": "R_1", "full_name": null}]`} {
		var isShort atomic.Bool
		address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
			return isShort.Load() && strings.HasSuffix(r.URL.Path, "/repos") && refusing(w, 200, list)
		})
		s, when := good, now
		for refresh := range 4 {
			isShort.Store(refresh < 3)
			server.Reset()
			when = when.Add(2 * time.Minute)
			c := client(t, ghsync.Config{APIURL: address, Timeout: time.Minute})
			next, err := c.Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: when, Old: s})
			if err != nil {
				t.Fatal(err)
			}
			s = next
			isCut := slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return c.Part == resume.CutRepositories })
			if len(s.Repositories) != len(good.Repositories) || isCut != isShort.Load() {
				t.Errorf("%s, refresh %d: %d repositories, cut %v", list, refresh, len(s.Repositories), s.Cut)
			}
		}
	}
}

// TestTwinMergesWithoutAToken: results of a search have no ID of their repository. One that
// was renamed is not taken for another whose pull request of the same number was merged in the
// same second.
func TestTwinMergesWithoutAToken(t *testing.T) {
	account := githubtest.Demo()
	for i, name := range []string{"guild/anvil", "guild/bellows"} {
		account.Repositories = append(account.Repositories, githubtest.Repository{Name: name, ID: "R_" + name, Organization: true, Stars: 40 + 30*i, Description: "The " + name, PushedAt: now})
		account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: name, Number: 1, Title: "Heat", Branch: "heat", MergedAt: now.AddDate(0, 0, -9)})
	}
	for renamed := range 2 {
		server := start(t, account)
		known, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
		later := account
		later.Repositories, later.PullRequests = slices.Clone(account.Repositories), slices.Clone(account.PullRequests)
		i := len(later.Repositories) - 2 + renamed
		before := later.Repositories[i].Name
		later.Repositories[i].Name = "guild/zither"
		for j := range later.PullRequests {
			if later.PullRequests[j].Repository == before {
				later.PullRequests[j].Repository = "guild/zither"
			}
		}
		server.Set(later)
		server.Reset()
		fresh, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
		server.Reset()
		s := known
		for hour := range 9 { // parts are read in turn
			server.Reset()
			var err error
			if s, err = client(t, at(server, "")).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now.Add(time.Duration(hour+1) * time.Hour), Old: s}); err != nil {
				t.Fatal(err)
			}
			for _, w := range s.Contributions {
				if w.Repository == "guild/zither" && (w.Merged != 1 || *w.Stars != later.Repositories[i].Stars) {
					t.Errorf("%s is renamed: %d merges, %d stars", before, w.Merged, *w.Stars)
				}
			}
		}
		if got, want := bytesOf(t, resume.Snapshot{Contributions: s.Contributions}), bytesOf(t, resume.Snapshot{Contributions: fresh.Contributions}); got != want {
			t.Errorf("%s is renamed: %s", before, firstDifference(got, want))
		}
	}
}
