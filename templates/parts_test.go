package templates

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/resume"
)

// TestMarksAreAllThatDocumentsGetMore: without the marks, documents get the same Markdown
// as files.
func TestMarksAreAllThatDocumentsGetMore(t *testing.T) {
	for name, r := range profiles() {
		for _, info := range List() {
			if info.Name == "plain" {
				continue
			}
			template, err := Builtin(info.Name)
			if err != nil {
				t.Fatal(err)
			}
			md, err := template.Render(r)
			if err != nil {
				t.Fatal(err)
			}
			long := *r
			long.Layout.Page.Dates = "long"
			marked, err := template.RenderParts(&long)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(md), "<details>") || strings.Contains(string(md), "<picture>") {
				continue // in Markdown files only
			}
			for _, name := range picture.Names() { // in documents only
				marked = bytes.ReplaceAll(marked, []byte(part.Mark(part.Figure, name)+"\n\n"), nil)
				marked = bytes.ReplaceAll(marked, []byte("\n"+part.Mark(part.Figure, name)+"\n"), nil)
			}
			if got := part.Strip(string(marked)); got != string(md) {
				t.Errorf("%s, %s: without its marks it is\n%s\nwant\n%s", name, info.Name, got, md)
			}
			if strings.ContainsAny(string(md), string(part.Open)+string(part.Close)) {
				t.Errorf("%s, %s: marks in the Markdown of a file", name, info.Name)
			}
		}
	}
}

func TestEveryPartIsMarkedSomewhere(t *testing.T) {
	for _, info := range []string{"resume", "cv"} {
		template, err := Builtin(info)
		if err != nil {
			t.Fatal(err)
		}
		marked, err := template.RenderParts(combination())
		if err != nil {
			t.Fatal(err)
		}
		for name, kind := range partKinds() {
			if !strings.Contains(string(marked), string(part.Open)+string(rune(kind))) && (name != "link" || info == "cv") {
				t.Errorf("%s: no %s is marked", info, name)
			}
		}
	}
}

// TestPartsAreNotGuessed: no character in a name ends the part.
func TestPartsAreNotGuessed(t *testing.T) {
	r := &resume.Resume{Name: "Ada", Sections: sections(resume.ExperienceSection), Experience: []resume.Company{{
		Name: "Smith, Jones · Partners \uE002!", Roles: []resume.Experience{{Title: "Engineer, Platform", Start: resume.Date{Year: 2020}, End: resume.Date{Present: true}}}, Location: "London, UK",
	}}}
	out, err := mustBuiltin(t, "resume").RenderParts(r)
	want := "### " + part.Mark(part.Title, "Engineer, Platform") + ", " + part.Mark(part.Organization, "Smith, Jones · Partners !") + "\n\n" +
		part.Mark(part.Dates, "2020 – present") + " · " + part.Mark(part.Place, "London, UK")
	if err != nil || !strings.Contains(string(out), want) {
		t.Errorf("%v\n%q\nwant\n%q", err, out, want)
	}
}

func mustBuiltin(t testing.TB, name string) *Template {
	t.Helper()
	template, err := Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	return template
}

func TestAs(t *testing.T) {
	for source, want := range map[string]string{
		`{{as "title" .Name}}`:                                  part.Mark(part.Title, "Ada Lovelace"),
		`{{as "title" ""}}{{as "place" nil}}x`:                  "x",
		`{{as "link" "a!"}}[x](https://x.example)`:              part.Mark(part.Link, `a\!`) + "[x](https://x.example)",
		`{{as "title" (raw "a\nb")}}`:                           "a\nb",
		`{{as "place" "\ue001tb\ue002"}}`:                       part.Mark(part.Place, "tb"),
		`{{bold (as "title" "a*b")}}`:                           "**" + part.Mark(part.Title, `a\*b`) + "**",
		`{{plaintext}}{{as "title" .Name}}` + "\n- x\n\n{{1}}.": "Ada Lovelace\\\n\\- x\n\n1\\.",
	} {
		template, err := Parse("t.md.tmpl", source)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := template.RenderParts(combination()); err != nil || strings.TrimSpace(string(got)) != want {
			t.Errorf("%s gives %q, %v; want %q", source, got, err, want)
		}
	}
	_, err := RenderSource(combination(), "t.md.tmpl", `{{as "employer" .Name}}`)
	if err == nil || !strings.Contains(err.Error(), `as "employer": there is no such part; expected one of dates, link, organization`) {
		t.Error(err)
	}
}
