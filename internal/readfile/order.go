package readfile

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/typeface"
)

// inReadingOrder converts lines from visual order, as pages hold them, to reading order:
// right-to-left scripts are reversed letter by letter, and so are the items of their pages.
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

// leaning returns the number of left-to-right letters minus that of right-to-left ones.
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

// logical returns a line in reading order. The algorithm that displays a text is its own
// inverse. Some files store brackets as they look and some as they are read: the reading in
// which they make pairs is taken.
func logical(seen string, fromRight bool) string {
	if !typeface.HasRightToLeft(seen) {
		if fromRight {
			return withBulletFirst(seen)
		}
		return seen
	}
	var asRead, asSeen strings.Builder
	for _, piece := range typeface.Order(withFullStops(seen), fromRight) {
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

// withBulletFirst moves the bullet of a text from the left on a page from the right, where it
// stands behind the text, to the start.
func withBulletFirst(seen string) string {
	if at := strings.LastIndex(seen, " "); at > 0 && at+1 < len(seen) && strings.Contains(bullets, seen[at+1:]) {
		return seen[at+1:] + " " + seen[:at]
	}
	return seen
}

// fullStop matches a dot that may begin a name.
var fullStop = lazy.New(`(?i)\.(?:NET\b)?`)

// withFullStops replaces dots by commas, which have the same place in a line, except in .NET:
// what looks like ".Go" in a line from the right is the end of a sentence.
func withFullStops(seen string) string {
	return fullStop.ReplaceAllStringFunc(seen, func(found string) string {
		if found == "." {
			return ","
		}
		return found
	})
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
