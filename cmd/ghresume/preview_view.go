package main

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
	"github.com/ghresume/ghresume/resume/review"
	"github.com/ghresume/ghresume/templates"
)

// choice is what the person picked on the page; empty means as the profile and the flags say.
type choice struct {
	Format   resume.Format `json:"format"`
	Template string        `json:"template"`
	Theme    string        `json:"theme"`
	Language string        `json:"language"`
	// Posting is what was pasted; empty means the file of --job.
	Posting string `json:"posting"`
	// Tailor brings forward what the posting asks for.
	Tailor bool `json:"tailor"`
}

// view is what the page shows.
type view struct {
	// Sheet is the resume as an HTML page; empty when it cannot be made now.
	Sheet    string           `json:"sheet"`
	Pages    float64          `json:"pages"`
	Notes    []string         `json:"notes"`
	Troubles []trouble        `json:"troubles"`
	Findings []previewFinding `json:"findings"`
	Coverage *coverage        `json:"coverage"`
}

// previewFinding is a finding of the review, for the page.
type previewFinding struct {
	Severity review.Severity `json:"severity"`
	Rule     string          `json:"rule"`
	Place    string          `json:"place"`
	Message  string          `json:"message"`
	Hint     string          `json:"hint"`
}

// view makes the page's content from the last good material.
func (d *desk) view(c choice) view {
	m, _, troubles := d.look()
	v := view{Troubles: append([]trouble{}, troubles...), Findings: []previewFinding{}, Notes: []string{}}
	if m == nil {
		return v
	}
	v.Notes = d.notes(m)
	draft, err := d.draft(m, c)
	if err == nil {
		err = d.fill(&v, draft)
	}
	v.Troubles = append(v.Troubles, troublesOf(err)...)
	return v
}

// notes say why the resume lacks what GitHub knows.
func (d *desk) notes(m *material) []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	login := d.options.login(d.world, m)
	if m.snapshot != nil || login == "" {
		return []string{}
	}
	return []string{cmp.Or(d.note, "nothing from GitHub is here; `ghresume sync -u "+login+"` reads it")}
}

// draft is a resume as picked.
type draft struct {
	*material
	world    *world
	template string
	posting  *match.Posting // nil without one
	whole    *resume.Resume // before its limits
	print    *render.Print
	told     *bytes.Buffer // what generate would say on stderr
}

func (d *desk) draft(m *material, c choice) (*draft, error) {
	template := cmp.Or(c.Template, d.options.template)
	if !slices.Contains(d.templates(), template) {
		return nil, usageError("", "there is no template %q here", template)
	}
	c.Theme = cmp.Or(c.Theme, d.options.theme)
	look, err := (&generateOptions{template: template, theme: c.Theme}).look()
	if err != nil {
		return nil, err
	}
	out := &draft{material: c.apply(m), template: template, told: &bytes.Buffer{}}
	w := *d.world
	w.stderr = out.told
	out.world = &w
	out.whole = out.full()
	if err := d.compare(out, c); err != nil {
		return nil, err
	}
	out.print, err = newPrint(&w, out.whole.Limit(), look)
	return out, err
}

// compare reads the posting, if there is one, and tailors the resume to it when that is picked.
func (d *desk) compare(t *draft, c choice) error {
	_, posting, _ := d.look()
	posting = strings.TrimSpace(cmp.Or(c.Posting, posting))
	if posting == "" {
		return nil
	}
	text, err := match.Text([]byte(posting))
	if err != nil {
		return usageError("save or paste it as text", "the posting: %w", err)
	}
	t.posting = match.Read(text, t.catalogue)
	if len(t.posting.Skills) == 0 {
		fmt.Fprintln(t.told, "the posting names no technology that the catalogue knows")
	}
	if !c.Tailor {
		return nil
	}
	var reasons []match.Reason
	t.whole, reasons = match.Tailor(t.whole, t.posting, t.catalogue)
	for _, reason := range reasons {
		fmt.Fprintf(t.told, "%s: %s\n", reason.Entry, reason.Why)
	}
	return nil
}

// templates are the names that the page may ask for: no other file is read for it.
func (d *desk) templates() []string {
	var names []string
	for _, info := range templates.List() {
		names = append(names, info.Name)
	}
	if !slices.Contains(names, d.options.template) {
		names = append(names, d.options.template)
	}
	return names
}

// apply is a copy of the material whose profile says what was picked.
func (c choice) apply(m *material) *material {
	out, p := *m, *m.profile
	p.Format = cmp.Or(c.Format, p.Format)
	p.Layout.Theme = cmp.Or(c.Theme, p.Layout.Theme)
	p.Layout.Language = cmp.Or(c.Language, p.Layout.Language)
	out.profile = &p
	return &out
}

// fill prints, reviews and compares.
func (d *desk) fill(v *view, t *draft) error {
	sheet, err := t.file("resume.html")
	if err != nil {
		return err
	}
	v.Sheet = string(sheet)
	in := review.Input{Profile: t.profile, Source: t.source, Resume: t.print.Resume, Snapshot: t.snapshot, Catalogue: t.catalogue, Now: d.world.now()}
	c := &checking{world: t.world, options: checkOptions{template: t.template}}
	if err := c.print(&in); err != nil {
		return err
	}
	v.Pages = in.Pages
	for _, f := range review.Check(in) {
		v.Findings = append(v.Findings, findingFor(f))
	}
	for line := range strings.Lines(t.told.String()) {
		v.Notes = append(v.Notes, strings.TrimPrefix(strings.TrimSpace(line), "ghresume: "))
	}
	if t.posting != nil {
		v.Coverage = coverageOf(t.claims(t.print.Resume, t.whole).Cover(t.posting))
	}
	return nil
}

// file is the resume as a new file of that name.
func (t *draft) file(name string) ([]byte, error) {
	return printFile(t.world, t.print, render.Output{Path: name})
}

func findingFor(f review.Finding) previewFinding {
	place := f.Repository
	if f.Position.Line > 0 {
		place = fmt.Sprintf("line %d", f.Position.Line)
	}
	if f.Field != "" {
		place += ", " + f.Field
	}
	return previewFinding{f.Severity, f.Rule, strings.TrimPrefix(place, ", "), f.Message, f.Hint}
}
