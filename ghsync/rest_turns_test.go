package ghsync_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// unsettled are the changes that REST shows no one without a token, or not at once.
var unsettled = []string{"hidden from searches", "no pins", "other pins", "a foreign repository is pinned", "given to the user", "a foreign repository deleted and made again"}

// TestRefreshesWithoutATokenFollowTheWorld: what two requests have no room for comes in
// turn, so that a few refreshes later the snapshot equals that of a first read.
func TestRefreshesWithoutATokenFollowTheWorld(t *testing.T) {
	worlds, steps := 4, 16
	if testing.Short() {
		worlds, steps = 1, 8
	}
	for seed := range worlds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			m := &moving{Account: big(14, 25, 6), Rand: rand.New(rand.NewPCG(uint64(seed), 11)), now: now}
			for i := range m.Repositories {
				m.ids++
				m.Repositories[i].ID = fmt.Sprint("R_world", m.ids)
			}
			server := start(t, m.copied())
			config := ghsync.SpeedUp(at(server, ""), 1000)
			s := read(t, config, m.now, nil)
			var story []string
			for range steps {
				for range 1 + m.IntN(2) {
					c := changes[m.IntN(len(changes))]
					if slices.Contains(unsettled, c.name) {
						continue
					}
					c.do(m)
					story = append(story, c.name)
				}
				server.Set(m.copied())
				for range 8 { // each of four parts has its turn
					m.now = m.now.Add(2 * time.Minute)
					server.Reset()
					s = read(t, config, m.now, s)
				}
				if n := len(server.Requests()); n > 2 {
					t.Errorf("the last refresh cost %d requests, cut %v", n, s.Cut)
				}
				server.Reset()
				fresh := read(t, config, m.now, nil)
				if got, want := listed(t, s, fresh), listed(t, fresh, fresh); got != want {
					t.Fatalf("after %s: %s", strings.Join(story, ", "), firstDifference(got, want))
				}
			}
		})
	}
}

// listed returns what the lists and searches have of an account, and the languages that a
// first read has, too.
func listed(t *testing.T, s, fresh *resume.Snapshot) string {
	t.Helper()
	out := struct {
		User          resume.User
		Organizations []string
		Repositories  []resume.Repository
		Contributions []resume.MergedWork
	}{s.User, s.Organizations, slices.Clone(s.Repositories), s.Contributions}
	for i := range out.Repositories {
		r := &out.Repositories[i]
		r.Facts, r.FilesAt, r.Downloads, r.Releases, r.LatestRelease = nil, time.Time{}, nil, nil, nil
		isRead := func(f resume.Repository) bool { return f.ID == r.ID && f.Languages != nil }
		if !slices.ContainsFunc(fresh.Repositories, isRead) {
			r.Languages = nil
		}
	}
	data, err := json.MarshalIndent(out, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestTurnsWithoutAToken: a refresh costs two requests whatever its turn, every other one
// searches, and a change that no list shows is there after the turn of its part.
func TestTurnsWithoutAToken(t *testing.T) {
	account := big(8, 60, 60) // too many to be found by one search
	server := start(t, account)
	config := ghsync.SpeedUp(at(server, ""), 1000)
	at := now
	s := read(t, config, at, nil)
	account.Bio, account.Organizations = "Now with a bio", []string{"guild", "club"}
	account.Social = []githubtest.Social{{Provider: "GENERIC", URL: "https://a.example"}}
	account.Repositories = slices.Clone(account.Repositories)
	for i := range account.Repositories {
		account.Repositories[i].Stars += 1000
	}
	server.Set(account)
	searches := 0
	for range 12 {
		at = at.Add(time.Hour)
		server.Reset()
		s = read(t, config, at, s)
		for _, r := range server.Requests() {
			if strings.Contains(r.Path, "/search/issues") {
				searches++
			}
		}
		if n := len(server.Requests()); n != 2 {
			t.Errorf("a refresh cost %d requests", n)
		}
	}
	if searches != 6 || s.User.Bio != account.Bio || len(s.Organizations) != 2 || len(s.User.Social) != 1 {
		t.Errorf("%d searches; profile %+v, organizations %v", searches, s.User, s.Organizations)
	}
	for _, w := range s.Contributions {
		if w.Stars == nil || *w.Stars < 1000 {
			t.Errorf("%s has %v stars", w.Repository, w.Stars)
		}
	}
}

// TestADailyRefreshWithoutATokenFindsMerges: the profile is due every day, but does not
// keep the search from its turn.
func TestADailyRefreshWithoutATokenFindsMerges(t *testing.T) {
	account := big(8, 12, 3)
	server := start(t, account)
	config := at(server, "")
	s := read(t, config, now, nil)
	for day := range 4 {
		account.PullRequests = append(slices.Clone(account.PullRequests), githubtest.PullRequest{Repository: "others/lib-0001", Number: 900 + day, Title: "Mend it", MergedAt: now.AddDate(0, 0, day)})
		server.Set(account)
		server.Reset()
		s = read(t, config, now.AddDate(0, 0, day+1), s)
	}
	if missing := len(account.PullRequests) - merged(s); missing > 1 {
		t.Errorf("%d merges are missing", missing)
	}
}
