package ghsync_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/internal/racing"
	"github.com/ghresume/ghresume/resume"
)

// big returns an account with this many repositories and pull requests, merged in
// elsewhere other repositories; most of them are recent, as usual.
func big(repositories, pulls, elsewhere int) githubtest.Account {
	a := githubtest.Account{Login: "busy", Name: "Busy Beaver", CreatedAt: now.AddDate(-12, 0, 0), Organizations: []string{"guild"}}
	for i := range repositories {
		at := now.AddDate(0, 0, -i%3000)
		a.Repositories = append(a.Repositories, githubtest.Repository{
			Name: fmt.Sprintf("busy/repo-%05d", i), Stars: i % 97, CreatedAt: at.AddDate(-1, 0, 0).Add(time.Duration(i) * time.Second), PushedAt: at,
			Languages: map[string]int64{"Go": int64(1000 + i), "Shell": 10}, Topics: []string{"go"},
		})
	}
	a.Repositories = append(a.Repositories, githubtest.Repository{Name: "busy/secret", Private: true, PushedAt: now})
	for i := range elsewhere {
		a.Repositories = append(a.Repositories, githubtest.Repository{
			Name: fmt.Sprintf("others/lib-%04d", i), Organization: true, Stars: i, PushedAt: now, Languages: map[string]int64{"C": 5},
		})
	}
	for i := range pulls {
		part := float64(i) / float64(pulls)
		age := time.Duration(part * part * float64(10*365*24*time.Hour)).Truncate(time.Second)
		a.PullRequests = append(a.PullRequests, githubtest.PullRequest{
			Repository: fmt.Sprintf("others/lib-%04d", i%elsewhere), Number: i + 1, Title: "Fix it", MergedAt: now.Add(-age), Additions: 2, Deletions: 1,
		})
	}
	return a
}

func manyLanguages(n int) map[string]int64 {
	m := map[string]int64{}
	for i := range n {
		m[fmt.Sprintf("Language %03d", i)] = int64(n - i)
	}
	return m
}

// cost is what a read may cost at most: requests, and points of GitHub's hourly limits.
type cost struct{ requests, points int }

// budgets is what a full read and a refresh of an account may cost.
var budgets = []struct {
	name                           string
	repositories, pulls, elsewhere int
	token                          string
	cold, warm                     cost
	chain                          int
}{
	{"nothing", 0, 0, 1, githubtest.Token, cost{3, 3}, cost{2, 2}, 2},
	{"small", 25, 30, 8, githubtest.Token, cost{4, 5}, cost{2, 4}, 6},
	{"120 repositories", 120, 250, 160, githubtest.Token, cost{6, 10}, cost{2, 4}, 6},
	{"1,000 repositories", 1000, 1500, 300, githubtest.Token, cost{40, 60}, cost{3, 5}, 12}, // 4, or 5 where parallel answers cross
	{"10,000 repositories", 10000, 12000, 800, githubtest.Token, cost{400, 500}, cost{5, 7}, 400},
	{"nothing, no token", 0, 0, 1, "", cost{5, 5}, cost{2, 2}, 5},
	{"small, no token", 25, 30, 8, "", cost{60, 60}, cost{2, 2}, 60},
	{"120 repositories, no token", 120, 250, 160, "", cost{60, 60}, cost{2, 2}, 60},
	{"1,000 repositories, no token", 1000, 1500, 300, "", cost{60, 60}, cost{2, 2}, 60},
}

func TestBudgets(t *testing.T) {
	for _, b := range budgets {
		t.Run(b.name, func(t *testing.T) {
			if testing.Short() && b.repositories > 1000 {
				t.Skip("large")
			}
			account := big(b.repositories, b.pulls, b.elsewhere)
			server := start(t, account)
			config, a := at(server, b.token), ghsync.Account{Login: account.Login}
			var usage ghsync.Usage
			for _, within := range []cost{b.cold, b.warm} {
				server.Reset()
				a.Old, usage = fetch(t, config, a)
				if b.token != "" {
					wantWhole(t, a.Old, b.repositories, b.pulls)
				}
				got := cost{len(server.Requests()), usage.Points}
				if got.requests > within.requests || got.points > within.points || got.requests != usage.REST+usage.GraphQL {
					t.Errorf("%+v, usage %+v, want at most %+v", got, usage, within)
				}
				if server.Peak() > 6 {
					t.Errorf("%d requests at once", server.Peak())
				}
			}
		})
	}
}

// TestIndependentRequestsRunSideBySide: whether two requests overlap depends on timing,
// so on a busy machine the fastest of a few tries counts. The race detector makes the test
// server so slow that the client spares it.
func TestIndependentRequestsRunSideBySide(t *testing.T) {
	if racing.Detector {
		t.Skip("timing under the race detector shows nothing")
	}
	const tries = 5
	for _, b := range budgets[2:4] {
		account := big(b.repositories, b.pulls, b.elsewhere)
		server := start(t, account)
		server.Delay(40 * time.Millisecond)
		shortest := 0
		for try := range tries {
			server.Reset()
			fetch(t, at(server, githubtest.Token), ghsync.Account{Login: account.Login})
			if chain := server.Chain(); try == 0 || chain < shortest {
				shortest = chain
			}
			if shortest <= b.chain {
				break
			}
		}
		if shortest > b.chain {
			t.Errorf("%s: %d requests one after another, want at most %d", b.name, shortest, b.chain)
		}
	}
}

func wantWhole(t *testing.T, s *resume.Snapshot, repositories, pulls int) {
	t.Helper()
	merged := 0
	for _, w := range s.Contributions {
		merged += w.Merged
	}
	if len(s.Repositories) != repositories || merged != pulls || len(s.Cut) != 0 {
		t.Errorf("%d repositories, %d merged pull requests, cut %v; want %d and %d", len(s.Repositories), merged, s.Cut, repositories, pulls)
	}
}

// TestAnonymousBudget: a full read and refreshes report what the rate limits leave out.
func TestAnonymousBudget(t *testing.T) {
	account := big(3000, 1500, 300)
	server := start(t, account)
	a := ghsync.Account{Login: account.Login}
	s, _ := fetch(t, at(server, ""), a)
	if got := len(server.Requests()); got > 60 || len(s.Cut) == 0 {
		t.Errorf("cold: %d requests, cut %v", got, s.Cut)
	}
	server.Reset()
	a.Old = s
	again, _ := fetch(t, at(server, ""), a)
	if got := len(server.Requests()); got > 10 || len(again.Cut) == 0 {
		t.Errorf("warm: %d requests, cut %v", got, again.Cut)
	}
}

// TestWindowsOfCrowdedDays: all pull requests may fall on a few days of many years.
func TestWindowsOfCrowdedDays(t *testing.T) {
	account := big(3, 2600, 10)
	for i := range account.PullRequests {
		account.PullRequests[i].MergedAt = now.Add(-time.Duration(i) * time.Minute)
	}
	server := start(t, account)
	s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: account.Login})
	wantWhole(t, s, 3, 2600)
	for i := range account.PullRequests { // within one second, which cannot be split
		account.PullRequests[i].MergedAt = now.AddDate(-1, 0, 0)
	}
	server.Set(account)
	s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: account.Login})
	if len(s.Cut) == 0 {
		t.Error("1,600 pull requests are missing, and nothing says so")
	}
}

// TestBudgetOfAMember: repositories of the user's organizations, about which a refresh asks
// for more, cost no further request.
func TestBudgetOfAMember(t *testing.T) {
	account := big(1000, 1500, 90)
	account.Organizations = []string{"others"}
	server := start(t, account)
	config, a := at(server, githubtest.Token), ghsync.Account{Login: account.Login}
	for range 3 { // the second read has the files that the first had no room for
		server.Reset()
		a.Old, _ = fetch(t, config, a)
	}
	if n := len(server.Requests()); n > 3 || len(a.Old.Repositories) != 1090 {
		t.Errorf("a refresh of %d repositories costs %d requests", len(a.Old.Repositories), n)
	}
}
