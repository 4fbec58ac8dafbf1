package ghsync_test

import (
	"errors"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
)

// TestEndlessLimitCostsLittle: while GitHub refuses everything, one request at a time asks
// whether it still does, and not for long; after a limit that ends, nothing is missing.
func TestEndlessLimitCostsLittle(t *testing.T) {
	server := start(t, rich())
	good, usage := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo"})
	for from := 1; from <= usage.REST; from += 7 {
		for _, times := range []int32{9, 1000} {
			server.Reset()
			var refused atomic.Int32
			address := before(t, server, func(n int, w http.ResponseWriter, _ *http.Request) bool {
				if n < from || refused.Load() >= times {
					return false
				}
				refused.Add(1)
				w.Header().Set("Retry-After", "1")
				return refusing(w, http.StatusForbidden, `{"message": "You have exceeded a secondary rate limit."}`)
			})
			s, err := client(t, ghsync.SpeedUp(ghsync.Config{APIURL: address}, 1000)).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
			if n := refused.Load(); n > 25 {
				t.Errorf("from request %d: %d were refused", from, n)
			}
			if own, ok := errors.AsType[*ghsync.Error](err); err != nil && (!ok || own.Reason != ghsync.RateLimited) {
				t.Errorf("from request %d: %v", from, err)
			}
			if err == nil && times == 9 && len(s.Repositories) < len(good.Repositories) {
				t.Errorf("from request %d: %d repositories", from, len(s.Repositories))
			}
		}
	}
}

// TestLimitBeyondTheTimeEndsAll: if GitHub asks to wait for longer than there is time, no
// other request is sent.
func TestLimitBeyondTheTimeEndsAll(t *testing.T) {
	server := start(t, rich())
	var after atomic.Int32
	address := before(t, server, func(n int, w http.ResponseWriter, r *http.Request) bool {
		if !strings.Contains(r.URL.Path, "/languages") {
			return false
		}
		after.Add(1)
		w.Header().Set("Retry-After", "3600")
		return refusing(w, http.StatusTooManyRequests, `{}`)
	})
	s, err := client(t, ghsync.Config{APIURL: address, Timeout: 30 * time.Second}).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
	if err != nil || len(s.Cut) == 0 || after.Load() > 6 {
		t.Errorf("%v after %d refusals", err, after.Load())
	}
}
