package templates

import (
	"cmp"
	"fmt"
	"strings"
	"text/template"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/locale"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// ownFunctions returns the functions documented in docs/templates.md.
func (p *printer) ownFunctions() template.FuncMap {
	return template.FuncMap{
		"plaintext": func() Markdown { return "" },

		"md":     p.print,
		"raw":    p.raw,
		"prose":  p.proseOf,
		"code":   p.codeOf,
		"as":     p.as,
		"titled": p.titled,
		"bold":   p.mark("**"),
		"italic": p.mark("*"),
		"link":   p.link,
		"mail":   p.mail,
		"phone":  p.phone,

		"badge":   p.badge,
		"picture": p.picture,
		"figure":  p.figure,
		"fold":    p.fold,
		"unfold":  p.unfold,

		"join":       p.join,
		"dots":       p.dots,
		"commas":     p.commas,
		"paragraphs": paragraphs,

		"date":    p.words.FormatDate,
		"dates":   p.words.FormatDates,
		"years":   p.words.FormatYears,
		"number":  p.number,
		"count":   p.count,
		"stars":   p.stars,
		"word":    p.word,
		"labeled": p.labeled,
		"colon":   func() Markdown { return Markdown(p.words.Colon) },
		"links":   p.links,
		"studied": p.studied,
		"doi":     p.doi,
		"when":    p.when,
		"group":   p.words.Group,
		"heading": p.heading,
		"merged":  p.merged,
		"role":    p.role,
		"totals":  p.totals,
		"work":    p.work,
		"owners":  owners,
		"lines":   p.lines,

		"description": p.description,
		"part":        func(r *resume.Resume, s resume.Section) sectionData { return sectionData{r, s} },
	}
}

// sectionData is one section of a resume, as passed to the partial "section".
type sectionData struct {
	*resume.Resume
	Section resume.Section
}

// raw prints a value as Markdown; the template's author is responsible for it.
func (p *printer) raw(value any) (Markdown, error) {
	s, err := p.plain(value)
	return Markdown(s), err
}

// proseOf prints the user's text, given as a string or a highlight.
func (p *printer) proseOf(value any) (Markdown, error) {
	if m, ok := value.(Markdown); ok {
		return m, nil
	}
	s, err := p.plain(value)
	return p.prose(s), err
}

func (p *printer) codeOf(value any) (Markdown, error) {
	s, err := p.plain(value)
	return p.codeSpan(s), err
}

// whole returns n as a number; ok is false if it is unknown (a nil pointer).
func whole(n any) (value int, ok bool, err error) {
	switch n := n.(type) {
	case nil:
		return 0, false, nil
	case int:
		return n, true, nil
	case int64:
		return int(n), true, nil
	case *int:
		if n == nil {
			return 0, false, nil
		}
		return *n, true, nil
	}
	return 0, false, fmt.Errorf("a value of type %T is not a whole number", n)
}

// number prints n in short form: 1.2k.
func (p *printer) number(n any) (string, error) {
	value, ok, err := whole(n)
	if !ok {
		return "", err
	}
	return p.words.FormatNumber(value), nil
}

// count prints "14 releases"; nothing if the number is zero or unknown.
func (p *printer) count(what string, n any) (string, error) {
	value, ok, err := whole(n)
	if !ok || value <= 0 {
		return "", err
	}
	return p.words.FormatCount(what, value)
}

// stars prints "★ 1.2k", spelled out in text without markup; nothing if the number is zero
// or unknown.
func (p *printer) stars(n any) (string, error) {
	value, ok, err := whole(n)
	switch {
	case !ok || value <= 0:
		return "", err
	case p.text:
		return p.words.FormatCount("stars", value)
	}
	return "★ " + p.words.FormatNumber(value), nil
}

// word returns a word of the locale.
func (p *printer) word(name string) (string, error) {
	if text, known := p.words.Words[name]; known {
		return text, nil
	}
	return "", fmt.Errorf("word %q: no such message", name)
}

// labeled prints "Grade: 1.0", or nothing without a value.
func (p *printer) labeled(label, value any) (Markdown, error) {
	name, err := p.print(label)
	if err != nil {
		return "", err
	}
	text, err := p.print(value)
	if err != nil || text == "" {
		return "", err
	}
	return name + Markdown(p.words.Colon) + text, nil
}

// links prints accounts and pages with their addresses.
func (p *printer) links(list any) ([]Markdown, error) {
	var printed []Markdown
	for _, element := range flatten([]any{list}) {
		l, ok := element.(resume.Link)
		if !ok {
			return nil, fmt.Errorf("links: a value of type %T is not an account", element)
		}
		text := cmp.Or(l.Text, safe.ShownURL(l.URL))
		if l.URL == "" && l.Label != "" && l.Network != resume.ContactNetwork {
			text = l.Label + p.words.Colon + text // a name alone does not show where the link goes
		}
		printed = append(printed, p.linkText(text, l.URL))
	}
	return printed, nil
}

// studied prints the dates of a course; one still running ends with "expected 2027".
func (p *printer) studied(e resume.Education) string {
	if e.Expected.IsZero() {
		return p.words.FormatDates(e.Start, e.End)
	}
	return p.words.Span(p.words.FormatDate(e.Start), locale.Fill(p.words.Expected, "{date}", p.words.FormatDate(e.Expected)))
}

// doi prints the identifier of a publication with a link to it.
func (p *printer) doi(id string) Markdown {
	if id == "" {
		return ""
	}
	id = bareDOI.ReplaceAllString(strings.TrimSpace(id), "")
	return p.linkText("doi:"+id, "https://doi.org/"+id)
}

// bareDOI matches the prefixes that people put before the identifier.
var bareDOI = lazy.New(`(?i)^(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)`)

// when prints a date inside a message: when "expires" gives "expires May 2027".
func (p *printer) when(message string, d resume.Date) (string, error) {
	text, known := map[string]string{"expected": p.words.Expected, "expires": p.words.Expires}[message]
	switch {
	case !known:
		return "", fmt.Errorf("when %q: no such message", message)
	case d.IsZero():
		return "", nil
	}
	return locale.Fill(text, "{date}", p.words.FormatDate(d)), nil
}

func (p *printer) heading(part sectionData) string { return p.words.Heading(part.Section, part.Resume) }

// description prints what a project or a contribution is: as prose if the text is the
// user's, escaped if it is GitHub's.
func (p *printer) description(of any) (Markdown, error) {
	switch v := of.(type) {
	case resume.Project:
		return p.descriptionText(v.Description, v.OwnWords), nil
	case resume.Contribution:
		return p.descriptionText(v.Description, v.OwnWords), nil
	}
	return "", fmt.Errorf("a value of type %T has no description", of)
}

func (p *printer) descriptionText(text string, ownWords bool) Markdown {
	if ownWords {
		return p.prose(text)
	}
	return p.escape(text)
}

// lines prints how many lines were changed, if known.
func (p *printer) lines(added, removed *int) string {
	if added == nil || removed == nil || *added+*removed <= 0 {
		return ""
	}
	return locale.Fill(p.words.Lines, "{added}", p.words.FormatNumber(*added), "{removed}", p.words.FormatNumber(*removed))
}
