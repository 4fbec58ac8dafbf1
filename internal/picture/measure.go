package picture

import (
	"cmp"
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

// lettersThatFit returns how many bytes of a text fit on a line: at least one letter, and
// no more than up to where a line may end, if that is anywhere.
func lettersThatFit(s string, room, size float64) int {
	end, last := 0, rune(0)
	for i, r := range s {
		if i > 0 && mayBreak(last, r) {
			end = i
		}
		if room -= letterWidth(r) * size; room < 0 && i > 0 {
			return cmp.Or(end, i)
		}
		last = r
	}
	return len(s)
}

// mayBreak reports whether a line may end between two letters of a long word.
func mayBreak(before, after rune) bool {
	const opening, closing = "([{（［｛「『【〔〈《“‘", ")]}）］｝」』】〕〉》”’.,:;!?。、，．：；！？・ー…％%々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
	const joiner = '\u200D'
	inWord := func(r rune) bool { return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	isSkinTone := after >= 0x1F3FB && after <= 0x1F3FF
	if before == joiner || isSkinTone || unicode.In(after, unicode.M, unicode.Cf) { // inside an emoji
		return false
	}
	return !strings.ContainsRune(opening, before) && !strings.ContainsRune(closing, after) && !(inWord(before) && inWord(after))
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

// balanced wraps to at most this many lines of about the same width. It tears no words apart
// for that.
func balanced(most int, s string, room, size float64) []string {
	lines := wrapTo(most, s, room, size)
	if len(lines) < 2 || len(wrap(s, room, size)) > most {
		return lines
	}
	words := strings.Join(lines, " ")
	for ; room > 0; room -= size / 2 {
		narrower := wrap(s, room, size)
		tears := strings.Contains(s, " ") && strings.Join(narrower, " ") != words
		if len(narrower) > len(lines) || tears {
			break
		}
		lines = narrower
	}
	return lines
}

// boldSize is the size for measuring bold letters, which are wider.
func boldSize(size float64) float64 { return size * 1.07 }

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
