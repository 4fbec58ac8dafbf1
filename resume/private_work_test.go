package resume

import (
	"testing"
	"time"
)

// TestPrivateWorkIsNoOpenSource: merged pull requests in an included private repository are
// told with its project only, and not at all without leave.
func TestPrivateWorkIsNoOpenSource(t *testing.T) {
	day := time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC)
	s := &Snapshot{Login: "ada", TakenAt: day,
		Repositories:  []Repository{{ID: "R_1", Name: "guild/vault", URL: "https://github.com/guild/vault", Private: true, PushedAt: day, Languages: map[string]int64{"Go": 9}}},
		Contributions: []MergedWork{{ID: "R_1", Repository: "guild/vault", Merged: 3, First: day, Last: day, Role: "MEMBER"}}}
	for _, private := range []bool{true, false} {
		p := &Profile{Name: "Ada", GitHub: GitHub{User: "ada", Private: private, Projects: ProjectChoice{Include: []string{"guild/vault"}}},
			Contributions: []ContributionEntry{{Repo: "guild/vault"}}}
		r := Build(p, s)
		if (len(r.Projects) == 1 && r.Projects[0].Work.Merged == 3) != private {
			t.Errorf("private %t: projects %+v", private, r.Projects)
		}
		if r.ContributionTotals.Pulls > 0 || len(r.Contributions) > 0 && r.Contributions[0].Merged > 0 && !private {
			t.Errorf("private %t: totals %+v, contributions %+v", private, r.ContributionTotals, r.Contributions)
		}
	}
}
