// Package emoji turns GitHub's short codes into the emoji that GitHub shows:
// ":rocket:" in a repository's description is an emoji there, and plain letters elsewhere.
package emoji

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark-emoji/definition"

	"github.com/ghresume/ghresume/internal/lazy"
)

var code = lazy.New(`:[a-z0-9_+-]+:`)

// Replace replaces short codes with emoji. Codes unknown to GitHub, or for pictures of
// GitHub's own, stay; so do codes next to a letter or a digit, as in "a:b:c".
func Replace(s string) string {
	if strings.Count(s, ":") < 2 {
		return s
	}
	var b strings.Builder
	var before rune
	for s != "" {
		at := code.FindStringIndex(s)
		if at == nil {
			break
		}
		if at[0] > 0 {
			before, _ = utf8.DecodeLastRuneInString(s[:at[0]])
		}
		after, _ := utf8.DecodeRuneInString(s[at[1]:])
		emoji := ""
		if !isWord(before) && !isWord(after) {
			emoji = ofCode(s[at[0]:at[1]])
		}
		if emoji == "" { // its second colon may begin another code
			b.WriteString(s[:at[1]-1])
			before, _ = utf8.DecodeLastRuneInString(s[:at[1]-1])
			s = s[at[1]-1:]
			continue
		}
		b.WriteString(s[:at[0]] + emoji)
		before, s = 0, s[at[1]:]
	}
	return b.String() + s
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// ofCode returns the emoji of a code, or "".
func ofCode(code string) string {
	e, known := definition.Github().Get(strings.Trim(code, ":"))
	if !known || !e.IsUnicode() {
		return ""
	}
	return string(e.Unicode)
}
