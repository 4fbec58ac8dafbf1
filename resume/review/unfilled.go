package review

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	// inBrackets matches a bracket with words in it; toFill what such words say if a person
	// was to replace them: "client name", "Firma einfügen".
	inBrackets = lazy.New(`\[[^\[\]\n]{2,60}\]|<[^<>\n]{2,60}>|\{[^{}\n]{2,60}\}|\([^()\n]{2,60}\)`)
	toFill     = pattern("toFill")
	// toBeFilled is the part of it that means the same in round brackets: "(à compléter)".
	toBeFilled = pattern("toBeFilled")
)

// unfilledIn finds a bracket inside a line whose words somebody was to replace.
func unfilledIn(t text) (Finding, bool) {
	for _, m := range inBrackets.FindAllStringIndex(t.clear, -1) {
		if isCode(t.clear[:m[0]], t.clear[m[1]:]) {
			continue
		}
		inner := strings.TrimSpace(t.clear[m[0]+1 : m[1]-1])
		if t.clear[m[0]] == '(' && (countDigits(inner) > 0 || countWords(inner) > 4 || strings.Contains(inner, "completed")) {
			continue // "MSc (to be completed in 2027)"
		}
		if toBeFilled.MatchString(inner) || t.clear[m[0]] != '(' && toFill.MatchString(inner) && !isBehindName(t, m[0]) {
			return t.within(m[0], m[1], fmt.Sprintf("%q is still to be written", t.value[m[0]:m[1]]), "write it, or leave it out"), true
		}
	}
	return Finding{}, false
}

// isBehindName reports whether a name stands before the bracket, which then belongs to it:
// "Example Media Group [Technology team name]".
func isBehindName(t text, from int) bool { return t.name && strings.TrimSpace(t.value[:from]) != "" }

// isCode reports whether a bracket between these texts is an index, a type or a link:
// "map[string]int", "[text](address)".
func isCode(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	isWord := func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
	return isWord(last) || isWord(next) || last != utf8.RuneError && strings.ContainsRune("])`/=:.$%", last) || next != utf8.RuneError && strings.ContainsRune("([/=`", next)
}
