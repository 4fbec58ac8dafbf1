package ghsync_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

func TestErrorsAreOneLineWithAHint(t *testing.T) {
	const token = "ghp_veryverysecret"
	server := start(t, githubtest.Demo())
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Write([]byte("<html>Log in</html>"))
	}))
	t.Cleanup(page.Close)
	spent := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("X-Ratelimit-Remaining", "0")
		w.Header().Set("X-Ratelimit-Reset", "4102444800")
		w.WriteHeader(http.StatusForbidden)
		w.Write([]byte(`{"message": "API rate limit exceeded"}`))
	}))
	t.Cleanup(spent.Close)
	pace := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", "86400")
		w.WriteHeader(http.StatusForbidden)
		w.Write([]byte(`{"message": "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}`))
	}))
	t.Cleanup(pace.Close)
	elsewhere := httptest.NewServer(http.RedirectHandler(page.URL+"/graphql", http.StatusPermanentRedirect))
	t.Cleanup(elsewhere.Close)
	odd := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Write([]byte(`{"login": "ada-demo", "public_repos": "many"}`))
	}))
	t.Cleanup(odd.Close)
	closed := httptest.NewServer(nil)
	closed.Close()
	for _, test := range []struct {
		name   string
		login  string
		config ghsync.Config
		reason ghsync.Reason
		says   string
	}{
		{"unknown user", "nobody", ghsync.Config{APIURL: server.URL}, ghsync.UnknownUser, `no user "nobody"`},
		{"bad token", "ada-demo", ghsync.Config{APIURL: server.URL, Token: token}, ghsync.BadToken, "token"},
		{"html", "ada-demo", ghsync.Config{APIURL: page.URL}, ghsync.LoginPage, "JSON"},
		{"limit", "ada-demo", ghsync.Config{APIURL: spent.URL}, ghsync.RateLimited, "2100-01-01 00:00:00 UTC"},
		{"secondary limit", "ada-demo", ghsync.Config{APIURL: pace.URL}, ghsync.RateLimited, "fewer requests at a time"},
		{"secondary limit in GitHub's words", "ada-demo", ghsync.Config{APIURL: pace.URL, Token: token}, ghsync.RateLimited, ": You have exceeded a secondary rate limit"},
		{"redirect", "ada-demo", ghsync.Config{APIURL: server.URL, GraphQLURL: elsewhere.URL, Token: githubtest.Token}, ghsync.NotGitHub, "redirects to " + page.URL},
		{"odd value", "ada-demo", ghsync.Config{APIURL: odd.URL}, ghsync.Incomplete, "public_repos is a string"},
		{"no network", "ada-demo", ghsync.Config{APIURL: closed.URL}, ghsync.ConnectionRefused, "refused"},
		{"no address", "ada-demo", ghsync.Config{APIURL: "github"}, ghsync.NotGitHub, "address"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.config.Timeout = time.Minute
			c, err := ghsync.New(ghsync.SpeedUp(test.config, 100))
			if err == nil {
				_, err = c.Fetch(t.Context(), ghsync.Account{Login: test.login, Now: now})
			}
			own, ok := errors.AsType[*ghsync.Error](err)
			if !ok || own.Reason != test.reason {
				t.Fatalf("got %v", err)
			}
			for _, line := range []string{own.Error(), own.Hint()} {
				if line == "" || strings.ContainsAny(line, "\n") || strings.Contains(line, token) {
					t.Errorf("bad line %q", line)
				}
			}
			if !strings.Contains(own.Error(), test.says) {
				t.Errorf("%q does not say %q", own.Error(), test.says)
			}
		})
	}
}
