package convert_test

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
)

// word is what is compared: letters and figures, whatever stands around them.
var word = regexp.MustCompile(`[\p{L}\p{N}]{2,}`)

func wordsOf(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range word.FindAllString(strings.ToLower(text), -1) {
		out[w] = true
	}
	return out
}

// TestOwnDocumentsComeBack: what was printed as PDF and DOCX is read again, word for word.
func TestOwnDocumentsComeBack(t *testing.T) {
	profile, err := resume.ParseProfile("own.toml", []byte(ownProfile))
	if err != nil {
		t.Fatal(err)
	}
	for _, ending := range []string{"pdf", "docx"} {
		data := rendered(t, profile, "resume."+ending)
		imported, err := convert.Read("resume."+ending, data)
		if err != nil {
			t.Fatal(err)
		}
		text := resume.EncodeProfile(imported.Profile, imported.Comments)
		if _, err := resume.ParseProfile("x.toml", text); err != nil {
			t.Fatalf("%s: %v\n%s", ending, err, text)
		}
		got := wordsOf(string(text))
		for field := range profile.Texts() {
			if field.Kind == resume.DateText || field.Section == "" && field.Kind == resume.LabelText && field.Key != "title" {
				continue
			}
			for w := range wordsOf(field.Value) {
				if !got[w] {
					t.Errorf("%s: %s: %q is lost in\n%s", ending, field.Field, w, text)
				}
			}
		}
		p := imported.Profile
		if p.Name != profile.Name || p.Email != profile.Email || p.Links["github"] != "ilseb" || len(p.Experience) != len(profile.Experience) {
			t.Errorf("%s: got\n%s", ending, text)
		}
		if e := p.Experience[0]; e.Title != "Senior Engineer" || e.Company != "Mur Ltd" || e.Start.String() != "2021-03" || !e.End.Present {
			t.Errorf("%s: the first role is %+v", ending, e)
		}
		if !strings.Contains(imported.Comments["name"], "compare everything with it") {
			t.Errorf("%s: no word of doubt: %v", ending, imported.Comments)
		}
	}
}

const ownProfile = `
name = "Ilse Brandt"
title = "Backend Engineer"
email = "ilse@brandt.example"
phone = "+43 316 000000"
location = "Graz, Austria"
summary = "Writes queues in Go, and leads small teams that like to ship what they have measured before."
[links]
github = "ilseb"
[skills]
Databases = ["PostgreSQL", "SQLite"]
[[experience]]
title = "Senior Engineer"
company = "Mur Ltd"
location = "Graz, Austria"
start = "2021-03"
end = "present"
highlights = ["Cut p99 latency by 38 % by replacing row locks with an append-only ledger that three other teams have taken over since", "Led five people"]
skills = ["Go", "Kafka"]
[[experience]]
title = "Developer"
company = "Enns Ltd"
start = "2016-01"
end = "2021-02"
highlights = ["Wrote the importer"]
[[education]]
degree = "MSc Informatics"
institution = "University of Graz"
start = "2010"
end = "2015"
[[languages]]
name = "German"
fluency = "native"
[[languages]]
name = "English"
fluency = "C1"
[[sections]]
title = "Interests"
items = ["Rowing", "Old maps"]
`

// rendered is the resume as a document.
func rendered(t *testing.T, p *resume.Profile, file string) []byte {
	t.Helper()
	printed, err := render.New(resume.Build(p, nil), render.Look{})
	if err != nil {
		t.Fatal(err)
	}
	out, err := printed.File(render.Output{Path: file})
	if err != nil {
		t.Fatal(err)
	}
	return out.Data
}

func docx(t *testing.T, paragraphs string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = f.Write([]byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + paragraphs + `</w:body></w:document>`))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestDOCXByStructure(t *testing.T) {
	line := func(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }
	bold := func(text string) string { return `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>` + text + `</w:t></w:r></w:p>` }
	item := func(text string) string {
		return `<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	data := docx(t, `<w:p><w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>Vera Blum</w:t></w:r></w:p>`+
		line("Site Reliability Engineer | Leipzig, Germany")+line("vera@blum.example | +49 341 000000 | github.com/verablum")+
		bold("BERUFSERFAHRUNG")+
		bold("Pleiße AG")+line("SRE, März 2019 – heute")+item("Halved the pages")+item("Wrote runbooks")+
		bold("Elster GmbH")+line("Systems Administrator, 2015 – 2019")+item("Moved 40 servers")+
		bold("AUSBILDUNG")+line("HTWK, Diplom Informatik, 2010 – 2015")+
		bold("KENNTNISSE")+line("Sprachen: Go, Python")+line("Werkzeuge: Terraform"))
	imported, err := convert.Read("cv.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/paper/docx.toml", resume.EncodeProfile(imported.Profile, imported.Comments))
}

func TestPaperThatIsNoResume(t *testing.T) {
	data := docx(t, `<w:p><w:r><w:t>Dear Ada,</w:t></w:r></w:p><w:p><w:r><w:t>thank you for the letter.</w:t></w:r></w:p>`)
	if _, err := convert.Read("letter.docx", data); err == nil || !strings.Contains(err.Error(), "without the headings of a resume") {
		t.Error(err)
	}
	if _, err := convert.Read("broken.pdf", []byte("%PDF-1.7\nbroken")); err == nil {
		t.Error("a broken PDF is read")
	}
}
