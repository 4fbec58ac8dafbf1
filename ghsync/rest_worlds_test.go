package ghsync_test

import (
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// smallWorld returns an account with a few things of each kind, or none.
func smallWorld(random *rand.Rand) githubtest.Account {
	a := big(1+random.IntN(4), 0, 1+random.IntN(3))
	a.Organizations = a.Organizations[:random.IntN(2)]
	for i := range a.Repositories {
		r := &a.Repositories[i]
		r.ID, r.Stars = fmt.Sprintf("R_%d", i), random.IntN(50)
		if random.IntN(2) == 0 {
			r.Files = map[string]string{"go.mod": "module x\n\nrequire github.com/jackc/pgx/v5 v5.7.1\n", "Dockerfile": "FROM golang\n"}
		}
		r.Archived, r.Fork, r.Disabled = random.IntN(6) == 0, random.IntN(6) == 0, random.IntN(8) == 0
		for n := range random.IntN(3) {
			r.Releases = append(r.Releases, githubtest.Release{Tag: fmt.Sprintf("v%d", n), Downloads: n, At: now})
		}
	}
	for i := range random.IntN(4) {
		work := fmt.Sprintf("others/lib-%04d", 0)
		a.PullRequests = append(a.PullRequests, githubtest.PullRequest{Repository: work, Number: i + 1, Title: "Mend it", MergedAt: now.AddDate(0, -i, 0)})
	}
	if random.IntN(2) == 0 {
		a.Social = []githubtest.Social{{Provider: "mastodon", URL: "https://social.example/@busy"}}
	}
	return a
}

// oddAnswers are answers that take the place of the right one.
var oddAnswers = map[string]func(w http.ResponseWriter){
	"403": func(w http.ResponseWriter) { refusing(w, 403, `{"message": "Forbidden"}`) },
	"404": func(w http.ResponseWriter) { refusing(w, 404, `{"message": "Not Found"}`) },
	"410": func(w http.ResponseWriter) { refusing(w, 410, `{"message": "Gone"}`) },
	"429": func(w http.ResponseWriter) {
		w.Header().Set("Retry-After", "1")
		refusing(w, 429, `{"message": "Too many"}`)
	},
	"451":     func(w http.ResponseWriter) { refusing(w, 451, `{"message": "Repository access blocked"}`) },
	"500":     func(w http.ResponseWriter) { refusing(w, 500, `{"message": "Server Error"}`) },
	"no body": func(w http.ResponseWriter) { w.WriteHeader(200) },
	"cut body": func(w http.ResponseWriter) {
		w.Header().Set("Content-Length", "900")
		_, _ = io.WriteString(w, `[{"id": 1,`)
	},
	"an empty list":   func(w http.ResponseWriter) { refusing(w, 200, `[]`) },
	"an empty object": func(w http.ResponseWriter) { refusing(w, 200, `{}`) },
	"null":            func(w http.ResponseWriter) { refusing(w, 200, `null`) },
}

// TestOddAnswersInSmallWorlds: whichever answer without a token is a wrong one, nothing that
// was known is lost, and reads after it have what there is.
func TestOddAnswersInSmallWorlds(t *testing.T) {
	for seed := range uint64(worlds) {
		account := smallWorld(rand.New(rand.NewPCG(seed, 19)))
		server := start(t, account)
		good, usage := fetch(t, at(server, ""), ghsync.Account{Login: account.Login})
		want := content(t, good)
		for kind, answer := range oddAnswers {
			for _, how := range []string{"first", "refresh", "full"} {
				for nth := 1; nth <= usage.REST+4; nth++ {
					if how == "refresh" && nth > 4 {
						break
					}
					when := fmt.Sprintf("world %d, %s read, %s at request %d", seed, how, kind, nth)
					asked := ""
					address := before(t, server, func(n int, w http.ResponseWriter, r *http.Request) bool {
						if n == nth {
							asked = r.URL.String()
							answer(w)
						}
						return n == nth
					})
					server.Reset()
					c := client(t, ghsync.SpeedUp(ghsync.Config{APIURL: address, Timeout: 20 * time.Minute}, 1_000_000))
					a := ghsync.Account{Login: account.Login, Now: now.Add(time.Hour)}
					if how != "first" {
						a.Old, a.Full = good, how == "full"
					}
					s, err := c.Fetch(t.Context(), a)
					isFile := strings.Contains(asked, "/contents/") || strings.Contains(asked, "/git/trees/")
					if how == "first" && strings.HasPrefix(kind, "an empty") && !isFile {
						continue // nothing tells that there is more
					}
					switch {
					case err != nil:
						s = a.Old
					case how != "first" && poorer(s, good) != "":
						t.Errorf("%s (%s): loses %s, cut %v", when, asked, poorer(s, good), s.Cut)
					case how == "first" && content(t, s) != want && len(s.Cut) == len(good.Cut):
						t.Errorf("%s (%s): nothing says what is missing: %s", when, asked, firstDifference(content(t, s), want))
					}
					moment := a.Now
					for range 8 {
						server.Reset()
						moment = moment.Add(5 * time.Minute)
						s = read(t, at(server, ""), moment, s)
						if content(t, s) == want {
							break
						}
					}
					if got := content(t, s); got != want {
						t.Errorf("%s (%s): not whole after healthy reads: %s", when, asked, firstDifference(got, want))
					}
				}
			}
		}
	}
}

const worlds = 2
