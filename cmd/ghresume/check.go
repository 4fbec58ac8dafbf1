package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

// checkOptions are the flags of `ghresume check`.
type checkOptions struct {
	profile string
	format  string
	failOn  string
	rules   bool
	explain string
}

func newCheck(w *world) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check",
		Short: "Find the mistakes in a profile that the resume guide warns of",
		Example: `  ghresume check
  ghresume check --explain weak-opener
  ghresume check --format github --fail-on warning`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return checkRun(w, o) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.profile, "profile", "p", "resume.toml", "the profile to check")
	flags.StringVar(&o.format, "format", "text", "text, json, github (workflow annotations) or sarif")
	flags.StringVar(&o.failOn, "fail-on", "warning", "exit with status 1 from this severity on: error, warning or advice")
	flags.BoolVar(&o.rules, "rules", false, "list the rules and stop")
	flags.StringVar(&o.explain, "explain", "", "explain a rule with examples and stop")
	return cmd
}

func checkRun(w *world, o checkOptions) error {
	switch {
	case o.rules:
		return review.WriteRules(w.stdout)
	case o.explain != "":
		return explainRule(w, o.explain)
	case !slices.Contains(review.Severities(), review.Severity(o.failOn)):
		return usageError("expected error, warning or advice", "--fail-on: %q is no severity", o.failOn)
	case !slices.Contains(checkFormats, o.format):
		return usageError("expected "+strings.Join(checkFormats, ", "), "--format: %q is not known", o.format)
	}
	source, err := os.ReadFile(o.profile)
	if err != nil {
		return usageError("name the profile with -p, or write one with `ghresume init`", "%w", err)
	}
	p, problems := resume.ReadProfile(o.profile, source)
	if p == nil {
		return problems
	}
	found := review.Check(review.Input{Profile: p, Problems: problems, Source: source, Now: w.now()})
	if err := writeReport(w, o.format, source, found); err != nil {
		return failed(err, "")
	}
	return failOn(found, review.Severity(o.failOn))
}

var checkFormats = []string{"text", "json", "github", "sarif"}

func writeReport(w *world, format string, source []byte, found []review.Finding) error {
	rep := review.Report{Source: source, Findings: found, Card: review.Card(found), Color: w.screen && w.env("NO_COLOR") == ""}
	switch format {
	case "json":
		return rep.WriteJSON(w.stdout)
	case "github":
		return rep.WriteGitHub(w.stdout)
	case "sarif":
		return rep.WriteSARIF(w.stdout)
	}
	return rep.WriteText(w.stdout)
}

// failOn ends the command with status 1 when a finding is as bad as limit.
func failOn(found []review.Finding, limit review.Severity) error {
	if slices.ContainsFunc(found, func(f review.Finding) bool { return f.Severity.AtLeast(limit) }) {
		return errFindings
	}
	return nil
}

func explainRule(w *world, name string) error {
	rule, ok := review.Lookup(name)
	if !ok {
		return usageError("`ghresume check --rules` lists the rules", "there is no rule %q", name)
	}
	_, err := fmt.Fprint(w.stdout, rule.Explanation())
	return err
}
