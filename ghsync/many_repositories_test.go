package ghsync_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// inMany returns an account with own repositories, and with two commits in each of
// others', which begin on days that are apart.
func inMany(own, others, apart int) githubtest.Account {
	a := big(own, 3, 1)
	for i := range others {
		a.Repositories = append(a.Repositories, githubtest.Repository{
			Name: fmt.Sprintf("guild/tool-%d", i), Organization: true, PushedAt: now, FirstCommit: i * apart % 360,
			Commits: []githubtest.Commits{{Year: now.Year() - 2, Count: 2}},
		})
	}
	return a
}

// TestCommitsInManyRepositories: GitHub lists 100 repositories of a span. All are found in
// shorter spans, however many repositories the account has; what one day has beyond them is
// told.
func TestCommitsInManyRepositories(t *testing.T) {
	for _, c := range []struct {
		own, others, apart int
		isWhole            bool
		most               int // requests
	}{
		{3, 100, 1, true, 6},
		{3, 250, 1, true, 8},
		{3, 700, 1, true, 12},
		{450, 700, 1, true, 18},
		{3, 150, 0, false, 18},
		{450, 150, 0, false, 24},
	} {
		account := inMany(c.own, c.others, c.apart)
		server := start(t, account)
		var s *resume.Snapshot
		for run := range 2 {
			server.Reset()
			s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: account.Login, Old: s})
			if n := len(server.Requests()); n > c.most || run > 0 && n > 2 {
				t.Errorf("%+v: run %d takes %d requests", c, run, n)
			}
			commits := 0
			for _, span := range s.Commits {
				for _, n := range span.Commits {
					commits += n
				}
			}
			if isWhole := commits == 2*c.others; isWhole != c.isWhole {
				t.Errorf("%+v: run %d has %d commits, cut %v", c, run, commits, s.Cut)
			}
			if hasCut := slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return slices.Contains(c.Names, fmt.Sprint(now.Year()-2)) }); hasCut == c.isWhole {
				t.Errorf("%+v: run %d, cut %v", c, run, s.Cut)
			}
		}
	}
}
