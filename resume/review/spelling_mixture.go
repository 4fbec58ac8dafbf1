package review

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
)

var mixtureRules = []Rule{{
	Name: "mixed-spelling", Area: Language, Severity: Advice, English: true, on: onWriting,
	Reason: "\"Optimised\" here and \"analyzed\" there: pick British or American spelling.",
	Bad:    `summary = "Backend developer. Optimised the cache. Analyzed and optimized the queries."`,
	Good:   `summary = "Backend developer. Optimised the cache. Analysed the queries."`,
	check:  checkMixture,
}}

// Words that British and American English spell differently. The ending -ize is also used
// in Oxford, so it counts as American only next to -ise or -yse.
var (
	britishIse  = pattern("britishIse")
	americanIze = pattern("americanIze")
	britishOur  = pattern("britishOur")
	americanOr  = pattern("americanOr")
)

func checkMixture(r *reading) []Finding {
	var found []Finding
	for _, pair := range [][2]*lazy.Regexp{{britishIse, americanIze}, {britishOur, americanOr}} {
		if f, ok := r.mixture(pair[0], pair[1]); ok {
			found = append(found, f)
		}
	}
	return found
}

// mixture reports the first word of the spelling that is rarer in the profile.
func (r *reading) mixture(british, american *lazy.Regexp) (Finding, bool) {
	one, other := r.spelled(british), r.spelled(american)
	if len(one) == 0 || len(other) == 0 {
		return Finding{}, false
	}
	style := "American"
	if len(one) > len(other) {
		one, other, style = other, one, "British"
	}
	f, against := one[0], other[0]
	f.Message = fmt.Sprintf("%q here, %q elsewhere: two spellings of English", f.Message, against.Message)
	f.Hint = "pick one; most of the resume is " + style
	return f, true
}

// spelled returns the words that re matches, as findings whose message is the word; names
// are spelled as they are.
func (r *reading) spelled(re *lazy.Regexp) []Finding {
	var found []Finding
	for _, t := range r.texts {
		for _, m := range re.FindAllStringIndex(t.clear, -1) {
			word := t.value[m[0]:m[1]]
			if !r.names[strings.ToLower(word)] && (!unicode.IsUpper(firstRune(word)) || opensSentence(t.value, m[0])) {
				found = append(found, t.within(m[0], m[1], word, ""))
			}
		}
	}
	return found
}
