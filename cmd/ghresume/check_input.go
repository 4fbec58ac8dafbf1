package main

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
	"github.com/ghresume/ghresume/resume/skill"
)

// input gathers the input of the rules; the profile is nil if the text is not TOML.
func (c *checking) input(source []byte) (review.Input, error) {
	p, problems := resume.ParseProfileLenient(c.options.profile, source)
	if p != nil {
		var err error
		if p.Locales, err = load.OwnLocales(filepath.Dir(c.options.profile)); err != nil {
			return review.Input{}, err
		}
	}
	in := review.Input{Profile: p, Problems: problems, Source: source, Now: c.env.Today(nil)}
	if p == nil {
		return in, nil
	}
	var err error
	if in.Snapshot, err = c.savedSnapshot(p); err != nil {
		return in, err
	}
	in.Now = c.env.Today(in.Snapshot)
	catalog, err := load.OwnSkills(skill.Default(), filepath.Join(filepath.Dir(c.options.profile), "skills.toml"))
	if err != nil {
		return in, err
	}
	in.Catalog = catalog
	sent := c.sent(p)
	if c.options.variant != "" {
		if _, err := (&load.Sources{Profile: p}).Selected(resume.Selection{Variant: c.options.variant}); err != nil {
			return in, err
		}
	}
	if in.Printed, err = p.Select(sent.Selection()); err != nil {
		in.Printed = p // the problems say why
	}
	in.Profile = p.In(sent.Language)
	in.Resume = resume.BuildAll(in.Printed, in.Snapshot, catalog).Limit()
	in.Postings = postingsBeside(c.options.profile)
	err = c.inspect(&in, sent)
	if unknown, ok := errors.AsType[resume.Problems](err); ok { // a language of the profile; the other findings do not need its words
		in.Problems = append(in.Problems, unknown...)
		in.Resume.Language = ""
		err = c.inspect(&in, sent)
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
	flags := produce.Printing{Template: c.options.template, Variant: c.options.variant, Language: c.options.language}
	return flags.WithFlags(p, sent)
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
	f := load.Fetching{Snapshot: c.options.snapshot}
	path, err := f.SnapshotPath(c.env, login)
	if err != nil {
		return nil, nil // no cache folder, no snapshot
	}
	s, err := ghsync.Load(path, login)
	if err != nil && c.options.snapshot == "" {
		return nil, nil // sync reports an unusable cache
	}
	if err != nil {
		return nil, cli.UsageError("`ghresume sync` writes a snapshot", "%w", err)
	}
	return s, nil
}

// inspect determines what only the printed resume tells.
func (c *checking) inspect(in *review.Input, sent resume.Output) error {
	return produce.Inspect(c.env, c.options.profile, in, sent, c.parse)
}
