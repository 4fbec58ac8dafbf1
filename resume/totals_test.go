package resume

import (
	"testing"
	"time"
)

func TestContributionTotalsCountWhatIsNotListed(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte("[github.contributions]\nmax = 1\nexclude = [\"tiny/*\"]\n[[contributions]]\nrepo = \"big/one\""))
	if err != nil {
		t.Fatal(err)
	}
	r := Build(p, account())
	want := ContributionTotals{
		Pulls: 82, Repositories: 2, Since: Date{Year: 2023},
		Proof: "https://github.com/search?q=is%3Apr+is%3Amerged+author%3Aada+-user%3Aada&type=pullrequests",
	}
	if r.ContributionTotals != want || len(r.Contributions) != 1 {
		t.Errorf("got %+v with %d listed, want %+v with 1", r.ContributionTotals, len(r.Contributions), want)
	}
	s := account()
	s.Contributions = s.Contributions[:1]
	if got := Build(nil, s).ContributionTotals; got != (ContributionTotals{}) {
		t.Errorf("one repository has totals: %+v", got)
	}
	s.Activity.Years = []int{2019, 2020, 2021, 2022, 2023}
	if got := Build(nil, s).ContributionTotals; got != (ContributionTotals{}) {
		t.Errorf("years alone are totals: %+v", got)
	}
	s.Activity.Reviews = ref(31)
	if got := Build(nil, s).ContributionTotals; got.Reviews.N != 31 || got.ActiveYears != 5 {
		t.Errorf("got %+v, want 31 reviews in 5 years", got)
	}
}

func TestContributionsStandByOwner(t *testing.T) {
	work := func(name string, merged, stars int) MergedWork {
		return MergedWork{Repository: name, URL: "https://github.com/" + name, Merged: merged, Stars: ref(stars), First: now, Last: now}
	}
	s := &Snapshot{TakenAt: now, Login: "ada", Contributions: []MergedWork{
		work("a/one", 1, 50_000), work("kube/api", 4, 10), work("b/two", 5, 10), work("kube/web", 3, 90_000), work("c/three", 1, 60_000),
	}}
	if got, want := contributionNames(Build(nil, s)), "kube/api kube/web b/two c/three a/one"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestAnIdleYearIsNotActive: GitHub lists the present year in any case; it counts unless all
// that was read shows it to be empty.
func TestAnIdleYearIsNotActive(t *testing.T) {
	year := func(y int, commits map[string]int) CommitSpan {
		return CommitSpan{From: day(y, 1, 1), To: day(y, 12, 31), ReadAt: now, Commits: commits}
	}
	for name, tc := range map[string]struct {
		change func(*Snapshot)
		want   int
	}{
		"idle":               {func(s *Snapshot) {}, 6},
		"a commit":           {func(s *Snapshot) { s.Commits[1].Commits = map[string]int{"core": 1} }, 7},
		"a pull request":     {func(s *Snapshot) { s.Contributions[0].Last = now }, 7},
		"a bot's":            {func(s *Snapshot) { s.Contributions[0].Last, s.Contributions[0].Merged = now, 0 }, 7},
		"a new repository":   {func(s *Snapshot) { s.Repositories[0].CreatedAt = now.AddDate(0, -3, 0) }, 7},
		"another's is new":   {func(s *Snapshot) { s.Repositories[1].CreatedAt = now.AddDate(0, -3, 0) }, 6},
		"commits not read":   {func(s *Snapshot) { s.Commits[1].ReadAt = time.Time{} }, 7},
		"commits unknown":    {func(s *Snapshot) { s.Commits = nil }, 7},
		"this year unknown":  {func(s *Snapshot) { s.Commits = s.Commits[:1] }, 7},
		"commits denied":     {func(s *Snapshot) { s.Cut = []Cut{{Part: CutCommits}} }, 7},
		"not searched":       {func(s *Snapshot) { s.Unsearched = 3 }, 7},
		"last year, idle":    {func(s *Snapshot) { s.Commits[0].Commits = map[string]int{} }, 6},
		"listed without now": {func(s *Snapshot) { s.Activity.Years = s.Activity.Years[:6] }, 6},
	} {
		s := &Snapshot{TakenAt: now, Login: "ada",
			Activity:      Activity{Reviews: ref(30), Years: []int{2019, 2020, 2021, 2022, 2023, 2025, 2026}},
			Commits:       []CommitSpan{year(2025, map[string]int{"core": 5}), year(2026, map[string]int{})},
			Contributions: []MergedWork{{Repository: "guild/core", Merged: 3, First: day(2023, 5, 1), Last: day(2025, 5, 1)}},
			Repositories:  []Repository{{Name: "ada/engine", CreatedAt: day(2020, 1, 1)}, {Name: "guild/core", CreatedAt: day(2015, 1, 1)}}}
		tc.change(s)
		if got := Build(nil, s).ContributionTotals.ActiveYears; got != tc.want {
			t.Errorf("%s: active in %d years, want %d", name, got, tc.want)
		}
	}
}

// TestTakenDownContributions: GitHub shows no page of such a repository, so that it is only
// counted; if the profile names it, it is listed without links.
func TestTakenDownContributions(t *testing.T) {
	s := account()
	s.Contributions = s.Contributions[:1]
	s.Contributions[0].Disabled = true
	if r := Build(nil, s); len(r.Contributions) > 0 || r.ContributionTotals.Pulls != 2 || r.ContributionTotals.Repositories != 1 {
		t.Errorf("listed %+v, totals %+v", r.Contributions, r.ContributionTotals)
	}
	p, err := ParseProfile("resume.toml", []byte("[[contributions]]\nrepo = \"big/one\""))
	if err != nil {
		t.Fatal(err)
	}
	if c := Build(p, s).Contributions; len(c) != 1 || c[0].Merged != 2 || c[0].URL != "" || c[0].Proof != "" {
		t.Errorf("named: %+v", c)
	}
}
