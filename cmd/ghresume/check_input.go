package main

import (
	"bytes"
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
	"github.com/ghresume/ghresume/resume/skill"
	"github.com/ghresume/ghresume/templates"
)

// input gathers the input of the rules; the profile is nil if the text is not TOML.
func (c *checking) input(source []byte) (review.Input, error) {
	p, problems := resume.ParseProfileLenient(c.options.profile, source)
	if p != nil {
		var err error
		if p.Locales, err = ownLocales(filepath.Dir(c.options.profile)); err != nil {
			return review.Input{}, err
		}
	}
	in := review.Input{Profile: p, Problems: problems, Source: source, Now: c.world.today(nil)}
	if p == nil {
		return in, nil
	}
	var err error
	if in.Snapshot, err = c.savedSnapshot(p); err != nil {
		return in, err
	}
	in.Now = c.world.today(in.Snapshot)
	catalog, err := ownSkills(skill.Default(), filepath.Join(filepath.Dir(c.options.profile), "skills.toml"))
	if err != nil {
		return in, err
	}
	in.Catalog = catalog
	sent := c.sent(p)
	if c.options.variant != "" {
		if _, err := (&sources{profile: p}).selected(resume.Selection{Variant: c.options.variant}); err != nil {
			return in, err
		}
	}
	if in.Printed, err = p.Select(sent.Selection()); err != nil {
		in.Printed = p // the problems say why
	}
	in.Profile = p.In(sent.Language)
	in.Resume = resume.BuildAll(in.Printed, in.Snapshot, catalog).Limit()
	in.Postings = postingsBeside(c.options.profile)
	err = c.print(&in, sent)
	if unknown, ok := errors.AsType[resume.Problems](err); ok { // a language of the profile; the other findings do not need its words
		in.Problems = append(in.Problems, unknown...)
		in.Resume.Language = ""
		err = c.print(&in, sent)
	}
	return in, err
}

// sent returns the output that goes to employers: the first private document of
// [[outputs]], else the default template as PDF.
func (c *checking) sent(p *resume.Profile) resume.Output {
	sent := resume.Output{File: "resume.pdf"}
	for _, o := range p.Outputs {
		o = p.Output(o.File)
		if ending := strings.ToLower(filepath.Ext(o.File)); o.Privacy == resume.Private && (ending == ".pdf" || ending == ".docx") {
			sent = o
			break
		}
	}
	flags := generateOptions{template: c.options.template, variant: c.options.variant, language: c.options.language}
	return flags.withFlags(p, sent)
}

// postingNames matches file names of job descriptions.
var postingNames = lazy.New(`(?i)^(?:posting|job|vacancy|jd|stelle|ausschreibung|offre|oferta|vaga)(?:[-_ .][^/]*)?\.(?:txt|md|html?|pdf|docx|rtf|eml)$`)

// postingsBeside returns the job descriptions in the folder of a profile.
func postingsBeside(profile string) []string {
	entries, err := os.ReadDir(filepath.Dir(profile))
	if err != nil {
		return nil
	}
	var found []string
	for _, e := range entries {
		if e.Type().IsRegular() && postingNames.MatchString(e.Name()) {
			found = append(found, e.Name())
		}
	}
	return found
}

// savedSnapshot returns the saved snapshot, or nil.
func (c *checking) savedSnapshot(p *resume.Profile) (*resume.Snapshot, error) {
	login := cmp.Or(c.options.user, p.Login())
	if login == "" && c.options.snapshot == "" {
		return nil, nil
	}
	f := fetching{snapshot: c.options.snapshot}
	path, err := f.snapshotPath(c.world, login)
	if err != nil {
		return nil, nil // no cache folder, no snapshot
	}
	s, err := ghsync.Load(path, login)
	if err != nil && c.options.snapshot == "" {
		return nil, nil // sync reports an unusable cache
	}
	if err != nil {
		return nil, usageError("`ghresume sync` writes a snapshot", "%w", err)
	}
	return s, nil
}

// print determines what only the printed resume tells: its length, and the sections that
// the template drops.
func (c *checking) print(in *review.Input, sent resume.Output) error {
	t, err := readTemplate(sent.Template)
	if err != nil {
		return err
	}
	look := render.Look{Template: t, Theme: document.Theme(sent.Theme), FindFonts: c.world.fontFinder(c.options.profile), AllowBoxes: true}
	printed, err := render.New(in.Resume, look)
	if err != nil {
		return asUsage(err)
	}
	in.Resume = printed.Resume
	md, err := printed.Markdown()
	if err != nil {
		return asUsage(placeLanguage(in.Profile, err))
	}
	in.Measure = printed.Length
	if in.Pages, err = in.Measure(in.Resume); err != nil {
		return err
	}
	text, err := printed.File(render.Output{Path: "resume.txt"})
	if err != nil {
		return asUsage(err)
	}
	in.Lines = nonBlank(text.Data)
	if c.parse && in.Pages <= mostParsed && len(in.Resume.Sections) > 0 {
		in.Parsed = parsed(printed, filepath.Ext(sent.File))
	}
	in.TemplateSections, err = printedSections(t, in.Resume, md)
	return asUsage(err)
}

// mostParsed is the maximum number of pages that are read back: applicant tracking systems
// stop at some page themselves.
const mostParsed = 20

// nonBlank counts the lines that have text.
func nonBlank(data []byte) int {
	n := 0
	for line := range bytes.Lines(data) {
		if len(bytes.TrimSpace(line)) > 0 {
			n++
		}
	}
	return n
}

// printedSections returns the sections whose absence changes what the template prints.
func printedSections(t *templates.Template, r *resume.Resume, md []byte) ([]resume.SectionKind, error) {
	printed := []resume.SectionKind{}
	for _, s := range r.Sections {
		without, err := t.Render(r.Without(s.Kind))
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(md, without) {
			printed = append(printed, s.Kind)
		}
	}
	return printed, nil
}
