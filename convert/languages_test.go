package convert_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/resume"
)

// TestSeveralLanguages: however a file says a text in two languages, both become wordings of it.
func TestSeveralLanguages(t *testing.T) {
	head := `{"basics": {"name": "Tove Lind", "email": "tove@lind.example",`
	for name, c := range map[string]struct {
		file                                   string
		own, other, language, field, otherText string
	}{
		"a table by language": {
			head + `"label": {"da": "Udvikler", "en": "Developer"}}, "work": []}`,
			"en", "da", "da", "title", "Udvikler",
		},
		"regions and signs": {
			head + `"label": {"@en": "Developer", "@pt_BR": "Desenvolvedora"}}, "work": []}`,
			"en", "pt-BR", "pt-BR", "title", "Desenvolvedora",
		},
		"a key with a prefix beside the plain one": {
			head + `"label": "Developer", "fr_label": "Développeuse"}, "work": []}`,
			"en", "fr", "fr", "title", "Développeuse",
		},
		"suffixes only, without English": {
			head + `"label-de": "Entwicklerin", "label-fr": "Développeuse"}, "work": []}`,
			"de", "fr", "fr", "title", "Développeuse",
		},
		"lists of bullets": {
			head + `"label": "x"}, "work": [{"name": "Sund", "position": "Dev", "startDate": "2020", "highlights": {"en": ["Built"], "da": ["Byggede", "Målte"]}}]}`,
			"en", "da", "da", "experience[0].highlights", "Byggede Målte",
		},
		"one bullet at a time": {
			head + `"label": "x"}, "work": [{"name": "Sund", "position": "Dev", "startDate": "2020", "highlights": [{"en": "Built", "da": "Byggede"}, "Go"]}]}`,
			"en", "da", "da", "experience[0].highlights", "Byggede Go",
		},
		"whole sections": {
			head + `"label": "x"}, "work": {"en": [{"name": "Sund", "position": "Dev", "startDate": "2020"}], "da": [{"name": "Sund", "position": "Udvikler", "startDate": "2020"}]}}`,
			"en", "da", "da", "experience[0].title", "Udvikler",
		},
		"the whole file": {
			`{"en": ` + head + `"label": "Developer"}, "work": []}, "da": ` + head + `"label": "Udvikler"}, "work": []}}`,
			"en", "da", "da", "title", "Udvikler",
		},
	} {
		imported, err := convert.Read("resume.json", []byte(c.file))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		text := resume.EncodeProfile(imported.Profile, imported.Comments)
		p, err := resume.ParseProfile("resume.toml", text)
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
			continue
		}
		if len(imported.Left) > 0 || len(imported.Comments) > 0 {
			t.Errorf("%s: left %v, comments %v", name, imported.Left, imported.Comments)
		}
		if got := p.TextLanguages(); !reflect.DeepEqual(got, sorted(c.own, c.other)) && !reflect.DeepEqual(got, []string{c.other}) {
			t.Errorf("%s: texts in %q:\n%s", name, got, text)
		}
		if got := textAt(p.In(c.language), c.field); got != c.otherText {
			t.Errorf("%s: %s in %s is %q, want %q:\n%s", name, c.field, c.language, got, c.otherText, text)
		}
	}
}

func sorted(a, b string) []string {
	if a > b {
		a, b = b, a
	}
	return []string{a, b}
}

// textAt are the texts of a field and of what is in it.
func textAt(p *resume.Profile, field string) string {
	var out []string
	for text := range p.Texts() {
		if strings.HasPrefix(text.Field, field) {
			out = append(out, text.Value)
		}
	}
	return strings.Join(out, " ")
}

// TestLanguagesThatDiffer: what cannot be a wording is a comment, and nothing is lost.
func TestLanguagesThatDiffer(t *testing.T) {
	imported, err := convert.Read("resume.json", []byte(`{"basics": {"name": "Tove Lind", "label": {"en": "Developer", "da": "Udvikler"}, "summary": "Skriver servere.", "summary_en": "Writes servers."},
"work": {"en": [{"name": "Sund", "position": "Dev", "startDate": "2020"}], "da": [{"name": "Sund", "position": "Udvikler", "startDate": "2020"}, {"name": "Bælt", "position": "Praktikant", "startDate": "2019", "endDate": "2020"}]},
"skills": [{"name": {"en": "Languages", "da": "Sprog"}, "keywords": ["Go"]}],
"languages": [{"language": {"en": "Danish", "da": "Dansk"}, "fluency": {"en": "native", "da": "modersmål"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/jsonresume/languages.toml", resume.EncodeProfile(imported.Profile, imported.Comments))
}

// TestWordsThatLookLikeLanguages: no language where the keys of one file are codes by chance.
func TestWordsThatLookLikeLanguages(t *testing.T) {
	imported, err := convert.Read("resume.json", []byte(`{"basics": {"name": "Tove Lind"}, "work": [{"name": "Sund", "position": "Dev", "phone_no": "12", "phone": "13", "startDate": "2020"}],
"languages": {"en": "fluent", "da": "native"}, "extra": [{"id": "one", "to": "two"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	if len(imported.Profile.Wordings) > 0 {
		t.Errorf("wordings %v", imported.Profile.Wordings)
	}
}
