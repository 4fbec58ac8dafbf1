package resume

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

const worded = `
name = "Ada"
title = ["Developer", {text = {en = "Team Lead", de = "Teamleitung"}, for = ["lead"]}]
summary = {en = "Writes servers.", de = """
Schreibt Server."""}
[links]
github = "ada"
linkedin = {url = "ada-lovelace", for = ["lead"]}
[[experience]]
title = {de = "Ingenieurin", en = "Engineer"}
company = "Harbour"
highlights = {en = ["Built it", "Ran it"], de = ["Gebaut"]}
[[experience]]
title = "Trainer"
company = "School"
highlights = ["Taught all", {de = "Lehrte vier", en = "Taught four"}, {text = {en = "Led", de = "Leitete"}, for = ["lead"]}]
[[sections]]
title = {en = "Hobbies", fr = "Loisirs"}
items = {en = ["Chess"], fr = ["Échecs"]}
[[variants]]
name = "lead"
[[variants]]
name = "quiet"
summary = {en = "Quiet.", de = "Still."}
`

func TestWordings(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte(worded))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		selection Selection
		want      string
		fallback  string
	}{
		{Selection{}, "Ada|Developer|Writes servers.|github:ada|Engineer|Harbour|Built it|Ran it|Trainer|School|Taught all|Taught four|Hobbies|Chess", ""},
		{Selection{Language: "de"}, "Ada|Developer|Schreibt Server.|github:ada|Ingenieurin|Harbour|Gebaut|Trainer|School|Taught all|Lehrte vier|Hobbies|Chess", "experience[1].highlights[0] sections[0].title sections[0].items"},
		{Selection{Language: "de-AT", Variant: "lead"}, "Ada|Teamleitung|Schreibt Server.|github:ada|linkedin:ada-lovelace|Ingenieurin|Harbour|Gebaut|Trainer|School|Taught all|Lehrte vier|Leitete|Hobbies|Chess", "experience[1].highlights[0] sections[0].title sections[0].items"},
		{Selection{Variant: "LEAD"}, "Ada|Team Lead|Writes servers.|github:ada|linkedin:ada-lovelace|Engineer|Harbour|Built it|Ran it|Trainer|School|Taught all|Taught four|Led|Hobbies|Chess", ""},
		{Selection{Variant: "quiet", Language: "de"}, "Ada|Developer|Still.|github:ada|Ingenieurin|Harbour|Gebaut|Trainer|School|Taught all|Lehrte vier|Hobbies|Chess", "experience[1].highlights[0] sections[0].title sections[0].items"},
	} {
		v, err := p.Select(c.selection)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for text := range v.Texts() {
			value := text.Value
			if network, isLink := strings.CutPrefix(text.Field, "links."); isLink {
				value = network + ":" + value
			}
			if !strings.HasPrefix(text.Field, "variants") {
				got = append(got, value)
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%+v: got  %s\nwant %s", c.selection, strings.Join(got, "|"), c.want)
		}
		if f := strings.Join(v.Fallback(), " "); f != c.fallback {
			t.Errorf("%+v falls back in %s, want %s", c.selection, f, c.fallback)
		}
	}
	if got := p.TextLanguages(); !slices.Equal(got, []string{"de", "en", "fr"}) {
		t.Errorf("languages: %v", got)
	}
}

// TestWordingsAreWrittenBack checks that a profile that is encoded and parsed again has
// them all.
func TestWordingsAreWrittenBack(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte(worded))
	if err != nil {
		t.Fatal(err)
	}
	text := EncodeProfile(p, nil)
	again, err := ParseProfile("resume.toml", text)
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	again.Positions, p.Positions = nil, nil
	if !reflect.DeepEqual(again, p) {
		t.Errorf("other texts after\n%s\ngot  %+v\nwant %+v", text, again, p)
	}
}

// TestTheProfilesLanguageComesFirst checks that the profile's own language is the
// default.
func TestTheProfilesLanguageComesFirst(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte("layout.language = \"de\"\n"+worded))
	if err != nil {
		t.Fatal(err)
	}
	if p.Summary != "Schreibt Server." || p.Experience[0].Title != "Ingenieurin" {
		t.Errorf("got %q, %q", p.Summary, p.Experience[0].Title)
	}
	if r := Build(p, nil); r.Summary != "Schreibt Server." || r.Language != "de" {
		t.Errorf("got %q in %s", r.Summary, r.Language)
	}
}

func TestWordingsThatAreNone(t *testing.T) {
	for text, want := range map[string]string{
		`summary = {english = "x"}`:                               "summary: found a table",
		`summary = {en = 3}`:                                      "summary.en: found the number 3",
		`summary = {text = "x", fro = ["go"]}`:                    `summary.fro: unknown key "fro"`,
		`title = [{text = "x", for = ["kubernets"]}]`:             `neither a variant nor a skill`,
		`title = ["x", "y"]`:                                      "title: found a list",
		`layout.theme = {en = "modern"}`:                          "layout.theme: found a table",
		"[[experience]]\ntitle=\"t\"\nhighlights = {en = \"x\"}":  "experience[0].highlights.en: found the string",
		"[[experience]]\ntitle=\"t\"\nstart = {en = \"2020-01\"}": "experience[0].start: found a table",
	} {
		if _, err := ParseProfile("resume.toml", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", text, err, want)
		}
	}
}
