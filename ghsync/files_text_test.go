package ghsync_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// withoutText removes the texts of files for which isHit is true.
func withoutText(isHit func(text string) bool) func(map[string]any) {
	return func(o map[string]any) {
		if text, ok := o["text"].(string); ok && isHit(text) {
			o["text"] = nil
		}
	}
}

// TestFilesWithoutTheirText: a file whose text is null although it is not binary was not
// read. The old facts are kept, the snapshot says so, and the next good read restores
// them.
func TestFilesWithoutTheirText(t *testing.T) {
	server := start(t, rich())
	good, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
	hits := map[string]func(string) bool{"every file": func(string) bool { return true }, "some": func(text string) bool { return len(text)%2 == 0 }}
	for name, isHit := range hits {
		address := altering(t, server, withoutText(isHit))
		config := ghsync.SpeedUp(ghsync.Config{APIURL: address, Token: githubtest.Token}, 1000)
		s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: good, Full: true})
		if got, want := content(t, s), content(t, good); got != want || len(s.Cut) == 0 {
			t.Errorf("%s: %s; cut %v", name, firstDifference(got, want), s.Cut)
		}
		first, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
		for _, old := range []*ghsync.Account{{Login: "ada-demo", Old: s}, {Login: "ada-demo", Old: first}} {
			healthy, _ := fetch(t, at(server, githubtest.Token), *old)
			if got, want := content(t, healthy), content(t, good); got != want || len(healthy.Cut) > 0 {
				t.Errorf("%s: a healthy read gives another snapshot: %s; cut %v", name, firstDifference(got, want), healthy.Cut)
			}
		}
	}
}

// TestFilesThatHaveNoText: a binary file named like a manifest, an empty one, and a
// server that does not tell which are binary are not failures.
func TestFilesThatHaveNoText(t *testing.T) {
	account := githubtest.Demo()
	account.Repositories[0].Files = map[string]string{"go.mod": "module example\n\x00", "package.json": "", "Dockerfile": "FROM alpine\n"}
	for _, lacks := range []string{"", "Blob.isBinary"} {
		if account.Lacks = nil; lacks != "" {
			account.Lacks = []string{lacks}
		}
		server := start(t, account)
		s, _ := fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo"})
		for _, c := range s.Cut {
			if lacks == "" || !strings.Contains(c.Why, "isBinary") {
				t.Errorf("lacking %q: %v", lacks, c)
			}
		}
		i := slices.IndexFunc(s.Repositories, func(r resume.Repository) bool { return r.Name == account.Repositories[0].Name })
		if i < 0 || len(s.Repositories[i].Facts) == 0 {
			t.Errorf("lacking %q: no facts of %s", lacks, account.Repositories[0].Name)
		}
	}
}
