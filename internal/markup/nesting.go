package markup

import (
	"bytes"
	"fmt"
)

// Nesting is what determines how long a parser reads Markdown: the time grows with the
// depth of its quotes and lists times their number, and with the square of the number of
// definitions.
type Nesting struct {
	// Deepest is the largest depth that the beginning of a line can have, and Marks how many
	// marks of quotes and lists there are.
	Deepest, Marks int
	// Lines are all lines, and Definitions those that begin like one of a link or footnote.
	Lines, Definitions int
}

// MeasureNesting reads Markdown in one pass.
func MeasureNesting(md []byte) Nesting {
	var n Nesting
	for line := range bytes.Lines(md) {
		n.Lines++
		marks, indent, rest := leadingMarks(line)
		n.Marks += marks
		if marks > 0 {
			n.Deepest = max(n.Deepest, marks+indent/2)
		}
		if len(rest) > 0 && rest[0] == '[' && bytes.Contains(rest, []byte("]:")) {
			n.Definitions++
		}
	}
	return n
}

// leadingMarks counts the marks of quotes and lists at the beginning of a line, and the
// columns before the first of them.
func leadingMarks(line []byte) (marks, indent int, rest []byte) {
	for rest = line; len(rest) > 0; {
		n := markLength(rest)
		switch {
		case n > 0:
			marks++
			rest = rest[n:]
		case rest[0] == ' ' || rest[0] == '\t':
			if marks == 0 {
				indent++
			}
			if marks == 0 && rest[0] == '\t' {
				indent += 3
			}
			rest = rest[1:]
		default:
			return marks, indent, rest
		}
	}
	return marks, indent, nil
}

// markLength returns the length of the mark with which a line begins: >, -, +, *, 1. or 1),
// or 0.
func markLength(line []byte) int {
	if line[0] == '>' {
		return 1
	}
	n := 0
	for n < len(line) && n < 10 && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	isList := n == 0 && bytes.IndexByte([]byte("-+*"), line[0]) >= 0 || n > 0 && n < len(line) && (line[n] == '.' || line[n] == ')')
	if isList && (n+1 == len(line) || bytes.IndexByte([]byte(" \t\r\n"), line[n+1]) >= 0) {
		return n + 1
	}
	return 0
}

// The deepest nesting and the most definitions that are read: nobody writes a hundredth.
const (
	deepest         = 100
	mostDefinitions = 5000
)

// Excess says which limit the Markdown exceeds, or returns "". mostLines is the limit of
// lines.
func (n Nesting) Excess(mostLines int) string {
	switch {
	case n.Lines > mostLines:
		return fmt.Sprintf("%d lines, and at most %d are read", n.Lines, mostLines)
	case n.Deepest > deepest:
		return fmt.Sprintf("quotes and lists nested %d levels deep, and at most %d are read", n.Deepest, deepest)
	case n.Marks*n.Deepest > 10*mostLines:
		return fmt.Sprintf("%d quotes and list items, nested up to %d levels deep; of these, at most %d are read", n.Marks, n.Deepest, 10*mostLines/n.Deepest)
	case n.Definitions > mostDefinitions:
		return fmt.Sprintf("%d definitions of links and footnotes, and at most %d are read", n.Definitions, mostDefinitions)
	}
	return ""
}
