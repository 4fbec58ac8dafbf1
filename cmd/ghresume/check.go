package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

// checkOptions are the flags of `ghresume check`.
type checkOptions struct {
	profile  string
	user     string
	snapshot string
	template string
	variant  string
	language string
	format   string
	failOn   string
	links    bool
	offline  bool
	all      bool
	fix      bool
	dryRun   bool
	rules    bool
	explain  string
}

func newCheck(env *cli.Env) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check [FILE]",
		Short: "Check a resume for common mistakes",
		Long: `Check a resume for common mistakes: the profile as it will be printed, or any
finished resume (PDF, DOCX, JSON Resume or a format that import reads), as an
applicant tracking system reads it.

It does not contact GitHub, but uses the saved snapshot (see ` + "`ghresume sync`" + `) if
there is one. Only --links uses the network. The exit status is 1 if a finding is at
least as severe as --fail-on, 2 if the profile cannot be read.`,
		Example: `  ghresume check
  ghresume check --explain weak-opener
  ghresume check resume.pdf
  ghresume check --fix --dry-run
  ghresume check --format github --fail-on warning`,
		Args: atMostOneFile,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.profile = args[0]
			}
			return checkRun(cmd.Context(), env, o)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.profile, "profile", "p", load.DefaultProfile, "the profile to check")
	addUserFlag(cmd, env, &o.user)
	flags.StringVar(&o.snapshot, "snapshot", "", "`file` that caches the GitHub data (default: in the user's cache folder)")
	addTemplateFlag(cmd, &o.template)
	addSelectionFlags(cmd, &o.variant, &o.language)
	addFormatFlag(cmd, &o.format, checkFormats...)
	flags.StringVar(&o.failOn, "fail-on", "warning", "exit with status 1 from this severity on: error, warning or advice")
	flags.BoolVar(&o.links, "links", false, "check that every link responds (uses the network, half a minute at most)")
	flags.BoolVar(&o.offline, "offline", false, "use no network (only --links needs it)")
	flags.BoolVar(&o.all, "all", false, "print every finding in full, in the order of the file")
	flags.BoolVar(&o.fix, "fix", false, "apply the safe corrections in place")
	flags.BoolVar(&o.dryRun, "dry-run", false, "show what --fix would change, and change nothing")
	flags.BoolVar(&o.rules, "rules", false, "list the rules")
	flags.StringVar(&o.explain, "explain", "", "explain a rule with examples")
	complete(cmd, "explain", rulesOffered)
	complete(cmd, "fail-on", func() []string { return []string{"error", "warning", "advice"} })
	return cmd
}

var checkFormats = []string{"text", "json", "github", "sarif"}

func checkRun(ctx context.Context, env *cli.Env, o checkOptions) error {
	switch {
	case o.rules:
		return review.WriteRules(env.Stdout)
	case o.explain != "":
		return explainRule(env, o.explain)
	case !slices.Contains(review.Severities(), review.Severity(o.failOn)):
		return cli.UsageError("expected error, warning or advice", "--fail-on: %q is not a severity", o.failOn)
	case !slices.Contains(checkFormats, o.format):
		return cli.UsageError(hint.Hint("expected "+strings.Join(checkFormats, ", ")), "--format: %q is not known", o.format)
	}
	c := &checking{env: env, options: o, parse: true}
	if !isProfileName(o.profile) {
		if o.fix || o.dryRun {
			return cli.UsageError("`ghresume import` makes a profile of it, which can be corrected", "--fix corrects profiles (.toml), not %s", o.profile)
		}
		return c.reportFile(ctx, o.profile)
	}
	source, err := cli.ReadNamed(o.profile, cli.MostWritten, "name the profile with "+hint.Profile+", or write one with `ghresume init`")
	if err != nil {
		return err
	}
	if o.fix || o.dryRun {
		if source, err = c.fix(source); err != nil || o.dryRun {
			return err
		}
	}
	return c.report(ctx, source)
}

func atMostOneFile(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return cli.UsageError("`ghresume check resume.toml`, or a finished resume: `ghresume check resume.pdf`", "expected one file, got %d", len(args))
	}
	return nil
}

func explainRule(env *cli.Env, name string) error {
	rule, ok := review.Lookup(name)
	if !ok {
		return cli.UsageError("`ghresume check --rules` lists the rules", "there is no rule %q", name)
	}
	_, err := fmt.Fprint(env.Stdout, rule.Explanation())
	return err
}

// checking is one run of check.
type checking struct {
	env     *cli.Env
	options checkOptions
	// parse reads the printed PDF back, as applicant tracking systems do.
	parse bool
}

// report checks source and prints the findings.
func (c *checking) report(ctx context.Context, source []byte) error {
	in, err := c.input(source)
	if err != nil {
		return err
	}
	if in.Profile == nil {
		return c.unreadable(in)
	}
	judged := c.judge(ctx, in)
	if judged == nil || errors.Is(judged, cli.ErrFindings) {
		return cmp.Or(refuseExposed(ctx, in.Profile, in.Snapshot), judged)
	}
	return judged
}

// judge runs the rules and prints their findings.
func (c *checking) judge(ctx context.Context, in review.Input) error {
	if c.options.links && !c.options.offline {
		in.Links = checkLinks(ctx, review.Links(in))
	}
	found := review.Check(in)
	if err := c.write(in, found); err != nil {
		return cli.Failed(err, "")
	}
	limit := review.Severity(c.options.failOn)
	if slices.ContainsFunc(found, func(f review.Finding) bool { return f.Severity.AtLeast(limit) }) {
		return cli.ErrFindings
	}
	return nil
}

// unreadable reports a text that is not TOML, also in the format that readers of stdout
// expect.
func (c *checking) unreadable(in review.Input) error {
	if c.options.format != "text" {
		if err := c.write(in, review.Unreadable(c.options.profile, in.Problems)); err != nil {
			return cli.Failed(err, "")
		}
	}
	return in.Problems
}

func (c *checking) write(in review.Input, found []review.Finding) error {
	w := c.env
	rep := produce.ReportOf(in, found)
	rep.Color, rep.All = w.Screen && w.Env("NO_COLOR") == "", c.options.all
	switch c.options.format {
	case "json":
		return rep.WriteJSON(w.Stdout)
	case "github":
		return rep.WriteGitHub(w.Stdout)
	case "sarif":
		return rep.WriteSARIF(w.Stdout)
	}
	return rep.WriteText(w.Stdout)
}

// linksTimeout is the total time limit for checking links.
const linksTimeout = 30 * time.Second

func checkLinks(ctx context.Context, addresses []string) map[string]resume.LinkStatus {
	ctx, cancel := context.WithTimeout(ctx, linksTimeout)
	defer cancel()
	return ghsync.CheckLinks(ctx, addresses)
}

func rulesOffered() []string {
	var names []string
	for _, rule := range review.Rules() {
		names = append(names, rule.Name)
	}
	return names
}
