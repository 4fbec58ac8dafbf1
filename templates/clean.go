package templates

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean makes s one line of visible text: NFC, white space collapsed to single
// spaces, and without control characters, bidirectional overrides, soft hyphens
// and other characters that show nothing but change what is around them.
func clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	var b strings.Builder
	space, last := false, rune(0)
	for _, r := range s {
		switch {
		case isBreakingSpace(r):
			space = true
		case isHidden(r, last):
		default:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			space, last = false, r
		}
	}
	return strings.TrimFunc(b.String(), unicode.IsSpace)
}

// isBreakingSpace tells white space that may become a plain space; the no-break
// spaces stay, because typography of several languages wants them ("38 %").
func isBreakingSpace(r rune) bool {
	return r != '\u00A0' && r != '\u202F' && (unicode.IsSpace(r) || unicode.Is(unicode.Z, r))
}

// isHidden reports whether r is dropped. The zero-width joiners stay where a
// script or an emoji needs them: after a character outside Latin.
func isHidden(r, last rune) bool {
	switch {
	case r == '\u200C' || r == '\u200D':
		return last < '\u0300'
	case unicode.IsControl(r):
		return true
	case unicode.Is(unicode.Cf, r):
		return !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
	}
	return unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r)
}
