package ghsync_test

import (
	"net/http"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestFirstReadWithinALimit: few of the 60 requests of an hour may be left to a first read
// without a token: it fails or says what is missing, and the next hour gives it.
func TestFirstReadWithinALimit(t *testing.T) {
	account := ghsync.Account{Login: "ada-demo"}
	whole, usage := fetch(t, at(start(t, githubtest.Demo()), ""), account)
	want, read := content(t, whole), 0
	for left := 0; left < usage.REST; left += 3 {
		server := start(t, githubtest.Demo())
		for range 60 - left {
			res, err := http.Get(server.URL + "/users/ada-demo")
			if err != nil {
				t.Fatal(err)
			}
			res.Body.Close()
		}
		first := account
		first.Now = now
		part, err := client(t, ghsync.SpeedUp(at(server, ""), 1_000_000)).Fetch(t.Context(), first)
		if err != nil {
			continue
		}
		read++
		if content(t, part) != want && len(part.Cut) == 0 {
			t.Errorf("%d requests were left: nothing says that the read is not whole", left)
		}
		server.Reset()
		got, _ := fetch(t, at(server, ""), ghsync.Account{Login: "ada-demo", Old: part})
		if got := content(t, got); got != want {
			t.Errorf("%d requests were left: %s", left, firstDifference(got, want))
		}
	}
	if read == 0 {
		t.Error("no first read was cut short")
	}
}
