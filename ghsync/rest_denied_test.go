package ghsync_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
)

// TestRESTDenied: what one request of a first read without a token, or all from then on,
// was denied, for no reason that lasts, is there after the next two reads: one may not have
// room for all of it.
func TestRESTDenied(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
	for nth := 1; nth <= len(server.Requests()); nth++ {
		t.Run(fmt.Sprint(nth), func(t *testing.T) {
			t.Parallel()
			server := start(t, rich())
			var isHealthy atomic.Bool
			address := before(t, server, func(n int, w http.ResponseWriter, _ *http.Request) bool {
				return (n == nth || n > nth && nth%2 == 0 && !isHealthy.Load()) && refusing(w, http.StatusForbidden, `{"message": "Forbidden"}`)
			})
			config := ghsync.SpeedUp(ghsync.Config{APIURL: address}, 5000)
			s, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
			if err != nil {
				return // nothing was saved
			}
			denied := s.Cut
			isHealthy.Store(true)
			server.Reset() // an hour later, the limit is unused
			for hours := range time.Duration(2) {
				s, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: s, Now: now.Add((hours + 1) * time.Hour)})
			}
			if lost := poorer(s, good); lost != "" || len(s.Cut) > len(good.Cut) {
				t.Errorf("poorer: %q, cut %v, was %v", lost, s.Cut, denied)
			}
		})
	}
}

// TestRESTDeniedForGood: a repository that is taken down costs refreshes nothing, nor does
// a reason without a name once it has recurred.
func TestRESTDeniedForGood(t *testing.T) {
	for message, runs := range map[string]int{"Repository access blocked": 1, "Forbidden": 3} {
		server := start(t, rich())
		address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
			return r.URL.Path == "/repos/ada-demo/ledgerd/languages" && refusing(w, http.StatusForbidden, `{"message": "`+message+`"}`)
		})
		config := ghsync.SpeedUp(ghsync.Config{APIURL: address}, 5000)
		account := ghsync.Account{Login: "ada-demo"}
		for range runs {
			account.Old, _ = fetch(t, config, account)
		}
		server.Reset()
		fetch(t, config, account)
		if n := len(server.Requests()); n > 2 {
			t.Errorf("%s: a refresh costs %d requests", message, n)
		}
	}
}

// TestRESTFilesDeniedForGood: more repositories than a refresh has room for cost nothing
// once the denial has recurred.
func TestRESTFilesDeniedForGood(t *testing.T) {
	server := start(t, rich())
	address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
		return strings.Contains(r.URL.Path, "/git/trees/") && refusing(w, http.StatusForbidden, `{"message": "Forbidden"}`)
	})
	config := ghsync.SpeedUp(ghsync.Config{APIURL: address}, 5000)
	account := ghsync.Account{Login: "ada-demo"}
	for range 5 {
		account.Old, _ = fetch(t, config, account)
		server.Reset() // an hour later
	}
	s, _ := fetch(t, config, account)
	if n := len(server.Requests()); n > 2 {
		t.Errorf("a refresh costs %d requests; cut %v", n, s.Cut)
	}
}
