package ghsync

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// TestSpanWithMoreRepositoriesThanListed: GitHub lists 100 repositories of a span; if it
// counts commits in others, pieces of the span are due.
func TestSpanWithMoreRepositoriesThanListed(t *testing.T) {
	from, to := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2024, 12, 31, 0, 0, 0, 0, time.UTC)
	for total, pieces := range map[int]int{mostRepositories: 0, mostRepositories + 1: 4, mostRepositories + 500: 25} {
		var list []any
		for i := range mostRepositories {
			list = append(list, map[string]any{"resourcePath": fmt.Sprintf("/ada/r%d/commits", i), "contributions": map[string]any{"totalCount": 1},
				"repository": map[string]any{"id": fmt.Sprint("R_", i), "nameWithOwner": fmt.Sprintf("ada/r%d", i)}})
		}
		data, err := json.Marshal(map[string]any{"y2024": map[string]any{"totalCommitContributions": total, "commitContributionsByRepository": list}})
		if err != nil {
			t.Fatal(err)
		}
		r := &graphqlRun{reading: &reading{portions: newPortions()}, s: &resume.Snapshot{Login: "ada"}, commits: newCommits()}
		r.commits.spans[from] = &resume.CommitSpan{From: from, To: to, Commits: map[string]int{}}
		if err := r.takeCommits(&answer{data: data}, from, from, to, "ByRepository"); err != nil {
			t.Fatal(err)
		}
		taken := len(r.commits.spans[from].Commits)
		if len(r.commits.more) != pieces || (taken == 0) != (pieces > 0) {
			t.Errorf("of %d commits, %d repositories are taken and %d spans are due", total, taken, len(r.commits.more))
		}
	}
}

// TestHiddenCommitsNameTheOwner: the owner of commits that GitHub hides is named as GitHub
// spells it.
func TestHiddenCommitsNameTheOwner(t *testing.T) {
	year := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
	r := &graphqlRun{reading: &reading{portions: newPortions()}, s: &resume.Snapshot{Login: "ada"}, commits: newCommits()}
	r.commits.spans[year] = &resume.CommitSpan{From: year, To: year, Commits: map[string]int{}}
	list := `{"y2024": {"totalCommitContributions": 3, "commitContributionsByRepository": [
		{"resourcePath": "/Mona-Dev/Oven/commits", "contributions": {"totalCount": 3}, "each": {"nodes": [null]}}]}}`
	denied := graphqlError{Type: "FORBIDDEN", Message: "Forbidden", Path: []any{"y2024", "commitContributionsByRepository", 0.0, "each", "nodes", 0.0, "repository"}}
	if err := r.takeCommits(&answer{data: json.RawMessage(list), errors: []graphqlError{denied}}, year, year, year, "EachRepository"); err != nil {
		t.Fatal(err)
	}
	r.settleHidden()
	if cuts := r.cuts.all(nil); len(cuts) != 1 || cuts[0].What != "commits in Mona-Dev" {
		t.Errorf("cuts %v", cuts)
	}
}
