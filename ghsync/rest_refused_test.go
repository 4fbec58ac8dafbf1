package ghsync_test

import (
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/resume"
)

// TestASingleRefusalTakesNothing: a first read without a token that is refused one request,
// whichever it is, is the same as one that is refused none.
func TestASingleRefusalTakesNothing(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
	requests := len(server.Requests())
	for i, status := range []int{403, 404, 410, 422, 451} {
		for nth := 1 + i; nth <= requests; nth += 3 {
			address := before(t, start(t, rich()), func(n int, w http.ResponseWriter, _ *http.Request) bool {
				return n == nth && refusing(w, status, `{"message": "No"}`)
			})
			s, usage := fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address}, 5000), ghsync.Account{Login: "ada-demo"})
			if s.FullAt = good.FullAt; !reflect.DeepEqual(s, good) || usage.REST > 60 {
				t.Errorf("%d for request %d: %d requests, cut %v", status, nth, usage.REST, s.Cut)
			}
		}
	}
}

// TestKnownLanguagesSurviveARefusal: the languages of a repository that was pushed to stay
// as they were if the new ones are refused, or are too many to be read at once.
func TestKnownLanguagesSurviveARefusal(t *testing.T) {
	for _, status := range []int{0, 403, 404, 410, 451, 500} {
		t.Run(fmt.Sprint(status), func(t *testing.T) {
			var isHealthy atomic.Bool
			server := start(t, rich())
			address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
				return status != 0 && !isHealthy.Load() && strings.HasSuffix(r.URL.Path, "/languages") && refusing(w, status, `{"message": "No"}`)
			})
			good, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
			pushed := rich()
			for i := range pushed.Repositories {
				if repo := &pushed.Repositories[i]; repo.Languages != nil {
					repo.PushedAt, repo.Languages = now.Add(time.Duration(i)*time.Minute), map[string]int64{"Zig": 77}
				}
			}
			server.Set(pushed)
			config := ghsync.SpeedUp(ghsync.Config{APIURL: address}, 5000)
			s := good
			read := func(hours int) {
				server.Reset()
				var err error
				if s, err = client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now.Add(time.Duration(hours) * time.Hour), Old: s}); err != nil {
					t.Fatal(err)
				}
			}
			read(1)
			for _, c := range s.Cut {
				if strings.HasPrefix(c.What, "languages") && c.Kept.IsZero() {
					t.Errorf("%v does not say that they are kept", c)
				}
			}
			for i, repo := range s.Repositories {
				if len(repo.Languages) == 0 && len(good.Repositories[i].Languages) > 0 {
					t.Errorf("%s has no language now; cut %v", repo.Name, s.Cut)
				}
			}
			isHealthy.Store(true)
			for i := range 8 {
				read(2 + i)
			}
			for _, repo := range s.Repositories {
				if len(repo.Languages) > 0 && !repo.Archived && repo.Languages["Zig"] == 0 {
					t.Errorf("%s has old languages in the end: %v", repo.Name, repo.Languages)
				}
			}
		})
	}
}

// TestRefusedLanguagesComeBack: a repository whose languages are refused during a whole read
// stays a project, is named, and has its languages after one refresh of two requests. While
// the refusal lasts, refreshes cost two, too.
func TestRefusedLanguagesComeBack(t *testing.T) {
	for _, status := range []int{403, 404, 410, 422, 451} {
		t.Run(fmt.Sprint(status), func(t *testing.T) {
			var isHealthy atomic.Bool
			server := start(t, rich())
			address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
				return !isHealthy.Load() && strings.HasSuffix(r.URL.Path, "/punchcard/languages") && refusing(w, status, `{"message": "No"}`)
			})
			config := ghsync.SpeedUp(ghsync.Config{APIURL: address}, 5000)
			read := func(at time.Time, old *resume.Snapshot) *resume.Snapshot {
				s, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: at, Old: old})
				if err != nil {
					t.Fatal(err)
				}
				return s
			}
			s := read(now, nil)
			told := ""
			for _, c := range s.Cut {
				told += c.String() + "\n"
			}
			if !strings.Contains(told, "languages of ada-demo/punchcard (") {
				t.Errorf("told: %s", told)
			}
			for i := range 6 {
				server.Reset()
				s = read(now.Add(time.Duration(i+1)*time.Hour), s)
				if n := len(server.Requests()); n > 2 {
					t.Errorf("a refresh costs %d requests", n)
				}
			}
			s = read(now, nil)
			isHealthy.Store(true)
			server.Reset()
			s = read(now.Add(time.Hour), s)
			if n := len(server.Requests()); n > 2 {
				t.Errorf("the refresh that brings them back costs %d requests", n)
			}
			for _, repo := range s.Repositories {
				if repo.Name == "ada-demo/punchcard" && (repo.Disabled || repo.Languages == nil) {
					t.Errorf("%+v", repo)
				}
			}
		})
	}
}
