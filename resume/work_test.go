package resume

import (
	"slices"
	"strings"
	"testing"
)

// TestPinnedWorkOfOthers: GitHub lets people pin what they once contributed to, so that it
// is a project only if they had a hand in what it is.
func TestPinnedWorkOfOthers(t *testing.T) {
	const name = "guild/core"
	commits := func(own, all int) func(*Snapshot) {
		return func(s *Snapshot) { s.Repositories[1].OwnCommits, s.Repositories[1].Commits = ref(own), ref(all) }
	}
	merged := func(n int, role string) func(*Snapshot) {
		return func(s *Snapshot) {
			s.Contributions = []MergedWork{{Repository: name, URL: "https://github.com/" + name, Merged: n, Role: role, First: now.AddDate(-2, 0, 0), Last: now}}
		}
	}
	public := func(s *Snapshot) { s.Organizations = []string{"guild"} }
	years := func(s *Snapshot) {
		s.Commits = []CommitSpan{{From: day(2024, 1, 1), To: day(2024, 12, 31), ReadAt: now, Commits: map[string]int{"mine": 3, "core": 20}}}
	}
	type changes []func(*Snapshot)
	for test, tc := range map[string]struct {
		changes                 changes
		projects, contributions string
		work                    Work
	}{
		"nothing":                  {nil, "mine", "", Work{}},
		"a typo":                   {changes{merged(1, "CONTRIBUTOR")}, "mine", name, Work{}},
		"many merges, no role":     {changes{merged(25, "CONTRIBUTOR"), commits(25, 4000)}, "mine", name, Work{}},
		"few commits":              {changes{commits(20, 4000)}, "mine", name, Work{}},
		"all of very few commits":  {changes{commits(4, 4)}, "mine", "", Work{}},
		"member":                   {changes{merged(2, "MEMBER"), public}, "core mine", "", Work{Role: RoleMember, Merged: 2, First: DateOf(now.AddDate(-2, 0, 0)), Last: DateOf(now)}},
		"member, but not publicly": {changes{merged(2, "MEMBER"), func(s *Snapshot) { s.Organizations = []string{} }}, "mine", name, Work{}},
		"collaborator":             {changes{merged(2, "COLLABORATOR")}, "core mine", "", Work{Role: RoleCollaborator, Merged: 2, First: DateOf(now.AddDate(-2, 0, 0)), Last: DateOf(now)}},
		"collaborator of nothing":  {changes{merged(0, "COLLABORATOR")}, "mine", "", Work{}},
		"many commits":             {changes{commits(60, 100), years}, "core mine", "", Work{Commits: 60, First: Date{Year: 2024}, Last: Date{Year: 2024}}},
		"commits of a member":      {changes{commits(20, 4000), public, years}, "core mine", "", Work{Role: RoleMember, Commits: 20, First: Date{Year: 2024}, Last: Date{Year: 2024}}},
		"member without work":      {changes{public, years}, "mine", "", Work{}},
		"member, commits unknown":  {changes{public}, "core mine", "", Work{}},
	} {
		t.Run(test, func(t *testing.T) {
			s := &Snapshot{TakenAt: now, Login: "ada", Pinned: []string{name, "ada/mine"}, Repositories: []Repository{
				{ID: "mine", Name: "ada/mine", Languages: map[string]int64{"Go": 50_000}, Language: "Go", PushedAt: now},
				{ID: "core", Name: name, URL: "https://github.com/" + name, Languages: map[string]int64{"Rust": 500_000}, Language: "Rust", PushedAt: now},
			}}
			for _, change := range tc.changes {
				change(s)
			}
			r := Build(nil, s)
			if projectNames(r) != tc.projects || contributionNames(r) != tc.contributions {
				t.Fatalf("projects %s, contributions %s; want %s and %s", projectNames(r), contributionNames(r), tc.projects, tc.contributions)
			}
			if got := r.Projects[0].Work; tc.projects != "mine" && !strings.HasPrefix(got.Proof, "https://github.com/guild/core/") && got != (Work{}) {
				t.Errorf("proof %s", got.Proof)
			} else if got.Proof = ""; got != tc.work {
				t.Errorf("work %+v, want %+v", got, tc.work)
			}
		})
	}
}

// TestIncludedWorkOfOthers: what the profile includes is a project, whatever the user's part
// in it, which is told.
func TestIncludedWorkOfOthers(t *testing.T) {
	for _, text := range []string{"github.projects.include = [\"big/one\"]", "[[projects]]\nrepo = \"big/one\""} {
		s := account()
		s.Repositories = append(s.Repositories, Repository{Name: "big/one", URL: "https://github.com/big/one", PushedAt: now})
		p, err := ParseProfile("resume.toml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if r := Build(p, s); r.Projects[0].Repository != "big/one" || r.Projects[0].Work.Merged != 2 {
			t.Errorf("%s: %+v", text, r.Projects[0])
		}
		json, err := EncodeJSONResume(Build(p, s))
		if err != nil || !strings.Contains(string(json), `"mergedPullRequests": 2`) {
			t.Errorf("%s: %v\n%s", text, err, json)
		}
	}
}

// TestTotalsOfOneProject: the only repository with merged pull requests is counted if it is a
// project.
func TestTotalsOfOneProject(t *testing.T) {
	s := account()
	s.Contributions, s.Pinned, s.Organizations = s.Contributions[1:2], []string{"engines/core"}, nil
	if got := Build(nil, s).ContributionTotals; got.Pulls != 0 {
		t.Errorf("a contribution is counted twice: %+v", got)
	}
	s.Contributions[0].Role = "MEMBER"
	if r := Build(nil, s); len(r.Contributions) > 0 || r.ContributionTotals.Pulls != 80 || r.ContributionTotals.Repositories != 1 {
		t.Errorf("projects %s, contributions %s, totals %+v", projectNames(r), contributionNames(r), r.ContributionTotals)
	}
}

// TestTotalsWithoutAList: the totals are printed even if every repository is a project, but
// not if the profile wants no contributions.
func TestTotalsWithoutAList(t *testing.T) {
	for text, want := range map[string]bool{"": true, "github.contributions.max = 0": false, "layout.max = {contributions = 0}": false, "layout.hide = [\"contributions\"]": false} {
		s := account()
		s.Contributions, s.Pinned = s.Contributions[:2], []string{"engines/core", "big/one"}
		for i := range s.Contributions {
			s.Contributions[i].Role = "COLLABORATOR"
		}
		s.Repositories = append(s.Repositories, Repository{Name: "big/one", URL: "https://github.com/big/one", PushedAt: now})
		p, err := ParseProfile("resume.toml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		r := Build(p, s)
		if got := slices.ContainsFunc(r.Sections, func(s Section) bool { return s.Kind == ContributionsSection }); got != want || len(r.Contributions) > 0 || r.ContributionTotals.Pulls != 82 {
			t.Errorf("%q: section %t, want %t; %d listed, totals %+v", text, got, want, len(r.Contributions), r.ContributionTotals)
		}
	}
}
