// Package document turns the Markdown of a resume into files that people open
// and send: HTML, PDF and DOCX. The same Markdown gives the same bytes.
//
// All three start from the same sanitized tree, which decides in one place what a stranger's
// text may do: it has no images or scripts, and links only to http, https, mailto and tel.
//
// Lengths are in points, of which an inch has 72. Characters that no font has are reported,
// not dropped: see [MissingFonts] and [PDFFile]. The formats are those of ISO 32000-1 (PDF 1.7,
// tagged as ISO 14289-1 asks), ECMA-376 (DOCX) and https://schema.org/Person.
package document

import (
	"archive/zip"
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/internal/safe"
)

// Picture is a drawing for [Meta.Pictures]; templates.DrawPicture makes it.
type Picture = picture.Picture

// Meta is everything about a document that is not in its Markdown.
type Meta struct {
	// Title is the window title: "Ada Lovelace, Backend Developer".
	Title string
	// Author is the user's name.
	Author string
	// Description is a sentence or two for search engines and link previews.
	Description string
	// Language is that of the text, a BCP 47 tag.
	Language string
	// Letter is the Markdown of a cover letter, which a PDF prints on separate pages before
	// the resume.
	Letter []byte
	// Keywords are the skills, for the metadata of PDF and DOCX.
	Keywords []string
	Person   Person
	Theme    Theme
	Paper    Paper
	// Accent is a color, #rrggbb; empty means the theme's. It is darkened until it is
	// readable.
	Accent string
	// Page holds the profile's settings that override the theme.
	Page Page
	// Font is the family of the body text; the theme's is used if no font has it.
	Font string
	// Fonts are additional font files, for characters missing in the embedded ones.
	Fonts [][]byte
	// Photo is a JPEG file for the header of PDF, HTML and DOCX; nil for none.
	Photo []byte
	// Pictures are those that the Markdown includes, by name; those that are missing are
	// left out.
	Pictures map[string]*Picture
	// Months are the month names used in the text; HTML recognizes dates by them.
	Months []string
	// Tightness condenses the layout of the theme.
	Tightness Tightness
}

// cleaned returns the metadata without characters that no document prints: its texts come
// from the profile and from GitHub and did not pass through the templates.
func (m Meta) cleaned() Meta {
	p := &m.Person
	for _, field := range []*string{&m.Title, &m.Author, &m.Description, &p.Name, &p.JobTitle, &p.Email, &p.Telephone, &p.Address, &p.URL} {
		*field = safe.Line(*field)
	}
	m.Person.Jobs, m.Person.Schools, m.Person.Credentials = slices.Clone(p.Jobs), slices.Clone(p.Schools), slices.Clone(p.Credentials)
	for i := range p.Jobs {
		p.Jobs[i].Title, p.Jobs[i].Company = safe.Line(p.Jobs[i].Title), safe.Line(p.Jobs[i].Company)
	}
	for i := range p.Schools {
		p.Schools[i].Name, p.Schools[i].Degree = safe.Line(p.Schools[i].Name), safe.Line(p.Schools[i].Degree)
	}
	for i := range p.Credentials {
		p.Credentials[i].Name, p.Credentials[i].Issuer = safe.Line(p.Credentials[i].Name), safe.Line(p.Credentials[i].Issuer)
	}
	m.Keywords, p.SameAs, p.KnowsAbout = cleanedAll(m.Keywords), cleanedAll(p.SameAs), cleanedAll(p.KnowsAbout)
	return m
}

func cleanedAll(texts []string) []string {
	var out []string
	for _, s := range texts {
		out = append(out, safe.Line(s))
	}
	return out
}

// Person is the schema.org Person in the HTML.
type Person struct {
	Name, JobTitle, Email, Telephone, Address, URL string
	SameAs, KnowsAbout                             []string
	Jobs                                           []Job
	Schools                                        []School
	Credentials                                    []Credential
}

// generator is the name by which [IsOurs] recognizes our files.
const generator = "ghresume"

// IsOurs reports whether this package made a file and no other program has saved it since:
// only such a file may be replaced without asking.
func IsOurs(data []byte) bool {
	switch {
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return bytes.Contains(data, []byte("/Producer ("+generator+")"))
	case bytes.HasPrefix(data, []byte("PK")):
		return strings.Contains(appProperties(data), "<Application>"+generator+"</Application>")
	}
	return bytes.Contains(data, []byte(`<meta name="generator" content="`+generator+`">`))
}

// appProperties returns the part of a DOCX that names the program that saved it.
func appProperties(data []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return ""
	}
	part, err := archive.Open("docProps/app.xml")
	if err != nil {
		return ""
	}
	defer part.Close()
	text, err := io.ReadAll(io.LimitReader(part, 1<<20))
	if err != nil {
		return ""
	}
	return string(text)
}
