package render

import (
	"strings"

	"golang.org/x/text/width"
)

// columns is the width of a plain text file.
const columns = 72

// wrapped breaks plain text into lines of at most 72 columns and indents the continuation
// lines of an item. A longer word stays whole.
func wrapped(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		out = append(out, wrapLine(strings.TrimRight(line, "\n"))...)
	}
	return strings.Join(out, "\n") + "\n"
}

func wrapLine(line string) []string {
	indent := ""
	if strings.HasPrefix(strings.TrimLeft(line, " "), "- ") {
		indent = strings.Repeat(" ", strings.Index(line, "-")+2)
	}
	var out []string
	var open strings.Builder
	filled, holdsText := 0, false
	add := func(text string) {
		open.WriteString(text)
		filled += columnsOf(text)
		holdsText = holdsText || strings.Trim(text, " -") != ""
	}
	for i, word := range strings.Split(line, " ") {
		switch {
		case i == 0:
			add(word)
		case holdsText && filled+1+columnsOf(word) > columns:
			out = append(out, open.String())
			open.Reset()
			filled, holdsText = 0, false
			add(indent + word)
		default:
			add(" " + word)
		}
	}
	return append(out, open.String())
}

// columnsOf returns the width of a text; wide characters, such as Chinese ones, count as
// two.
func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}
