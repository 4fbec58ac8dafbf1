package templates

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// several returns work in four repositories, two of which belong to one account.
func several() *resume.Resume {
	work := func(repository string, merged int) resume.Contribution {
		return resume.Contribution{Repository: repository, URL: "https://github.com/" + repository, Merged: merged, Proof: "https://github.com/p"}
	}
	return &resume.Resume{
		Name: "Ada", Sections: sections(resume.ContributionsSection),
		Contributions:      []resume.Contribution{work("kube/api", 20), work("Kube/web", 3), work("golang/go", 1)},
		ContributionTotals: resume.ContributionTotals{Pulls: 640, Repositories: 55, Since: resume.Date{Year: 2013}, Proof: "https://github.com/search"},
	}
}

func TestContributionsBeginWithTotalsAndStandByOwner(t *testing.T) {
	got, err := mustBuiltin(t, "resume").Render(several())
	if err != nil {
		t.Fatal(err)
	}
	want := `## Open Source Contributions

[640 merged pull requests](https://github.com/search) in 55 repositories since 2013

- **kube**: 23 merged pull requests
  - [20 merged pull requests](https://github.com/p) in [kube/api](https://github.com/kube/api)
  - [3 merged pull requests](https://github.com/p) in [Kube/web](https://github.com/Kube/web)
- [1 merged pull request](https://github.com/p) in [golang/go](https://github.com/golang/go)
`
	if !strings.Contains(string(got), want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTotalsInEveryLanguage(t *testing.T) {
	for language, want := range map[string]string{
		"de": "640 gemergte Pull Requests in 55 Repositories seit 2013", "fr": "640 pull requests fusionnées dans 55 dépôts depuis 2013",
		"es": "640 pull requests fusionadas en 55 repositorios desde 2013", "pt": "640 pull requests aceitos em 55 repositórios desde 2013",
		"pl": "640 scalonych pull requestów w 55 repozytoriach od 2013 r.", "uk": "640 прийнятих запитів на злиття у 55 репозиторіях з 2013 року",
		"zh": "自2013年以来在55 个代码仓库中有640 个已合并的拉取请求",
	} {
		r := several()
		r.Language = language
		got, err := mustBuiltin(t, "plain").Render(r)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(got), "\n"+want+"\n") {
			t.Errorf("%s: got\n%s\nwant %s", language, got, want)
		}
	}
}

// Work other than pull requests is one line of totals; a role is printed with the work that
// it belongs to.
func TestTotalsOfOtherWorkAndRoles(t *testing.T) {
	r := several()
	r.Contributions[0].Role = resume.RoleCollaborator
	r.Contributions[2].Merged, r.Contributions[2].Commits = 0, 225
	r.ContributionTotals.Reviews = resume.Tally{N: 1320, Proof: "https://github.com/r"}
	r.ContributionTotals.Issues = resume.Tally{N: 45, Proof: "https://github.com/i"}
	r.ContributionTotals.Answers = resume.Tally{N: 12, Proof: "https://github.com/a"}
	r.ContributionTotals.ActiveYears = 11
	for name, want := range map[string][]string{
		"resume": {
			"in 55 repositories since 2013 · [1.3k pull requests reviewed](https://github.com/r) · [45 reported issues resolved](https://github.com/i) · [12 accepted answers](https://github.com/a) · active in 11 years\n",
			"[kube/api](https://github.com/kube/api), Collaborator\n", "- [225 commits](https://github.com/p) in [golang/go]",
		},
		"cv":    {"[20 merged pull requests](https://github.com/p) · Collaborator\n", "[225 commits](https://github.com/p)\n"},
		"plain": {"since 2013, 1.3k pull requests reviewed, 45 reported issues resolved, 12 accepted answers, active in 11 years\n"},
	} {
		got, err := mustBuiltin(t, name).Render(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range want {
			if !strings.Contains(string(got), line) {
				t.Errorf("%s: got\n%s\nwithout\n%s", name, got, line)
			}
		}
	}
	for _, language := range Languages() {
		r.Language = language
		got, err := mustBuiltin(t, "plain").Render(r)
		if err != nil || language != "en" && strings.Contains(string(got), "reviewed") {
			t.Errorf("%s: %v\n%s", language, err, got)
		}
	}
}

// TestWorkInProjects: a project whose repository belongs to someone else tells the user's
// part in it, in every template.
func TestWorkInProjects(t *testing.T) {
	work := resume.Work{Role: resume.RoleMember, Merged: 12, First: resume.Date{Year: 2019, Month: 3}, Last: resume.Date{Year: 2026, Month: 1}, Proof: "https://github.com/p"}
	r := &resume.Resume{Name: "Ada", Sections: []resume.Section{{Kind: resume.ProjectsSection}}, Projects: []resume.Project{
		{Name: "crane", Repository: "werk/crane", URL: "https://github.com/werk/crane", RepositoryURL: "https://github.com/werk/crane", Language: "Go", Work: work},
	}}
	check := func(name, want string) {
		t.Helper()
		if got := mustRender(t, r, name); !strings.Contains(got, want) {
			t.Errorf("%s: got\n%s\nwithout\n%s", name, got, want)
		}
	}
	for _, name := range []string{"resume", "cv", "readme", "readme-pictures", "readme-brief"} {
		check(name, "Member · [12 merged pull requests](https://github.com/p) · 2019 to 2026")
	}
	check("plain", "Member, 12 merged pull requests, 2019 to 2026")
	r.Projects[0].Role, r.Projects[0].Start = "Author of the scheduler", resume.Date{Year: 2020}
	r.Projects[0].Work.Merged, r.Projects[0].Work.Commits = 0, 140
	check("resume", "Author of the scheduler · [140 commits](https://github.com/p) · 2020 · Go")
}

// TestTotalsAreASection: the totals are printed without a list below them, and no heading
// without the totals.
func TestTotalsAreASection(t *testing.T) {
	r := several()
	r.Contributions = nil
	for _, name := range []string{"resume", "cv", "plain", "readme", "readme-pictures", "readme-brief"} {
		r.Layout.Readme.Hide = nil
		whole := mustRender(t, r, name)
		if !strings.Contains(whole, "640 merged pull requests") || !strings.Contains(strings.ToLower(whole), "open source contributions") {
			t.Errorf("%s: %s", name, whole)
		}
		r.Layout.Readme.Hide = []string{"totals"}
		if out := mustRender(t, r, name); strings.HasPrefix(name, "readme") && strings.Contains(strings.ToLower(out), "open source contributions") {
			t.Errorf("%s has an empty section: %s", name, out)
		}
	}
}
