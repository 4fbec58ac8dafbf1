package ghsync_test

import (
	"net/http"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestFirstReadWithinALimit: however few of the 60 requests of an hour are left to a first
// read without a token, it fails or says what is missing, and the next hour gives it.
func TestFirstReadWithinALimit(t *testing.T) {
	account := ghsync.Account{Login: "ada-demo"}
	whole, usage := fetch(t, at(start(t, githubtest.Demo()), ""), account)
	want, read := content(t, whole), 0
	for left := usage.REST - 30; left < usage.REST; left += 14 {
		server := start(t, githubtest.Demo())
		for range 60 - left {
			if _, err := http.Get(server.URL + "/users/ada-demo"); err != nil {
				t.Fatal(err)
			}
		}
		first := account
		first.Now = now
		part, err := client(t, ghsync.SpeedUp(at(server, ""), 1000)).Fetch(t.Context(), first)
		if err != nil {
			continue
		}
		read++
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
