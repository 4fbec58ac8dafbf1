package templates

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/hostile"
	"github.com/ghresume/ghresume/internal/markers"
	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/resume"
)

// pictured returns a resume with figures.
func pictured() *resume.Resume {
	r := combination()
	r.Figures = resume.Figures{
		Languages:    []resume.LanguageShare{{Name: "Go", Share: 0.7299}, {Name: "C++", Share: 0.262}, {Name: "Awk", Share: 0.0081}},
		Repositories: 12, Unknown: 3, Undated: 4, Whole: 2, Merged: 1236, MergedIn: 4, Stars: 5,
		Years: []resume.YearOfWork{{Year: 2023, Merged: 2}, {Year: 2024}, {Year: 2025, Merged: 1234, Started: 1}},
	}
	r.ContributionTotals = resume.ContributionTotals{Reviews: resume.Tally{N: 320}, ActiveYears: 11}
	return r
}

func TestPicturesSayTheirFigures(t *testing.T) {
	for name, want := range map[string]string{
		"languages": "Programming languages: Go 72.9%, C++ 26.2%, Other 0.8%. Share of the bytes of code. Repositories counted: 12. Forks, notebooks, generated and vendored code are left out; " +
			"shared repositories count by the share of commits. Repositories whose languages are not known: 3. Own repositories counted whole, since the share of commits is not known: 2.",
		"totals": "Work in numbers: Merged pull requests 1.2k, Pull requests reviewed 320, Stars 5, Active years 11. Public work only. Pull requests and issues are those in other people’s repositories. " +
			"Stars are those of own repositories except forks.",
		"contributions": "Work by year: Merged pull requests: 2023 2, 2024 0, 2025 1.2k; Own repositories started: 2023 0, 2024 0, 2025 1. Merged pull requests whose year is not known: 4.",
		"projects":      "Projects: engine · Go · ★ 1.2k · 14 releases · 120k downloads, Looms.",
		"project-looms": "Looms: Weaves all the things.",
		"header":        "Ada Lovelace: Backend Developer, London, UK, ada.example, Backend developer with ten years of Go and C++.",
	} {
		p, err := DrawPicture(pictured(), name)
		if err != nil || p.IsEmpty() || strings.TrimSuffix(p.Alt, ".") != strings.TrimSuffix(want, ".") {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, p.Alt, want)
		}
	}
	for _, code := range Languages() {
		r := pictured()
		r.Language = code
		for _, name := range picture.Names() {
			if p, err := DrawPicture(r, name); err != nil || p.Title == "" || strings.ContainsAny(p.Alt+strings.Join(p.Notes, ""), "{}") {
				t.Errorf("%s, %s: %v %q", code, name, err, p.Alt)
			}
		}
	}
}

// TestPicturesShowEmoji: emoji that GitHub shows in a description are shown in its picture,
// too.
func TestPicturesShowEmoji(t *testing.T) {
	r := &resume.Resume{Projects: []resume.Project{{Name: "notes", Description: ":rocket: at 10:30:45"}}}
	if p, err := DrawPicture(r, "project-notes"); err != nil || p.Alt != "notes: 🚀 at 10:30:45." {
		t.Errorf("%v %q", err, p.Alt)
	}
}

func TestPicturesOfNothingAreEmpty(t *testing.T) {
	for _, name := range append(picture.Names(), "project-none") {
		if p, err := DrawPicture(&resume.Resume{}, name); err != nil || !p.IsEmpty() {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := DrawPicture(pictured(), "streak")
	if unknown, ok := errors.AsType[*picture.UnknownError](err); !ok || !strings.Contains(unknown.Hint(), "languages") {
		t.Error(err)
	}
}

func TestPictureInATemplate(t *testing.T) {
	const want = `<picture><source media="(prefers-color-scheme: dark)" srcset="img/header.dark.svg"><img alt="A &quot;B&quot; &lt;C>: Dev" src="img/header.svg" align="top"></picture>`
	r := &resume.Resume{Name: `A "B" <C>`, Title: "Dev"}
	out, err := RenderSource(r, "t.md.tmpl", `{{picture "img/header"}}{{picture "languages"}}`)
	if err != nil || strings.TrimSpace(string(out)) != strings.ReplaceAll(want, "<C>", "&lt;C&gt;") && strings.TrimSpace(string(out)) != strings.Replace(want, "&lt;C>", "&lt;C&gt;", 1) {
		t.Errorf("%v\n%s", err, out)
	}
	for _, bad := range []string{`{{picture "streak"}}`, `{{picture "https://x.example/header"}}`, `{{picture "a b/header"}}`} {
		if _, err := RenderSource(r, "t.md.tmpl", bad); err == nil {
			t.Errorf("%s prints", bad)
		}
	}
}

// TestPictureBlocks: a README block named after a picture is filled with it, unless a
// section has that name.
func TestPictureBlocks(t *testing.T) {
	const readme = "<!-- ghresume:start languages.svg --><!-- ghresume:end -->\n\n<!-- ghresume:start contributions.svg -->\n<!-- ghresume:end -->\n\n<!-- ghresume:start languages -->\n<!-- ghresume:end -->\n"
	r := pictured()
	for _, s := range hostile.Texts() {
		r.Figures.Languages[0].Name = s
		out, err := markers.Splice("README.md", []byte(readme), mustBuiltin(t, "readme").Blocks(r))
		if err != nil || strings.Count(string(out), "<picture>") != 2 || !strings.Contains(string(out), "## Languages") {
			t.Fatalf("%q: %v\n%s", s, err, out)
		}
	}
	r.Sections = nil
	out, err := markers.Splice("README.md", []byte(readme), mustBuiltin(t, "readme").Blocks(r))
	if err != nil || strings.Count(string(out), "<picture>") != 3 {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestPictureSettings: [pictures] removes what it names, and no other share grows by that.
func TestPictureSettings(t *testing.T) {
	one, zero, no := 1, 0, false
	for name, test := range map[string]struct {
		picture string
		set     func(*resume.Pictures)
		want    string
	}{
		"most languages": {"languages", func(p *resume.Pictures) { p.Languages.Max, p.Languages.Note = &one, &no }, "Programming languages: Go 72.9%, Other 27%. Share"},
		"since":          {"contributions", func(p *resume.Pictures) { p.Contributions.Since = 2024 }, "Work by year: Merged pull requests: 2024 0, 2025 1.2k; Own"},
		"no own work":    {"contributions", func(p *resume.Pictures) { p.Contributions.Hide = []string{"started"} }, "2025 1.2k. Merged"},
		"one project":    {"projects", func(p *resume.Pictures) { p.Projects.Max, p.Projects.Hide = &one, []string{"stars", "downloads"} }, "Projects: engine · Go · 14 releases."},
		"a single one":   {"project-engine", func(p *resume.Pictures) { p.Projects.Hide = []string{"description", "language", "stars", "releases"} }, "engine: 120k downloads."},
		"skills":         {"skills", func(p *resume.Pictures) { p.Skills.Max, p.Skills.Exclude = &one, []string{"Databases"} }, "Skills: Languages: Go; Own group"},
		"no skills":      {"skills", func(p *resume.Pictures) { p.Skills.Max = &zero }, ""},
		"no reviews":     {"totals", func(p *resume.Pictures) { p.Totals.Hide = []string{"reviews", "stars"} }, "1.2k, Active years 11. Public work only. Pull requests and issues are those in other people’s repositories."},
		"no totals":      {"totals", func(p *resume.Pictures) { p.Totals.Hide = []string{"merged", "reviews", "stars", "active"} }, ""},
		"header":         {"header", func(p *resume.Pictures) { p.Header.Hide = []string{"title", "location", "summary"} }, "Ada Lovelace: ada.example"},
	} {
		r := pictured()
		test.set(&r.Pictures)
		p, err := DrawPicture(r, test.picture)
		if err != nil || !strings.Contains(p.Alt, test.want) || p.IsEmpty() != (test.want == "") {
			t.Errorf("%s: %v %q, empty: %v", name, err, p.Alt, p.IsEmpty())
		}
		if test.picture == "languages" && len(p.Notes) > 0 {
			t.Errorf("%s: the note is printed", name)
		}
	}
}

// TestSmallTotalsAreNotDrawn: a picture of totals has no number that says little, and is
// empty without others.
func TestSmallTotalsAreNotDrawn(t *testing.T) {
	r := &resume.Resume{Figures: resume.Figures{Merged: 4, MergedIn: 4, Stars: 4}, ContributionTotals: resume.ContributionTotals{Reviews: resume.Tally{N: 9}, ActiveYears: 4}}
	if p, err := DrawPicture(r, "totals"); err != nil || !p.IsEmpty() {
		t.Errorf("%v %q", err, p.Alt)
	}
}

// TestBoard: [layout.readme] pictures are those of the template readme-pictures, in their
// order, side by side, and a picture of nothing leaves no gap.
func TestBoard(t *testing.T) {
	r := pictured()
	r.Figures.Years = nil
	r.Layout.Readme.Pictures = []string{"totals", "contributions", "languages"}
	if got := fmt.Sprint(picture.RowsIn([]byte(mustRender(t, r, "readme-pictures")))); got != "[[totals languages]]" {
		t.Error(got)
	}
	r.Layout.Readme.Pictures = []string{}
	if out := mustRender(t, r, "readme-pictures"); strings.Contains(out, "<picture>") {
		t.Error(out)
	}
}

// TestReadmeLeavesOut: each word of [layout.readme] hide removes its part from every README
// template.
func TestReadmeLeavesOut(t *testing.T) {
	for _, name := range []string{"readme", "readme-pictures", "readme-brief"} {
		r := pictured()
		r.ContributionTotals = resume.ContributionTotals{Pulls: 99, Repositories: 9}
		whole := mustRender(t, r, name)
		for part, text := range map[string]string{"location": "· London, UK", "email": "mailto:", "website": "](https://ada.example)", "links": "[GitHub]", "totals": "99 merged", "pictures": "<picture>"} {
			r.Layout.Readme.Hide = []string{part}
			if part != "pictures" && !strings.Contains(whole, text) || strings.Contains(mustRender(t, r, name), text) {
				t.Errorf("%s: %s is hidden, and %q is printed, or it never is", name, part, text)
			}
		}
		never := false
		r.Layout.Readme = resume.ReadmeLayout{Fold: &never}
		if strings.Contains(mustRender(t, r, name), "<details>") || !strings.Contains(whole, "<details>") {
			t.Errorf("%s folds: %s", name, whole)
		}
	}
}

func mustRender(t *testing.T, r *resume.Resume, name string) string {
	t.Helper()
	out, err := Render(r, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestPicturesPreferProjectsThatSayWhatTheyAre: a project without a description is pictured after the others.
func TestPicturesPreferProjectsThatSayWhatTheyAre(t *testing.T) {
	r := pictured()
	r.Projects = []resume.Project{
		{Name: "site", Repository: "ada/site"}, {Name: "a", Repository: "ada/a", Description: "Weaves."}, {Name: "b", Repository: "ada/b", Description: "Spins."},
		{Name: "blank", Repository: "ada/blank"}, {Name: "c", Repository: "ada/c", Description: "Knits."},
	}
	p, err := DrawPicture(r, "projects")
	if err != nil || p.Alt != "Projects: a, b, c, site." {
		t.Errorf("got %q, %v", p.Alt, err)
	}
}
