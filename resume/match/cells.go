package match

import (
	"unicode"

	"golang.org/x/text/width"
)

// cells returns the number of columns that a text takes in a terminal.
func cells(s string) int {
	n := 0
	for _, r := range s {
		n += cellsOf(r)
	}
	return n
}

func cellsOf(r rune) int {
	kind := width.LookupRune(r).Kind()
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// cutEnd shortens a text to a number of columns.
func cutEnd(s string, columns int) string {
	if cells(s) <= columns {
		return s
	}
	n := 0
	for i, r := range s {
		if n += cellsOf(r); n >= columns {
			return s[:i] + "…"
		}
	}
	return s
}

// cutFront keeps the end of a text.
func cutFront(s string, columns int) string {
	if cells(s) <= columns {
		return s
	}
	runes := []rune(s)
	n, from := 0, len(runes)
	for from > 0 && n+cellsOf(runes[from-1]) < columns {
		from--
		n += cellsOf(runes[from])
	}
	return "…" + string(runes[from:])
}
