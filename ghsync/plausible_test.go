package ghsync_test

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// TestWhatCannotBeIsNotSaved: texts longer than GitHub allows, counts below zero and merges
// of the future are left out and named, and the snapshot can be read again.
func TestWhatCannotBeIsNotSaved(t *testing.T) {
	for _, token := range []string{"", githubtest.Token} {
		good := githubtest.Demo()
		server := start(t, good)
		config := at(server, token)
		first, _ := fetch(t, config, ghsync.Account{Login: "ada-demo"})
		for _, old := range []*resume.Snapshot{nil, first} {
			account := githubtest.Demo()
			account.Bio = strings.Repeat("long ", 20_000)
			account.Repositories = slices.Clone(account.Repositories)
			account.Repositories[0].Description = strings.Repeat("\x01\"", 50_000)
			account.Repositories[0].UpdatedAt = now
			account.Repositories[1].Stars = -133
			account.PullRequests = slices.Clone(account.PullRequests)
			account.PullRequests[0].MergedAt = now.AddDate(73, 0, 0)
			server.Set(account)
			server.Reset()
			s, _ := fetch(t, config, ghsync.Account{Login: "ada-demo", Old: old, Full: old != nil})
			for _, r := range s.Repositories {
				if len(r.Description) > 1000 || r.Stars < 0 {
					t.Errorf("%s has %d stars and a description of %d bytes", r.Name, r.Stars, len(r.Description))
				}
			}
			for _, w := range s.Contributions {
				if w.Last.After(now) {
					t.Errorf("%s was merged at %v", w.Repository, w.Last)
				}
			}
			isSaid := func(why string) bool {
				return slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return strings.Contains(c.Why, why) })
			}
			if old != nil && merged(s) != merged(old) {
				t.Errorf("%d merges, want %d", merged(s), merged(old))
			}
			if len(s.User.Bio) > 1000 || !isSaid("longer than") || isSaid("has not come") != (old == nil) {
				t.Errorf("a bio of %d bytes; cut %v", len(s.User.Bio), s.Cut)
			}
			path := filepath.Join(t.TempDir(), "s.json")
			if err := ghsync.Save(path, s); err != nil {
				t.Error(err)
			}
			if _, err := ghsync.Load(path, "ada-demo"); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestImplausibleCounts: a count that cannot be gives way to the known one, or is left out.
func TestImplausibleCounts(t *testing.T) {
	good, _ := fetch(t, at(start(t, rich()), githubtest.Token), ghsync.Account{Login: "ada-demo"})
	for _, field := range []string{"stargazerCount", "forkCount", "size", "additions", "deletions", "downloadCount"} {
		for _, count := range []float64{-7, 3e9, 9e15, 1 << 62} {
			for _, old := range []*resume.Snapshot{nil, good} {
				url := altering(t, start(t, rich()), func(o map[string]any) {
					if _, has := o[field].(float64); has {
						o[field] = json.Number(strconv.FormatFloat(count, 'f', 0, 64))
					}
				})
				config := ghsync.SpeedUp(ghsync.Config{APIURL: url, Token: githubtest.Token}, 5000)
				s, err := client(t, config).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now, Old: old, Full: true})
				if err != nil {
					t.Fatal(field, count, err)
				}
				if field == "size" && count == 3e9 { // languages may be that large
					continue
				}
				if old != nil && content(t, s) != content(t, good) {
					t.Errorf("%s of %v: %s", field, count, firstDifference(content(t, s), content(t, good)))
				}
				if text := content(t, s); strings.Contains(text, strconv.FormatFloat(count, 'f', 0, 64)) {
					t.Errorf("%s of %v is believed", field, count)
				}
				if old == nil && len(s.Cut) == 0 {
					t.Errorf("%s of %v: no cut", field, count)
				}
			}
		}
	}
}

// TestFoundWithoutNumberOrRepository: such a search result is not another pull request.
func TestFoundWithoutNumberOrRepository(t *testing.T) {
	good, _ := fetch(t, at(start(t, rich()), ""), ghsync.Account{Login: "ada-demo"})
	for _, field := range []string{"number", "repository_url"} {
		for _, old := range []*resume.Snapshot{nil, good} {
			url := altering(t, start(t, rich()), func(o map[string]any) {
				if _, isFound := o["repository_url"]; isFound {
					o[field] = nil
				}
			})
			s, err := client(t, ghsync.SpeedUp(ghsync.Config{APIURL: url}, 5000)).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now, Old: old, Full: old != nil})
			if err != nil {
				continue // nothing was saved
			}
			for _, w := range s.Contributions {
				if w.Repository == "" || slices.ContainsFunc(w.Pulls, func(p resume.Pull) bool { return p.Number == 0 }) {
					t.Errorf("%s: %+v", field, w)
				}
			}
		}
	}
}

// TestNullSearchResults: a null among the search results is skipped.
func TestNullSearchResults(t *testing.T) {
	url := altering(t, start(t, rich()), func(o map[string]any) {
		if items, isSearch := o["items"].([]any); isSearch && len(items) > 0 {
			items[0] = nil
		}
	})
	_, _ = client(t, ghsync.SpeedUp(ghsync.Config{APIURL: url}, 5000)).Fetch(t.Context(), ghsync.Account{Login: "ada-demo", Now: now})
}
