package convert_test

import (
	"archive/zip"
	"bytes"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
)

// word matches what is compared: letters and figures, without the marks around them.
var word = regexp.MustCompile(`[\p{L}\p{N}]{2,}`)

func wordsOf(text string) map[string]bool {
	out := map[string]bool{}
	for _, w := range word.FindAllString(strings.ToLower(text), -1) {
		out[w] = true
	}
	return out
}

// TestOwnDocumentsComeBack: a resume printed as PDF and DOCX is read back word for word.
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
		for _, address := range []string{"https://importer.example/docs", "https://weir.example"} {
			if !strings.Contains(string(text), address) {
				t.Errorf("%s: the link to %s is lost in\n%s", ending, address, text)
			}
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
highlights = ["Wrote [the importer](https://importer.example/docs) that all of the branches use"]
[[projects]]
name = "Weir"
url = "https://weir.example"
description = "Keeps queues short"
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

// rendered returns the resume as a document.
func rendered(t *testing.T, p *resume.Profile, file string) []byte {
	t.Helper()
	printed, err := render.New(resume.Build(p, nil), render.Look{AllowBoxes: true})
	if err != nil {
		t.Fatal(err)
	}
	out, err := printed.File(render.Output{Path: file})
	if err != nil {
		t.Fatal(err)
	}
	return out.Data
}

const wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

func docx(t *testing.T, paragraphs string) []byte {
	t.Helper()
	return archive(t, map[string]string{"word/document.xml": `<w:document` + wordSpace + `><w:body>` + paragraphs + `</w:body></w:document>`})
}

func archive(t *testing.T, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range files {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = f.Write([]byte(text))
	}
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

// TestLinksOfADOCX: links behind words, in the page header, in fields and in
// relationships.
func TestLinksOfADOCX(t *testing.T) {
	text := func(s string) string { return `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r>` }
	link := func(id, s string) string { return `<w:hyperlink r:id="` + id + `">` + text(s) + `</w:hyperlink>` }
	field := func(address, s string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "` + address + `" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + text(s) + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	line := func(runs string) string { return `<w:p>` + runs + `</w:p>` }
	heading := func(s string) string { return `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>` + s + `</w:t></w:r></w:p>` }
	item := func(runs string) string { return `<w:p><w:pPr><w:numPr/></w:pPr>` + runs + `</w:p>` }
	targets := func(pairs ...string) string {
		out := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
		for i := 0; i < len(pairs); i += 2 {
			out += `<Relationship Id="` + pairs[i] + `" Target="` + pairs[i+1] + `" TargetMode="External"/>`
		}
		return out + `</Relationships>`
	}
	data := archive(t, map[string]string{
		"word/header1.xml":            `<w:hdr` + wordSpace + `>` + line(`<w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>Nils Aas</w:t></w:r>`) + line(link("a", "GitHub")+text(" | ")+link("b", "Write to me")) + `</w:hdr>`,
		"word/_rels/header1.xml.rels": targets("a", "https://github.com/nilsaas", "b", "mailto:nils@aas.example?subject=hello"),
		"word/document.xml": `<w:document` + wordSpace + `><w:body>` + heading("Experience") + heading("Developer, Fjord AS, 2019 – 2023") +
			item(text("Wrote ")+link("c", "the tide tables")+text(" for ferries")) + item(text("Spoke at ")+field("https://talks.example/42", "a conference")) +
			heading("Education") + line(text("BSc Physics, University of Bergen, 2014 – 2018")) + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": targets("c", "https://tides.example"),
	})
	imported, err := convert.Read("cv.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	p := imported.Profile
	if p.Name != "Nils Aas" || p.Links["github"] != "nilsaas" || p.Email != "nils@aas.example" {
		t.Errorf("the header is %+v", p)
	}
	want := []resume.Highlight{{Text: "Wrote [the tide tables](https://tides.example) for ferries"}, {Text: "Spoke at [a conference](https://talks.example/42)"}}
	if len(p.Experience) != 1 || !reflect.DeepEqual(p.Experience[0].Highlights, want) {
		t.Errorf("the role is %+v", p.Experience)
	}
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

// TestTechnologiesStayWithTheirEntry: the line precedes the head of the next entry and
// looks like its first line.
func TestTechnologiesStayWithTheirEntry(t *testing.T) {
	profile, err := resume.ParseProfile("own.toml", []byte(`name = "Ilse Braun"
email = "ilse@braun.example"
[[experience]]
title = "Developer"
company = "Weir"
start = "2021-03"
highlights = ["Cut the costs of 40 shops by a third"]
skills = ["Go", "Kafka"]
[[experience]]
title = "Tester"
company = "Lock"
start = "2018-03"
end = "2021-02"
highlights = ["Wrote 300 tests for the sluices"]
skills = ["Python", "Docker"]
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"en", "de", "es", "fr", "uk", "it", "nl", "sv", "tr"} {
		profile.Layout.Language = language
		imported, err := convert.Read("resume.pdf", rendered(t, profile, "resume.pdf"))
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range imported.Profile.Experience {
			if !reflect.DeepEqual(e.Skills, profile.Experience[i].Skills) {
				t.Errorf("%s: %s: got %q, want %q", language, e.Title, e.Skills, profile.Experience[i].Skills)
			}
		}
	}
}

// TestPagesOfOtherPrograms reads who worked where, in any layout.
func TestPagesOfOtherPrograms(t *testing.T) {
	paragraphs := func(lines ...string) string {
		var b strings.Builder
		for _, l := range lines {
			bold := ""
			if strings.HasPrefix(l, "*") {
				bold = "<w:rPr><w:b/></w:rPr>"
			}
			b.WriteString("<w:p><w:r>" + bold + "<w:t>" + strings.TrimPrefix(l, "*") + "</w:t></w:r></w:p>")
		}
		return b.String()
	}
	for name, c := range map[string]struct {
		lines                                          []string
		title, company, place, degree, school, fluency string
	}{
		"company above the role": {
			[]string{"*Jo Mercer", "*EXPERIENCE", "*Lone Star Pay, Austin, TX June 2019 – Present", "Staff Engineer", "• Built the risk engine", "*EDUCATION", "*University of Texas at Austin, B.S. Computer Science 2011 – 2015", "*LANGUAGES", "English – native"},
			"Staff Engineer", "Lone Star Pay", "Austin, TX", "B.S. Computer Science", "University of Texas at Austin", "native",
		},
		"company and city in one line": {
			[]string{"*Katrin Böhm", "Lindenweg 3, 01067 Dresden", "*Berufserfahrung", "03/2020 – heute", "*Softwareentwicklerin", "Elbtal Software GmbH, Dresden", "• Betrieb von 12 Diensten", "*Ausbildung", "2014 – 2016", "*Master of Science Informatik", "TU Dresden, Note 1,4", "*Sprachen", "Englisch (C1)"},
			"Softwareentwicklerin", "Elbtal Software GmbH", "Dresden", "Master of Science Informatik", "TU Dresden", "C1",
		},
		"icons before headings and addresses": {
			[]string{"*Lone Carter", "\uf0e0 lone@carter.example · \uf095 +45 33 12 34 56", "*\uf0c0 Experience", "*Staff Engineer, Sound Pay, 2019 – Present", "• Built the risk engine", "*\uf19d Education", "*B.S. Mathematics, University of Aarhus 2011 – 2015", "*\uf1ab Languages", "Danish – native"},
			"Staff Engineer", "Sound Pay", "", "B.S. Mathematics", "University of Aarhus", "native",
		},
		"as the French write": {
			[]string{"*Camille Perrin", "*Contact", "camille@perrin.example", "*EXPÉRIENCE PROFESSIONNELLE", "*Développeuse, Saône Web — Mâcon sept. 2018 – aujourd’hui", "• API", "*FORMATION", "*Master Informatique, Université de Lyon, 2016 – 2018", "*LANGUES", "Anglais : courant ; Français : maternel"},
			"Développeuse", "Saône Web", "Mâcon", "Master Informatique", "Université de Lyon", "courant",
		},
	} {
		imported, err := convert.Read("resume.docx", docx(t, paragraphs(c.lines...)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		p := imported.Profile
		if len(p.Experience) != 1 || len(p.Education) != 1 || len(p.Languages) == 0 {
			t.Errorf("%s:\n%s", name, resume.EncodeProfile(p, imported.Comments))
			continue
		}
		x, e := p.Experience[0], p.Education[0]
		got := []string{x.Title, x.Company, x.Location, e.Degree, e.Institution, p.Languages[0].Fluency}
		if want := []string{c.title, c.company, c.place, c.degree, c.school, c.fluency}; !reflect.DeepEqual(got, want) || !x.End.Present {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
		if text := string(resume.EncodeProfile(p, imported.Comments)); strings.Contains(text, "Lindenweg") || strings.ContainsAny(text, "\uf0e0\uf095\uf0c0") || strings.Contains(text, `"Contact"`) {
			t.Errorf("%s: a street or a heading stayed:\n%s", name, text)
		}
	}
}

// TestNoLineOfAPageIsLost: a heading with nothing below it fits nowhere; it is reported.
func TestNoLineOfAPageIsLost(t *testing.T) {
	line := func(bold bool, text string) string {
		mark := ""
		if bold {
			mark = "<w:rPr><w:b/></w:rPr>"
		}
		return "<w:p><w:r>" + mark + "<w:t>" + text + "</w:t></w:r></w:p>"
	}
	imported, err := convert.Read("resume.docx", docx(t, line(true, "Ines Prado")+line(false, "(+34) 600 123 456")+
		line(true, "Experience")+line(false, "Developer, Ebro, May, 2019 – June, 2021")+line(true, "Education")+line(false, "BSc Physics, Universidad de Zaragoza, 2012 – 2016")+
		line(true, "Falconry")+line(true, "Orienteering")))
	if err != nil {
		t.Fatal(err)
	}
	text := string(resume.EncodeProfile(imported.Profile, imported.Comments))
	for _, want := range []string{"Falconry", "Orienteering", `phone = "(+34) 600 123 456"`, `start = "2019-05"`, `end = "2021-06"`} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s:\n%s", want, text)
		}
	}
}

// TestOwnRecordsComeBack: certificates and awards of our own documents are not one long name.
func TestOwnRecordsComeBack(t *testing.T) {
	profile, err := resume.ParseProfile("own.toml", []byte(`name = "Ilse Braun"
email = "ilse@braun.example"
[[certifications]]
name = "CKA"
issuer = "CNCF"
date = "2022-04"
expires = "2025-04"
[[certifications]]
name = "Solutions Architect, Associate"
issuer = "Nimbus"
date = "2021-02"
[[awards]]
title = "Best talk"
issuer = "GoDays"
date = "2020"
description = "For the talk on locks."
[[education]]
degree = "BSc Physics"
institution = "TU Graz"
end = "2018"
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"resume.pdf", "resume.docx"} {
		imported, err := convert.Read(file, rendered(t, profile, file))
		if err != nil {
			t.Fatal(err)
		}
		if got := imported.Profile; !reflect.DeepEqual(got.Certifications, profile.Certifications) || !reflect.DeepEqual(got.Awards, profile.Awards) || strings.Contains(imported.Comments[""], "Not imported") {
			t.Errorf("%s:\n%s", file, resume.EncodeProfile(got, imported.Comments))
		}
	}
}
