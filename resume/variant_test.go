package resume

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

const twoVariants = `
title = "Developer"
summary = "Builds things."
[skills]
Tools = ["Git"]
[[experience]]
title = "Engineer"
company = "Harbour"
highlights = ["For all", {text = "For servers", for = ["backend"]}, {text = "For teams", for = ["lead", "backend"]}, {text = "For Go", for = ["go"]}]
[[experience]]
title = "Trainer"
company = "School"
for = ["lead"]
[[awards]]
title = "Medal"
for = ["Backend", "Go"]
[[sections]]
title = "Talks"
for = ["lead"]
items = ["On teams"]
[layout]
max_pages = 2
[[variants]]
name = "backend"
title = "Backend Developer"
order = ["skills"]
[[variants]]
name = "lead"
summary = "Leads teams."
max_pages = 1
theme = "classic"
format = "combination"
`

func TestVariants(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte(twoVariants))
	if err != nil {
		t.Fatal(err)
	}
	before := string(EncodeProfile(p, nil))
	for name, want := range map[string]string{
		"":        "Developer|Builds things.|Engineer|For all|For Go|Medal",
		"backend": "Backend Developer|Builds things.|Engineer|For all|For servers|For teams|For Go|Medal",
		"LEAD":    "Developer|Leads teams.|Engineer|For all|For teams|For Go|Trainer|Medal|Talks|On teams",
	} {
		v, err := p.Select(Selection{Variant: name})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for text := range v.Texts() {
			if text.Section != SkillsSection && text.Key != "company" && !strings.HasPrefix(text.Field, "variants") {
				got = append(got, text.Value)
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got  %s\nwant %s", name, strings.Join(got, "|"), want)
		}
	}
	lead, _ := p.Select(Selection{Variant: "lead"})
	if *lead.Layout.MaxPages != 1 || lead.Layout.Theme != "classic" || lead.Format != Combination || *p.Layout.MaxPages != 2 {
		t.Errorf("got %+v", lead.Layout)
	}
	if backend, _ := p.Select(Selection{Variant: "backend"}); !slices.Equal(backend.Layout.Order, []string{"skills"}) {
		t.Errorf("got %+v", backend.Layout)
	}
	if string(EncodeProfile(p, nil)) != before {
		t.Error("the profile was changed")
	}
	if r := Build(p, nil); len(r.Experience) != 1 || len(r.Sections) != 4 {
		t.Errorf("everybody gets %+v", r.Sections)
	}
	if r := Build(lead, nil); len(r.Experience) != 2 || r.Summary != "Leads teams." {
		t.Errorf("lead gets %+v", r)
	}
	if _, err := p.Select(Selection{Variant: "backned"}); err == nil || p.VariantHint("backned") != `did you mean "backend"?` {
		t.Errorf("got %v, %s", err, p.VariantHint("backned"))
	}
}

func TestVariantOfAProfileWithoutVariantsIsTheProfile(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte("[[experience]]\ntitle = \"T\"\nhighlights = [{text = \"A\", for = [\"platform\"]}]\n[[variants]]\nfor = [\"go\"]\ntitle = \"Gopher\""))
	if err != nil {
		t.Fatal(err)
	}
	v, err := p.Select(Selection{Variant: ""})
	p.Chosen = true
	if err != nil || !reflect.DeepEqual(v, p) {
		t.Errorf("got %+v, %v", v, err)
	}
}

func TestTagsThatNameNothing(t *testing.T) {
	for tag, want := range map[string]string{
		"backned": `did you mean "backend"?`, "zzzzzzzz": "expected backend, lead", "kubernets": `did you mean "Kubernetes"?`, "lead": "", "Kubernetes": "", "senior": "", "git": "",
	} {
		_, err := ParseProfile("resume.toml", []byte(twoVariants+"[[languages]]\nname = \"German\"\nfor = [\""+tag+"\"]"))
		if (err == nil) != (want == "") || err != nil && (!strings.Contains(err.Error(), "languages[0].for[0]") || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: got %v, want %q", tag, err, want)
		}
	}
	for text, want := range map[string]string{
		"[[variants]]\ntitle = \"T\"":                                  "variants[0]: has neither a name nor tags",
		"[[variants]]\nname = \"a\"\n[[variants]]\nname = \"A\"":       "variants[1].name: \"A\" is declared twice",
		"[[variants]]\nname = \"a\"\ntheme = \"x\"":                    "variants[0].theme",
		"[[variants]]\nname = \"a\"\norder = [\"skils\"]":              "did you mean \"skills\"?",
		"[[variants]]\nname = \"a\"\nformat = \"x\"\nmax_pages = -1\n": "variants[0].max_pages",
	} {
		if _, err := ParseProfile("resume.toml", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", text, err, want)
		}
	}
}

// TestTagsOfEveryKindOfEntryAreRead checks all lists of the profile.
func TestTagsOfEveryKindOfEntryAreRead(t *testing.T) {
	checked := 0
	profile := reflect.TypeFor[Profile]()
	for i := range profile.NumField() {
		list := profile.Field(i).Type
		if list.Kind() != reflect.Slice || list.Elem().Kind() != reflect.Struct || list.Elem() == reflect.TypeFor[Variant]() || list.Elem() == reflect.TypeFor[Output]() || list.Elem() == reflect.TypeFor[Letter]() || !profile.Field(i).IsExported() {
			continue
		}
		p := Profile{Variants: []Variant{{Name: "lead"}}}
		entries := reflect.MakeSlice(list, 2, 2)
		tags := entries.Index(1).FieldByName("For")
		if !tags.IsValid() {
			t.Errorf("%s has no tags", profile.Field(i).Name)
			continue
		}
		tags.Set(reflect.ValueOf([]string{"lead"}))
		reflect.ValueOf(&p).Elem().Field(i).Set(entries)
		for name, want := range map[string]int{"": 1, "lead": 2} {
			v, err := p.Select(Selection{Variant: name})
			if err != nil || reflect.ValueOf(*v).Field(i).Len() != want {
				t.Errorf("%s for %q: %v, %v", profile.Field(i).Name, name, reflect.ValueOf(*v).Field(i), err)
			}
		}
		checked++
	}
	if checked < 10 {
		t.Errorf("only %d kinds of entries", checked)
	}
}
