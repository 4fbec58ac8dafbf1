package ghsync_test

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// nulledOnce makes one value of a field null in every answer, without an error.
func nulledOnce(field string, value any) func(map[string]any) {
	return func(answer map[string]any) {
		if path := pathTo(answer["data"], field); path != nil {
			parent := answer["data"]
			for _, step := range path[:len(path)-1] {
				parent = child(parent, step)
			}
			parent.(map[string]any)[field] = value
		}
	}
}

// TestNulledOnce: whatever list, count or page is null in one place, without an error, what
// was known stays, a first read says what it lacks, and the next good read has everything. A
// default branch is not printed. Each field meets one kind of read.
func TestNulledOnce(t *testing.T) {
	good, _ := fetch(t, at(start(t, rich()), githubtest.Token), ghsync.Account{Login: "ada-demo"})
	want := content(t, good)
	reads := []ghsync.Account{{}, {Old: good, Full: true}, {Old: good}}
	for i, field := range []string{"nodes", "edges", "totalCount", "pageInfo", "hasNextPage", "endCursor", "issueCount", "entries", "contributionYears", "commitContributionsByRepository",
		"contributionsCollection", "repositories", "socialAccounts", "pinnedItems", "pullRequests", "repositoryDiscussionComments", "languages", "repositoryTopics", "releases", "releaseAssets",
		"repository", "contributions", "y2025", "y2026", "p0", "p1", "p2", "p5", "p6", "p7", "topic", "node", "target", "history", "root", "workflows", "object", "defaultBranchRef", "text", "f0", "mergedAt", "number", "nameWithOwner", "id"} {
		for name, value := range map[string]any{"null": nil, "no items": []any{}} {
			if name == "no items" && !slices.Contains([]string{"nodes", "edges", "entries", "contributionYears", "commitContributionsByRepository"}, field) {
				continue
			}
			t.Run(field+" "+name, func(t *testing.T) {
				t.Parallel()
				server := start(t, rich())
				config := ghsync.SpeedUp(ghsync.Config{APIURL: spoilingAnswers(t, server, nulledOnce(field, value)), Token: githubtest.Token}, 20000)
				for j, a := range reads {
					if os.Getenv("GHRESUME_SPOIL_ALL") == "" && (i+len(name))%len(reads) != j {
						continue
					}
					mode := fmt.Sprintf("old %t, full %t", a.Old != nil, a.Full)
					a.Login, a.Now = "ada-demo", now
					server.Reset()
					s, err := client(t, config).Fetch(t.Context(), a)
					if n := len(server.Requests()); n > 60 {
						t.Errorf("%s: %d requests", mode, n)
					}
					if err != nil {
						continue // nothing is replaced
					}
					if is := content(t, s); a.Old != nil && is != want {
						t.Errorf("%s: %s; cut %v", mode, firstDifference(is, want), s.Cut)
					} else if is != want && field != "defaultBranchRef" && !slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return ghsync.IsGap(c) || ghsync.IsDenied(c) }) {
						t.Errorf("%s: nothing says that something is missing: %s; cut %v", mode, firstDifference(is, want), s.Cut)
					}
					for range 2 {
						server.Reset()
						s, _ = fetch(t, at(server, githubtest.Token), ghsync.Account{Login: "ada-demo", Old: s})
					}
					if is := content(t, s); is != want {
						t.Errorf("%s: a good refresh gives %s; cut %v", mode, firstDifference(is, want), s.Cut)
					}
				}
			})
		}
	}
}
