package resume

import (
	"strings"
	"testing"
	"time"
)

// TestCommitsWithoutAPullRequest checks that such work in other people's repositories is
// listed, if there is enough of it.
func TestCommitsWithoutAPullRequest(t *testing.T) {
	repo := func(name string, commits int) Repository {
		return Repository{ID: name, Name: name, URL: "https://github.com/" + name, OwnCommits: ref(commits), PushedAt: now}
	}
	fork := repo("mirror/fork", 90)
	fork.Fork = true
	private := repo("guild/secret", 90)
	private.Private = true
	s := &Snapshot{TakenAt: now, Login: "ada",
		Repositories:  []Repository{repo("ada/own", 50), repo("guild/core", 210), repo("guild/tiny", 9), repo("guild/merged", 40), fork, private},
		Contributions: []MergedWork{{ID: "guild/merged", Repository: "guild/merged", URL: "https://github.com/guild/merged", Merged: 2, First: now, Last: now, Role: "COLLABORATOR"}},
		Commits: []CommitSpan{
			{From: day(2022, 1, 1), To: day(2022, 12, 31), Commits: map[string]int{"guild/core": 120}},
			{From: day(2024, 1, 1), To: day(2024, 12, 31), Commits: map[string]int{"guild/core": 90}},
		},
	}
	var got []string
	for _, c := range Build(nil, s).Contributions {
		got = append(got, c.Repository+" "+string(c.Role))
		if c.Repository == "guild/core" && (c.Commits != 210 || c.First.Year != 2022 || c.Last.Year != 2024 || c.Proof != "https://github.com/guild/core/commits?author=ada") {
			t.Errorf("%+v", c)
		}
	}
	if want := "guild/core ,guild/merged collaborator"; strings.Join(got, ",") != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestActivityOfSmallNumbersIsNotTold(t *testing.T) {
	s := &Snapshot{TakenAt: now, Login: "ada", Activity: Activity{Reviews: ref(321), Issues: ref(9), Answers: ref(10), Years: []int{2019, 2020, 2022, 2023, 2024}}}
	got := Build(nil, s).ContributionTotals
	want := ContributionTotals{
		Reviews:     Tally{321, "https://github.com/search?q=is%3Apr+reviewed-by%3Aada+-author%3Aada&type=pullrequests"},
		Answers:     Tally{10, "https://github.com/search?q=answered-by%3Aada&type=discussions"},
		ActiveYears: 5,
	}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	s.Activity.Years, s.Activity.Reviews, s.Activity.Answers = s.Activity.Years[:4], nil, ref(0)
	if got := Build(nil, s).ContributionTotals; got != (ContributionTotals{}) {
		t.Errorf("got %+v", got)
	}
}

func day(year int, month time.Month, d int) time.Time {
	return time.Date(year, month, d, 0, 0, 0, 0, time.UTC)
}

// TestHiddenMembershipIsNotTold: only a token of the user's own sees a membership that is
// not public.
func TestHiddenMembershipIsNotTold(t *testing.T) {
	for _, test := range []struct {
		organizations []string
		private       bool
		role          string
		want          Role
	}{
		{[]string{"Guild"}, false, "MEMBER", RoleMember},
		{[]string{}, false, "MEMBER", ""},
		{[]string{}, true, "MEMBER", RoleMember},
		{nil, false, "MEMBER", RoleMember}, // unknown
		{[]string{}, false, "COLLABORATOR", RoleCollaborator},
	} {
		s := &Snapshot{TakenAt: now, Login: "ada", Organizations: test.organizations,
			Contributions: []MergedWork{{Repository: "guild/core", Merged: 2, First: now, Last: now, Role: test.role}}}
		p := &Profile{}
		p.GitHub.Private = test.private
		if got := Build(p, s).Contributions[0].Role; got != test.want {
			t.Errorf("%+v: got %q", test, got)
		}
	}
}

// TestRoleOfCommits: a public member is one whose work is commits only, too; nobody is a
// member in JSON but not in print.
func TestRoleOfCommits(t *testing.T) {
	for organization, want := range map[string]Role{"Guild": RoleMember, "other": ""} {
		s := &Snapshot{TakenAt: now, Login: "ada", Organizations: []string{organization},
			Repositories: []Repository{{Name: "guild/core", URL: "https://github.com/guild/core", OwnCommits: ref(1500), PushedAt: now}}}
		r := Build(nil, s)
		json, err := EncodeJSONResume(r)
		if title := `"` + want.title() + `"`; r.Contributions[0].Role != want || err != nil || !strings.Contains(string(json), title) {
			t.Errorf("%s: got %q, want %q in print and in\n%s", organization, r.Contributions[0].Role, want, json)
		}
	}
}
