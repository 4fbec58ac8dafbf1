package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume/match"
)

// classes are the parts of a report in the order of print.
var classes = []struct {
	status  match.Status
	heading string
}{
	{match.Shown, "Shown in the resume"},
	{match.Provable, "Provable, but not shown: bring it in"},
	{match.Related, "Related: asked for, and the resume shows another for the same job"},
	{match.Missing, "Missing"},
}

// coverageText is the report on one posting.
func coverageText(r jobReport, explain bool) string {
	var b strings.Builder
	c := r.Coverage
	fmt.Fprintf(&b, "%s: %d %% (required %d of %d, preferred %d of %d)\n", safe.Line(r.Title), r.Percent, c.Required.Met, c.Required.Asked, c.Preferred.Met, c.Preferred.Asked)
	for _, class := range classes {
		writeClass(&b, r, class.status, class.heading)
	}
	writeWording(&b, r)
	writeDemands(&b, r)
	if explain {
		fmt.Fprintf(&b, "\nCoverage = %s\n= 100 × (3 × %d + %d) / (3 × %d + %d) = %d %%\n", match.Formula,
			c.Required.Met, c.Preferred.Met, c.Required.Asked, c.Preferred.Asked, r.Percent)
		b.WriteString("Alternatives (\"Java or Go\") are one demand. What is only mentioned does not count.\n")
	}
	return trailing.ReplaceAllString(b.String(), "\n")
}

// trailing is the padding that a table leaves at the end of a line.
var trailing = lazy.New(` +\n`)

func writeClass(b *strings.Builder, r jobReport, status match.Status, heading string) {
	table := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	first := true
	for _, s := range r.Skills {
		if s.Status != status {
			continue
		}
		if first {
			fmt.Fprintf(b, "\n%s\n", heading)
			first = false
		}
		fmt.Fprintf(table, "  %s\t%s\t%s\n", s.Name, demandText(r, s), proofText(s))
	}
	table.Flush() // writes to memory
}

// demandText is the level, with the years and what else would do.
func demandText(r jobReport, s match.Covered) string {
	text := string(s.Level)
	if s.Level == match.Mentioned {
		text = "mentioned, not asked for"
	}
	if s.Years > 0 {
		text += ", " + english.Count(s.Years, "year")
	}
	if s.AnyOf == nil {
		return text
	}
	var others []string
	for _, o := range r.Skills {
		if o.AnyOf != nil && *o.AnyOf == *s.AnyOf && o.Name != s.Name {
			others = append(others, o.Name)
		}
	}
	return text + ", or " + strings.Join(others, ", ")
}

// proofText is the first places; more would hide what counts.
func proofText(s match.Covered) string {
	const most = 2
	text := safe.Line(strings.Join(s.Proof[:min(most, len(s.Proof))], "; "))
	if more := len(s.Proof) - most; more > 0 {
		text += fmt.Sprintf("; and %d more", more)
	}
	if s.Status == match.Related {
		return "the resume shows " + text
	}
	return text
}

func writeWording(b *strings.Builder, r jobReport) {
	first := true
	for _, s := range r.Skills {
		if !s.Wording || strings.EqualFold(s.Text, s.Name) {
			continue
		}
		if first {
			b.WriteString("\nOther words (trackers look for the posting's; `ghresume generate --job` uses them)\n")
			first = false
		}
		fmt.Fprintf(b, "  the posting writes %q, the resume %q\n", safe.Line(s.Text), s.Name)
	}
}

// writeDemands repeats what no resume can be searched for.
func writeDemands(b *strings.Builder, r jobReport) {
	var lines []string
	if r.Years > 0 {
		lines = append(lines, english.Count(r.Years, "year")+" of experience")
	}
	lines = append(append(lines, r.Education...), r.Languages...)
	if len(lines) == 0 {
		return
	}
	b.WriteString("\nAlso asked for: see that the resume answers it\n")
	for _, line := range lines {
		fmt.Fprintf(b, "  %s\n", safe.Line(line))
	}
}

// ranking is one line for each posting.
func ranking(reports []jobReport) string {
	var b strings.Builder
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "coverage\trequired\tpreferred\tposting\ttitle\tnot shown")
	for _, r := range reports {
		c := r.Coverage
		fmt.Fprintf(table, "%d %%\t%d of %d\t%d of %d\t%s\t%s\t%s\n", r.Percent, c.Required.Met, c.Required.Asked, c.Preferred.Met, c.Preferred.Asked,
			safe.Line(r.File), safe.Line(r.Title), notShown(r))
	}
	table.Flush() // writes to memory
	return trailing.ReplaceAllString(b.String(), "\n")
}

// notShown are the first required skills that the resume lacks.
func notShown(r jobReport) string {
	const most = 4
	var names []string
	for _, s := range r.Skills {
		if s.Level == match.Required && s.Status != match.Shown && s.AnyOf == nil {
			names = append(names, s.Name)
		}
	}
	if more := len(names) - most; more > 0 {
		names = append(names[:most], fmt.Sprintf("and %d more", more))
	}
	return strings.Join(names, ", ")
}
