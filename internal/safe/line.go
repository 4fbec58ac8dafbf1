// Package safe makes text that strangers wrote safe for the place where it is
// put. There is one function for each kind of place, and all that clean drop the
// same characters: those that show nothing but change what is around them.
//
//	[Line]             a line on a terminal, in a log, in a field
//	[Text]             text of several lines in a document
//	[Lines]            what is to be read line by line
//	[Message]          an error, a hint, a line of a log
//	[Source]           a line of somebody's file, shown with its columns
//	[Markdown]         Markdown and the HTML in it
//	[URL]              the destination of a link
//	[CommandData]      the message of a workflow command
//	[CommandProperty]  a property of a workflow command
package safe

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Line makes s one line of visible text: NFC, white space collapsed to single spaces, and
// without control characters, bidirectional overrides, soft hyphens, private-use characters
// and other invisible ones.
func Line(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	space, last := false, rune(0)
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case isBreakingSpace(r):
			space = true
		case isJoiner(r) && last >= '\u0300' && !space:
			b.WriteRune(r)
		case isHidden(r):
		default:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			space, last = false, r
		}
	}
	return norm.NFC.String(strings.TrimFunc(b.String(), unicode.IsSpace))
}

// isPlain reports whether s is printable ASCII with single spaces inside: most texts are,
// and need no further processing.
func isPlain(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == ' ' && last == ' ' {
			return false
		}
		last = s[i]
	}
	return s == "" || last != ' '
}

// Text makes s visible text, but keeps lines, tabs, joiners and direction marks. keep are
// hidden characters that the caller has put into it.
func Text(s string, keep ...rune) string {
	s = returns.Replace(strings.ToValidUTF8(s, "\uFFFD"))
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || isJoiner(r) || isDirectionMark(r) || slices.Contains(keep, r):
			return r
		case r == '\u2028' || r == '\u2029' || r == '\u0085' || r == '\v' || r == '\f':
			return ' '
		case isHidden(r):
			return -1
		}
		return r
	}, s))
}

var returns = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// Lines converts the line ends of all systems and word processors to newlines. The end of a
// paragraph becomes an empty line. All else stays.
func Lines(s string) string { return lineEnds.Replace(s) }

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n")

// Source makes s one line of the same length: hidden characters become dots, so that a mark
// below the line points at the right column.
func Source(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case isHidden(r) && !isJoiner(r):
			return '·'
		}
		return r
	}, s)
}

// isBreakingSpace reports whether r is white space that may become a plain space; no-break
// spaces stay, because the typography of several languages requires them ("38 %").
func isBreakingSpace(r rune) bool {
	return r != '\u00A0' && r != '\u202F' && (unicode.IsSpace(r) || unicode.Is(unicode.Z, r))
}

// isJoiner reports whether r is a zero-width joiner, which scripts and emoji need.
func isJoiner(r rune) bool { return r == '\u200C' || r == '\u200D' }

// isDirectionMark reports whether r is a mark with no more effect than a letter of its
// script, unlike embeddings, overrides and isolates, which change the text after them.
func isDirectionMark(r rune) bool { return r == '\u200E' || r == '\u200F' || r == '\u061C' }

// isHidden reports whether r is invisible or has no defined appearance.
func isHidden(r rune) bool {
	switch {
	case unicode.IsControl(r), unicode.Is(unicode.Co, r), unicode.Is(unicode.Noncharacter_Code_Point, r):
		return true
	case unicode.Is(unicode.Cf, r):
		return !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
	}
	return unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}
