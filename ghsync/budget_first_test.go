package ghsync_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// withFiles gives the repositories files, and adds repositories of others that only commits
// lead to.
func withFiles(a githubtest.Account, foreign int) githubtest.Account {
	files := map[string]string{"go.mod": "module x\n", "Dockerfile": "FROM scratch\n", "package.json": "{}"}
	for i := range a.Repositories {
		a.Repositories[i].Files = files
	}
	for i := range foreign {
		a.Repositories = append(a.Repositories, githubtest.Repository{
			Name: fmt.Sprintf("guild/tool-%d", i), Organization: true, PushedAt: now, Files: files, Languages: map[string]int64{"Go": 9},
			Commits: []githubtest.Commits{{Year: now.Year() - 1, Count: 40}},
		})
	}
	return a
}

// TestBudgetOfAFirstRead: more files than one request may ask for, more pull requests than
// two pages have, and repositories known from commits alone share the requests there are.
func TestBudgetOfAFirstRead(t *testing.T) {
	for pulls, most := range map[int]int{99: 6, 101: 6, 200: 6, 201: 6, 250: 6, 300: 6, 303: 7, 400: 7} {
		account := withFiles(big(120, pulls, 60), 5)
		server := start(t, account)
		s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: account.Login})
		wantWhole(t, s, 125, pulls)
		if n := len(server.Requests()); n > most {
			t.Errorf("%d pull requests: %d requests, want at most %d", pulls, n, most)
		}
		for _, repo := range s.Repositories {
			if strings.HasPrefix(repo.Name, "guild/") && (repo.FilesAt.IsZero() || len(repo.Facts) == 0) {
				t.Errorf("%d pull requests: the files of %s are not read", pulls, repo.Name)
			}
		}
	}
}

// TestManyPullRequestsOfOneSecond: from both ends of such a search the same ones come first.
func TestManyPullRequestsOfOneSecond(t *testing.T) {
	account := big(3, 450, 10)
	for i := range account.PullRequests {
		account.PullRequests[i].MergedAt = now.AddDate(-1, 0, 0)
	}
	server := start(t, account)
	s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: account.Login})
	wantWhole(t, s, 3, 450)
}
