package render

import (
	"testing"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// TestHTMLIsNotMissed: what a tag of HTML said, Markdown says.
func TestHTMLIsNotMissed(t *testing.T) {
	const text = profile + `[[projects]]
name = "Engine"
description = "<p>Runs <b>fast</b> &amp; <a href=\"https://x.example/a\">far</a></p>"
highlights = ["One\n- two\n- :rocket: three"]
`
	p, err := resume.ParseProfile("resume.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	left, err := printed(t, text, Look{}).LeftOut(p, resume.Selection{Variant: ""})
	if err != nil || len(left) > 0 {
		t.Errorf("%v %v", left, err)
	}
}

// TestOtherSpellingIsNotMissed: a skill that is written as a posting does is not told as missing.
func TestOtherSpellingIsNotMissed(t *testing.T) {
	profile, err := resume.ParseProfile("p.toml", []byte("name = \"Kim\"\n[skills]\nTools = [\"k8s\", \"Helm\"]\n"))
	if err != nil {
		t.Fatal(err)
	}
	built := resume.Build(profile, nil)
	built.Skills[0].Skills[0] = resume.Skill{Name: "Kubernetes", Listed: "k8s", ByHand: true}
	printed, err := New(built, Look{})
	if err != nil {
		t.Fatal(err)
	}
	if left, err := printed.LeftOut(profile, resume.Selection{}); err != nil || len(left) > 0 {
		t.Errorf("%v, %v", left, err)
	}
}

// TestMonthsAreMissed: a template that prints years alone leaves the months out.
func TestMonthsAreMissed(t *testing.T) {
	const text = "name = \"Ada\"\n[[experience]]\ntitle = \"Engineer\"\nstart = \"2019-03\"\nend = \"2021\"\n"
	p, err := resume.ParseProfile("resume.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	layout, err := templates.Parse("years.md.tmpl", "# {{.Name}}\n{{range .Experience}}{{range .Roles}}{{.Title}} {{.Start.Year}} {{.End.Year}}{{end}}{{end}}\n")
	if err != nil {
		t.Fatal(err)
	}
	left, err := printed(t, text, Look{Template: layout}).LeftOut(p, resume.Selection{})
	if err != nil || len(left) != 1 || left[0].Text != "not printed: experience[0].start (the template has no place for it)" {
		t.Errorf("%v %v", left, err)
	}
}
