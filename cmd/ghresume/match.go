package main

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/match"
)

// matchOptions are the flags of `ghresume match`.
type matchOptions struct {
	load.Request
	template string
	variant  string
	language string
	format   string
	least    int
	explain  bool
	letter   bool
}

func newMatch(env *cli.Env) *cobra.Command {
	var o matchOptions
	cmd := &cobra.Command{
		Use:   "match JOB...",
		Short: "Compare the resume with job postings",
		Long: `Compare the resume with job postings: text, HTML, PDF, DOCX, RTF or e-mail; - reads
stdin.

Each skill that a posting asks for is shown (in the resume), provable (the
profile or GitHub proves it, but the resume leaves it out), related (the resume
shows another technology for the same purpose) or missing. Several postings are
ranked by coverage.`,
		Example: `  ghresume match posting.txt
  ghresume match posting.html --min 70 --explain
  ghresume match jobs/*.txt --offline`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cli.UsageError("`ghresume match posting.txt`", "no posting is named")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return matchRun(cmd.Context(), env, &o, args) },
	}
	addInputFlags(cmd, env, &o.Request)
	addTemplateFlag(cmd, &o.template)
	addSelectionFlags(cmd, &o.variant, &o.language)
	addFormatFlag(cmd, &o.format, "text", "json")
	cmd.Flags().IntVar(&o.least, "min", 0, "exit with status 1 if no posting reaches this coverage (percent)")
	cmd.Flags().BoolVar(&o.letter, "letter", false, "print a draft letter: what to mention first, with proof")
	cmd.Flags().BoolVar(&o.explain, "explain", false, "say how the coverage is counted")
	return cmd
}

func matchRun(ctx context.Context, env *cli.Env, o *matchOptions, jobs []string) error {
	if o.format != "text" && o.format != "json" {
		return cli.UsageError("expected text or json", "--format: %q is not known", o.format)
	}
	if o.least < 0 || o.least > 100 {
		return cli.UsageError("expected 0 to 100", "--min: %d is not a percentage", o.least)
	}
	claims, m, err := o.claims(ctx, env)
	if err != nil {
		return err
	}
	var reports []match.Ranked
	for _, job := range jobs {
		posting, err := produce.ReadPosting(env, job, m.Catalog)
		if err != nil {
			return err
		}
		reports = append(reports, match.Ranked{File: job, Report: claims.Cover(posting)})
	}
	slices.SortStableFunc(reports, func(a, b match.Ranked) int {
		return cmp.Or(b.Rank()-a.Rank(), cmp.Compare(a.File, b.File))
	})
	if err := o.print(env, reports); err != nil {
		return err
	}
	if reports[0].Percent < o.least {
		return cli.ErrFindings
	}
	return nil
}

// claims returns the user's inventory, with the resume as it will be printed.
func (o *matchOptions) claims(ctx context.Context, env *cli.Env) (*match.Inventory, *load.Sources, error) {
	t, err := produce.ReadTemplate(o.template)
	if err != nil {
		return nil, nil, err
	}
	m, err := o.Load(ctx, env)
	if err != nil {
		return nil, nil, err
	}
	if m, err = m.Selected(resume.Selection{Variant: o.variant, Language: o.language}); err != nil {
		return nil, nil, err
	}
	full := m.Full()
	printed, err := render.New(full.Limit(), render.Look{Template: t})
	if err != nil {
		return nil, nil, produce.PrintError(err)
	}
	claims := m.Claims(printed.Resume, full)
	if m.Snapshot == nil {
		claims.Until(env.Now()) // current roles end today
	}
	return claims, m, nil
}

func (o *matchOptions) print(env *cli.Env, reports []match.Ranked) error {
	if o.letter {
		_, err := env.Stdout.Write([]byte(match.LetterSkeleton(reports[0].Report)))
		return err
	}
	if o.format == "json" {
		return o.printJSON(env, reports)
	}
	text := match.Ranking(reports, env.Width())
	if len(reports) == 1 {
		text = reports[0].Text(o.explain)
	}
	if _, err := env.Stdout.Write([]byte(text)); err != nil {
		return cli.Failed(err, "")
	}
	return nil
}

// printJSON prints an object for one posting, an array for several.
func (o *matchOptions) printJSON(env *cli.Env, reports []match.Ranked) error {
	out := json.NewEncoder(env.Stdout)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	if len(reports) == 1 {
		return out.Encode(reports[0])
	}
	return out.Encode(reports)
}
