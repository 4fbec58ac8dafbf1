package preview

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
	"github.com/ghresume/ghresume/resume/review"
	"github.com/ghresume/ghresume/templates"
)

// view makes the page's content from the last valid material.
func (d *Session) view(c Choice) View {
	m, _, problems := d.current()
	v := View{Problems: append([]Problem{}, problems...), Findings: []Finding{}, Notes: []string{}}
	if m == nil {
		return v
	}
	v.Notes = d.notes(m)
	draft, err := d.draft(m, c)
	if err == nil {
		err = d.fill(&v, draft)
	}
	v.Problems = append(v.Problems, problemsOf(err)...)
	return v
}

// notes explains why the resume lacks data from GitHub.
func (d *Session) notes(m *load.Sources) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	login := d.options.Login(d.env, m)
	if m.Snapshot != nil || login == "" {
		return []string{}
	}
	return []string{cmp.Or(d.note, "there is no GitHub data yet; `ghresume sync -u "+login+"` fetches it")}
}

// draft is a resume with the settings picked on the page.
type draft struct {
	*load.Sources
	env      *cli.Env
	template string
	posting  *match.Posting // nil without one
	whole    *resume.Resume // before its limits
	print    *render.Print
	log      *bytes.Buffer // what generate would print on stderr
}

func (d *Session) draft(m *load.Sources, c Choice) (*draft, error) {
	template := cmp.Or(c.Template, d.options.Template)
	if !slices.Contains(d.templates(), template) {
		return nil, cli.UsageError("", "there is no template %q here", template)
	}
	c.Theme = cmp.Or(c.Theme, d.options.Theme)
	look, err := (&produce.Printing{}).LookOf(resume.Output{Template: template, Theme: c.Theme})
	if err != nil {
		return nil, err
	}
	picked, err := apply(c, m).Selected(resume.Selection{Variant: c.Variant, Language: c.Language, Privacy: c.Privacy})
	if err != nil {
		return nil, err
	}
	out := &draft{Sources: picked, template: template, log: &bytes.Buffer{}}
	w := *d.env
	w.Stderr = out.log
	out.env = &w
	out.whole = out.Full()
	if err := d.compare(out, c); err != nil {
		return nil, err
	}
	out.print, err = produce.NewPrint(&w, out.whole.Limit(), out.Sources, look)
	return out, err
}

// compare reads the posting, if there is one, and tailors the resume to it if that is
// picked.
func (d *Session) compare(t *draft, c Choice) error {
	_, text, _ := d.current()
	if pasted := strings.TrimSpace(c.Posting); pasted != "" {
		if strings.HasPrefix(pasted, "%PDF") {
			return cli.UsageError("paste its text", "the posting: a PDF cannot be pasted")
		}
		var err error
		if text, err = match.ExtractText([]byte(pasted)); err != nil {
			return cli.UsageError("save or paste it as text", "the posting: %w", err)
		}
	}
	if text == "" {
		return nil
	}
	t.posting = match.ParsePosting(text, t.Catalog)
	if len(t.posting.Skills) == 0 {
		fmt.Fprintln(t.log, "the posting names no known technology")
	}
	if !c.Tailor {
		return nil
	}
	var reasons []match.Reason
	t.whole, reasons = match.Tailor(t.whole, t.posting, t.Catalog)
	for _, reason := range reasons {
		fmt.Fprintf(t.log, "%s: %s\n", reason.Entry, reason.Why)
	}
	return nil
}

// templates returns the names that the page may request: no other file is read for it.
func (d *Session) templates() []string {
	var names []string
	for _, info := range templates.List() {
		names = append(names, info.Name)
	}
	if !slices.Contains(names, d.options.Template) {
		names = append(names, d.options.Template)
	}
	return names
}

// apply returns a copy of the sources with the picked settings in its profile.
func apply(c Choice, m *load.Sources) *load.Sources {
	out, p := *m, *m.Profile
	p.Format = cmp.Or(c.Format, p.Format)
	p.Layout.Theme = cmp.Or(c.Theme, p.Layout.Theme)
	p.Layout.Page = pageChoice(c, p.Layout.Page)
	out.Profile = &p
	return &out
}

// pageChoice returns the page layout with the picked settings.
func pageChoice(c Choice, page resume.PageLayout) resume.PageLayout {
	page.Spacing, page.Header, page.Dates = cmp.Or(c.Spacing, page.Spacing), cmp.Or(c.Header, page.Header), cmp.Or(c.Dates, page.Dates)
	page.Font = cmp.Or(strings.TrimSpace(c.Font), page.Font)
	if footer := c.Footer == "yes"; footer || c.Footer == "no" {
		page.Footer = &footer
	}
	if size, err := strconv.ParseFloat(c.FontSize, 64); err == nil && size >= 7 && size <= 14 {
		page.FontSize = size
	}
	if margin, err := strconv.ParseFloat(c.Margins, 64); err == nil {
		page.Margins = fmt.Sprintf("%vmm", margin)
	}
	return page
}

// fill prints, reviews and compares.
func (d *Session) fill(v *View, t *draft) error {
	sheet, err := t.file("resume.html")
	if err != nil {
		return err
	}
	v.Sheet = string(sheet)
	if v.Paper, err = t.print.Pages(); err != nil {
		return err
	}
	in := review.Input{Profile: t.Profile, Source: t.Source, Resume: t.print.Resume, Snapshot: t.Snapshot, Catalog: t.Catalog, Now: d.env.Today(t.Snapshot)}
	if err := produce.Inspect(t.env, "", &in, resume.Output{File: "resume.pdf", Template: t.template}, true); err != nil {
		return err
	}
	v.Pages, v.Parsed = in.Pages, parsedView(in)
	for _, f := range review.Check(in) {
		v.Findings = append(v.Findings, findingFor(f))
	}
	for line := range strings.Lines(t.log.String()) {
		v.Notes = append(v.Notes, strings.TrimPrefix(strings.TrimSpace(line), "ghresume: "))
	}
	if t.posting != nil {
		v.Coverage = coverageOf(t.Claims(t.print.Resume, t.whole).Cover(t.posting))
	}
	return nil
}

// file returns the resume as a new file of the given name.
func (t *draft) file(name string) ([]byte, error) {
	return produce.PrintFile(t.env, t.print, render.Output{Path: name})
}

func findingFor(f review.Finding) Finding {
	place := f.Repository
	if f.Position.Line > 0 {
		place = fmt.Sprintf("line %d", f.Position.Line)
	}
	if f.Field != "" {
		place += ", " + f.Field
	}
	return Finding{Severity: string(f.Severity), Rule: f.Rule, Place: strings.TrimPrefix(place, ", "), Message: f.Message, Hint: f.Hint}
}

// file returns the resume with the picked settings as a file of the given name.
func (d *Session) file(name string, c Choice) ([]byte, error) {
	m, _, _ := d.current()
	if m == nil {
		return nil, errors.New("there is no resume yet")
	}
	t, err := d.draft(m, c)
	if err != nil {
		return nil, err
	}
	return t.file(name)
}
