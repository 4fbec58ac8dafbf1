package ghsync_test

import (
	"slices"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// shorten changes a list in an answer, but not its count.
func shorten(field, list string, cut func([]any) any) func(map[string]any) {
	return func(o map[string]any) {
		connection, _ := o[field].(map[string]any)
		if items, ok := connection[list].([]any); ok {
			connection[list] = cut(items)
		}
	}
}

// TestListsShorterThanTheirCount: a list that is shorter than GitHub's count removes
// nothing from a repository or the profile, in a refresh and in a full read, and the next
// read is complete.
func TestListsShorterThanTheirCount(t *testing.T) {
	account := rich()
	for i := range account.Repositories {
		account.Repositories[i].Topics = append(account.Repositories[i].Topics, "another-topic")
	}
	server := start(t, account)
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	cuts := map[string]func([]any) any{
		"null": func([]any) any { return nil }, "none": func([]any) any { return []any{} }, "half": func(items []any) any { return items[:len(items)/2] },
	}
	for field, list := range map[string]string{"languages": "edges", "repositoryTopics": "nodes", "pinnedItems": "nodes", "socialAccounts": "nodes"} {
		for name, cut := range cuts {
			address := altering(t, server, shorten(field, list, cut))
			for _, full := range []bool{false, true} {
				s, _ := fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 1000), ghsync.Account{Login: "ada-demo", Old: good, Full: full})
				if got := content(t, s); got != want {
					t.Errorf("%s of %s, full %t: %s", name, field, full, firstDifference(got, want))
				}
				if len(s.Cut) == 0 && full {
					t.Errorf("%s of %s: nothing says so", name, field)
				}
				for range 2 {
					s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
				}
				if got := content(t, s); got != want || slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return !c.Lasting }) {
					t.Errorf("%s of %s, full %t: a healthy read gives another snapshot: %s; cut %v", name, field, full, firstDifference(got, want), s.Cut)
				}
			}
		}
	}
}

// TestCountsOfNothing: a count of zero is not believed if its items are there.
func TestCountsOfNothing(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	none := func(o map[string]any) {
		for _, counted := range []string{"contributions", "releases", "history"} {
			if c, ok := o[counted].(map[string]any); ok && c["nodes"] == nil {
				c["totalCount"] = 0
			}
		}
	}
	address := altering(t, server, none)
	s, _ := fetch(t, ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 1000), ghsync.Account{Login: "ada-demo", Old: good, Full: true})
	for i := range good.Repositories {
		if got, want := s.Repositories[i], good.Repositories[i]; count(got.OwnCommits) != count(want.OwnCommits) || count(got.Releases) != count(want.Releases) {
			t.Errorf("%s has %d commits and %d releases, had %d and %d", got.Name, count(got.OwnCommits), count(got.Releases), count(want.OwnCommits), count(want.Releases))
		}
	}
	for range 2 {
		s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
	}
	if got, want := content(t, s), content(t, good); got != want {
		t.Errorf("a healthy read gives another snapshot: %s", firstDifference(got, want))
	}
}
