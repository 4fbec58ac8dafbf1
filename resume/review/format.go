package review

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/safe"
)

// Report is the result of a check, ready to print.
type Report struct {
	// Source is the text of the profile; its lines are printed under the findings.
	Source   []byte
	Findings []Finding
	Card     []Grade
	// Color enables terminal colors in text.
	Color bool
	// Parser describes what a parser finds in the printed resume; see [AsParsed].
	Parser string
	// Unread means that a parser misses parts of a finished file; see [Unread].
	Unread bool
	// Pages and Lines are the printed length, if it is known.
	Pages float64
	Lines int
	// All prints every finding in full; otherwise text reports each kind once.
	All bool
}

// jsonFinding is a finding in `--format json`; fields are only ever added.
type jsonFinding struct {
	Rule       string   `json:"rule"`
	Severity   Severity `json:"severity"`
	File       string   `json:"file"`
	Line       int      `json:"line"`
	Column     int      `json:"column"`
	Field      string   `json:"field"`
	Repository string   `json:"repository,omitempty"`
	Message    string   `json:"message"`
	Hint       string   `json:"hint"`
	Fixable    bool     `json:"fixable"`
}

type jsonGrade struct {
	Summary  string `json:"summary"`
	Rules    int    `json:"rules"`
	Kept     int    `json:"kept"`
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
	Advice   int    `json:"advice"`
}

// WriteJSON prints the report as JSON: {"findings": […], "areas": {…}}.
func (rep Report) WriteJSON(w io.Writer) error {
	out := struct {
		Findings []jsonFinding      `json:"findings"`
		Areas    map[Area]jsonGrade `json:"areas"`
		Verdict  string             `json:"verdict"`
		Parser   string             `json:"parser,omitempty"`
		Pages    float64            `json:"pages,omitempty"`
		Lines    int                `json:"lines,omitempty"`
	}{[]jsonFinding{}, map[Area]jsonGrade{}, rep.verdict(), rep.Parser, rep.Pages, rep.Lines}
	for _, f := range rep.Findings {
		out.Findings = append(out.Findings, jsonFinding{f.Rule, f.Severity, f.File, f.Position.Line, f.Position.Column,
			f.Field, f.Repository, f.Message, f.Hint, f.Fixable()})
	}
	for _, g := range rep.Card {
		out.Areas[g.Area] = jsonGrade{g.Words(), g.Rules, g.Kept, g.Errors, g.Warnings, g.Advice}
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// Colors of the severities and of secondary text.
var colors = map[Severity]string{Error: "\x1b[31m", Warning: "\x1b[33m", Advice: "\x1b[36m"}

const (
	dim   = "\x1b[2m"
	bold  = "\x1b[1m"
	reset = "\x1b[0m"
)

func (rep Report) paint(code, s string) string {
	if !rep.Color {
		return s
	}
	return code + s + reset
}

// where returns the place of a finding as compilers write it.
func (f Finding) where() string {
	place := f.Repository
	switch {
	case f.absent:
		place = f.File
	case f.File != "":
		place = fmt.Sprintf("%s:%d:%d", f.File, f.Position.Line, f.Position.Column)
	}
	switch {
	case f.Field == "":
	case f.Position.Line == 0:
		place += ": " + fieldInWords(f.Field) // a finished file has no keys
	default:
		place += ": " + f.Field
	}
	return place
}

// lineWidth is how many characters of a source line are shown.
const lineWidth = 100

// writeLine prints the line of the file with a caret under the place.
func (rep Report) writeLine(b *strings.Builder, line string, f Finding) {
	length := 1
	if f.part != nil || f.Position.Length > 0 {
		length = utf8.RuneCount(rep.slice(f))
	}
	rep.writeExcerpt(b, fmt.Sprintf("%5d", f.Position.Line), strings.TrimRight(line, "\r"), f.Position.Column-1, length, f.Severity)
}

// writeQuote prints the text that a finding is about, if the file has no lines.
func (rep Report) writeQuote(b *strings.Builder, f Finding) {
	from, length := 0, 0
	if f.part != nil && f.part.to <= len(f.quote) {
		from, length = utf8.RuneCountInString(f.quote[:f.part.from]), utf8.RuneCountInString(f.quote[f.part.from:f.part.to])
	}
	rep.writeExcerpt(b, "     ", f.quote, from, length, f.Severity)
}

// writeExcerpt prints as much of a line as fits, and carets under length characters of
// it.
func (rep Report) writeExcerpt(b *strings.Builder, gutter, line string, from, length int, s Severity) {
	runes := []rune(safe.Source(line))
	from = min(max(from, 0), len(runes))
	first := 0
	if from > lineWidth*3/4 {
		first = from - lineWidth/2
	}
	shown := runes[first:min(len(runes), first+lineWidth)]
	fmt.Fprintf(b, "%s %s\n", rep.paint(dim, gutter+" |"), string(shown))
	if length > 0 {
		length = max(1, min(length, len(shown)-(from-first)))
		fmt.Fprintf(b, "%s %s%s\n", rep.paint(dim, "      |"), strings.Repeat(" ", from-first), rep.paint(colors[s], strings.Repeat("^", length)))
	}
}

// slice returns the first line of the text that a finding points at.
func (rep Report) slice(f Finding) []byte {
	source := []byte(strings.TrimPrefix(string(rep.Source), "\ufeff"))
	end := f.Position.Offset + f.Position.Length
	if end > len(source) {
		return nil
	}
	line, _, _ := strings.Cut(string(source[f.Position.Offset:end]), "\n")
	return []byte(line)
}
