package produce

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

const deniedReadme = `# Ada

## Projects

### [loom](https://github.com/ada/loom)

Weaves cloth from cards

Go, Redis · ★ 128 · 11 releases · 60 downloads

### [bell](https://github.com/ada/bell)

Rings on time

Rust · ★ 64

## Contributions

- [3 merged pull requests](https://github.com/guild/oven/pulls?q=a) in [guild/oven](https://github.com/guild/oven) (★ 812): Bakery
- [1 merged pull request](https://github.com/crew/sail/pulls?q=a) in [crew/sail](https://github.com/crew/sail) (★ 90): Boats

## Experience

### Engineer

- Led a team of four
- Kept the trains running
`

// deniedCut returns a lasting denial.
func deniedCut(part resume.CutPart, what, why string) resume.Cut {
	return resume.Cut{Part: part, What: what, Why: why, Lasting: true}
}

// without removes pieces of the README.
func without(pieces ...string) string {
	text := deniedReadme
	for _, piece := range pieces {
		text = strings.Replace(text, piece, "", 1)
	}
	return text
}

// TestDenialCostsSkills: a technology counts as lost if the snapshot does not prove it.
func TestDenialCostsSkills(t *testing.T) {
	files := deniedCut(resume.CutFiles, "files of 2 repositories", "Forbidden")
	readme := strings.Replace(deniedReadme, "Rust", "Rust, PostgreSQL", 1)
	replaced := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(readme) }
	redis, mux := skill.Fact{Path: "go.mod", Kind: "go", Name: "github.com/redis/go-redis/v9"}, skill.Fact{Path: "go.mod", Kind: "go", Name: "github.com/gorilla/mux"}
	for name, test := range map[string]struct {
		cut  resume.Cut
		loom []skill.Fact
		now  string
		want []string
	}{
		"unread files":               {files, nil, replaced("Go, Redis", "Go, Docker"), []string{"Redis", "Redis in ada/loom"}},
		"denied folders":             {resume.Cut{Part: resume.CutDetails, What: "files in some folders", Why: "Forbidden", Lasting: true, Field: "Folder.object"}, nil, replaced("Go, Redis", "Go, Docker"), []string{"Redis", "Redis in ada/loom"}},
		"outranked in its entry":     {files, []skill.Fact{redis}, replaced("Go, Redis", "Go, Docker"), nil},
		"removed from one":           {files, []skill.Fact{mux}, replaced("Go, Redis", "Go, Docker", "Led a team", "Led Redis and a team"), nil},
		"removed from two":           {files, []skill.Fact{mux}, replaced("Go, Redis", "Go, Docker", ", PostgreSQL", ", Zig"), []string{"PostgreSQL", "Redis", "PostgreSQL in ada/bell", "Redis in ada/loom"}},
		"languages":                  {deniedCut(resume.CutDetails, "languages", "Forbidden"), nil, replaced("Go, Redis", "Go, Docker"), []string{"Redis", "Redis in ada/loom"}},
		"a denial of something else": {deniedCut(resume.CutDetails, "roles in projects", "Forbidden"), nil, replaced("Go, Redis", "Go, Docker"), nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := &resume.Snapshot{Login: "ada", Cut: []resume.Cut{test.cut}, Repositories: []resume.Repository{
				{Name: "ada/loom", Languages: map[string]int64{"Go": 9000}, Facts: test.loom}, {Name: "ada/bell", Facts: []skill.Fact{mux}}}}
			if got := deniedFirst("github.com", s, true).costs([]byte(readme), []byte(test.now)); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestDenialCosts: what a denial takes from a file is told from what changes anyway.
func TestDenialCosts(t *testing.T) {
	descriptions := deniedCut(resume.CutDetails, "descriptions", "Forbidden")
	stars := deniedCut(resume.CutDetails, "stars", "Forbidden")
	files := deniedCut(resume.CutFiles, "files of 2 repositories", "Forbidden")
	oven := "- [3 merged pull requests](https://github.com/guild/oven/pulls?q=a) in [guild/oven](https://github.com/guild/oven) (★ 812): Bakery\n"
	for name, test := range map[string]struct {
		cut  resume.Cut
		now  string
		want []string
	}{
		"descriptions":             {descriptions, without("Weaves cloth from cards\n\n", "Rings on time\n\n"), []string{"text about ada/bell", "text about ada/loom"}},
		"one description":          {descriptions, without("Rings on time\n\n"), []string{"text about ada/bell"}},
		"main languages":           {deniedCut(resume.CutDetails, "main languages", "Forbidden"), without("Rust · "), []string{"text about ada/bell"}},
		"stars":                    {stars, without(" · ★ 128", " · ★ 64"), []string{"figures of ada/bell", "figures of ada/loom"}},
		"skills":                   {files, without("Go, Redis · ", "Rust · "), []string{"text about ada/bell", "text about ada/loom"}},
		"an owner's work":          {deniedCut(resume.CutContributions, "3 merged pull requests", "the `Guild` organization has an IP allow list"), without(oven), []string{"guild/oven"}},
		"a named repository":       {deniedCut(resume.CutNamed, "guild/oven", "Forbidden"), without(oven), []string{"guild/oven"}},
		"repositories of others":   {deniedCut(resume.CutWorks, "repositories of others", "Forbidden"), without(oven), []string{"guild/oven"}},
		"another owner":            {deniedCut(resume.CutContributions, "3 merged pull requests", "the `crew` organization has an IP allow list"), without(oven), nil},
		"a displaced contribution": {deniedCut(resume.CutNamed, "crew/sail", "Forbidden"), without("- [1 merged pull request](https://github.com/crew/sail/pulls?q=a) in [crew/sail](https://github.com/crew/sail) (★ 90): Boats\n"), nil},
		"a project of another":     {deniedCut(resume.CutNamed, "crew/dock", "Forbidden"), deniedReadme, []string{"crew/dock"}},
		"a project turned into pull requests": {deniedCut(resume.CutNamed, "crew/dock", "Forbidden"), deniedReadme +
			"- [2 merged pull requests](https://github.com/crew/dock/pulls?q=a) in [crew/dock](https://github.com/crew/dock)\n", []string{"crew/dock"}},
		"merges of a private project": {deniedCut(resume.CutNamed, "merged pull requests in guild/oven", "Forbidden"),
			strings.Replace(deniedReadme, "[3 merged pull requests](https://github.com/guild/oven/pulls?q=a)", "[40 commits](https://github.com/guild/oven/commits?author=ada)", 1),
			[]string{"merged pull requests in guild/oven"}},
		"nothing lost":              {descriptions, deniedReadme, nil},
		"an edited description":     {descriptions, strings.Replace(deniedReadme, "Weaves cloth from cards", "Weaves linen", 1), nil},
		"stars that changed":        {descriptions, strings.NewReplacer("128", "1.2k", "812", "811").Replace(deniedReadme), nil},
		"a skill that went":         {descriptions, without(", Redis"), nil},
		"a bullet of the profile":   {descriptions, without("- Led a team of four\n", "- Kept the trains running\n"), nil},
		"another order":             {descriptions, without(oven) + oven, nil},
		"a denial of nothing shown": {deniedCut(resume.CutProfile, "social accounts", "Forbidden"), without("Weaves cloth from cards\n\n", "Rings on time\n\n"), nil},
	} {
		t.Run(name, func(t *testing.T) {
			loom, bell := resume.Repository{Name: "ada/loom", Stars: 128, Description: "Weaves"}, resume.Repository{Name: "ada/bell", Stars: 64}
			if name == "a skill that went" {
				bell.Description = "Rings"
			}
			old := deniedReadme
			if strings.HasPrefix(name, "a project ") {
				old = strings.Replace(old, "## Contributions", "### [dock](https://github.com/crew/dock)\n\n## Contributions", 1)
			}
			s := &resume.Snapshot{Login: "ada", Contributions: []resume.MergedWork{{Repository: "crew/sail"}, {Repository: "crew/dock"}}, Repositories: []resume.Repository{loom, bell}, Cut: []resume.Cut{test.cut}}
			got := deniedFirst("github.com", s, true).costs([]byte(old), []byte(test.now))
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if later := deniedFirst("github.com", s, false).costs([]byte(old), []byte(test.now)); later != nil {
				t.Errorf("a later read: %q", later)
			}
		})
	}
}
