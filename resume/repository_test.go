package resume

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestParseRepository(t *testing.T) {
	for text, want := range map[string]string{
		"ada/engine":                              " ada/engine",
		"  ada/engine\n":                          " ada/engine",
		"ada/engine.git":                          " ada/engine",
		"ada/engine.js":                           " ada/engine.js",
		"ada/engine/":                             " ada/engine",
		"github.com/ada/engine":                   "github.com ada/engine",
		"www.github.com/ada/engine/":              "github.com ada/engine",
		"https://github.com/ada/engine.git":       "github.com ada/engine",
		"https://GitHub.com/ada/engine?tab=x#top": "github.com ada/engine",
		"http://github.com/ada/engine/tree/main":  "github.com ada/engine",
		"git@github.com:ada/engine.git":           "github.com ada/engine",
		"ssh://git@github.com/ada/engine.git":     "github.com ada/engine",
		"https://git.corp.example/ada/engine":     "git.corp.example ada/engine",
		"https://github.com/topics/go":            "",
		"https://github.com/ada":                  "",
		"engine":                                  "",
		"a b/c":                                   "",
		"":                                        "",
	} {
		host, name, err := ParseRepository(text)
		if got := host + " " + name; err == nil && got != want || (err == nil) != (want != "") {
			t.Errorf("ParseRepository(%q) = %q, %q, %v; want %q", text, host, name, err, want)
		}
	}
}

// renamed returns the account after a rename, with a repository of others that the
// profile names.
func renamed() *Snapshot {
	s := account()
	s.Repositories = append(s.Repositories, Repository{Name: "big/one", URL: "https://github.com/big/one", Stars: 90_000, Description: "About big/one", PushedAt: now})
	s.Named = []NamedRepository{{Name: "ada/machine", Repository: "ada/engine"}, {Name: "big/one", Repository: "big/one"}, {Name: "ada/typo"}}
	return s
}

// TestEveryWayToNameARepositoryJoins checks that each project is printed once, with
// GitHub's facts.
func TestEveryWayToNameARepositoryJoins(t *testing.T) {
	for name, entry := range map[string]string{
		"name":            `[[projects]]` + "\n" + `repo = "ada/engine"`,
		"address":         `[[projects]]` + "\n" + `repo = "https://github.com/ada/engine/"`,
		"clone":           `[[projects]]` + "\n" + `repo = "github.com/ada/engine.git"`,
		"before a rename": `[[projects]]` + "\n" + `repo = "Ada/Machine"`,
		"link":            `[[projects]]` + "\n" + `name = "Engine"` + "\n" + `url = "https://github.com/ada/engine"`,
		"old link":        `[[projects]]` + "\n" + `name = "The Engine"` + "\n" + `url = "github.com/ada/machine?tab=readme"`,
		"title":           `[[projects]]` + "\n" + `name = "Engine"`,
		"title in dots":   `[[projects]]` + "\n" + `name = "En–gi.ne"`,
		"whole name":      `[[projects]]` + "\n" + `name = "Ada/Engine"`,
		"include":         `github.projects.include = ["https://github.com/ada/machine"]`,
	} {
		t.Run(name, func(t *testing.T) {
			p, err := ParseProfile("resume.toml", []byte(entry))
			if err != nil {
				t.Fatal(err)
			}
			r := Build(p, renamed())
			var found []Project
			for _, project := range r.Projects {
				if project.Repository == "ada/engine" || strings.EqualFold(project.Name, "engine") {
					found = append(found, project)
				}
			}
			if len(found) != 1 || found[0].Stars == nil || *found[0].Stars != 120 || r.Projects[0].Repository != "ada/engine" {
				t.Errorf("got %+v", r.Projects)
			}
		})
	}
}

func TestForeignAndMissingRepositories(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte(`
projects = [{repo = "big/one"}, {repo = "ada/typo", description = "Mine"}, {name = "Sub", url = "https://github.com/ada/engine/tree/main/sub"}]
contributions = [{repo = "https://github.com/engines/core"}]
github.projects.max = 0
github.contributions.max = 0
`))
	if err != nil {
		t.Fatal(err)
	}
	r := Build(p, renamed())
	one, typo, sub := r.Projects[0], r.Projects[1], r.Projects[2]
	if *one.Stars != 90_000 || one.Description != "About big/one" {
		t.Errorf("a foreign repository has no facts: %+v", one)
	}
	if typo.URL != "" || typo.Name != "typo" || typo.Description != "Mine" {
		t.Errorf("a repository that isn't there: %+v", typo)
	}
	if sub.Stars != nil || sub.Repository != "" {
		t.Errorf("a folder took the facts of its repository: %+v", sub)
	}
	if got := contributionNames(r); got != "engines/core" || r.Contributions[0].Merged != 80 {
		t.Errorf("got %s: %+v", got, r.Contributions)
	}
	want := []string{"big/one", "ada/typo", "engines/core"}
	if got := p.NamedRepositories("github.com"); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if missing := p.Missing(renamed()); len(missing) != 1 || missing[0].Field != "projects[1].repo" || missing[0].Position.Line != 2 {
		t.Errorf("got %v", missing)
	}
	denied := renamed()
	denied.Cut = []Cut{{Part: CutNamed, What: "Ada/Typo", Why: "the `ada` organization has an IP allow list.", Lasting: true}}
	if got := p.Missing(denied); len(got) != 1 || got[0].Message != "GitHub keeps \"ada/typo\" from this token: the `ada` organization has an IP allow list" || strings.Contains(got[0].Hint, "name") {
		t.Errorf("got %v", got)
	}
	if asked := (&Snapshot{}).Knows(want); asked || !renamed().Knows(want) {
		t.Error("does not know what GitHub was asked for")
	}
}

// TestRepositoriesOfOtherHosts checks that nothing is taken from a repository that only
// has the same name, wherever the profile names it.
func TestRepositoriesOfOtherHosts(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte(`
projects = [{repo = "https://gitlab.com/ada/engine.git"}, {repo = "git@codeberg.org:big/one.git", name = "One"}, {repo = "git@github.com-work:big/one.git"}]
contributions = [{repo = "gitlab.com/engines/core", description = "Mine"}]
github.projects.include = ["https://git.corp.example/ada/engine"]
`))
	if err != nil {
		t.Fatal(err)
	}
	r := Build(p, renamed())
	for i, want := range []Project{
		{Name: "engine", URL: "https://gitlab.com/ada/engine"},
		{Name: "One", URL: "https://codeberg.org/big/one"},
	} {
		if got := r.Projects[i]; got.Name != want.Name || got.URL != want.URL || got.Stars != nil || got.Description != "" {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	if got := r.Projects[2]; got.Repository != "big/one" || got.Stars == nil {
		t.Errorf("another name that SSH knows GitHub under: %+v", got)
	}
	if c := r.Contributions[0]; c.Repository != "engines/core" || c.URL != "https://gitlab.com/engines/core" || c.Merged != 0 {
		t.Errorf("got %+v", c)
	}
	if got := p.NamedRepositories("github.com"); !slices.Equal(got, []string{"big/one"}) {
		t.Errorf("asks for %v", got)
	}
	var fields []string
	for _, problem := range p.Missing(renamed()) {
		fields = append(fields, problem.Field)
	}
	if want := []string{"projects[0].repo", "projects[1].repo", "contributions[0].repo", "github.projects.include[0]"}; !slices.Equal(fields, want) {
		t.Errorf("named as missing: %v, want %v", fields, want)
	}
}

// TestTheAddressThatGitClonesHasAPage checks that a hint gives the page, since a link
// needs one.
func TestTheAddressThatGitClonesHasAPage(t *testing.T) {
	_, err := ParseProfile("resume.toml", []byte("[[projects]]\nname = \"X\"\nurl = \"git@github.com:big/one.git\"\n"))
	problems, _ := errors.AsType[Problems](err)
	if len(problems) != 1 || problems[0].Hint != "expected https://github.com/big/one" {
		t.Errorf("got %v", problems)
	}
}
