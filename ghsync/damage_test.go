package ghsync_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestDamagedAnswers: after answers that only look complete and faults of every kind,
// once or permanent, at any request, the old data is kept, nothing is counted twice, and
// the next good read returns the good bytes.
func TestDamagedAnswers(t *testing.T) {
	for _, token := range []string{githubtest.Token, ""} {
		m := newMatrix(t, token)
		for k, kind := range allKinds() {
			t.Run(fmt.Sprintf("%s/token=%t/full", kind, token != ""), func(t *testing.T) {
				t.Parallel()
				m.runAll(t, true, k, m.requests, m.step, kind)
			})
			t.Run(fmt.Sprintf("%s/token=%t/refresh", kind, token != ""), func(t *testing.T) {
				t.Parallel()
				m.runAll(t, false, k, m.refreshes, 1, kind)
			})
		}
	}
}

// matrix is the expected result of every fault at every request.
type matrix struct {
	token           string
	good, refreshed *resume.Snapshot
	requests, step  int // of a full read
	refreshes       int // requests of a refresh
}

func newMatrix(t *testing.T, token string) matrix {
	m := matrix{token: token, step: 1}
	server := start(t, githubtest.Demo())
	m.good, _ = fetch(t, at(server, token), ghsync.Account{Login: "ada-demo"})
	m.requests = len(server.Requests())
	server.Reset()
	m.refreshed, _ = fetch(t, at(server, token), ghsync.Account{Login: "ada-demo", Old: m.good})
	m.refreshes = len(server.Requests())
	if token == "" {
		m.step = 6 // there are many requests of few kinds
	}
	return m
}

// runAll injects the k-th kind of fault at each request, once and permanently. Without a
// token, when many requests are alike, it alternates between the two; a short run, which
// looks for races, tests one request only.
func (m matrix) runAll(t *testing.T, full bool, k, requests, step int, kind githubtest.FaultKind) {
	t.Helper()
	for nth := 1; nth <= requests; nth += step {
		at := k + (nth-1)/step
		for i, times := range []int{1, -1} {
			if m.token == "" && full && at%2 != i || testing.Short() && (at%min(requests, 4) != 0 || i != k%2) {
				continue
			}
			m.run(t, full, githubtest.Fault{Nth: nth, Times: times, Kind: kind})
		}
	}
}

// run reads with a fault, then twice without.
func (m matrix) run(t *testing.T, full bool, fault githubtest.Fault) {
	t.Helper()
	server := start(t, githubtest.Demo())
	defer server.Close()
	server.Break(fault)
	config := ghsync.SpeedUp(at(server, m.token), 1000)
	config.Timeout = time.Minute
	s, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now, Old: m.good, Full: full})
	when := fmt.Sprintf("request %d, %d times", fault.Nth, fault.Times)
	if n := len(server.Requests()); n > mostOfDamage {
		t.Errorf("%s: %d requests", when, n)
	}
	if err != nil {
		s = m.good // the run failed, so the old snapshot is unchanged
	} else {
		wantNotPoorer(t, when, m.good, s)
	}
	for range 2 { // what was kept is requested again
		server.Reset()
		s, _ = fetch(t, at(server, m.token), ghsync.Account{Login: "ada-demo", Old: s})
	}
	if got, want := bytesOf(t, s), bytesOf(t, m.refreshed); got != want {
		t.Fatalf("%s: a healthy run gives another snapshot: %s", when, firstDifference(got, want))
	}
}

// mostOfDamage is what a read of the demo account costs at most, whatever is damaged.
const mostOfDamage = 125

// allKinds returns all kinds of faults and damage, each once.
func allKinds() []githubtest.FaultKind {
	kinds := slices.Concat(githubtest.DamageKinds(), githubtest.FaultKinds(), githubtest.HeavyKinds())
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// TestOldSnapshotStays: two runs may start from one saved snapshot, so neither writes to
// it, not even past the end of its slices, where only the race detector would notice.
func TestOldSnapshotStays(t *testing.T) {
	old, _ := goodSnapshot(t, ghsync.Account{Login: "ada-demo"})
	spare := resume.Pull{Number: -1}
	for i := range old.Contributions {
		pulls := &old.Contributions[i].Pulls
		*pulls = append(*pulls, spare)[:len(*pulls)]
	}
	before := bytesOf(t, old)
	for _, token := range []string{githubtest.Token, ""} {
		for _, full := range []bool{true, false} {
			fetch(t, at(start(t, githubtest.Demo()), token), ghsync.Account{Login: "ada-demo", Old: old, Full: full})
			if now := bytesOf(t, old); now != before {
				t.Errorf("token %q, full %t: the old snapshot was changed: %s", token, full, firstDifference(before, now))
			}
			for _, c := range old.Contributions {
				if behind := c.Pulls[:len(c.Pulls)+1][len(c.Pulls)]; behind != spare {
					t.Errorf("token %q, full %t: %s: pull request %d was written behind the list", token, full, c.Repository, behind.Number)
				}
			}
		}
	}
}

func goodSnapshot(t *testing.T, a ghsync.Account) (*resume.Snapshot, int) {
	t.Helper()
	server := start(t, githubtest.Demo())
	s, _ := fetch(t, at(server, githubtest.Token), a)
	return s, len(server.Requests())
}

// wantNotPoorer compares what a resume is made of.
func wantNotPoorer(t *testing.T, when string, before, now *resume.Snapshot) {
	t.Helper()
	if now.User.Name != before.User.Name || len(now.Pinned) != len(before.Pinned) || len(now.Organizations) != len(before.Organizations) {
		t.Errorf("%s: profile %+v, pinned %v, organizations %v", when, now.User, now.Pinned, now.Organizations)
	}
	if len(now.Repositories) != len(before.Repositories) || len(now.Contributions) != len(before.Contributions) {
		t.Fatalf("%s: %d repositories, %d contributions; cut %v", when, len(now.Repositories), len(now.Contributions), now.Cut)
	}
	for i, was := range before.Repositories {
		is := now.Repositories[i]
		if len(is.Facts) != len(was.Facts) || count(is.OwnCommits) != count(was.OwnCommits) || len(is.Languages) != len(was.Languages) {
			t.Errorf("%s: %s: %d facts, %d commits, %d languages; were %d, %d, %d", when, was.Name,
				len(is.Facts), count(is.OwnCommits), len(is.Languages), len(was.Facts), count(was.OwnCommits), len(was.Languages))
		}
		if is.Downloads != nil && was.Downloads != nil && *is.Downloads != *was.Downloads {
			t.Errorf("%s: %s has %d downloads, had %d", when, was.Name, *is.Downloads, *was.Downloads)
		}
	}
	for i, was := range before.Contributions {
		if is := now.Contributions[i]; is.Merged != was.Merged {
			t.Errorf("%s: %s has %d merges, had %d", when, was.Repository, is.Merged, was.Merged)
		}
	}
}

func count(n *int) int {
	if n == nil {
		return -1
	}
	return *n
}

// firstDifference returns the first line at which two texts differ.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d: %q, want %s", i+1, g[i:min(i+8, len(g))], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
