package resume

import (
	"errors"
	"strings"
	"testing"
)

func TestParseProfileReportsAllMistakes(t *testing.T) {
	const text = `name = 5
emial = "ada@example.com"
email = "ada"
[github]
user = "a b"
projects.max = "6"
[[experience]]
title = "Engineer"
start = "2021-03"
end = 2020
[[experience]]
company = "Engines"
start = "2019-13"
highlights = [
  "fine",
  {text = "fine", four = ["go"]}, 7]
url = "javascript:alert(1)"
`
	want := []string{
		`resume.toml:1:8: name: found the number 5`,
		`resume.toml:2:9: emial: unknown key "emial"`,
		`resume.toml:3:9: email: "ada" is not an e-mail address`,
		`resume.toml:5:8: github.user: "a b" is not a GitHub user name`,
		`resume.toml:6:16: github.projects.max: found the string "6"`,
		`resume.toml:10:7: experience[0].end: 2020 is before the start 2021-03`,
		`resume.toml:13:9: experience[1].start: "2019-13" is not a date`,
		`resume.toml:16:19: experience[1].highlights[1].four: unknown key "four"`,
		`resume.toml:16:35: experience[1].highlights[2]: found the number 7`,
		`resume.toml:17:7: experience[1].url: "javascript:alert(1)" is not a web address`,
	}
	_, err := ParseProfile("resume.toml", []byte(text))
	problems, ok := errors.AsType[Problems](err)
	if !ok {
		t.Fatalf("got %v, want Problems", err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Error())
		if p.Hint == "" {
			t.Errorf("%v has no hint", p)
		}
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestParseProfileRefusesWhatIsNoProfile(t *testing.T) {
	for name, tc := range map[string]struct{ text, want string }{
		"syntax":    {"name = \"Ada\"\ntitle = \n", "resume.toml:2:9: expected value"},
		"twice":     {"name = \"Ada\"\nname = \"Bob\"\n", "resume.toml:2:1: Key 'name' has already been defined."},
		"not UTF-8": {"name = \"Ada\"\ntitle = \"\xff\"\n", "resume.toml:2:1: the text is not UTF-8"},
		"too large": {strings.Repeat("#", MaxProfileSize+1), "resume.toml: the file has 1048577 bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ParseProfile("resume.toml", []byte(tc.text))
			problems, ok := errors.AsType[Problems](err)
			if !ok || len(problems) != 1 || !strings.HasPrefix(problems[0].Error(), tc.want) {
				t.Errorf("got %v, want %s…", err, tc.want)
			}
		})
	}
}

func TestParseProfileAccepts(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte("\ufeffname = \"Ada\"\r\n[[experience]]\r\ntitle = \"Engineer\"\r\nstart = 2021-03-01\r\nend = \"Present\"\r\nhighlights = [\"Cut costs\", {text = \"Wrote Go\", for = [\"go\"]}]\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	e := p.Experience[0]
	if e.Start != (Date{Year: 2021, Month: 3, Day: 1}) || !e.End.Present || e.Highlights[1].For[0] != "go" {
		t.Errorf("got %+v", e)
	}
	if got := p.Positions["experience[0].highlights[1].text"]; got.Line != 6 {
		t.Errorf("second highlight stands in line %d, want 6", got.Line)
	}
}

func FuzzParseProfile(f *testing.F) {
	f.Add([]byte("name = \"Ada\"\n[[experience]]\nstart = \"2021-03\"\n"))
	f.Add([]byte("a.b.c = {x = [1, {y = 2}]}\n[[a.d]]\n[a.d.e]\nf = 1\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ParseProfile("resume.toml", data)
		if (p == nil) == (err == nil) {
			t.Fatalf("profile %v, error %v", p, err)
		}
		if _, ok := errors.AsType[Problems](err); err != nil && !ok {
			t.Fatalf("%v is not Problems", err)
		}
	})
}

func TestDepthIsTold(t *testing.T) {
	_, err := ParseProfile("resume.toml", []byte("name = \"A\"\n# a.b.c.d\nsummary = \"\"\"x.y.z.\n[[[[[\"\"\"\n  "+strings.Repeat("a.", 40)+"a = 1\n"))
	if want := `resume.toml:5:68: more than 32 levels of tables or lists`; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
	if _, err := ParseProfile("resume.toml", []byte(`name = "`+strings.Repeat("a.", 40)+`"`)); err != nil {
		t.Error(err)
	}
}
