package resume

import (
	"slices"
	"strings"
	"testing"
)

func TestJunkIsHeldBack(t *testing.T) {
	for name, junk := range map[string]bool{
		"dotfiles": true, ".dotfiles": true, "my_dotfiles": true, "guix-dotfiles": true, "dots": true, ".github": true, ".emacs.d": true,
		"ada": true, "ada.github.io": true, "notes.github.io": true,
		"sort-homework": true, "Homework3": true, "advent-of-code": true, "AdventOfCode2023": true, "aoc2022": true, "aoc-2021": true,
		"bootcamp-project": true, "go-katas": true, "kata": true, "hello-world": true, "HelloWorld": true, "leetcode": true,
		"engine": false, "dotfiles.nvim.plugin-manager-x": true, "dotnet": false, "katana": false, "adventure": false, "exercise-tracker": false, "helloworldwide": false,
		"github-io-exporter": false, "homeworker": false,
		"hello-world-rust": true, "hello_world_api": true, "JavaExercises": true, "LeetCodeSolutions": true, "leet-code": true, "code-wars": true,
		"30-days-of-js": true, "100DaysOfCode": true, "advent2022": true, "advent-2022": true, "Advent_Of_Code_Rust": true, "hw3": true, "cs-hw-02": true,
		"gilded-rose-kata": true, "exercism-elixir": true, "Codeforces": true, "atcoder-abc": true, "week-1-assignment": true, "freecodecamp-python": true,
		"dot-files": true, "DotFiles": true, "nvim-config": true, "vimrc": true, "emacs.d": true, "ada.dev": true, "personal-website": true, "homepage": true,
		"katacoda-client": false, "homeworks-api": false, "homework-planner": false, "advent": false, "advent-calendar": false, "leetcode-cli": false,
		"awesome-project": false, "bootcamp-portal": false, "kata-runtime": false, "dotfiles-manager": false, "connect-the-dots": false, "hw-monitor": false,
		"worldhello": false, "days-until": false, "config": false, "website-checker": false, "aocc": false, "assign": false, "-": false,
	} {
		if got := isJunk(Repository{Name: "ada/" + name}); got != junk {
			t.Errorf("%s: junk is %v, want %v", name, got, junk)
		}
	}
	if isJunk(Repository{Name: "ada/kata-containers", Stars: 5_000}) {
		t.Error("a well-known project is taken for an exercise")
	}
	if isJunk(Repository{Name: "ada/kata", Releases: ref(3)}) {
		t.Error("a product is taken for an exercise")
	}
}

func TestBareRepositoriesYieldToBetterOnes(t *testing.T) {
	bare := []Repository{{Name: "ada/x", PushedAt: now}, {Name: "ada/y", PushedAt: now}}
	s := &Snapshot{TakenAt: now, Login: "ada", Repositories: bare}
	if got := projectNames(Build(nil, s)); got != "x y" {
		t.Errorf("got %s: there is nothing better", got)
	}
	s.Repositories = append(s.Repositories, Repository{Name: "ada/z", Description: "Sorts", PushedAt: now})
	if got := projectNames(Build(nil, s)); got != "z" {
		t.Errorf("got %s, want z", got)
	}
	s.Pinned = []string{"ada/y"}
	if got := projectNames(Build(nil, s)); got != "y z" {
		t.Errorf("got %s, want y, which is pinned", got)
	}
}

func TestPinnedComesFromAnywhereAndOnce(t *testing.T) {
	s := account()
	s.Pinned = []string{"engines/core", "ada/sort-homework", "nobody/knows"}
	r := Build(nil, s)
	if got := projectNames(r); !strings.HasPrefix(got, "core sort-homework engine") {
		t.Errorf("got %s", got)
	}
	if got := contributionNames(r); strings.Contains(got, "engines/core") {
		t.Errorf("core is printed twice: %s", got)
	}
	none := 0
	r = Build(&Profile{GitHub: GitHub{Projects: ProjectChoice{Max: &none}}}, s)
	if got := contributionNames(r); !strings.Contains(got, "engines/core") {
		t.Errorf("core is lost: %s", got)
	}
}

func TestSmallFiguresAreNotPrinted(t *testing.T) {
	s := &Snapshot{
		TakenAt: now, Login: "ada",
		Repositories: []Repository{
			{Name: "ada/a", Description: "A", Stars: 4, Downloads: ref(49), PushedAt: now}, {Name: "ada/b", Description: "B", Stars: 5, Downloads: ref(50), PushedAt: now},
		},
		Contributions: []MergedWork{
			{Repository: "big/a", Stars: ref(4), Merged: 9, Additions: ref(60), Deletions: ref(39), Last: now}, {Repository: "big/b", Stars: ref(5), Merged: 8, Additions: ref(60), Deletions: ref(40), Last: now},
		},
	}
	r := Build(nil, s)
	if a, b := r.Projects[1], r.Projects[0]; a.Stars != nil || a.Downloads != nil || b.Stars == nil || b.Downloads == nil {
		t.Errorf("got %+v", r.Projects)
	}
	contribution := func(name string) Contribution {
		return r.Contributions[slices.IndexFunc(r.Contributions, func(c Contribution) bool { return c.Repository == name })]
	}
	if a, b := contribution("big/a"), contribution("big/b"); a.Stars != nil || a.Additions != nil || b.Stars == nil || b.Deletions == nil {
		t.Errorf("got %+v", r.Contributions)
	}
	p, err := ParseProfile("resume.toml", []byte("[github.figures]\nmin_stars = 0\nmin_downloads = 0\nmin_lines = 0"))
	if err != nil {
		t.Fatal(err)
	}
	if r = Build(p, s); *r.Projects[1].Stars != 4 || *r.Projects[1].Downloads != 49 || *contribution("big/a").Additions != 60 {
		t.Errorf("got %+v %+v", r.Projects, r.Contributions)
	}
}

func TestMainLanguageStandsFirst(t *testing.T) {
	s := &Snapshot{TakenAt: now, Login: "ada", Repositories: []Repository{
		{Name: "ada/a", Description: "A", Language: "Python", Languages: map[string]int64{"Go": 90_000, "Python": 80_000}, PushedAt: now},
	}}
	if got := Build(nil, s).Projects[0].Technologies; len(got) == 0 || got[0] != "Python" {
		t.Errorf("got %v", got)
	}
}
