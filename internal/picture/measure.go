package picture

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// textWidth estimates the width of a text. The reader's font is unknown: the numbers are
// those of wide fonts, so that nothing overflows the picture.
func textWidth(s string, size float64) float64 {
	total := 0.0
	for _, r := range s {
		total += letterWidth(r)
	}
	return total * size
}

func letterWidth(r rune) float64 {
	switch kind := width.LookupRune(r).Kind(); {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case kind == width.EastAsianWide || kind == width.EastAsianFullwidth || r >= 0x1F000:
		return 1.05
	case strings.ContainsRune("iljtfr.,:;|!'I()[] ", r):
		return 0.36
	case strings.ContainsRune("mwMW@%", r):
		return 0.94
	case unicode.IsUpper(r):
		return 0.72
	}
	return 0.57
}

// wrap breaks a text into lines that fit: at blanks, inside words that are longer than a
// line, and anywhere in texts in Chinese and Japanese.
func wrap(s string, room, size float64) []string {
	var lines []string
	open := ""
	for word := range strings.FieldsSeq(s) {
		longer := strings.TrimPrefix(open+" "+word, " ")
		if textWidth(longer, size) <= room {
			open = longer
			continue
		}
		if left := room - textWidth(open+" ", size); open != "" && isWide(word) && left > 4*size {
			n := lettersThatFit(word, left, size)
			open, word = open+" "+word[:n], word[n:]
		}
		if open != "" {
			lines = append(lines, open)
		}
		for open = word; textWidth(open, size) > room; {
			n := lettersThatFit(open, room, size)
			lines, open = append(lines, open[:n]), open[n:]
		}
	}
	if open != "" {
		lines = append(lines, open)
	}
	return lines
}

// isWide reports whether a word is of Chinese or Japanese letters, between which a line may
// end.
func isWide(word string) bool {
	for _, r := range word {
		if kind := width.LookupRune(r).Kind(); kind != width.EastAsianWide && kind != width.EastAsianFullwidth {
			return false
		}
	}
	return true
}

// lettersThatFit returns how many bytes of a text fit on a line: at least one letter.
func lettersThatFit(s string, room, size float64) int {
	for i, r := range s {
		if room -= letterWidth(r) * size; room < 0 && i > 0 {
			return i
		}
	}
	return len(s)
}

// wrapTo wraps to at most this many lines; the last one shows that more follows.
func wrapTo(most int, s string, room, size float64) []string {
	lines := wrap(s, room, size)
	if len(lines) <= most {
		return lines
	}
	last := lines[most-1] + "…"
	if textWidth(last, size) > room {
		last = cut(last, room, size)
	}
	return append(lines[:most-1:most-1], last)
}

// cut shortens a text to what fits.
func cut(s string, room, size float64) string {
	if textWidth(s, size) <= room {
		return s
	}
	used := textWidth("…", size)
	for i, r := range s {
		used += letterWidth(r) * size
		if used > room {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}
