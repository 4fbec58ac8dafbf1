package readfile

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/typeface"
)

// inReadingOrder turns lines, which a page holds as the eye sees them, into the
// order in which they are read: scripts that are read from the right stand the
// other way round, letter by letter, and so do the items of their pages.
func inReadingOrder(lines []Line) {
	all := 0
	for _, l := range lines {
		for _, i := range l.Items {
			all += leaning(i.Text)
		}
	}
	for n := range lines {
		items := lines[n].Items
		for i := range items {
			items[i].Text = logical(items[i].Text, all < 0)
		}
		if all < 0 {
			slices.Reverse(items)
		}
	}
}

// leaning counts letters: those that are read from the left less those that are read from the right.
func leaning(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case !unicode.IsLetter(r):
		case typeface.HasRightToLeft(string(r)):
			n--
		default:
			n++
		}
	}
	return n
}

// logical is a line as it is read. The algorithm that shows a text is its own
// inverse. Some files name brackets as they look and some as they are read: those
// that make pairs are meant.
func logical(seen string, fromRight bool) string {
	if !typeface.HasRightToLeft(seen) {
		return seen
	}
	var asRead, asSeen strings.Builder
	for _, piece := range typeface.Order(seen, fromRight) {
		text := seen[piece.From:piece.To]
		if !piece.RightToLeft {
			asRead.WriteString(text)
			asSeen.WriteString(text)
			continue
		}
		runes := []rune(text)
		slices.Reverse(runes)
		asRead.WriteString(string(runes))
		asSeen.WriteString(strings.Map(mirror, string(runes)))
	}
	if makesPairs(asRead.String()) {
		return asRead.String()
	}
	return asSeen.String()
}

const opening, closing = "([{<«", ")]}>»"

func mirror(r rune) rune {
	if i := strings.IndexRune(opening, r); i >= 0 {
		return []rune(closing)[len([]rune(opening[:i]))]
	}
	if i := strings.IndexRune(closing, r); i >= 0 {
		return []rune(opening)[len([]rune(closing[:i]))]
	}
	return r
}

// makesPairs reports whether no bracket closes before it opens.
func makesPairs(text string) bool {
	open := 0
	for _, r := range text {
		switch {
		case strings.ContainsRune(opening, r):
			open++
		case strings.ContainsRune(closing, r):
			open--
		}
		if open < 0 {
			return false
		}
	}
	return true
}
