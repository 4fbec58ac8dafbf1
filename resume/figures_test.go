package resume_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/ghresume/ghresume/resume"
)

func whole(n int) *int { return &n }

func in(year int) time.Time { return time.Date(year, 5, 1, 0, 0, 0, 0, time.UTC) }

func figuresOf(t *testing.T, repositories []resume.Repository, work []resume.MergedWork) resume.Figures {
	t.Helper()
	return resume.Build(nil, &resume.Snapshot{Login: "ada", TakenAt: in(2026), Repositories: repositories, Contributions: work}).Figures
}

// TestLanguagesAreThePersonsOwn: forks, private work and others' commits do not count; output of notebooks hardly does.
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
	if got, want := fmt.Sprint(f.Languages), "[{Go 0.5} {Python 0.25} {Rust 0.25}]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if f.Repositories != 4 || f.Unknown != 1 {
		t.Errorf("%d counted, %d unknown", f.Repositories, f.Unknown)
	}
}

// TestYearsAreWhole: a year without work is there, and a pull request without a year is told.
func TestYearsAreWhole(t *testing.T) {
	f := figuresOf(t, []resume.Repository{
		{Name: "ada/a", CreatedAt: in(2022)}, {Name: "ada/b", CreatedAt: in(2022)}, {Name: "ada/f", Fork: true, CreatedAt: in(2010)}, {Name: "org/x", CreatedAt: in(2011)},
	}, []resume.MergedWork{
		{Repository: "go/go", Merged: 3, Pulls: []resume.Pull{{MergedAt: in(2024)}, {MergedAt: in(2024)}, {MergedAt: in(2026)}, {MergedAt: in(2026), Kind: resume.PullBot}}, Bots: 1},
		{Repository: "old/one", Merged: 2, First: in(2024), Last: in(2024)},
		{Repository: "old/two", Merged: 7, First: in(2012), Last: in(2020)},
	})
	if got, want := fmt.Sprint(f.Years, f.Undated), "[{2022 0 2} {2023 0 0} {2024 4 0} {2025 0 0} {2026 1 0}] 7"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if none := figuresOf(t, nil, nil); len(none.Years)+len(none.Languages) > 0 {
		t.Errorf("figures of nothing: %v", none)
	}
}
