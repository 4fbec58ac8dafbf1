package templates

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// leftToRightMark keeps what follows a text in Hebrew or Arabic in place: without it, the
// groups of a telephone number after it would be shown in reverse. Only in a row that is
// read from right to left itself does a text with letters not need it.
const leftToRightMark = "\u200E"

// hasRightToLeft reports whether a text has letters that are read from right to left.
func hasRightToLeft(text string) bool { return strings.ContainsFunc(text, isRightToLeft) }

// beginsRightToLeft reports whether the first letter of a row is read from right to left:
// GitHub and browsers then show the whole row so.
func beginsRightToLeft(row string) bool {
	for _, r := range row {
		if unicode.IsLetter(r) {
			return isRightToLeft(r)
		}
	}
	return false
}

func isRightToLeft(r rune) bool {
	properties, _ := bidi.LookupRune(r)
	return properties.Class() == bidi.R || properties.Class() == bidi.AL
}

// hasLetters reports whether the visible text of Markdown has letters; a link's address
// does not count.
func hasLetters(markdown string) bool {
	shown, _, _ := strings.Cut(markdown, "](")
	return strings.ContainsFunc(shown, unicode.IsLetter)
}
