package ghsync_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestEmptyAnswersWithoutAToken: an answer without a body, which a proxy may give, is no
// empty list: it is asked for again, also in a first read.
func TestEmptyAnswersWithoutAToken(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
	want, requests := content(t, good), len(server.Requests())
	for n := 1; n <= requests; n++ {
		for _, answer := range []struct {
			status int
			body   string
		}{{200, ""}, {200, " \n"}, {200, "null"}, {202, ""}, {204, ""}} {
			t.Run(fmt.Sprintf("%d/%d/%q", n, answer.status, answer.body), func(t *testing.T) {
				address := emptyOnce(t, server, n, answer.status, answer.body)
				server.Reset()
				s, _ := fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address}, 1000), ghsync.Account{Login: "ada-demo"})
				if got := content(t, s); got != want {
					t.Errorf("changed by an answer without a body:\n%s", firstDifference(got, want))
				}
			})
		}
	}
}

func emptyOnce(t *testing.T, server *githubtest.Server, n, status int, body string) string {
	var done atomic.Bool
	return before(t, server, func(i int, w http.ResponseWriter, r *http.Request) bool {
		if i != n || strings.Contains(r.URL.Path, "graphql") || !done.CompareAndSwap(false, true) {
			return false
		}
		if status == http.StatusNoContent {
			w.WriteHeader(status)
			return true
		}
		return refusing(w, status, body)
	})
}
