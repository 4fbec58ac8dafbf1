package ghsync_test

import (
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestDatesThatCannotBe: dates before Git existed and dates to come are no dates. A known
// snapshot keeps its own; a first read says that something is missing; and the reads after it
// know all of it.
func TestDatesThatCannotBe(t *testing.T) {
	fields := []string{"mergedAt", "merged_at", "createdAt", "created_at", "pushedAt", "pushed_at", "updatedAt", "updated_at"}
	for _, token := range []string{"", githubtest.Token} {
		good, _ := fetch(t, at(start(t, rich()), token), ghsync.Account{Login: "ada-demo"})
		want := content(t, good)
		for _, field := range fields {
			for _, date := range []string{"", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2199-01-01T00:00:00Z"} {
				t.Run(fmt.Sprintf("%t/%s/%s", token != "", field, date), func(t *testing.T) {
					var applied, healthy atomic.Bool
					server := start(t, rich())
					spoiled := alteringServer(t, server, func() func(map[string]any) {
						if healthy.Load() {
							return nil
						}
						return func(o map[string]any) {
							if _, has := o[field].(string); has && o["login"] == nil { // an account's is not printed
								applied.Store(true)
								o[field] = date
								if date == "" {
									o[field] = nil
								}
							}
						}
					})
					config := ghsync.SpeedUp(ghsync.Config{APIURL: spoiled.URL, Token: token}, 1000)
					kept, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now, Old: good, Full: true})
					if err == nil && content(t, kept) != want {
						t.Errorf("the known snapshot changed:\n%s", firstDifference(content(t, kept), want))
					}
					server.Reset()
					first, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
					if !applied.Load() {
						t.Skip("not asked for")
					}
					if isPrinted := field[0] == 'm' || field[0] == 'p'; !isPrinted { // only merges and pushes are
						return
					}
					if err == nil && content(t, first) != want && len(first.Cut) == 0 {
						t.Errorf("nothing is said:\n%s", firstDifference(content(t, first), want))
					}
					healthy.Store(true)
					if err != nil {
						first = nil
					}
					reads := 2
					if token == "" {
						reads = 8 // each has room for the files of a few
					}
					for range reads {
						server.Reset()
						first, _ = fetch(t, config, ghsync.Account{Login: "ada-demo", Old: first})
					}
					if got := content(t, first); got != want {
						t.Errorf("some reads later:\n%s", firstDifference(got, want))
					}
				})
			}
		}
	}
}
