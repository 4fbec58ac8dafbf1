package ghsync_test

import (
	"fmt"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
)

// TestBlockedOnce: a repository of others that GitHub blocks in one answer is known as before
// after the next good read; what was known of it stays meanwhile.
func TestBlockedOnce(t *testing.T) {
	const name = "jackc/pgx"
	server := start(t, rich())
	for _, include := range [][]string{nil, {name}} {
		a := ghsync.Account{Login: "ada-demo", Include: include}
		good, _ := fetch(t, at(server, ""), a)
		want := content(t, good)
		for _, status := range []int{451, 403} {
			for _, times := range []int32{1, 1 << 30} {
				for mode, old := range map[string]bool{"first": false, "full": true, "refresh": true} {
					when := fmt.Sprintf("%s, %d, %d times, include %v", mode, status, times, include)
					left := atomic.Int32{}
					left.Store(times)
					address := before(t, server, func(_ int, w http.ResponseWriter, r *http.Request) bool {
						return strings.Contains(r.URL.Path, "/repos/"+name) && left.Add(-1) >= 0 && refusing(w, status, `{"message": "Repository access blocked", "block": {"reason": "dmca"}}`)
					})
					server.Reset()
					b := a
					if b.Full = mode == "full"; old {
						b.Old = good
					}
					s, _ := fetch(t, ghsync.Config{APIURL: address}, b)
					if got := content(t, s); got != want && (old || times == 1) {
						t.Errorf("%s: %s, cut %v", when, firstDifference(got, want), s.Cut)
					}
					if got := content(t, s); got != want && len(s.Cut) == 0 {
						t.Errorf("%s: nothing tells", when)
					}
					server.Reset()
					b.Old, b.Full = s, true
					s, _ = fetch(t, at(server, ""), b)
					if got := content(t, s); got != want || len(s.Cut) != len(good.Cut) {
						t.Errorf("%s, next full read: %s, cut %v", when, firstDifference(got, want), s.Cut)
					}
				}
			}
		}
	}
}
