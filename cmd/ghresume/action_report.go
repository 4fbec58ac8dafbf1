package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/resume/review"
)

// report writes outputs, summary and annotations; err is what the run ended with.
func (a *action) report(err error) error {
	if err != nil {
		fmt.Fprintf(a.stdout, "::error title=ghresume::%s\n", commandText(reasonOf(err)))
	}
	if days, quiet := a.daysLeft(); quiet && days <= warnDays {
		fmt.Fprintf(a.stdout, "::warning title=ghresume::%s\n", commandText(pauseText(days)))
	}
	if err := appendTo(a.env("GITHUB_OUTPUT"), a.outputs()); err != nil {
		return failed(err, "")
	}
	if err := appendTo(a.env("GITHUB_STEP_SUMMARY"), a.summary(err)); err != nil {
		return failed(err, "")
	}
	return nil
}

// reasonOf is an error and its hint in one line or two.
func reasonOf(err error) string {
	text := err.Error()
	if hint := hintOf(err); hint != "" && !strings.Contains(text, "hint: ") {
		text += "\nhint: " + hint
	}
	return text
}

// commandText writes the data of a workflow command as actions/toolkit does.
func commandText(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func appendTo(path, text string) error {
	if path == "" {
		return nil
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	if _, err := file.WriteString(text); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}

// outputs are the outputs of action.yml.
func (a *action) outputs() string {
	var b strings.Builder
	commit, pull := "", ""
	if a.published != nil {
		commit, pull = a.published.Commit, a.published.PullRequestURL
	}
	requests := 0
	if a.synced != nil {
		requests = a.synced.usage.REST + a.synced.usage.GraphQL
	}
	for _, o := range [][2]string{
		{"changed", strconv.FormatBool(len(a.files) > 0)}, {"commit", commit}, {"pull-request-url", pull},
		{"findings", strconv.Itoa(len(a.findings))}, {"requests", strconv.Itoa(requests)}, {"files", strings.Join(a.files, "\n")},
	} {
		b.WriteString(outputText(o[0], o[1]))
	}
	return b.String()
}

// outputText is one output. The line that ends it cannot occur in the value, whose hash it holds.
func outputText(name, value string) string {
	sum := sha256.Sum256([]byte(value))
	end := "ghresume_" + hex.EncodeToString(sum[:8])
	return name + "<<" + end + "\n" + value + "\n" + end + "\n"
}

// summary is the job's summary; its first line says what came of the run.
func (a *action) summary(err error) string {
	var b strings.Builder
	b.WriteString(a.headline(err) + "\n")
	a.writeEntries(&b)
	a.writeFindings(&b)
	a.writeGitHub(&b)
	if days, quiet := a.daysLeft(); quiet {
		fmt.Fprintf(&b, "\n%s\n", pauseText(days))
	}
	return b.String()
}

func (a *action) headline(err error) string {
	names := codeList(a.files)
	switch p := a.published; {
	case err != nil:
		return "**Failed**: " + strings.ReplaceAll(summaryText(reasonOf(err)), "\n", " — ")
	case len(a.files) == 0:
		return "**Nothing changed.**"
	case p == nil:
		return "**Written**: " + names
	case p.PullRequestURL != "":
		return fmt.Sprintf("**Proposed**: %s in [a pull request](%s)", names, p.PullRequestURL)
	default:
		return fmt.Sprintf("**Committed**: %s in %s", names, link(p.Commit[:min(7, len(p.Commit))], p.CommitURL))
	}
}

func link(text, address string) string {
	if address == "" {
		return text
	}
	return "[" + text + "](" + address + ")"
}

func codeList(names []string) string {
	var out []string
	for _, name := range names {
		out = append(out, code(name))
	}
	return strings.Join(out, ", ")
}

func code(s string) string { return "`" + strings.ReplaceAll(plainLine(s), "`", "'") + "`" }

// summaryText keeps text that is not ours from being Markdown.
func summaryText(s string) string {
	return strings.NewReplacer("\\", "\\\\", "<", "&lt;", "&", "&amp;", "*", "\\*", "_", "\\_", "[", "\\[", "`", "\\`", "|", "\\|", "#", "\\#").Replace(s)
}

func (a *action) writeEntries(b *strings.Builder) {
	if len(a.files) == 0 || a.entries.empty() {
		return
	}
	b.WriteString("\n### What changed\n\n")
	for _, e := range a.entries.lines() {
		b.WriteString("- " + code(e) + "\n")
	}
}

func (a *action) writeFindings(b *strings.Builder) {
	if len(a.findings) == 0 {
		return
	}
	const most = 10
	fmt.Fprintf(b, "\n### Findings: %d\n\n", len(a.findings))
	for _, f := range a.findings[:min(most, len(a.findings))] {
		fmt.Fprintf(b, "- %s %s: %s\n", severityMark(f.Severity), code(cmp.Or(f.Field, f.Rule)), summaryText(plainLine(f.Message)))
	}
	if more := len(a.findings) - most; more > 0 {
		fmt.Fprintf(b, "- and %d more: `ghresume check` lists them all\n", more)
	}
}

func severityMark(s review.Severity) string {
	switch s {
	case review.Error:
		return "🔴"
	case review.Warning:
		return "🟡"
	}
	return "🔵"
}

// writeGitHub says what was read, what it cost, and what was not to be had.
func (a *action) writeGitHub(b *strings.Builder) {
	if a.synced == nil {
		return
	}
	u := a.synced.usage
	fmt.Fprintf(b, "\n### GitHub\n\n- New since the last run: %s\n", cmp.Or(strings.Join(ghsync.Changes(a.synced.old, a.synced.now), ", "), "nothing"))
	fmt.Fprintf(b, "- Cost: %s (%d REST, %d GraphQL), %s\n", plural(u.REST+u.GraphQL, "request"), u.REST, u.GraphQL, plural(u.Points, "point"))
	if !a.material.profile.GitHub.Private {
		b.WriteString("- Read: what is public. Private repositories and restricted contributions are not in the resume\n")
	}
	for _, cut := range a.synced.now.Cut {
		fmt.Fprintf(b, "- Left out: %s (%s)\n", summaryText(cut.What), summaryText(cut.Why))
	}
}

const (
	// pauseAfter is when GitHub pauses the schedules of a public repository without activity.
	pauseAfter = 60 * 24 * time.Hour
	warnDays   = 14
)

// daysLeft is how long the schedule goes on without activity; ok is false where GitHub does not pause it.
func (a *action) daysLeft() (days int, ok bool) {
	p := a.published
	if p == nil || p.Private || p.PushedAt.IsZero() || p.Commit != "" {
		return 0, false
	}
	left := pauseAfter - a.now().Sub(p.PushedAt)
	return max(0, int(left.Hours()/24)), true
}

func pauseText(days int) string {
	return fmt.Sprintf("GitHub pauses the schedule in %s unless something is pushed to the repository: after 60 days without activity it does so in public ones.", plural(days, "day"))
}

// entryDiff are the lines of a Markdown file that came and went.
type entryDiff struct{ added, removed []string }

func (d entryDiff) empty() bool { return len(d.added)+len(d.removed) == 0 }

// lines are at most forty changes, those that went first.
func (d entryDiff) lines() []string {
	const most = 40
	var out []string
	for _, line := range d.removed {
		out = append(out, "− "+line)
	}
	for _, line := range d.added {
		out = append(out, "+ "+line)
	}
	if more := len(out) - most; more > 0 {
		out = append(out[:most], fmt.Sprintf("and %d more", more))
	}
	return out
}

// diffEntries compares two files line by line: in a resume each entry has a line of its own.
func diffEntries(old, now []byte) entryDiff {
	before, after := entryLines(old), entryLines(now)
	missing := func(from, in []string) []string {
		return slices.DeleteFunc(slices.Clone(from), func(line string) bool { return slices.Contains(in, line) })
	}
	return entryDiff{added: missing(after, before), removed: missing(before, after)}
}

func entryLines(data []byte) []string {
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "<!--") {
			out = append(out, line)
		}
	}
	return out
}
