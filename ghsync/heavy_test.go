package ghsync_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// heavyAccount returns an account whose parts are large enough to be split: pages of
// repositories and pull requests, folders, files and years with commits.
func heavyAccount() githubtest.Account {
	a := big(130, 120, 12)
	for i := range a.Repositories[:20] {
		r := &a.Repositories[i]
		r.Stars = 500 - i
		r.Files = map[string]string{"go.mod": "module x\n\nrequire github.com/jackc/pgx/v5 v5.7.1\n", "Dockerfile": "FROM golang\n", "web/package.json": `{"dependencies": {"react": "19"}}`}
		r.Commits = []githubtest.Commits{{Year: 2024, Count: 200 + i}, {Year: 2025, Count: 100}}
	}
	return a
}

// heavyFields are what a request can ask too much of, with the server's limits.
var heavyFields = map[string]int{"entries": 90, "text": 5, "days": 100, "nameWithOwner": 40, "mergedAt": 30, "releases": 20}

// TestHeavyQueriesAreHalved: what is too heavy is requested in halves, however GitHub
// fails, and the snapshot equals that of a server without limits. A short run, which looks
// for races, has each failure and each field, but not all pairs of them.
func TestHeavyQueriesAreHalved(t *testing.T) {
	account := heavyAccount()
	want, _ := fetch(t, at(start(t, account), githubtest.Token), ghsync.Account{Login: account.Login})
	for k, kind := range githubtest.HeavyKinds() {
		for f, field := range slices.Sorted(maps.Keys(heavyFields)) {
			if testing.Short() && k%len(heavyFields) != f {
				continue
			}
			t.Run(fmt.Sprintf("%s/%s", kind, field), func(t *testing.T) {
				t.Parallel()
				account := heavyAccount()
				account.Heavy = []githubtest.Heavy{{Field: field, Most: heavyFields[field], As: kind}}
				server := start(t, account)
				got, _ := fetch(t, ghsync.SpeedUp(at(server, githubtest.Token), 1000), ghsync.Account{Login: account.Login})
				if difference := bytesOf(t, got); difference != bytesOf(t, want) {
					t.Errorf("another snapshot: %s", firstDifference(difference, bytesOf(t, want)))
				}
				if n := len(server.Requests()); n > 140 {
					t.Errorf("%d requests: what worked is not remembered", n)
				}
			})
		}
	}
}

// TestVainQuestionsEnd: queries that never succeed are soon given up, for all years.
func TestVainQuestionsEnd(t *testing.T) {
	account := heavyAccount()
	account.Heavy = []githubtest.Heavy{{Field: "days", Most: 0, As: githubtest.BadGateway}}
	server := start(t, account)
	s, _ := fetch(t, ghsync.SpeedUp(at(server, githubtest.Token), 5000), ghsync.Account{Login: account.Login})
	if n := len(server.Requests()); n > 80 || len(s.Cut) != 1 {
		t.Errorf("%d requests, cut %v", n, s.Cut)
	}
}

// TestTooHeavyEvenForOne: if even the smallest portion fails, it is a cut; all else is
// read, the old data is kept, and the next good read returns what it did before.
func TestTooHeavyEvenForOne(t *testing.T) {
	account := heavyAccount()
	server := start(t, account)
	config := ghsync.SpeedUp(at(server, githubtest.Token), 1000)
	good, _ := fetch(t, config, ghsync.Account{Login: account.Login})
	refreshed, _ := fetch(t, config, ghsync.Account{Login: account.Login, Old: good})
	for _, field := range []string{"entries", "text", "days"} {
		t.Run(field, func(t *testing.T) {
			sick := account
			sick.Heavy = []githubtest.Heavy{{Field: field, As: githubtest.GivenUp}}
			server := start(t, sick)
			config := ghsync.SpeedUp(at(server, githubtest.Token), 1000)
			cold, _ := fetch(t, config, ghsync.Account{Login: account.Login})
			if len(cold.Cut) == 0 || !strings.Contains(cold.Cut[0].Why, "gave up") || len(cold.Repositories) != len(good.Repositories) {
				t.Errorf("%d repositories, cut %v", len(cold.Repositories), cold.Cut)
			}
			kept, _ := fetch(t, config, ghsync.Account{Login: account.Login, Old: good, Full: true})
			wantNotPoorer(t, "too heavy", good, kept)
			server.Set(account)
			for range 2 {
				kept, _ = fetch(t, config, ghsync.Account{Login: account.Login, Old: kept})
			}
			if got := bytesOf(t, kept); got != bytesOf(t, refreshed) {
				t.Errorf("a healthy run gives another snapshot: %s", firstDifference(got, bytesOf(t, refreshed)))
			}
		})
	}
}

// TestFewDaysAtATime: if GitHub gives the commits of only a few days at a time, a read ends
// with a cut instead of hundreds of requests, and a refresh asks for none of them. What was
// known stays, and a full read has all again once GitHub gives more.
func TestFewDaysAtATime(t *testing.T) {
	account := heavyAccount()
	good, _ := fetch(t, at(start(t, account), githubtest.Token), ghsync.Account{Login: account.Login})
	account.Heavy = []githubtest.Heavy{{Field: "days", Most: 5, As: githubtest.GivenUp}}
	server := start(t, account)
	config := ghsync.SpeedUp(at(server, githubtest.Token), 1000)
	for name, old := range map[string]*resume.Snapshot{"first": nil, "full": good} {
		server.Reset()
		s, _ := fetch(t, config, ghsync.Account{Login: account.Login, Old: old, Full: true})
		if n := len(server.Requests()); n > 80 || len(s.Cut) != 1 || !s.Cut[0].Lasting {
			t.Errorf("%s: %d requests, cut %v", name, n, s.Cut)
		}
		if old != nil {
			wantNotPoorer(t, name, good, s)
		}
		server.Reset()
		s, _ = fetch(t, config, ghsync.Account{Login: account.Login, Old: s})
		if n := len(server.Requests()); n > 2 || len(s.Cut) != 1 {
			t.Errorf("%s: a refresh takes %d requests, cut %v", name, n, s.Cut)
		}
		healthy, _ := fetch(t, at(start(t, heavyAccount()), githubtest.Token), ghsync.Account{Login: account.Login, Old: s, Full: true})
		if got, want := content(t, healthy), content(t, good); got != want {
			t.Errorf("%s: %s", name, firstDifference(got, want))
		}
	}
}
