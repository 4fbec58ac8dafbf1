package resume

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// now is the time of the snapshots in these tests.
var now = time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)

func ref(n int) *int { return &n }

// account returns a small account with one repository of each kind.
func account() *Snapshot {
	repo := func(name string, stars int, change func(*Repository)) Repository {
		r := Repository{Name: name, URL: "https://github.com/" + name, Stars: stars, PushedAt: now.AddDate(0, -1, 0), Description: "About " + name,
			Languages: map[string]int64{"Go": 50_000}, Language: "Go"}
		if change != nil {
			change(&r)
		}
		return r
	}
	return &Snapshot{
		Schema: SnapshotSchema, TakenAt: now, Login: "ada",
		User: User{Name: "Ada L.", Location: "London", Website: "ada.example", URL: "https://github.com/ada", Bio: "Builds engines",
			Social: []Social{{"linkedin", "https://www.linkedin.com/in/ada"}, {"generic", "https://blog.example/ada"}, {"generic", "https://ada.example/"}}},
		Pinned:        []string{"ada/small"},
		Organizations: []string{"engines"},
		Repositories: []Repository{
			repo("ada/ada", 0, nil),
			repo("ada/archived", 900, func(r *Repository) { r.Archived = true }),
			repo("ada/empty", 0, func(r *Repository) { r.Empty = true }),
			repo("ada/engine", 120, nil),
			repo("ada/fork", 800, func(r *Repository) { r.Fork = true }),
			repo("ada/sort-homework", 50, nil),
			repo("ada/old", 120, func(r *Repository) { r.PushedAt = now.AddDate(-6, 0, 0) }),
			repo("ada/secret", 700, func(r *Repository) { r.Private = true }),
			repo("ada/small", 1, nil),
			repo("engines/core", 5_000, nil),
		},
		Contributions: []MergedWork{
			{Repository: "big/one", URL: "https://github.com/big/one", Stars: ref(90_000), Merged: 2, First: now.AddDate(-3, 0, 0), Last: now.AddDate(-2, 0, 0)},
			{Repository: "engines/core", URL: "https://github.com/engines/core", Stars: ref(5_000), Merged: 80, First: now.AddDate(-3, 0, 0), Last: now},
			{Repository: "only/bots", URL: "https://github.com/only/bots", Stars: ref(10), Bots: 4, Last: now},
			{Repository: "tiny/lib", URL: "https://github.com/tiny/lib", Merged: 1, First: now, Last: now},
		},
	}
}

func projectNames(r *Resume) string {
	var names []string
	for _, p := range r.Projects {
		names = append(names, p.Name)
	}
	return strings.Join(names, " ")
}

func contributionNames(r *Resume) string {
	var names []string
	for _, c := range r.Contributions {
		names = append(names, c.Repository)
	}
	return strings.Join(names, " ")
}

func TestBuildChoosesProjects(t *testing.T) {
	for name, tc := range map[string]struct{ profile, want string }{
		"pinned, then by rank":         {"", "small engine old"},
		"max":                          {"[github.projects]\nmax = 2", "small engine"},
		"none":                         {"[github.projects]\nmax = 0", ""},
		"exclude":                      {"[github.projects]\nexclude = [\"ada/old\"]", "small engine"},
		"homework when it is named":    {"[github.projects]\nmax = 1\ninclude = [\"ada/sort-homework\"]", "sort-homework"},
		"include overrides":            {"[github.projects]\nmax = 2\ninclude = [\"Ada/Archived\", \"engines/core\", \"ada/fork\"]", "archived core fork"},
		"forks and archived":           {"[github.projects]\nforks = true\narchived = true", "small archived fork engine old"},
		"min_stars":                    {"[github.projects]\nmin_stars = 100", "engine old"},
		"private needs to be asked":    {"[github.projects]\nmax = 1\ninclude = [\"ada/secret\"]", "small"},
		"private asked":                {"[github]\nprivate = true\nprojects.max = 1\nprojects.include = [\"ada/secret\"]", "secret"},
		"private asked, not included":  {"[github]\nprivate = true\nprojects.max = 1", "small"},
		"own words first":              {"github.projects.max = 3\n[[projects]]\nname = \"Loom\"\n[[projects]]\nrepo = \"ada/old\"", "Loom old small"},
		"own words beyond max":         {"github.projects.max = 1\n[[projects]]\nname = \"Loom\"\n[[projects]]\nrepo = \"ada/old\"", "Loom old"},
		"unknown repository is kept":   {"github.projects.max = 0\n[[projects]]\nrepo = \"someone/else\"", "else"},
		"layout limits own words also": {"layout.max = {projects = 1}\n[[projects]]\nname = \"Loom\"", "Loom"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := ParseProfile("resume.toml", []byte(tc.profile))
			if err != nil {
				t.Fatal(err)
			}
			if got := projectNames(Build(p, account())); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

// TestBuildSaysFactsOnce checks that GitHub's facts about a repository appear once, with
// the entry that names it, and that a folder of it does not repeat them.
func TestBuildSaysFactsOnce(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte(`
projects = [
  {name = "Engine"},
  {name = "The Engine", url = "https://github.com/ada/engine"},
  {name = "The Engine 2", repo = "ada/engine", description = "Again."},
  {name = "Loom", url = "https://github.com/ada/small/tree/main/loom"},
]`))
	if err != nil {
		t.Fatal(err)
	}
	r := Build(p, account())
	if got := projectNames(r); got != "Engine The Engine The Engine 2 Loom old" {
		t.Errorf("got %s", got)
	}
	for i, want := range []bool{false, true, false, false, true} {
		if got := r.Projects[i]; (got.Stars != nil) != want {
			t.Errorf("%s: facts %v, want %v", got.Name, got.Stars != nil, want)
		}
	}
	if got := r.Projects[2]; got.Description != "Again." || got.URL != "https://github.com/ada/engine" {
		t.Errorf("own words: %+v", got)
	}
}

func TestBuildJoinsOwnWordsFieldByField(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte("[[projects]]\nrepo = \"ada/engine\"\ndescription = \"My words\"\nhighlights = [\"Cut costs\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := Build(p, account()).Projects[0]
	if got.Description != "My words" || !got.OwnWords || got.Name != "engine" || *got.Stars != 120 || got.URL != "https://github.com/ada/engine" {
		t.Errorf("got %+v", got)
	}
}

func TestBuildChoosesContributions(t *testing.T) {
	for name, tc := range map[string]struct{ profile, want string }{
		"by rank":         {"", "engines/core big/one tiny/lib"},
		"bots":            {"[github.contributions]\nbots = true", "engines/core only/bots big/one tiny/lib"},
		"min_stars":       {"[github.contributions]\nmin_stars = 10", "engines/core big/one"},
		"exclude":         {"[github.contributions]\nexclude = [\"BIG/*\"]", "engines/core tiny/lib"},
		"own words first": {"[[contributions]]\nrepo = \"tiny/lib\"\n[github.contributions]\nmax = 2", "tiny/lib engines/core"},
		"foreign only":    {"[github.contributions]\nhide_own_organizations = true", "big/one tiny/lib"},
		"not twice":       {"[[projects]]\nrepo = \"engines/core\"", "big/one tiny/lib"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := ParseProfile("resume.toml", []byte(tc.profile))
			if err != nil {
				t.Fatal(err)
			}
			if got := contributionNames(Build(p, account())); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

func TestBuildFillsHeaderFromGitHub(t *testing.T) {
	r := Build(&Profile{Name: "Ada Lovelace", Links: map[string]string{"mastodon": "@ada@hachyderm.example", "irc": "ada"}}, account())
	if r.Name != "Ada Lovelace" || r.Location != "London" || r.Website != "https://ada.example" || r.Bio != "Builds engines" {
		t.Errorf("got %+v", r)
	}
	var links []string
	for _, l := range r.Links {
		links = append(links, l.Label+"="+l.URL)
	}
	want := "LinkedIn=https://www.linkedin.com/in/ada GitHub=https://github.com/ada blog.example=https://blog.example/ada irc= Mastodon=https://hachyderm.example/@ada"
	if got := strings.Join(links, " "); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestBuildGroupsRolesAndOrdersSections(t *testing.T) {
	const text = `
[[experience]]
title = "Junior"
company = "Engines"
start = "2015"
end = "2017-05"
[[experience]]
title = "Lead"
company = "Engines"
start = "2017-06"
[[experience]]
title = "Intern"
company = "Looms"
start = "2014"
end = "2014"
[[sections]]
title = "Patents"
items = ["One"]
[layout]
order = ["Patents", "projects"]
hide = ["contributions"]
titles = {projects = "Selected work"}
`
	p, err := ParseProfile("resume.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r := Build(p, account())
	if len(r.Experience) != 2 || len(r.Experience[0].Roles) != 2 || r.Experience[0].Roles[0].Title != "Lead" || !r.Experience[0].End.Present || r.Experience[0].Start.Year != 2015 {
		t.Errorf("got %+v", r.Experience)
	}
	var order []string
	for _, s := range r.Sections {
		order = append(order, string(s.Kind)+":"+s.Title)
	}
	want := []string{"free:Patents", "projects:Selected work", "summary:", "experience:", "skills:"}
	if !slices.Equal(order[:4], want[:4]) {
		t.Errorf("got %v, want %v", order, want)
	}
}

func TestBuildOfNothing(t *testing.T) {
	if r := Build(nil, nil); len(r.Sections) != 0 || r.Website != "" {
		t.Errorf("got %+v", r)
	}
}
