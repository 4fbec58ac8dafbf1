package produce

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/resume"
)

// TestChangedLines: a line may get more words and other figures, and may move; another
// choice or order of its items is a change.
func TestChangedLines(t *testing.T) {
	const lists = "## Skills\n\n- **Frameworks**: gRPC, Gin, Cobra, React\n- **Tools**: Docker, testify\n\n## Projects\n\nGo, Redis · ★ 64 · 3 releases\n"
	for name, test := range map[string]struct {
		old, now string
		want     []string
	}{
		"nothing":           {lists, lists, nil},
		"an item more":      {lists, strings.Replace(lists, "Gin, ", "Gin, Zod, ", 1), nil},
		"figures":           {lists, strings.NewReplacer("64", "1.2k", "3 rel", "4 rel").Replace(lists), nil},
		"lines that move":   {lists, "Go, Redis · ★ 64 · 3 releases\n- **Tools**: Docker, testify\n- **Frameworks**: gRPC, Gin, Cobra, React\n# Projects\n# Skills\n", nil},
		"an exchanged item": {lists, strings.Replace(lists, "Cobra", "Zod", 1), []string{`"Frameworks: gRPC, Gin, Cobra, React"`}},
		"another order":     {lists, strings.Replace(lists, "Docker, testify", "testify, Docker", 1), []string{`"Tools: Docker, testify"`}},
		"a long line":       {strings.Replace(lists, "gRPC", "gRPC, Lodash, NumPy, Tailwind CSS", 1), lists, []string{`"Frameworks: gRPC, Lodash, NumPy,…"`}},
		"HTML":              {"<ul><li>Go</li><li><b>Gin</b>, Cobra</li></ul>", "<ul><li><i>Cobra</i>, Gin</li><li>Go</li></ul>", []string{`"Gin , Cobra"`}},
		"JSON":              {"{\n \"keywords\": [\n  \"Gin\",\n  \"Cobra\"\n ]\n}\n", "{\n \"keywords\": [\n  \"Cobra\",\n  \"Gin\"\n ]\n}\n", []string{`"Gin, Cobra"`}},
	} {
		t.Run(name, func(t *testing.T) {
			got := rearranged(changedLines([]byte(test.old), []byte(test.now)))
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestGapKeepsLines: a first read with a gap leaves a file in which another choice or order
// of items may be due to it; a later one goes by words.
func TestGapKeepsLines(t *testing.T) {
	old := "- **Frameworks**: gRPC, Gin, Cobra\n- **Tools**: Cobra, Gin, gRPC\n"
	now := "- **Frameworks**: Gin, gRPC, Cobra\n- **Tools**: Cobra, Gin, gRPC\n"
	for name, test := range map[string]struct {
		isFirst bool
		cut     resume.Cut
		refuses bool
	}{
		"first":          {true, resume.Cut{Part: resume.CutCommits, What: "commits of some years", Why: "GitHub gave up on it"}, true},
		"later":          {false, resume.Cut{Part: resume.CutCommits, What: "commits of some years", Why: "GitHub gave up on it"}, false},
		"the third time": {true, resume.Cut{Part: resume.CutCommits, What: "commits of some years", Why: "GitHub gave up on it", Runs: 3, Lasting: true}, false},
	} {
		m := &load.Sources{Snapshot: &resume.Snapshot{API: "graphql", Login: "ada", Cut: []resume.Cut{test.cut}}, IsFirst: test.isFirst}
		if err := RefuseGaps(m, "github.com", "README.md", []byte(old), []byte(now)); (err != nil) != test.refuses {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDenialKeepsRank: lists of technologies stay as they are if what decides about their
// order is denied on the first read, unless that is one organization's.
func TestDenialKeepsRank(t *testing.T) {
	now := strings.Replace(deniedReadme, "Go, Redis", "Redis, Go", 1)
	for name, test := range map[string]struct {
		cut  resume.Cut
		want int
	}{
		"topics":                  {deniedCut(resume.CutDetails, "topics", "Forbidden"), 1},
		"topics of some":          {deniedCut(resume.CutDetails, "topics of some repositories", "Forbidden"), 1},
		"pushes":                  {deniedCut(resume.CutDetails, "when repositories were pushed to", "Forbidden"), 1},
		"years":                   {deniedCut(resume.CutCommits, "commits of some years", "Forbidden"), 1},
		"files of many":           {resume.Cut{Part: resume.CutFiles, What: "files of 2 repositories", Why: "Forbidden", Lasting: true, Count: 2}, 1},
		"commits of one owner":    {deniedCut(resume.CutCommits, "commits in guild", "Forbidden"), 0},
		"roles":                   {deniedCut(resume.CutDetails, "roles in projects", "Forbidden"), 0},
		"merged work of an owner": {deniedCut(resume.CutContributions, "3 merged pull requests", "the `guild` organization"), 0},
	} {
		s := &resume.Snapshot{Login: "ada", API: "graphql", Cut: []resume.Cut{test.cut}, Repositories: []resume.Repository{{Name: "ada/loom"}, {Name: "ada/bell"}}}
		if got := deniedFirst("github.com", s, true).costs([]byte(deniedReadme), []byte(now)); len(got) != test.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}
