package resume

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// settings are strings of a profile that are not text of the resume, with the reason.
var settings = map[string]string{
	"format":                          "chooses the order of the sections",
	"github.user":                     "chooses the account",
	"github.projects.include":         "chooses repositories, which are printed by their own names",
	"github.projects.exclude":         "holds repositories back",
	"github.contributions.exclude":    "holds repositories back",
	"github.skills.include":           "chooses technologies, which are printed when code proves them",
	"github.skills.exclude":           "holds technologies back",
	"layout.order":                    "orders sections",
	"layout.hide":                     "holds sections back",
	"layout.language":                 "chooses the locale",
	"layout.theme":                    "chooses the look",
	"layout.accent":                   "chooses a color",
	"layout.paper":                    "chooses the paper",
	"layout.page.font":                "chooses a font",
	"layout.page.fonts":               "says where fonts are",
	"layout.page.margins":             "moves the text",
	"layout.page.spacing":             "moves the text",
	"layout.page.dates":               "chooses how dates are written",
	"layout.page.header":              "moves the header",
	"layout.page.photo":               "names a file",
	"layout.readme.hide":              "leaves parts out",
	"layout.readme.pictures":          "chooses pictures",
	"pictures.header.hide":            "leaves parts out",
	"pictures.languages.exclude":      "leaves parts out",
	"pictures.contributions.hide":     "leaves parts out",
	"pictures.projects.hide":          "leaves parts out",
	"pictures.totals.hide":            "leaves parts out",
	"pictures.skills.exclude":         "leaves parts out",
	"check.ignore":                    "names rules of the review",
	"check.words":                     "names words that are spelled right",
	"variants.name":                   "names a variant",
	"variants.format":                 "chooses the order of the sections",
	"variants.theme":                  "chooses the look",
	"variants.order":                  "orders sections",
	"variants.template":               "lays it out",
	"variants.layout.order":           "orders sections",
	"variants.layout.hide":            "holds sections back",
	"variants.layout.language":        "chooses the locale",
	"variants.layout.theme":           "chooses the look",
	"variants.layout.accent":          "chooses a color",
	"variants.layout.paper":           "chooses the paper",
	"variants.layout.page.font":       "chooses a font",
	"variants.layout.page.fonts":      "says where fonts are",
	"variants.layout.page.margins":    "moves the text",
	"variants.layout.page.spacing":    "moves the text",
	"variants.layout.page.dates":      "chooses how dates are written",
	"variants.layout.page.header":     "moves the header",
	"variants.layout.page.photo":      "names a file",
	"variants.layout.readme.hide":     "leaves parts out",
	"variants.layout.readme.pictures": "chooses pictures",
	"outputs.file":                    "names a file",
	"outputs.variant":                 "names a variant",
	"outputs.template":                "lays it out",
	"outputs.theme":                   "chooses the look",
	"outputs.language":                "chooses the locale and the wordings",
	"outputs.privacy":                 "says who reads it",
	"outputs.posting":                 "names a file",
	"outputs.letter":                  "names a letter",
	"letters.name":                    "names a letter",
	"letters.to":                      "is of a letter, not of the resume",
	"letters.date":                    "is of a letter, not of the resume",
	"letters.subject":                 "is of a letter, not of the resume",
	"letters":                         "is of a letter, not of the resume",
	"letters.file":                    "names a file",
	"privacy.hide":                    "holds fields and sections back",
}

// stringsOf returns the paths of all strings and dates in a type, without indexes.
func stringsOf(path string, t reflect.Type) []string {
	switch t.Kind() {
	case reflect.String:
		return []string{path}
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return stringsOf(path, t.Elem())
	case reflect.Struct:
		if t == dateType {
			return []string{path}
		}
		var out []string
		for i := range t.NumField() {
			f := t.Field(i)
			key := f.Tag.Get("toml")
			if key == "" {
				key, _, _ = strings.Cut(f.Tag.Get("json"), ",")
			}
			if key != "-" && f.IsExported() {
				out = append(out, stringsOf(strings.TrimPrefix(path+"."+key, "."), f.Type)...)
			}
		}
		return out
	}
	return nil
}

// fill sets every string, date, list and map in a value to a unique value.
func fill(v reflect.Value, n *int) {
	*n++
	switch {
	case v.Type() == dateType:
		v.Set(reflect.ValueOf(Date{Year: 1900 + *n%100, Month: 3}))
	case v.Kind() == reflect.String:
		v.SetString(fmt.Sprintf("text%d", *n))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Tag.Get("toml") != "-" {
				fill(v.Field(i), n)
			}
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0), n)
		fill(v.Index(1), n)
	case v.Kind() == reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		inner := reflect.New(v.Type().Elem()).Elem()
		fill(inner, n)
		v.SetMapIndex(reflect.ValueOf("key"), inner)
	}
}

func TestEveryStringOfAProfileIsWalkedOrASetting(t *testing.T) {
	var p Profile
	n := 0
	fill(reflect.ValueOf(&p).Elem(), &n)
	index := regexp.MustCompile(`\[\d+\]|\.key`)
	walked := map[string]bool{}
	for text := range p.Texts() {
		path := index.ReplaceAllString(text.Field, "")
		walked[path] = true
		if !strings.HasSuffix(path, text.Key) {
			t.Errorf("%s has the key %q", text.Field, text.Key)
		}
		if text.Kind == DateText && text.Date.String() != text.Value {
			t.Errorf("%s is %q and %q", text.Field, text.Value, text.Date)
		}
	}
	all := stringsOf("", reflect.TypeFor[Profile]())
	for i := range all {
		all[i] = strings.TrimSuffix(all[i], ".text")
	}
	for _, path := range all {
		if strings.HasSuffix(path, ".for") {
			continue // names variants and jobs, in any entry
		}
		switch reason := settings[path]; {
		case !walked[path] && reason == "":
			t.Errorf("%s is neither walked nor a setting: give it a kind of text, or a reason here", path)
		case walked[path] && reason != "":
			t.Errorf("%s is walked, and here it %s", path, reason)
		}
		delete(walked, path)
	}
	for path := range walked {
		t.Errorf("%s is walked, and the profile has no such key", path)
	}
	for path := range settings {
		if !slices.Contains(all, path) {
			t.Errorf("%s is not a key of the profile", path)
		}
	}
}

// TestEverySectionIsDescribedOnce checks that the lists of sections agree.
func TestEverySectionIsDescribedOnce(t *testing.T) {
	for _, of := range []reflect.Type{reflect.TypeFor[Profile](), reflect.TypeFor[Resume]()} {
		tagged := map[SectionKind]bool{}
		for f := range textFields(reflect.Zero(of)) {
			tagged[f.section] = true
		}
		for _, kind := range SectionKinds() {
			if !tagged[kind] {
				t.Errorf("no field of %s has the tag section:%q", of, kind)
			}
			delete(tagged, kind)
		}
		delete(tagged, "")
		delete(tagged, Free)
		for kind := range tagged {
			t.Errorf("%s has a section %q, and Resume has no field for it: add one of the same name and type", of, kind)
		}
	}
}

func TestTextsOfAProfile(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte(`
name = "Ada"
[skills]
Tools = ["Git"]
Databases = ["SQLite"]
[[experience]]
company = "Engines, Ltd"
start = 2020
highlights = ["Cut costs", {text = "Led four", for = ["lead"]}]
[layout.titles]
skills = "Craft"
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"name  name Ada",
		"skills.Tools skills.Tools label Tools", "skills.Tools[0] skills.Tools name Git",
		"skills.Databases skills.Databases label Databases", "skills.Databases[0] skills.Databases name SQLite",
		"experience[0].company experience[0] name Engines, Ltd", "experience[0].start experience[0] date 2020",
		"experience[0].highlights[0] experience[0] bullet Cut costs", "experience[0].highlights[1] experience[0] bullet Led four",
		"layout.titles.skills  label Craft",
	}
	var got []string
	for text := range p.Texts() {
		got = append(got, fmt.Sprint(text.Field, " ", text.Entry, " ", text.Kind, " ", text.Value))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTextsOfAResumeAreThoseOfItsSections(t *testing.T) {
	p := &Profile{
		Name: "Ada", Summary: "Builds engines.",
		Experience: []Experience{{Title: "Engineer", Company: "Engines", Highlights: []Highlight{{Text: "Cut costs"}}}},
		Awards:     []Award{{Title: "Medal", Date: Date{Year: 1843}}},
		Sections:   []FreeSection{{Title: "Interests", Items: []string{"Chess"}}},
		Layout:     Layout{Hide: []string{"awards"}, Order: []string{"Interests"}},
	}
	want := []string{
		" name Ada", "free sections[0].title Interests", "free sections[0].items[0] Chess", "summary summary Builds engines.",
		"experience experience[0].name Engines", "experience experience[0].roles[0].title Engineer",
		"experience experience[0].roles[0].company Engines", "experience experience[0].roles[0].highlights[0] Cut costs",
	}
	var got []string
	for text := range Build(p, nil).Texts() {
		got = append(got, fmt.Sprint(text.Section, " ", text.Field, " ", text.Value))
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
