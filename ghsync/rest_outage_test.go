package ghsync_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
)

// TestDetailsThatFailWithoutAToken: details that GitHub denies or never gives do not end a
// read without a token: they are kept, or missing until it gives them.
func TestDetailsThatFailWithoutAToken(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	for _, path := range []string{"/languages", "/releases", "/git/trees", "/contents", "/search/repositories"} {
		for _, status := range []int{403, 410, 500, 503} {
			address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
				return strings.Contains(r.URL.Path, path) && refusing(w, status, `{"message": "Blocked by somebody"}`)
			})
			broken := ghsync.SpeedUp(ghsync.Config{APIURL: address}, 1000)
			server.Reset()
			kept, _ := fetch(t, broken, ghsync.Account{Login: "ada-demo", Old: good, Full: true})
			if got := content(t, kept); got != want {
				t.Errorf("%d for %s after a good read: %s", status, path, firstDifference(got, want))
			}
			server.Reset()
			s, _ := fetch(t, broken, ghsync.Account{Login: "ada-demo"})
			if len(s.Repositories) != len(good.Repositories) || len(s.Contributions) != len(good.Contributions) || len(s.Cut) <= len(good.Cut) {
				t.Errorf("%d for %s: %d repositories, %d contributions, cut %v", status, path, len(s.Repositories), len(s.Contributions), s.Cut)
			}
			if n := len(server.Requests()); n > 60 {
				t.Errorf("%d for %s: %d requests", status, path, n)
			}
			if status < 500 {
				continue // the next full read asks again
			}
			server.Reset()
			s, _ = fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo", Old: s})
			if got := content(t, s); got != want || len(s.Cut) != len(good.Cut) {
				t.Errorf("%d for %s, then a healthy read: %s, cut %v", status, path, firstDifference(got, want), s.Cut)
			}
		}
	}
}
