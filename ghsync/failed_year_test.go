package ghsync_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// asksFor reports whether a request's body has a text; it can be read again.
func asksFor(r *http.Request, text string) bool {
	body, err := io.ReadAll(r.Body)
	r.Body = io.NopCloser(bytes.NewReader(body))
	return err == nil && bytes.Contains(body, []byte(text))
}

// commitsByYear adds up the commits of a snapshot.
func commitsByYear(s *resume.Snapshot) map[int]int {
	sums := map[int]int{}
	for _, span := range s.Commits {
		for _, n := range span.Commits {
			sums[span.From.Year()] += n
		}
	}
	return sums
}

// TestAYearThatFails: a year of commits that GitHub fails to give is named, and kept if it
// was known; the others are read. The next refresh asks only for that year.
func TestAYearThatFails(t *testing.T) {
	account := rich()
	server := start(t, account)
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	const year = 2025
	for _, status := range []int{500, 502, 504} {
		for _, times := range []int32{3, 1 << 30} {
			for how, a := range map[string]ghsync.Account{"first": {}, "full": {Old: good, Full: true}} {
				left := atomic.Int32{}
				left.Store(times)
				server.Reset()
				address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
					return asksFor(r, fmt.Sprintf("y%d:", year)) && left.Add(-1) >= 0 && refusing(w, status, `{"message": "Server Error"}`)
				})
				a.Login, a.Now = "ada-demo", now
				s, err := client(t, ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 5000)).Fetch(t.Context(), a)
				if err != nil {
					t.Fatal(err)
				}
				when := fmt.Sprintf("%s read, %d, %d times", how, status, times)
				t.Log(when, len(server.Requests()), s.Cut)
				isCut := slices.ContainsFunc(s.Cut, func(c resume.Cut) bool {
					return c.Part == resume.CutCommits && slices.Contains(c.Names, fmt.Sprint(year)) && c.Kept.IsZero() == (a.Old == nil) && !c.Lasting
				})
				is, was := commitsByYear(s), commitsByYear(good)
				if isGone := is[year] == 0; isCut != (times > 3) || isGone != (isCut && a.Old == nil) {
					t.Errorf("%s: %d commits, cut %+v", when, is[year], s.Cut)
				}
				for y, n := range was {
					if y != year && is[y] != n {
						t.Errorf("%s: %d commits in %d, want %d", when, is[y], y, n)
					}
				}
				server.Reset()
				s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
				if n := len(server.Requests()); n > 4 {
					t.Errorf("%s: the next refresh takes %d requests", when, n)
				}
				keepsMore(s, good)
				if got, want := content(t, s), content(t, good); got != want || len(s.Cut) > 0 {
					t.Errorf("%s: the next refresh: %s, cut %v", when, firstDifference(got, want), s.Cut)
				}
			}
		}
	}
}

// TestAYearThatGoesOnFailing: it is asked for a few times, then not before the next full
// read, and its age goes on being told.
func TestAYearThatGoesOnFailing(t *testing.T) {
	server := start(t, rich())
	s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
		return asksFor(r, "y2025:") && refusing(w, 502, `{"message": "Server Error"}`)
	})
	config := ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 5000)
	for run := range 6 {
		var usage ghsync.Usage
		s, usage = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s, Full: run == 0})
		if len(s.Cut) != 1 || s.Cut[0].Kept.IsZero() || commitsByYear(s)[2025] == 0 {
			t.Errorf("run %d: cut %+v", run, s.Cut)
		}
		if n := usage.REST + usage.GraphQL; run > 2 && n > 2 {
			t.Errorf("run %d takes %d requests", run, n)
		}
	}
}
