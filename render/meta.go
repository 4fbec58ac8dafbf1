package render

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/templates"
)

// meta is what a document says of itself.
func (p *Print) meta() document.Meta {
	r := p.Resume
	m := document.Meta{
		Title:       strings.Join(compact(r.Name, r.Title), ", "),
		Author:      r.Name,
		Description: brief(templates.PlainText(cmp.Or(r.Summary, r.Objective, r.Bio))),
		Language:    r.Language,
		Theme:       cmp.Or(p.theme, document.Theme(r.Layout.Theme)),
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

// brief is the beginning of a text.
func brief(text string) string {
	const most = 300
	short := ""
	for word := range strings.FieldsSeq(text) {
		if utf8.RuneCountInString(short)+utf8.RuneCountInString(word) >= most {
			return short + " …"
		}
		short = strings.TrimPrefix(short+" "+word, " ")
	}
	return short
}
