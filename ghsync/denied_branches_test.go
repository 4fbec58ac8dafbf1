package ghsync_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// withTools returns an account with merges of its own and of tools, whose titles are alike.
func withTools(branches ...string) githubtest.Account {
	account := rich()
	for n, branch := range branches {
		account.PullRequests = append(account.PullRequests, githubtest.PullRequest{
			Repository: "golang/go", Number: 70000 + n, Title: fmt.Sprint("Keep things fresh ", n), Branch: branch, MergedAt: now.AddDate(0, 0, n-30),
		})
	}
	return account
}

// TestToolsWhoseBranchesAreDenied: searches tell which pull requests tools opened in the
// user's name, if GitHub denies the branches.
func TestToolsWhoseBranchesAreDenied(t *testing.T) {
	branches := []string{"renovate/all", "mine", "snyk-fix-1f", "dependabot/npm_and_yarn/x-2", "depfu/update/x", "mergify/bp/stable/pr-12", "renovate-docs"}
	open, denied := withTools(branches[:3]...), withTools(branches[:3]...)
	denied.Denied = []githubtest.Denial{{Field: "PullRequest.headRefName", Message: integration}}
	server := start(t, open)
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	server.Set(denied)
	server.Reset()
	s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	if is, want := content(t, s), content(t, good); is != want {
		t.Errorf("first: %s; %d merges, want %d", firstDifference(is, want), merged(s), merged(good))
	}
	open = withTools(branches...)
	server.Set(open)
	want, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	denied.PullRequests = open.PullRequests
	server.Set(denied)
	for mode, a := range map[string]ghsync.Account{"refresh": {Old: s}, "full": {Old: s, Full: true}, "of good": {Old: good}} {
		a.Login = "ada-demo"
		now, _ := fetch(t, at(server, githubtest.Token), a)
		if merged(now) != merged(want) {
			t.Errorf("%s: %d merges, want %d", mode, merged(now), merged(want))
		}
		server.Reset()
		fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: now})
		if n := len(server.Requests()); n > 2 {
			t.Errorf("%s: a refresh costs %d requests", mode, n)
		}
	}
}

// TestToolsThatCannotBeTold: if searches do not tell, the snapshot says so, and the next read
// that may find out does.
func TestToolsThatCannotBeTold(t *testing.T) {
	account := withTools("renovate/all", "mine")
	server := start(t, account)
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	account.Denied = []githubtest.Denial{{Field: "PullRequest.headRefName", Message: integration}}
	isUnknown := func(c resume.Cut) bool { return strings.Contains(c.What, "tools") }
	server.Set(account)
	config := ghsync.SpeedUp(ghsync.Config{Token: githubtest.Token, APIURL: before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
		return strings.Contains(body(t, r), "head:") && refusing(w, http.StatusBadGateway, `{}`)
	})}, 5000)
	s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
	if !slices.ContainsFunc(s.Cut, isUnknown) {
		t.Errorf("nothing says that tools are not known: %v", s.Cut)
	}
	server.Reset()
	if s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s}); merged(s) != merged(good) || slices.ContainsFunc(s.Cut, isUnknown) {
		t.Errorf("a healthy refresh: %d merges, want %d; %v", merged(s), merged(good), s.Cut)
	}
	account.Unsearchable = true
	server.Set(account)
	if s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"}); !slices.ContainsFunc(s.Cut, isUnknown) {
		t.Errorf("a private profile: nothing says that tools are not known: %v", s.Cut)
	}
}

// body returns the body of a request, which stays to be read.
func body(t *testing.T, r *http.Request) string {
	t.Helper()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Error(err)
	}
	r.Body = io.NopCloser(bytes.NewReader(text))
	return string(text)
}
