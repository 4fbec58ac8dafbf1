package ghsync_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// behindAPolicy returns an account with merges, most of them tools', that a policy hides.
func behindAPolicy(mine int, branches ...string) githubtest.Account {
	account := githubtest.Demo()
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: "guild/forge", ID: "R_forge", Organization: true, Stars: 50, PushedAt: now})
	for range mine {
		branches = append(branches, "mine")
	}
	for n, branch := range branches {
		account.PullRequests = append(account.PullRequests, githubtest.PullRequest{
			Repository: "guild/forge", Number: n + 1, Title: fmt.Sprint("Bump left-pad from 1.1 to 1.", n), Branch: branch, MergedAt: now.AddDate(0, 0, n-len(branches)),
		})
	}
	account.Denied = []githubtest.Denial{{Field: "PullRequest.repository", Owner: "guild", Message: "`guild` keeps tokens out."}}
	return account
}

func forged(s *resume.Snapshot) int {
	for _, w := range s.Contributions {
		if w.Repository == "guild/forge" {
			return w.Merged
		}
	}
	return 0
}

// TestBotsBehindAPolicy: whichever way the merges are read, tools' are not the user's.
func TestBotsBehindAPolicy(t *testing.T) {
	many := slices.Repeat([]string{"dependabot/npm/left-pad"}, 130)
	for name, account := range map[string]githubtest.Account{
		"some": behindAPolicy(3, "renovate/all", "dependabot/npm/left-pad", "dependabot/npm/left-pad", "snyk-fix-1", "snyk-upgrade-1"),
		"all":  behindAPolicy(0, "dependabot/npm/left-pad", "dependabot/npm/left-pad"),
		"many": behindAPolicy(2, many...),
	} {
		want := 0
		for _, p := range account.PullRequests {
			if p.Repository == "guild/forge" && p.Branch == "mine" {
				want++
			}
		}
		open := account
		open.Denied = nil
		server := start(t, account)
		hidden, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
		server.Set(open)
		for _, token := range []string{githubtest.Token, ""} {
			server.Reset()
			read, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo"})
			if forged(read) != want || forged(hidden) != want {
				t.Errorf("%s, token %q: %d merges, %d behind the policy, want %d", name, token, forged(read), forged(hidden), want)
			}
		}
	}
}

// TestBotsBehindAPolicyThatAreNotSearched: if it cannot be known which merges are a tool's,
// the snapshot says so, and the next read finds out.
func TestBotsBehindAPolicyThatAreNotSearched(t *testing.T) {
	for _, status := range []int{422, 403, 502} {
		server := start(t, behindAPolicy(3, "dependabot/npm/left-pad", "renovate/all"))
		address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
			return strings.Contains(r.URL.Query().Get("q"), "head:dependabot") && refusing(w, status, `{"message": "Forbidden"}`)
		})
		s, _ := fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 5000), ghsync.Account{Login: "ada-demo"})
		if !slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return strings.Contains(c.What, "tools") }) {
			t.Errorf("%d: nothing says that tools are not known: %v", status, s.Cut)
		}
		server.Reset()
		if s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s}); forged(s) != 3 || len(s.Cut) > 0 {
			t.Errorf("%d: a healthy refresh: %d merges, want 3; %v", status, forged(s), s.Cut)
		}
	}
}

// TestKnownWorkUnderAToolsTitle: whoever opened a pull request is known from its branch. When
// a policy hides the branch, a title in the form of a tool's changes nothing.
func TestKnownWorkUnderAToolsTitle(t *testing.T) {
	account := githubtest.Demo()
	account.Repositories = append(account.Repositories, githubtest.Repository{Name: "guild/forge", ID: "R_forge", Organization: true, Stars: 90, PushedAt: now})
	account.PullRequests = append(account.PullRequests, githubtest.PullRequest{Repository: "guild/forge", Number: 4, Title: "Bump lodash from 1.0.0 to 1.0.1",
		Branch: "lodash", Additions: 7, Deletions: 5, MergedAt: now.AddDate(0, 0, -3)})
	server := start(t, account)
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	for _, owner := range []string{"guild", ""} {
		account.Denied = []githubtest.Denial{{Field: "PullRequest.repository", Owner: owner, Message: "The `guild` keeps tokens out."}}
		server.Set(account)
		for _, token := range []string{githubtest.Token, ""} {
			s := good
			for _, full := range []bool{true, false, true} {
				server.Reset()
				s, _ = fetch(t, at(server, token), ghsync.Account{Login: "ada-demo", Old: s, Full: full})
				if merged(s) != merged(good) {
					t.Errorf("denied of %q, token %q, full %t: %d merges, want %d", owner, token, full, merged(s), merged(good))
				}
			}
		}
	}
}
