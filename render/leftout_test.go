package render

import (
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// TestHTMLIsNotMissed: HTML tags in the profile are printed as Markdown.
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

// TestAddressesAreNotMissed: links encode addresses, and a repository has several.
func TestAddressesAreNotMissed(t *testing.T) {
	const text = profile + `[links]
site = "https://bücher.example/straße_(neu)/?q=1"
[[contributions]]
repo = "github.com/owner/tool.git/"
`
	p, err := resume.ParseProfile("resume.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, template := range []string{"readme", "plain", "resume"} {
		layout, err := templates.Builtin(template)
		if err != nil {
			t.Fatal(err)
		}
		left, err := printed(t, text, Look{Template: layout}).LeftOut(p, resume.Selection{})
		if err != nil || slices.ContainsFunc(left, func(w Warning) bool { return strings.Contains(w.Text, "repo") || strings.Contains(w.Text, "site") }) {
			t.Errorf("%s: %v %v", template, left, err)
		}
	}
}

// TestEmptyGroupsAreNamed: a group without skills is not printed.
func TestEmptyGroupsAreNamed(t *testing.T) {
	const text = profile + "[skills]\nTools = []\nCloud = [\"AWS\"]\n"
	p, err := resume.ParseProfile("resume.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	left, err := printed(t, text, Look{}).LeftOut(p, resume.Selection{})
	if err != nil || len(left) != 1 || left[0].Text != "not printed: skills.Tools (it holds no skills)" {
		t.Errorf("%v %v", left, err)
	}
}

// TestWordsElsewhereAreNoPrint: a bullet for another variant is reported, even if each of
// its words is printed in another one.
func TestWordsElsewhereAreNoPrint(t *testing.T) {
	const text = profile + `[[variants]]
name = "lead"
[[projects]]
name = "Engine"
highlights = ["Wrote the plan", "Led two teams", {text = "Led the plan", for = ["lead"]}]
`
	p, err := resume.ParseProfile("resume.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	left, err := printed(t, text, Look{}).LeftOut(p, resume.Selection{})
	if err != nil || len(left) != 1 || left[0].Text != "not printed: projects[0].highlights[2] (for other variants)" {
		t.Errorf("%v %v", left, err)
	}
}

// TestTitleOfAVariant: the profile's title is replaced by that of the variant, not left to
// other variants.
func TestTitleOfAVariant(t *testing.T) {
	p, err := resume.ParseProfile("p.toml", []byte("name = \"Kim\"\ntitle = \"Gardener\"\n[[variants]]\nname = \"lead\"\ntitle = \"Foreman\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	selection := resume.Selection{Variant: "lead"}
	lead, err := p.Select(selection)
	if err != nil {
		t.Fatal(err)
	}
	printed, err := New(resume.Build(lead, nil), Look{})
	if err != nil {
		t.Fatal(err)
	}
	left, err := printed.LeftOut(p, selection)
	if err != nil || len(left) != 1 || left[0].Text != "not printed: title (another wording is printed)" {
		t.Errorf("%v %v", left, err)
	}
}

// TestOtherSpellingIsNotMissed: a skill in the posting's spelling is not reported as
// missing.
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

// TestMonthsAreMissed: months are reported if a template prints only years.
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
