package ghsync_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestFaultsThatPass: a transient fault at any request does not change the snapshot.
func TestFaultsThatPass(t *testing.T) {
	for _, token := range []string{githubtest.Token, ""} {
		want, requests := goodDay(t, token)
		for k, kind := range githubtest.FaultKinds() {
			t.Run(fmt.Sprintf("%s/token=%t", kind, token != ""), func(t *testing.T) {
				t.Parallel()
				for nth := 1; nth <= requests; nth++ {
					if testing.Short() && nth%4 != k%4 {
						continue
					}
					server := start(t, githubtest.Demo())
					server.Break(githubtest.Fault{Nth: nth, Kind: kind})
					s, err := client(t, ghsync.SpeedUp(at(server, token), 1000)).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
					server.Close()
					if err != nil {
						t.Fatalf("request %d: %v", nth, err)
					}
					if got := bytesOf(t, s); got != want {
						t.Fatalf("request %d: another snapshot:\n%s", nth, got)
					}
				}
			})
		}
	}
}

// TestFaultsThatStay: a permanent fault gives a one-line error and no snapshot.
func TestFaultsThatStay(t *testing.T) {
	kinds := []githubtest.FaultKind{githubtest.ServerError, githubtest.BadGateway, githubtest.Reset, githubtest.HTML, githubtest.Partial}
	_, requests := goodDay(t, githubtest.Token)
	for k, kind := range kinds {
		for nth := 1; nth <= requests; nth++ {
			if testing.Short() && nth%4 != k%4 {
				continue
			}
			t.Run(fmt.Sprintf("%s/%d", kind, nth), func(t *testing.T) {
				t.Parallel()
				server := start(t, githubtest.Demo())
				server.Break(githubtest.Fault{Nth: nth, Times: -1, Kind: kind})
				s, err := client(t, ghsync.SpeedUp(at(server, githubtest.Token), 1000)).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
				if kind == githubtest.Partial && err == nil {
					return // REST has no partial answers, or the request was optional
				}
				own, ok := errors.AsType[*ghsync.Error](err)
				if s != nil || !ok || own.Hint() == "" {
					t.Errorf("snapshot %v, error %v", s != nil, err)
				}
			})
		}
	}
}

// TestLimitBeyondTheBudget: a limit beyond the timeout fails at once, with its end.
func TestLimitBeyondTheBudget(t *testing.T) {
	server := start(t, githubtest.Demo())
	server.Break(githubtest.Fault{Nth: 2, Times: -1, Kind: githubtest.TooMany})
	config := at(server, githubtest.Token)
	config.Timeout = 900 * time.Millisecond
	_, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
	own, ok := errors.AsType[*ghsync.Error](err)
	if !ok || own.Reason != ghsync.RateLimited || own.Reset.IsZero() {
		t.Errorf("got %v", err)
	}
}

func goodDay(t *testing.T, token string) (snapshot string, requests int) {
	server := start(t, githubtest.Demo())
	s, _ := fetch(t, at(server, token), ghsync.Account{Login: "ada-demo"})
	return bytesOf(t, s), len(server.Requests())
}

func bytesOf(t *testing.T, v any) string {
	t.Helper()
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
