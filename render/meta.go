package render

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// windowTitle returns name and professional title, or the name alone if both are longer than
// what browsers and search engines show.
func windowTitle(r *resume.Resume) string {
	const longest = 70
	if title := strings.Join(compact(r.Name, r.Title), ", "); utf8.RuneCountInString(title) <= longest {
		return title
	}
	return cmp.Or(r.Name, r.Title)
}

// metaOf returns a document's metadata and style.
func (p *Print) metaOf(r *resume.Resume) document.Meta {
	m := document.Meta{
		Title:       windowTitle(r),
		Author:      r.Name,
		Description: brief(cmp.Or(r.Summary, r.Objective, r.Bio)),
		Language:    r.Language,
		Letter:      p.letter,
		Theme:       cmp.Or(p.look.Theme, document.Theme(r.Layout.Theme)),
		Paper:       document.Paper(cmp.Or(r.Layout.Paper, string(document.PaperFor(r.Location)))),
		Accent:      r.Layout.Accent,
		Page:        pageOf(r.Layout.Page),
		Font:        r.Layout.Page.Font,
		Fonts:       p.fontFiles(),
		Person: document.Person{
			Name: r.Name, JobTitle: r.Title, Email: r.Email, Telephone: r.Phone, Address: r.Location, URL: r.Website,
		},
	}
	m.Pictures = drawnPictures(r)
	if r.Layout.Page.Photo != "" {
		m.Photo = p.look.Photo
	}
	if words, err := locale.Of(r); err == nil {
		m.Months = words.ForDocuments(r.Layout.Page.Dates).Months
	}
	m.Person.Jobs, m.Person.Schools, m.Person.Credentials = pastOf(r)
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

// pastOf returns the jobs, schools and credentials that search engines read.
func pastOf(r *resume.Resume) (jobs []document.Job, schools []document.School, credentials []document.Credential) {
	for _, c := range r.Experience {
		for _, role := range c.Roles {
			jobs = append(jobs, document.Job{Title: role.Title, Company: c.Name, Start: machineDate(role.Start), End: machineDate(role.End)})
		}
	}
	for _, e := range r.Education {
		schools = append(schools, document.School{Name: e.Institution, Degree: e.Degree, End: machineDate(e.End)})
	}
	for _, c := range r.Certifications {
		credentials = append(credentials, document.Credential{Name: c.Name, Issuer: c.Issuer, Date: machineDate(c.Date)})
	}
	return jobs, schools, credentials
}

// machineDate returns a date in ISO 8601, or "" for "present".
func machineDate(d resume.Date) string {
	if d.Present || d.IsZero() {
		return ""
	}
	return d.String()
}

// pageOf returns the settings of [layout.page].
func pageOf(l resume.PageLayout) document.Page {
	page := document.Page{
		FontSize: l.FontSize, Header: l.Header, NoFooter: l.Footer != nil && !*l.Footer,
		Spacing: map[string]float64{"compact": 0.8, "airy": 1.25}[l.Spacing],
	}
	if m, ok := l.MarginsInPoints(); ok {
		page.Margins = &document.Margins{Top: m[0], Right: m[1], Bottom: m[2], Left: m[3]}
	}
	return page
}

// compact returns the texts that are not empty.
func compact(texts ...string) []string {
	var out []string
	for _, s := range texts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// brief returns the beginning of a text, without its markup.
func brief(text string) string {
	const most, read = 300, 16 << 10 // a long text is not read to its end
	begin := strings.ToValidUTF8(text[:min(read, len(text))], "")
	short := ""
	for word := range strings.FieldsSeq(templates.PlainText(begin)) {
		if utf8.RuneCountInString(short)+utf8.RuneCountInString(word) >= most {
			return short + " …"
		}
		short = strings.TrimPrefix(short+" "+word, " ")
	}
	return short
}
