package review

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
)

// Report is a check's outcome, ready to print.
type Report struct {
	// Source is the text of the profile, for the lines under the findings.
	Source   []byte
	Findings []Finding
	Card     []Grade
	// Color allows terminal colors in text.
	Color bool
	// All prints every finding in full in text; else each kind is told once.
	All bool
}

// jsonFinding is a finding as `--format json` shows it; fields are only ever added.
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
	}{[]jsonFinding{}, map[Area]jsonGrade{}}
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

// Colors of severities, and of what stands back.
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

// where is the place of a finding, as compilers write it.
func (f Finding) where() string {
	place := f.Repository
	switch {
	case f.absent:
		place = f.File
	case f.File != "":
		place = fmt.Sprintf("%s:%d:%d", f.File, f.Position.Line, f.Position.Column)
	}
	if f.Field != "" {
		place += ": " + f.Field
	}
	return place
}

// lineWidth is how much of a source line is shown, in characters.
const lineWidth = 100

func (rep Report) writeLine(b *strings.Builder, line string, f Finding) {
	runes := []rune(safe.Source(strings.TrimRight(line, "\r")))
	column := min(max(f.Position.Column-1, 0), len(runes))
	first := 0
	if column > lineWidth*3/4 {
		first = column - lineWidth/2
	}
	shown := runes[first:min(len(runes), first+lineWidth)]
	length := 1
	if f.part != nil || f.Position.Length > 0 {
		length = max(1, min(len([]rune(string(rep.slice(f)))), len(shown)-(column-first)))
	}
	number := fmt.Sprintf("%5d", f.Position.Line)
	fmt.Fprintf(b, "%s %s\n", rep.paint(dim, number+" |"), string(shown))
	fmt.Fprintf(b, "%s %s%s\n", rep.paint(dim, "      |"), strings.Repeat(" ", column-first), rep.paint(colors[f.Severity], strings.Repeat("^", length)))
}

// slice is the first line of what a finding points at.
func (rep Report) slice(f Finding) []byte {
	source := []byte(strings.TrimPrefix(string(rep.Source), "\ufeff"))
	end := f.Position.Offset + f.Position.Length
	if end > len(source) {
		return nil
	}
	line, _, _ := strings.Cut(string(source[f.Position.Offset:end]), "\n")
	return []byte(line)
}
