package main

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
	"github.com/ghresume/ghresume/resume/skill"
)

// isProfileName reports whether a path is a profile rather than a finished resume.
func isProfileName(path string) bool { return strings.EqualFold(filepath.Ext(path), ".toml") }

// reportFile checks a finished resume from any program: the same rules are applied to what
// a parser reads in it.
func (c *checking) reportFile(ctx context.Context, path string) error {
	data, err := readImportFile(c.env, path)
	if err != nil {
		return err
	}
	imported, err := convert.Read(path, data)
	if err != nil {
		return cli.UsageError(hint.Hint("check reads a profile (.toml) and "+strings.Join(convert.Names(), ", ")+"; what it can't read, recruiters' systems can't either"), "%w", err)
	}
	p := imported.Profile
	p.File, p.Positions = path, nil
	in := review.Input{Profile: p, Foreign: true, Parsed: p, Now: c.env.Today(nil), Catalog: skill.Default(), Pages: pagesOf(data), Problems: imported.Refused}
	in.Resume = resume.BuildAll(p, nil, in.Catalog).Limit()
	return c.judge(ctx, in)
}

// pagesOf returns the number of pages of a PDF file; 0 means unknown.
func pagesOf(data []byte) float64 {
	lines, err := readfile.PDF(data)
	if err != nil {
		return 0
	}
	pages := 0
	for _, l := range lines {
		pages = max(pages, l.Page)
	}
	return float64(pages)
}
