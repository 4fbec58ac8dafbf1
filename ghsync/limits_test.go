package ghsync_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// before starts a proxy that answers a request itself if instead returns true.
func before(t *testing.T, server *githubtest.Server, instead func(n int, w http.ResponseWriter, r *http.Request) bool) string {
	t.Helper()
	target, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(target)
	var mu sync.Mutex
	n := 0
	front := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		n++
		mine := n
		mu.Unlock()
		if !instead(mine, w, r) {
			proxy.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(front.Close)
	return front.URL
}

// limitForms are GitHub's ways of saying that a rate limit is exceeded, and the expected
// pauses.
var limitForms = []limitForm{
	{"primary, old", 200, nil, `{"errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded for user ID 1."}]}`, []string{"1m0s", "2m0s"}},
	{"primary, new", 200, map[string]string{"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "in 40"},
		`{"errors": [{"type": "RATE_LIMIT", "code": "graphql_rate_limit", "message": "API rate limit already exceeded for user ID 1."}]}`, []string{"41s", "41s"}},
	{"primary, 403", 403, map[string]string{"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "in 20"}, `{"message": "API rate limit exceeded"}`, []string{"21s", "21s"}},
	{"secondary, 200 without a type", 200, map[string]string{"Retry-After": "7"}, `{"data": null, "errors": [{"message": "You have exceeded a secondary rate limit."}]}`, []string{"7s", "7s"}},
	{"secondary, 403", 403, map[string]string{"Retry-After": "9"}, `{"message": "You have exceeded a secondary rate limit."}`, []string{"9s", "9s"}},
	{"secondary, 403 alone", 403, nil, `{"message": "You have exceeded a secondary rate limit."}`, []string{"1m0s", "2m0s"}},
	{"secondary, 429", 429, map[string]string{"Retry-After": "3"}, `{}`, []string{"3s", "3s"}},
	{"secondary, 429 alone", 429, nil, ``, []string{"1m0s", "2m0s"}},
}

type limitForm struct {
	name   string
	status int
	header map[string]string
	body   string
	waits  []string
}

// TestLimitsInAllForms: for every form of a limit, the pause is the time that GitHub
// names, else a minute that grows; then the read continues as if nothing had happened. An
// error names a reset only if GitHub does.
func TestLimitsInAllForms(t *testing.T) {
	want, _ := goodDay(t, githubtest.Token)
	for _, form := range limitForms {
		t.Run(form.name, func(t *testing.T) {
			t.Parallel()
			var mu sync.Mutex
			var notices []string
			refused := 0
			address := before(t, start(t, githubtest.Demo()), func(_ int, w http.ResponseWriter, r *http.Request) bool {
				mu.Lock()
				defer mu.Unlock()
				if !strings.HasSuffix(r.URL.Path, "/graphql") || refused == len(form.waits) {
					return false
				}
				refused++
				form.answer(w)
				return true
			})
			config := ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token, Notice: func(s string) {
				mu.Lock()
				defer mu.Unlock()
				notices = append(notices, strings.TrimPrefix(s, "GitHub asks to wait "))
			}}, 5000)
			s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
			if got := bytesOf(t, s); got != want {
				t.Errorf("another snapshot: %s", firstDifference(got, want))
			}
			if !slices.Equal(notices, form.waits) {
				t.Errorf("waited %v, want %v", notices, form.waits)
			}
		})
		t.Run(form.name+" for good", func(t *testing.T) {
			t.Parallel()
			address := before(t, start(t, githubtest.Demo()), func(_ int, w http.ResponseWriter, _ *http.Request) bool {
				form.answer(w)
				return true
			})
			c := client(t, ghsync.Config{APIURL: address, Token: githubtest.Token, Timeout: 800 * time.Millisecond})
			_, err := c.Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
			own, ok := errors.AsType[*ghsync.Error](err)
			if !ok || own.Reason != ghsync.RateLimited || own.Reset.IsZero() != (form.header == nil) || c.Usage().REST+c.Usage().GraphQL > 6 {
				t.Errorf("%v after %+v", err, c.Usage())
			}
		})
	}
}

func (f limitForm) answer(w http.ResponseWriter) {
	for name, value := range f.header {
		if seconds, relative := strings.CutPrefix(value, "in "); relative {
			n, err := strconv.Atoi(seconds)
			if err != nil {
				panic(err)
			}
			value = strconv.FormatInt(time.Now().Add(time.Duration(n)*time.Second).Unix(), 10)
		}
		w.Header().Set(name, value)
	}
	w.WriteHeader(f.status)
	_, _ = io.WriteString(w, f.body)
}

// TestRefusalsWithoutAToken: a denial for one repository or list does not end a read.
func TestRefusalsWithoutAToken(t *testing.T) {
	good, _ := fetch(t, at(start(t, githubtest.Demo()), ""), ghsync.Account{Login: "ada-demo"})
	for name, refuse := range map[string]func(w http.ResponseWriter, path string) bool{
		"taken down": func(w http.ResponseWriter, path string) bool {
			return strings.Contains(path+"/", "/repos/ada-demo/punchcard/") && refusing(w, 451, `{"message": "Repository access blocked", "block": {"reason": "dmca"}}`)
		},
		"against the terms": func(w http.ResponseWriter, path string) bool {
			return strings.Contains(path+"/", "/repos/ada-demo/ledgerd/") && refusing(w, 403, `{"message": "Repository access blocked", "block": {"reason": "tos"}}`)
		},
		"gone meanwhile": func(w http.ResponseWriter, path string) bool {
			return strings.Contains(path, "/repos/ada-demo/pgexplain/") && refusing(w, 404, `{"message": "Not Found"}`)
		},
		"moved without an address": func(w http.ResponseWriter, path string) bool {
			return strings.Contains(path, "/repos/ada-demo/pgexplain/") && refusing(w, 301, `{"message": "Moved Permanently"}`)
		},
		"empty after all": func(w http.ResponseWriter, path string) bool {
			return strings.Contains(path, "/git/trees/") && refusing(w, 409, `{"message": "Git Repository is empty."}`)
		},
		"organizations by policy": func(w http.ResponseWriter, path string) bool {
			return strings.HasSuffix(path, "/orgs") && refusing(w, 403, `{"message": "Although you appear to have the correct authorization credentials, the organization has an IP allow list enabled."}`)
		},
		"no organizations": func(w http.ResponseWriter, path string) bool {
			return strings.HasSuffix(path, "/orgs") && refusing(w, 200, `[]`)
		},
		"no social accounts": func(w http.ResponseWriter, path string) bool {
			return strings.HasSuffix(path, "/social_accounts") && refusing(w, 404, `{"message": "Not Found"}`)
		},
		"not searched": func(w http.ResponseWriter, path string) bool {
			return strings.HasSuffix(path, "/search/issues") && refusing(w, 422, `{"message": "Validation Failed"}`)
		},
		"search of repositories": func(w http.ResponseWriter, path string) bool {
			return strings.HasSuffix(path, "/search/repositories") && refusing(w, 422, `{"message": "Validation Failed"}`)
		},
		"releases moved": func(w http.ResponseWriter, path string) bool {
			if !strings.HasSuffix(path, "/repos/ada-demo/ledgerd/releases") {
				return false
			}
			w.Header().Set("Location", strings.Replace(path, "ledgerd", "punchcard", 1)) // under its current name
			return refusing(w, 301, `{"message": "Moved Permanently"}`)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			address := before(t, start(t, githubtest.Demo()), func(_ int, w http.ResponseWriter, r *http.Request) bool { return refuse(w, r.URL.Path) })
			config := ghsync.SpeedUp(ghsync.Config{APIURL: address}, 1000)
			cold, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
			if len(cold.Repositories) != len(good.Repositories) || cold.User.Name == "" {
				t.Errorf("%d repositories of %q", len(cold.Repositories), cold.User.Name)
			}
			for _, repo := range cold.Repositories {
				if takenDown := repo.Name == "ada-demo/punchcard" && name == "taken down" || repo.Name == "ada-demo/ledgerd" && name == "against the terms"; repo.Disabled != takenDown {
					t.Errorf("%s: disabled is %t", repo.Name, repo.Disabled)
				}
			}
			kept, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: good})
			if n := poorer(kept, good); n != "" {
				t.Errorf("a refresh loses %s", n)
			}
		})
	}
}

func refusing(w http.ResponseWriter, status int, body string) bool {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, body)
	return true
}

// poorer returns what now lacks compared with before.
func poorer(now, before *resume.Snapshot) string {
	for i, was := range before.Repositories {
		if i >= len(now.Repositories) || len(now.Repositories[i].Facts) < len(was.Facts) || len(now.Repositories[i].Languages) < len(was.Languages) {
			return was.Name
		}
	}
	if len(now.Contributions) < len(before.Contributions) || len(now.Organizations) < len(before.Organizations) || len(now.User.Social) < len(before.User.Social) {
		return "a list"
	}
	return ""
}
