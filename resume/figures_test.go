package resume_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

func whole(n int) *int { return &n }

func in(year int) time.Time { return time.Date(year, 5, 1, 0, 0, 0, 0, time.UTC) }

func figuresOf(t *testing.T, repositories []resume.Repository, work []resume.MergedWork) resume.Figures {
	t.Helper()
	return resume.Build(nil, &resume.Snapshot{Login: "ada", TakenAt: in(2026), Repositories: repositories, Contributions: work}).Figures
}

// TestLanguagesAreThePersonsOwn checks that forks, private work, others' commits and
// notebooks do not count.
func TestLanguagesAreThePersonsOwn(t *testing.T) {
	go100 := map[string]int64{"Go": 100_000}
	f := figuresOf(t, []resume.Repository{
		{Name: "ada/own", Languages: go100, CreatedAt: in(2020)},
		{Name: "ada/half", Languages: map[string]int64{"Rust": 200_000, "HTML": 900_000}, OwnCommits: whole(5), Commits: whole(10)},
		{Name: "ada/book", Languages: map[string]int64{"Jupyter Notebook": 1_000_000}},
		{Name: "ada/fork", Fork: true, Languages: map[string]int64{"C": 9_000_000}},
		{Name: "ada/secret", Private: true, Languages: map[string]int64{"Zig": 9_000_000}},
		{Name: "ada/unknown"},
		{Name: "org/work", Languages: map[string]int64{"Java": 9_000_000}},
		{Name: "org/mine", Languages: map[string]int64{"Go": 400_000}, OwnCommits: whole(1), Commits: whole(4)},
	}, nil)
	if got, want := fmt.Sprint(f.Languages), "[{Go 0.6666666666666666} {Rust 0.3333333333333333}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if f.Repositories != 3 || f.Unknown != 1 {
		t.Errorf("%d counted, %d unknown", f.Repositories, f.Unknown)
	}
}

// TestUnsearchedRepositories: a repository in which a language may be other people's code
// is mentioned if its folders were not searched.
func TestUnsearchedRepositories(t *testing.T) {
	two := map[string]int64{"Go": 10_000, "C": 90_000}
	f := figuresOf(t, []resume.Repository{
		{Name: "ada/unsearched", Languages: two},
		{Name: "ada/searched", Languages: two, FilesAt: in(2024)},
		{Name: "ada/partly", Languages: two, Facts: []skill.Fact{}},
		{Name: "ada/single", Languages: map[string]int64{"C": 5000, "HTML": 5000}},
	}, nil)
	if f.Repositories != 4 || f.Unsearched != 1 {
		t.Errorf("%d counted, %d unsearched", f.Repositories, f.Unsearched)
	}
}

// TestUnreadWorks: a repository of others to which the user committed much is mentioned if
// its languages were not read.
func TestUnreadWorks(t *testing.T) {
	s := &resume.Snapshot{Login: "ada", TakenAt: in(2026), Repositories: []resume.Repository{
		{ID: "1", Name: "ada/own", Languages: map[string]int64{"Go": 10_000}, OwnCommits: whole(5), Commits: whole(5)},
	}, Commits: []resume.CommitSpan{
		{From: in(2024), ReadAt: in(2026), Commits: map[string]int{"1": 5, "much": 6, "few": 2, "fork": 40, "hidden": 40}},
		{From: in(2025), ReadAt: in(2026), Commits: map[string]int{"much": 6}},
	}, Contributions: []resume.MergedWork{{ID: "much", Repository: "org/much"}, {ID: "few", Repository: "org/few"}, {ID: "fork", Repository: "org/fork", Fork: true}, {Repository: "org/old"}}}
	if f := resume.Build(nil, s).Figures; f.Unknown != 1 || f.Repositories != 1 {
		t.Errorf("%d unknown, %d counted", f.Unknown, f.Repositories)
	}
}

// TestRepositoriesCountedWhole: own repositories whose share of the commits is unknown are
// mentioned.
func TestRepositoriesCountedWhole(t *testing.T) {
	goes := map[string]int64{"Go": 10_000}
	f := figuresOf(t, []resume.Repository{
		{Name: "ada/half", Languages: goes, OwnCommits: whole(1), Commits: whole(2)},
		{Name: "ada/total-unknown", Languages: goes, OwnCommits: whole(1)},
		{Name: "ada/both-unknown", Languages: goes},
		{Name: "ada/no-code", Languages: map[string]int64{}},
		{Name: "org/unknown", Languages: goes},
	}, nil)
	if f.Repositories != 3 || f.Whole != 2 {
		t.Errorf("%d counted, %d of them whole", f.Repositories, f.Whole)
	}
}

// TestTotalFigures: all work that the profile wants counted, and the stars of own public
// repositories that are not forks.
func TestTotalFigures(t *testing.T) {
	f := figuresOf(t, []resume.Repository{
		{Name: "ada/own", Stars: 40}, {Name: "ada/old", Stars: 2, Archived: true}, {Name: "ada/fork", Stars: 500, Fork: true},
		{Name: "ada/secret", Stars: 600, Private: true}, {Name: "org/shared", Stars: 700},
	}, []resume.MergedWork{
		{Repository: "go/go", Merged: 2, Pulls: []resume.Pull{{MergedAt: in(2024)}, {MergedAt: in(2026)}, {MergedAt: in(2026), Kind: resume.PullBot}}, Bots: 1},
		{Repository: "old/one", Merged: 7},
	})
	if got := fmt.Sprint(f.Merged, f.MergedIn, f.Stars); got != "9 2 42" {
		t.Errorf("%s, want 9 pull requests in 2 repositories and 42 stars", got)
	}
}

// TestYearsAreWhole checks that a year without work is listed, and a pull request without
// a year is reported.
func TestYearsAreWhole(t *testing.T) {
	f := figuresOf(t, []resume.Repository{
		{Name: "ada/a", CreatedAt: in(2022)}, {Name: "ada/b", CreatedAt: in(2022)}, {Name: "ada/f", Fork: true, CreatedAt: in(2010)}, {Name: "org/x", CreatedAt: in(2011)},
	}, []resume.MergedWork{
		{Repository: "go/go", Merged: 3, Pulls: []resume.Pull{{MergedAt: in(2024)}, {MergedAt: in(2024)}, {MergedAt: in(2026)}, {MergedAt: in(2026), Kind: resume.PullBot}}, Bots: 1},
		{Repository: "old/one", Merged: 2, First: in(2024), Last: in(2024)},
		{Repository: "old/two", Merged: 7, First: in(2012), Last: in(2020)},
	})
	if got, want := fmt.Sprint(f.Years, f.Undated), "[{2022 0 2 0} {2023 0 0 0} {2024 4 0 0} {2025 0 0 0} {2026 1 0 0}] 7"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if none := figuresOf(t, nil, nil); len(none.Years)+len(none.Languages) > 0 {
		t.Errorf("figures of nothing: %v", none)
	}
}

// TestSharesAreOfAllCode checks that excluding a language does not enlarge the others.
func TestSharesAreOfAllCode(t *testing.T) {
	p := &resume.Profile{}
	p.Pictures.Languages.Exclude = []string{"golang"}
	p.GitHub.Skills.Exclude = []string{"Rust"}
	p.GitHub.Private, p.GitHub.Projects.Include = true, []string{"ada/secret"}
	f := resume.Build(p, &resume.Snapshot{Login: "ada", TakenAt: in(2026), Repositories: []resume.Repository{
		{Name: "ada/own", Languages: map[string]int64{"Go": 500, "Rust": 250, "C": 250}, CreatedAt: in(2026)},
		{Name: "ada/secret", Private: true, Languages: map[string]int64{"C": 9_000_000}, CreatedAt: in(2020)},
	}}).Figures
	if got := fmt.Sprint(f.Languages, f.Years); got != "[{C 0.25}] [{2026 0 1 0}]" {
		t.Error(got)
	}
}

// TestCommitsAreOfPublicWork checks that commits in private repositories, forks, unknown ones
// and the profile's own page do not count, and that a year that was not read makes all unknown.
func TestCommitsAreOfPublicWork(t *testing.T) {
	s := &resume.Snapshot{Login: "ada", TakenAt: in(2026), Repositories: []resume.Repository{
		{ID: "1", Name: "ada/own"}, {ID: "2", Name: "org/shared"}, {ID: "3", Name: "ada/secret", Private: true}, {ID: "4", Name: "ada/fork", Fork: true}, {ID: "5", Name: "ada/ada"},
	}, Commits: []resume.CommitSpan{
		{From: in(2024), ReadAt: in(2026), Commits: map[string]int{"1": 5, "2": 6, "3": 100, "4": 100, "5": 100, "6": 7, "7": 100, "": 100, "elsewhere": 100}},
		{From: in(2026), ReadAt: in(2026), Commits: map[string]int{"1": 1}},
		{From: in(2026), ReadAt: in(2026), Commits: map[string]int{"1": 1}},
	}}
	s.Contributions = []resume.MergedWork{
		{ID: "6", Repository: "merged/here", Merged: 1, First: in(2026), Last: in(2026)},
		{ID: "7", Repository: "merged/fork", Fork: true},
		{ID: "3", Repository: "ada/secret"}, {Repository: "of/an-old-snapshot"},
	}
	f := resume.Build(nil, s).Figures
	if got := fmt.Sprint(f.CommitsKnown, f.Years); got != "true [{2024 0 0 18} {2025 0 0 0} {2026 1 0 2}]" {
		t.Error(got)
	}
	for i := range s.Repositories {
		s.Repositories[i].Languages = map[string]int64{"Go": 1}
	}
	s.Repositories[1].Languages = map[string]int64{"C": 1} // others', by an unknown amount
	s.Repositories = append(s.Repositories, resume.Repository{Name: "ada/linux-copy", Languages: map[string]int64{"C": 1_000_000}})
	s.Repositories[0].OwnCommits = whole(7)
	if got := fmt.Sprint(resume.Build(nil, s).Figures.Languages); got != "[{Go 1}]" {
		t.Errorf("what others wrote counts: %s", got)
	}
	for i := range 60 { // more than a list may hold: what is missing is unknown, not zero
		s.Commits[1].Commits[fmt.Sprint("x", i)] = 1
	}
	if f := resume.Build(nil, s).Figures; f.CommitsKnown || f.Languages[0].Name != "C" {
		t.Errorf("a list that may be cut counts as whole: %v", f)
	}
	s.Contributions = nil
	clear(s.Commits[1].Commits)
	s.Commits[0].ReadAt = time.Time{}
	if f := resume.Build(nil, s).Figures; f.CommitsKnown || len(f.Years) > 0 {
		t.Error(f)
	}
}
