package resume

import (
	"errors"
	"strings"
	"testing"
)

const withSecrets = `
name = "Ada Beispiel"
email = "ada@mail.example"
phone = "+49 (0)30 555 0142"
street = "Hauptstr. 7"
location = "Berlin"
[links]
github = "ada"
whatsapp = "https://wa.me/49305550142"
[[contacts]]
label = "0049 30 5550142"
[[contacts]]
label = "second@mail.example"
[[contacts]]
label = "Portfolio"
url = "https://work.example"
[[experience]]
title = "Engineer"
company = "Harbour"
[[sections]]
title = {de = "Referenzen", en = "People to ask"}
items = ["Grace Muster, +49 30 1234567"]
[[sections]]
title = "Hobbies"
items = ["Chess"]
`

func TestPublicResumesLeaveOut(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte(withSecrets))
	if err != nil {
		t.Fatal(err)
	}
	public, err := p.Select(Selection{Privacy: Public})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for text := range public.Texts() {
		all = append(all, text.Value)
	}
	const want = "Ada Beispiel|Berlin|ada|Portfolio|https://work.example|Engineer|Harbour|Hobbies|Chess"
	if got := strings.Join(all, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, s := range []Selection{{}, {Privacy: Private}} {
		private, err := p.Select(s)
		if err != nil || private.Phone == "" || private.Email == "" || private.Street == "" || len(private.Sections) != 2 || len(private.Contacts) != 3 || len(private.Links) != 2 {
			t.Errorf("%+v: %+v, %v", s, private, err)
		}
	}
}

// TestNoLanguageTellsTheSecretOfAnother checks that a hidden number is hidden in every
// wording.
func TestNoLanguageTellsTheSecretOfAnother(t *testing.T) {
	const header = `name = "Ada"
phone = {en = "+44 20 7946 0958", de = "+49 30 1234567"}
email = {en = "ada@mail.example", de = "ada@post.example"}
street = {en = "High Street 5", de = "Hauptstraße 7"}
[[contacts]]
label = {en = "+44 20 7946 0111", de = "+49 30 7654321"}
`
	p, err := ParseProfile("resume.toml", []byte(header))
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"en", "de", "fr"} {
		public, err := p.Select(Selection{Language: language, Privacy: Public})
		if err != nil || public.Phone+public.Email+public.Street != "" || len(public.Contacts) > 0 {
			t.Errorf("%s: %+v, %v", language, public, err)
		}
	}
	for _, tells := range []string{"Ruf an: 030 1234567", "Call 020 7946-0958", "Schreib an ada@post.example", "Wohnt Hauptstrasse 7", "HAUPTSTRASSE 7", "030/7654321"} {
		p, err := ParseProfile("resume.toml", []byte(header[:strings.Index(header, "[[contacts]]")]+"summary = {en = \"Builds it.\", de = \""+tells+"\"}\n"+header[strings.Index(header, "[[contacts]]"):]))
		if err != nil {
			t.Fatal(err)
		}
		var private *PrivateTextError
		if _, err := p.Select(Selection{Language: "de", Privacy: Public}); !errors.As(err, &private) || private.Field != "summary" {
			t.Errorf("%q: %v", tells, err)
		}
		if _, err := p.Select(Selection{Language: "en", Privacy: Public}); err != nil {
			t.Errorf("%q is not in the English resume: %v", tells, err)
		}
	}
}

func TestHideSaysWhatIsPrivate(t *testing.T) {
	p, err := ParseProfile("resume.toml", []byte("privacy.hide = [\"Location\", \"github\", \"experience\", \"hobbies\"]\n"+withSecrets))
	if err != nil {
		t.Fatal(err)
	}
	public, err := p.Select(Selection{Privacy: Public})
	if err != nil || public.Location != "" || public.Links["github"] != "" || len(public.Experience) != 0 || len(public.Sections) != 1 || public.Phone == "" || public.Email == "" {
		t.Errorf("%+v, %v", public, err)
	}
	everything, err := ParseProfile("resume.toml", []byte("privacy.hide = []\n"+withSecrets))
	if err != nil {
		t.Fatal(err)
	}
	if public, err = everything.Select(Selection{Privacy: Public}); err != nil || public.Phone == "" || len(public.Sections) != 2 {
		t.Errorf("an empty list hides: %+v, %v", public, err)
	}
	_, err = ParseProfile("resume.toml", []byte("privacy.hide = [\"fone\"]\n"))
	if err == nil || !strings.Contains(err.Error(), `privacy.hide[0]: "fone" is not something that a resume prints`) || !strings.Contains(err.Error(), `did you mean "phone"?`) {
		t.Errorf("%v", err)
	}
}

// TestASentenceThatTellsIsAnError checks that nothing is cut out of the user's own text.
func TestASentenceThatTellsIsAnError(t *testing.T) {
	for text, field := range map[string]string{
		`summary = "Call me: 030 / 555 01 42."`:                                                   "summary",
		"[[awards]]\ntitle = \"Medal\"\ndescription = \"Write to ADA@mail.example\"":              "awards[0].description",
		"[[awards]]\ntitle = \"Medal\"\nurl = \"https://x.example/+49305550142\"":                 "awards[0].url",
		"[[volunteering]]\ntitle = \"Mentor\"\nhighlights = [\"Office at Hauptstr.  7, Berlin\"]": "volunteering[0].highlights[0]",
	} {
		whole := withSecrets + text
		if strings.HasPrefix(text, "summary") {
			whole = text + withSecrets
		}
		p, err := ParseProfile("resume.toml", []byte(whole))
		if err != nil {
			t.Fatal(err)
		}
		_, err = p.Select(Selection{Privacy: Public})
		told, ok := errors.AsType[*PrivateTextError](err)
		if !ok || told.Field != field || told.Position.Line == 0 || told.Hint() == "" {
			t.Errorf("%s: %v", text, err)
		}
		if _, err := p.Select(Selection{}); err != nil {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestNumbersAreKnownInEveryWriting checks many spellings of one number.
func TestNumbersAreKnownInEveryWriting(t *testing.T) {
	p := &Profile{Phone: "+49 30 555 0142 ext. 7"}
	p.secrets = p.secretsOf([]string{"phone"})
	for _, text := range []string{"+49305550142", "tel:+49-30-555-0142;ext=7", "030/5550142", "(030) 555 01 42", "0049 30 5550142", "٠٣٠٥٥٥٠١٤٢", "https://wa.me/49305550142"} {
		if p.secretIn(text) == "" {
			t.Errorf("%s is not known", text)
		}
	}
	for _, text := range []string{"", "555 0143", "2019 – 2023", "30,555 requests and 142 users", "+49 30 5550141"} {
		if what := p.secretIn(text); what != "" {
			t.Errorf("%q has %s", text, what)
		}
	}
}
