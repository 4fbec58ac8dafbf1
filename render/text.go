package render

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/ghresume/ghresume/internal/typeface"
)

// columns is the width of a plain text file.
const columns = 72

// wrapped breaks plain text into lines of at most 72 columns and indents the continuation
// lines of an item. A longer word stays whole, except in scripts without spaces.
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
	for i, word := range strings.Split(line, " ") {
		for j, part := range partsOf(word) {
			gap := ""
			if i > 0 && j == 0 {
				gap = " "
			}
			if holdsText && filled+columnsOf(gap+part) > columns {
				out = append(out, open.String())
				open.Reset()
				filled, holdsText, gap = 0, false, indent
			}
			open.WriteString(gap + part)
			filled += columnsOf(gap + part)
			holdsText = holdsText || strings.Trim(part, " -") != ""
		}
	}
	return append(out, open.String())
}

// partsOf splits a word at the places where scripts without spaces may end a line.
func partsOf(word string) []string {
	if len(word) <= columns/2 { // it is not worth a break
		return []string{word}
	}
	var breaker typeface.Breaker
	text := []rune(word)
	var out []string
	from := 0
	for _, at := range slices.Sorted(maps.Keys(breaker.Breaks(text))) {
		out = append(out, string(text[from:at]))
		from = at
	}
	return append(out, string(text[from:]))
}

// columnsOf returns the width of a text; wide characters, such as Chinese ones, count as
// two, and signs that are printed on others not at all.
func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			continue
		}
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}
