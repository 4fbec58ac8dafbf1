package produce

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

const unseenReadme = `# Ada

## Skills

- **Languages**: Go, Rust
- **Databases**: Redis, MongoDB, SQLite
- **Tools**: Docker

## Projects

### [loom](https://github.com/ada/loom)

Weaves cloth from cards

Go, Redis · ★ 128 · 11 releases · 60 downloads

### [bell](https://github.com/ada/bell)

Rust, MongoDB · ★ 64 · 3 releases

### [mill](https://github.com/guild/mill)

Grinds · ★ 90

## Contributions

[12 merged pull requests](https://github.com/search?q=a) in 3 repositories since 2019 · [40 pull requests reviewed](https://github.com/search?q=b) · active in 7 years

- [8 merged pull requests](https://github.com/guild/oven/pulls?q=a) in [guild/oven](https://github.com/guild/oven) (★ 812), Member, 2019 to 2021: Bakery
- [3 merged pull requests](https://github.com/crew/sail/pulls?q=a) in [crew/sail](https://github.com/crew/sail) (★ 90), 2019 to 2026: Boats
- [45 commits](https://github.com/crew/dock/commits?author=ada) in [crew/dock](https://github.com/crew/dock) (★ 70), 2024
`

// unseenSnapshot is what is read of ada without a token, all of it.
func unseenSnapshot() *resume.Snapshot {
	pushed := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	pulls := []resume.Pull{{MergedAt: time.Date(2022, 5, 1, 0, 0, 0, 0, time.UTC)}}
	return &resume.Snapshot{
		Login: "ada", API: "rest", TakenAt: pushed,
		Repositories: []resume.Repository{
			{Name: "ada/loom", Languages: map[string]int64{"Go": 9000}, PushedAt: pushed, FilesAt: pushed, Releases: new(11),
				Facts: []skill.Fact{{Path: "go.mod", Kind: "go", Name: "github.com/redis/go-redis/v9"}}},
			{Name: "ada/bell", Languages: map[string]int64{"Rust": 900}, PushedAt: pushed},
		},
		Contributions: []resume.MergedWork{{Repository: "guild/oven", Stars: new(812), Merged: 8, Pulls: pulls}, {Repository: "crew/sail", Stars: new(90), Merged: 3}},
		Cut:           []resume.Cut{{Part: resume.CutFiles, What: "files of 1 repository"}},
	}
}

// TestUnseen: what a first read without a token may have missed is told from what it knows
// to be gone, changed or outranked.
func TestUnseen(t *testing.T) {
	oven := "- [8 merged pull requests](https://github.com/guild/oven/pulls?q=a) in [guild/oven](https://github.com/guild/oven) (★ 812), Member, 2019 to 2021: Bakery\n"
	sail := "- [3 merged pull requests](https://github.com/crew/sail/pulls?q=a) in [crew/sail](https://github.com/crew/sail) (★ 90), 2019 to 2026: Boats\n"
	dock := "- [45 commits](https://github.com/crew/dock/commits?author=ada) in [crew/dock](https://github.com/crew/dock) (★ 70), 2024\n"
	mill := "### [mill](https://github.com/guild/mill)\n\nGrinds · ★ 90\n\n"
	loom := "### [loom](https://github.com/ada/loom)\n\nWeaves cloth from cards\n\nGo, Redis · ★ 128 · 11 releases · 60 downloads\n\n"
	bell := "### [bell](https://github.com/ada/bell)\n\nRust, MongoDB · ★ 64 · 3 releases\n\n"
	cut := func(part resume.CutPart) func(*resume.Snapshot) {
		return func(s *resume.Snapshot) { s.Cut = append(s.Cut, resume.Cut{Part: part, What: "some"}) }
	}
	searchCut := func(s *resume.Snapshot) {
		cut(resume.CutContributions)(s)
		s.Contributions = s.Contributions[:1]
	}
	for name, test := range map[string]struct {
		change func(*resume.Snapshot)
		remove []string // or pairs of old and new, if isReplaced
		want   []string
	}{
		"nothing":                           {},
		"a pinned project of another":       {nil, []string{mill, ""}, []string{"guild/mill"}},
		"a project without its pin":         {nil, []string{mill, "- [1 merged pull request](https://github.com/guild/mill/pulls?q=a) in [guild/mill](https://github.com/guild/mill)\n"}, []string{"guild/mill"}},
		"a named project that is gone":      {func(s *resume.Snapshot) { s.Named = []resume.NamedRepository{{Name: "guild/mill"}} }, []string{mill, ""}, nil},
		"commits":                           {nil, []string{dock, ""}, []string{"crew/dock"}},
		"reviews":                           {nil, []string{" · [40 pull requests reviewed](https://github.com/search?q=b)", ""}, []string{"the figure of pull requests reviewed"}},
		"active years":                      {nil, []string{" · active in 7 years", ""}, []string{"the figure of active years"}},
		"other figures":                     {nil, []string{"40 pull", "41 pull", "active in 7 years", "active in 1 year"}, nil},
		"a role":                            {nil, []string{", Member", ""}, []string{"the role in guild/oven"}},
		"a technology of an entry":          {nil, []string{"Rust, MongoDB", "Rust", "MongoDB, ", ""}, []string{"MongoDB", "MongoDB in ada/bell"}},
		"releases":                          {nil, []string{" · 3 releases", ""}, []string{"figures of ada/bell"}},
		"releases that were deleted":        {nil, []string{" · 11 releases · 60 downloads", ""}, nil},
		"technologies of lists":             {nil, []string{"MongoDB, SQLite", "Kafka", "Tools**: Docker", "Tools**: Kafka", "Rust, MongoDB", "Rust"}, []string{"Docker", "MongoDB", "SQLite", "MongoDB in ada/bell"}},
		"two technologies of the profile's": {nil, []string{", SQLite", "", "Docker", "Kafka"}, nil},
		"a technology that a push removed":  {func(s *resume.Snapshot) { s.Repositories[0].Facts = nil }, []string{"Go, Redis", "Go", "Redis, ", ""}, nil},
		"a deleted repository":              {func(s *resume.Snapshot) { s.Repositories = s.Repositories[:1] }, []string{bell, "", ", Rust", "", "MongoDB, SQLite", "", "Docker", "Kafka"}, nil},
		"an archived repository":            {func(s *resume.Snapshot) { s.Repositories[1].Archived = true }, []string{bell, "", ", Rust", "", "MongoDB, ", ""}, nil},
		"a renamed repository":              {func(s *resume.Snapshot) { s.Repositories[1].Name = "ada/gong" }, []string{"[bell](https://github.com/ada/bell)", "[gong](https://github.com/ada/gong)"}, nil},
		"an outranked repository":           {nil, []string{loom, ""}, nil},
		"an own repository beyond the list": {func(s *resume.Snapshot) { s.Repositories = s.Repositories[:1]; cut(resume.CutRepositories)(s) }, []string{bell, ""}, []string{"ada/bell"}},
		"an outranked contribution":         {nil, []string{sail, ""}, nil},
		"a contribution without its stars":  {func(s *resume.Snapshot) { s.Contributions[1].Stars = nil }, []string{sail, ""}, []string{"crew/sail"}},
		"a deleted repository of others":    {func(s *resume.Snapshot) { s.Contributions = s.Contributions[:1] }, []string{sail, ""}, nil},
		"the same in a search that was cut": {searchCut, []string{sail, ""}, nil},
		"older than the cut search": {func(s *resume.Snapshot) {
			s.Contributions = s.Contributions[1:]
			s.Contributions[0].Pulls = []resume.Pull{{MergedAt: s.TakenAt}}
			cut(resume.CutContributions)(s)
		}, []string{oven, ""}, []string{"guild/oven"}},
		"fewer merges in a cut search":   {cut(resume.CutContributions), []string{"[8 merged", "[5 merged"}, []string{"merged pull requests"}},
		"one merge pushed out of it":     {cut(resume.CutContributions), []string{"[8 merged", "[7 merged"}, nil},
		"fewer merges in a whole search": {nil, []string{"[8 merged", "[5 merged"}, nil},
		"an edited description":          {nil, []string{"Weaves cloth from cards", "Weaves"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s, now := unseenSnapshot(), strings.NewReplacer(test.remove...).Replace(unseenReadme)
			if test.change != nil {
				test.change(s)
			}
			u := unseenFirst("github.com", &load.Sources{Snapshot: s, IsFirst: true})
			if got := u.costs([]byte(unseenReadme), []byte(now)); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestUnseenMayCome: the next read asks for everything again unless a token made the text.
func TestUnseenMayCome(t *testing.T) {
	for name, test := range map[string]struct {
		lost string
		want bool
	}{
		"a technology":      {"MongoDB, ", true},
		"a project":         {"### [mill](https://github.com/guild/mill)\n\nGrinds · ★ 90\n\n", false},
		"a figure":          {" · active in 7 years", false},
		"releases of a few": {" · 3 releases", false},
	} {
		u := unseenFirst("github.com", &load.Sources{Snapshot: unseenSnapshot(), IsFirst: true})
		if got := u.mayCome([]byte(unseenReadme), []byte(strings.Replace(unseenReadme, test.lost, "", 1))); got != test.want {
			t.Errorf("%s: %t", name, got)
		}
	}
}

// TestUnseenWithToken: a denial of items of a list takes what they were, nothing else.
func TestUnseenWithToken(t *testing.T) {
	bell := "### [bell](https://github.com/ada/bell)\n\nRust, MongoDB · ★ 64 · 3 releases\n\n"
	mill := "### [mill](https://github.com/guild/mill)\n\nGrinds · ★ 90\n\n"
	denied := resume.Cut{Part: resume.CutRepositories, What: "1 repository", Why: "Forbidden", Lasting: true}
	pins := resume.Cut{Part: resume.CutDetails, What: "pinned repositories", Why: "Forbidden", Lasting: true}
	crews := resume.Cut{Part: resume.CutContributions, What: "2 merged pull requests", Why: "the `crew` organization forbids it", Lasting: true}
	dock := "- [45 commits](https://github.com/crew/dock/commits?author=ada) in [crew/dock](https://github.com/crew/dock) (★ 70), 2024\n"
	private := resume.Cut{Part: resume.CutActivity, What: "organizations, commits, reviews and issues", Why: "the profile is private", Lasting: true}
	accounts := resume.Cut{Part: resume.CutDetails, What: "accounts on other networks", Why: "Forbidden", Lasting: true}
	for name, test := range map[string]struct {
		cut    resume.Cut
		remove []string
		want   []string
	}{
		"a repository of the list":       {denied, []string{bell, "", "MongoDB, ", ""}, []string{"ada/bell", "MongoDB"}},
		"its technologies":               {denied, []string{"MongoDB, ", "", "Rust, MongoDB", "Rust"}, []string{"MongoDB", "MongoDB in ada/bell"}},
		"a project of another":           {denied, []string{mill, ""}, nil},
		"pins":                           {pins, []string{mill, ""}, []string{"guild/mill"}},
		"a repository that is not there": {pins, []string{bell, ""}, nil},
		"merges of another owner":        {crews, []string{"[8 merged", "[5 merged"}, nil},
		"a project in a private profile": {private, []string{mill, "- [2 merged pull requests](https://github.com/guild/mill/pulls?q=a) in [guild/mill](https://github.com/guild/mill)\n"}, []string{"guild/mill"}},
		"a role in a private profile":    {private, []string{", Member", ""}, []string{"the role in guild/oven"}},
		"reviews in a private profile":   {private, []string{" · [40 pull requests reviewed](https://github.com/search?q=b)", ""}, []string{"the figure of pull requests reviewed"}},
		"commits in a private profile":   {private, []string{dock, ""}, []string{"crew/dock"}},
		"an own project":                 {private, []string{bell, ""}, nil},
		"links":                          {accounts, []string{"[web](https://mastodon.example/@ada)", ""}, []string{"mastodon.example/@ada"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := unseenSnapshot()
			s.API, s.Pinned, s.Cut, s.User.Social = "graphql", []string{}, []resume.Cut{test.cut}, []resume.Social{}
			s.Repositories = s.Repositories[:1]
			if name == "its technologies" {
				s.Repositories = unseenSnapshot().Repositories
			}
			old := "[web](https://mastodon.example/@ada)\n" + unseenReadme
			u := unseenFirst("github.com", &load.Sources{Snapshot: s, IsFirst: true})
			if got := u.costs([]byte(old), []byte(strings.NewReplacer(test.remove...).Replace(old))); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestUnseenIsFirstWithoutToken: later reads and those with a token are not compared.
func TestUnseenIsFirstWithoutToken(t *testing.T) {
	for name, m := range map[string]*load.Sources{
		"no snapshot":         {IsFirst: true},
		"a later read":        {Snapshot: unseenSnapshot()},
		"with a token":        {Snapshot: &resume.Snapshot{API: "graphql"}, IsFirst: true},
		"on top of a token's": {Snapshot: &resume.Snapshot{API: "rest", Pinned: []string{}}, IsFirst: true},
	} {
		if unseenFirst("github.com", m) != nil {
			t.Errorf("%s: is compared", name)
		}
	}
}

// TestUnseenLines: the changed lines of work that was read without the token, since a policy
// hides it, are in a file that a token wrote that sees it.
func TestUnseenLines(t *testing.T) {
	old := strings.Replace(unseenReadme, "Bakery", "Bakery · +1.2k −567", 1)
	without := &resume.Snapshot{Login: "ada", API: "graphql", Contributions: []resume.MergedWork{{Repository: "guild/oven", Stars: new(812), Pulls: []resume.Pull{{Number: 1}}}}}
	m := &load.Sources{Snapshot: without, IsFirst: true}
	want := "GitHub does not give the changed lines of work that a policy hides from the token; README.md is left as it was, since it would lose the changed lines in guild/oven"
	if err := RefuseGaps(m, "github.com", "README.md", []byte(old), []byte(unseenReadme)); err == nil || err.Error() != want {
		t.Errorf("%v", err)
	}
	with := strings.Replace(old, "1.2k", "1.3k", 1)
	if err := RefuseGaps(m, "github.com", "README.md", []byte(old), []byte(with)); err != nil {
		t.Errorf("other lines: %v", err)
	}
	m.IsFirst = false
	if err := RefuseGaps(m, "github.com", "README.md", []byte(old), []byte(unseenReadme)); err != nil {
		t.Errorf("a later read: %v", err)
	}
}

// TestAdviceForAPrivateProfile: no token of another account helps there.
func TestAdviceForAPrivateProfile(t *testing.T) {
	for why, want := range map[string]string{"the profile is private": "make the profile public, or use a token of that account; ", "Forbidden": "give the token access; "} {
		s := unseenSnapshot()
		cut := resume.Cut{Part: resume.CutActivity, What: "organizations, commits, reviews and issues", Why: why, Lasting: true}
		if why == "Forbidden" {
			cut.Part, cut.What = resume.CutRepositories, "1 repository"
		}
		s.API, s.Pinned, s.Cut, s.Repositories = "graphql", []string{}, []resume.Cut{cut}, s.Repositories[:1]
		poorer := strings.NewReplacer(", Member", "", "### [bell](https://github.com/ada/bell)\n\nRust, MongoDB · ★ 64 · 3 releases\n\n", "").Replace(unseenReadme)
		err := RefuseGaps(&load.Sources{Snapshot: s, IsFirst: true}, "github.com", "README.md", []byte(unseenReadme), []byte(poorer))
		failure, ok := errors.AsType[*cli.Failure](err)
		if !ok || !strings.HasPrefix(string(failure.Advice()), want) {
			t.Errorf("%s: %v, hint %q", why, err, failure.Advice())
		}
	}
}
