package ghsync_test

import (
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
)

// TestFolderThatComesHalf: a list of files, which has no count, is not believed if it lacks
// what proved something at the same push.
func TestFolderThatComesHalf(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	half := func(o map[string]any) {
		if entries, ok := o["entries"].([]any); ok {
			o["entries"] = entries[:len(entries)/2]
		}
	}
	address := altering(t, server, half)
	s, _ := fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 1000), ghsync.Account{Login: "ada-demo", Old: good, Full: true})
	if got := content(t, s); got != want {
		t.Errorf("half of the names: %s", firstDifference(got, want))
	}
	for range 2 {
		s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
	}
	if got := content(t, s); got != want || len(s.Cut) > 0 {
		t.Errorf("a healthy read gives another snapshot: %s; cut %v", firstDifference(got, want), s.Cut)
	}
}
