package templates

import (
	"errors"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/hostile"
	"github.com/ghresume/ghresume/resume"
)

// pictured is a resume with figures.
func pictured() *resume.Resume {
	r := combination()
	r.Figures = resume.Figures{
		Languages:    []resume.LanguageShare{{Name: "Go", Share: 0.7299}, {Name: "C++", Share: 0.262}, {Name: "Awk", Share: 0.0081}},
		Repositories: 12, Unknown: 3, Undated: 4,
		Years: []resume.YearOfWork{{Year: 2023, Merged: 2}, {Year: 2024}, {Year: 2025, Merged: 1234, Started: 1}},
	}
	return r
}

func TestPicturesSayTheirFigures(t *testing.T) {
	for name, want := range map[string]string{
		"languages": "Programming languages: Go 72.9%, C++ 26.2%, Other 0.8%. Share of the code in own work. Repositories counted: 12. Forks and generated code are left out; " +
			"shared repositories count by the part of the commits. Repositories whose languages are not known: 3.",
		"contributions": "Work by year: Merged pull requests: 2023 2, 2024 0, 2025 1.2k; Own repositories started: 2023 0, 2024 0, 2025 1. Merged pull requests whose year is not known: 4.",
		"projects":      "Projects: engine · Go · ★ 1.2k · 14 releases · 120k downloads, Looms.",
		"project-looms": "Looms: Weaves all the things.",
		"header":        "Ada Lovelace: Backend Developer, London, UK, ada.example, Backend developer with ten years of Go and C++.",
	} {
		p, err := Picture(pictured(), name)
		if err != nil || p.IsEmpty() || strings.TrimSuffix(p.Alt, ".") != strings.TrimSuffix(want, ".") {
			t.Errorf("%s: %v\n%s\nwant\n%s", name, err, p.Alt, want)
		}
	}
	for _, code := range Languages() {
		r := pictured()
		r.Language = code
		for _, name := range Pictures() {
			if p, err := Picture(r, name); err != nil || p.Title == "" || strings.ContainsAny(p.Alt+strings.Join(p.Notes, ""), "{}") {
				t.Errorf("%s, %s: %v %q", code, name, err, p.Alt)
			}
		}
	}
}

func TestPicturesOfNothingAreEmpty(t *testing.T) {
	for _, name := range append(Pictures(), "project-none") {
		if p, err := Picture(&resume.Resume{}, name); err != nil || !p.IsEmpty() {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := Picture(pictured(), "streak")
	if unknown, ok := errors.AsType[*UnknownPictureError](err); !ok || !strings.Contains(unknown.Hint(), "languages") {
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

// TestPictureBlocks: a block of that name in a README is filled with the picture; a section of the name comes first.
func TestPictureBlocks(t *testing.T) {
	const readme = "<!-- ghresume:start languages.svg --><!-- ghresume:end -->\n\n<!-- ghresume:start contributions.svg -->\n<!-- ghresume:end -->\n\n<!-- ghresume:start languages -->\n<!-- ghresume:end -->\n"
	r := pictured()
	for _, s := range hostile.Texts() {
		r.Figures.Languages[0].Name = s
		out, err := Splice("README.md", []byte(readme), mustBuiltin(t, "readme").Blocks(r))
		if err != nil || strings.Count(string(out), "<picture>") != 2 || !strings.Contains(string(out), "## Languages") {
			t.Fatalf("%q: %v\n%s", s, err, out)
		}
	}
	r.Sections = nil
	out, err := Splice("README.md", []byte(readme), mustBuiltin(t, "readme").Blocks(r))
	if err != nil || strings.Count(string(out), "<picture>") != 3 {
		t.Errorf("%v\n%s", err, out)
	}
}
