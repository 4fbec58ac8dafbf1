package main

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
)

// replacing is a document in the place of what the file holds now, nil for a new one.
func (p *printer) replacing(path string, old, data []byte) ([]byte, error) {
	switch {
	case old == nil:
		return data, nil
	case !p.force && !isOurs(path, old):
		return nil, usageError("write to another file, or replace it with --force", "%s exists and was not written by ghresume", path)
	case ending(path) == ".json":
		return resume.KeepJSONResume(old, data), nil
	}
	return data, nil
}

// document makes a file that is not Markdown.
func (p *printer) document(w *world, r *resume.Resume, path string) ([]byte, error) {
	if ending(path) == ".json" {
		return resume.EncodeJSONResume(r)
	}
	md, err := p.template.Render(r)
	if err != nil {
		return nil, asUsage(err)
	}
	switch meta := p.meta(r); ending(path) {
	case ".html":
		return document.HTML(md, meta)
	case ".docx":
		return document.DOCX(md, meta)
	default:
		return pdf(w, path, md, meta)
	}
}

// isOurs knows the files that ghresume wrote: only they are replaced unasked.
func isOurs(path string, data []byte) bool {
	if ending(path) == ".json" {
		return resume.IsJSONResume(data)
	}
	return document.Wrote(data)
}

func pdf(w *world, path string, md []byte, meta document.Meta) ([]byte, error) {
	file, err := document.PDF(md, meta)
	if err != nil {
		return nil, err
	}
	if len(file.Missing) > 0 {
		fmt.Fprintf(w.stderr, "ghresume: %s: the embedded fonts have no %s\nhint: each prints as \uFFFD; an .html or .docx file uses the reader's own fonts\n", path, characters(file.Missing))
	}
	return file.Data, nil
}

// characters names characters by look and number.
func characters(runes []rune) string {
	const most = 12
	var names []string
	for _, r := range runes[:min(len(runes), most)] {
		names = append(names, fmt.Sprintf("%c (%U)", r, r))
	}
	if more := len(runes) - most; more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(names, ", ")
}

// meta is what a document says of itself.
func (p *printer) meta(r *resume.Resume) document.Meta {
	m := document.Meta{
		Title:       strings.Join(compact(r.Name, r.Title), ", "),
		Author:      r.Name,
		Description: brief(cmp.Or(r.Summary, r.Objective, r.Bio)),
		Language:    r.Language,
		Theme:       document.Theme(cmp.Or(p.theme, r.Layout.Theme)),
		Paper:       document.Paper(cmp.Or(r.Layout.Paper, string(document.PaperFor(r.Location)))),
		Accent:      r.Layout.Accent,
		Person: document.Person{
			Name: r.Name, JobTitle: r.Title, Email: r.Email, Telephone: r.Phone, Address: r.Location, URL: r.Website,
		},
	}
	for _, link := range r.Links {
		m.Person.SameAs = append(m.Person.SameAs, compact(link.URL)...)
	}
	for _, group := range r.Skills {
		for _, s := range group.Skills {
			m.Keywords = append(m.Keywords, s.Name)
		}
	}
	m.Person.KnowsAbout = m.Keywords
	return m
}

// compact are the texts that are not empty.
func compact(texts ...string) []string {
	var out []string
	for _, s := range texts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// brief is the beginning of a text, for the metadata of a document.
func brief(text string) string {
	const most = 300
	words := strings.Fields(text)
	short := ""
	for _, word := range words {
		if utf8.RuneCountInString(short)+utf8.RuneCountInString(word) >= most {
			return short + " …"
		}
		short = strings.TrimPrefix(short+" "+word, " ")
	}
	return short
}
