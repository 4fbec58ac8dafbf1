package review

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/safe"
)

const (
	// headline is how many findings are printed in full at first.
	headline = 10
	// ofAKind is how many of one kind are printed in full.
	ofAKind = 3
)

// WriteText prints the report for users: the most important findings first, each kind once,
// then the report card and a verdict. With All it prints every finding in the order of the
// file.
func (rep Report) WriteText(w io.Writer) error {
	var b strings.Builder
	lines := strings.Split(strings.TrimPrefix(string(rep.Source), "\ufeff"), "\n")
	if rep.All {
		for _, f := range rep.Findings {
			rep.writeFinding(&b, lines, f)
		}
	} else {
		rep.writeKinds(&b, lines)
	}
	rep.writeCard(&b)
	if rep.Parser != "" {
		fmt.Fprintf(&b, "\n%s\n", rep.Parser)
	}
	if len(rep.Card) > 0 {
		fmt.Fprintf(&b, "\n%s\n", rep.paint(bold, rep.verdict()))
	}
	rep.writeNext(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// kind holds all findings of one rule, worst first.
type kind []Finding

// kinds groups the findings by rule, the most important first.
func kinds(found []Finding) []kind {
	byRule := map[string]kind{}
	for _, f := range found {
		byRule[f.Rule] = append(byRule[f.Rule], f)
	}
	var all []kind
	rank := ranks()
	for _, k := range byRule {
		slices.SortStableFunc(k, func(a, b Finding) int { return compareSeverity(a, b) })
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b kind) int {
		return cmp.Or(compareSeverity(a[0], b[0]), cmp.Compare(rank[a[0].Severity][a[0].Rule], rank[b[0].Severity][b[0].Rule]))
	})
	return all
}

// worst counts the findings that are as bad as the first.
func (k kind) worst() int {
	n := 0
	for n < len(k) && k[n].Severity == k[0].Severity {
		n++
	}
	return n
}

func compareSeverity(a, b Finding) int {
	return cmp.Compare(slices.Index(Severities(), a.Severity), slices.Index(Severities(), b.Severity))
}

// writeKinds prints the first findings in full and counts the others.
func (rep Report) writeKinds(b *strings.Builder, lines []string) {
	all := kinds(rep.Findings)
	full := inFull(all)
	var rest []kind
	for i, k := range all {
		if full[i] == 0 {
			rest = append(rest, k)
			continue
		}
		for _, f := range k[:full[i]] {
			rep.writeFinding(b, lines, f)
		}
		if more := k[full[i]:]; len(more) > 0 {
			fmt.Fprintf(b, "… and %d more like this%s\n\n", len(more), more.places())
		}
	}
	rep.writeRest(b, rest)
}

// inFull returns how many of each kind are printed in full: the worst of every kind
// first, then others while there is room.
func inFull(all []kind) []int {
	full, left := make([]int, len(all)), headline
	for _, most := range []func(kind) int{kind.worst, func(k kind) int { return len(k) }} {
		for i, k := range all {
			more := max(0, min(most(k), ofAKind)-full[i])
			more = min(more, left)
			full[i] += more
			left -= more
		}
	}
	return full
}

// writeRest names the kinds that are not printed in full, one per line.
func (rep Report) writeRest(b *strings.Builder, rest []kind) {
	if len(rest) == 0 {
		return
	}
	b.WriteString("Also, in full with --all:\n")
	for _, k := range rest {
		fmt.Fprintf(b, "  %s  %s: %d%s\n", rep.paint(colors[k[0].Severity], fmt.Sprintf("%-7s", k[0].Severity)), k[0].Rule, len(k), k.places())
	}
	b.WriteString("\n")
}

// mostPlaces is how many lines or repositories are named per kind.
const mostPlaces = 12

// places returns the lines of the findings, or their repositories if they have no line: "
// (lines 4, 9)".
func (k kind) places() string {
	var lines, others []string
	for _, n := range k.lines() {
		lines = append(lines, fmt.Sprint(n))
	}
	for _, f := range k {
		switch {
		case f.File == "" && f.Repository != "":
			others = append(others, safe.Source(f.Repository))
		case f.quote != "":
			others = append(others, safe.Source(fieldInWords(f.Field)))
		}
	}
	var parts []string
	if len(lines) > 0 {
		noun := "line"
		if len(lines) > 1 {
			noun = english.Plural(noun)
		}
		parts = append(parts, noun+" "+firstOf(lines))
	}
	if len(others) > 0 {
		parts = append(parts, firstOf(others))
	}
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, "; ") + ")"
}

func (k kind) lines() []int {
	var lines []int
	for _, f := range k {
		if f.File != "" && !f.absent {
			lines = append(lines, f.Position.Line)
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

func firstOf(names []string) string {
	if len(names) > mostPlaces {
		names = append(slices.Clone(names[:mostPlaces]), "…")
	}
	return strings.Join(names, ", ")
}

// writeFinding prints a finding with its line, a caret under the place, and the hint.
func (rep Report) writeFinding(b *strings.Builder, lines []string, f Finding) {
	fmt.Fprintf(b, "%s: %s: %s %s\n", rep.paint(bold, safe.Source(f.where())), rep.paint(colors[f.Severity], string(f.Severity)), safe.Source(f.Message), rep.paint(dim, "["+f.Rule+"]"))
	if n := f.Position.Line; f.File != "" && !f.absent && n > 0 && n <= len(lines) {
		rep.writeLine(b, lines[n-1], f)
	} else if f.quote != "" {
		rep.writeQuote(b, f)
	}
	if f.Hint != "" {
		fmt.Fprintf(b, "  %s %s\n", rep.paint(dim, "hint:"), safe.Source(f.Hint))
	}
	b.WriteString("\n")
}

const barWidth = 10

func (rep Report) writeCard(b *strings.Builder) {
	for _, g := range rep.Card {
		if g.Rules == 0 {
			fmt.Fprintf(b, "%-9s %s  %s\n", g.Area, strings.Repeat("░", barWidth), g.Words())
			continue
		}
		full := g.Kept * barWidth / g.Rules
		bar := strings.Repeat("█", full) + strings.Repeat("░", barWidth-full)
		fmt.Fprintf(b, "%-9s %s  %2d of %2d rules kept: %s%s\n", g.Area, bar, g.Kept, g.Rules, g.Words(), silentRules(g)+rep.length(g.Area))
	}
}

// silentRules says how many rules were silent about a resume in another language.
func silentRules(g Grade) string {
	if g.EnglishOnly == 0 {
		return ""
	}
	return fmt.Sprintf("; %s for English only", english.Count(g.EnglishOnly, "rule"))
}

// length returns the printed length that is shown behind its grade.
func (rep Report) length(area Area) string {
	switch {
	case area != Length || rep.Pages == 0:
		return ""
	case rep.Lines == 0:
		return fmt.Sprintf("; %.1f pages", rep.Pages)
	}
	return fmt.Sprintf("; %.1f pages, %s", rep.Pages, english.Count(rep.Lines, "line"))
}

// writeNext prints what to do first, where a terminal leaves the reader: at the end.
func (rep Report) writeNext(b *strings.Builder) {
	all := kinds(rep.Findings)
	if len(all) == 0 || all[0][0].Severity == Advice {
		return
	}
	first := all[0][0]
	next := first.Message
	if first.Hint != "" {
		next += "; " + first.Hint
	}
	fmt.Fprintf(b, "Next: %s: %s\n", safe.Source(first.where()), safe.Source(next))
}

// verdict summarizes in one line whether the resume is ready to send, and what to do
// first.
func (rep Report) verdict() string {
	counts, fixable := map[Severity]int{}, 0
	for _, f := range rep.Findings {
		counts[f.Severity]++
		if f.Fixable() {
			fixable++
		}
	}
	verdict := rep.verdictOf(counts[Error], counts[Warning], counts[Advice])
	if fixable > 0 {
		verdict += fmt.Sprintf("; `ghresume check --fix` corrects %d", fixable)
	}
	return verdict
}

// lacksWork reports whether a profile has nothing that an employer could judge; in a
// finished file, a parser may have missed it.
func (rep Report) lacksWork() bool {
	return !rep.Unread && slices.ContainsFunc(rep.Findings, func(f Finding) bool { return f.Rule == "no-work" })
}

func (rep Report) verdictOf(errors, warnings, remarks int) string {
	switch {
	case errors > 0 && warnings > 0:
		return fmt.Sprintf("Not ready to send: correct %s first, then %s", english.Count(errors, "error"), english.Count(warnings, "warning"))
	case errors > 0:
		return fmt.Sprintf("Not ready to send: correct %s first", english.Count(errors, "error"))
	case rep.lacksWork():
		return "Not a resume yet: it names no role and no project"
	case warnings > 3:
		return fmt.Sprintf("Needs work: %s", english.Count(warnings, "warning"))
	case warnings > 0:
		return fmt.Sprintf("Nearly ready: correct %s", english.Count(warnings, "warning"))
	case rep.Unread:
		return fmt.Sprintf("Ready for people, not for parsers, which miss parts of it; %s could make it better", english.Count(remarks, "remark"))
	case remarks > 0:
		return fmt.Sprintf("Ready to send; %s could make it better", english.Count(remarks, "remark"))
	}
	return "Ready to send: nothing to correct"
}
