package review

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
)

// firstPersonElsewhere finds the first person in a text of another language. A summary may
// well be in the first person there, so it is advice.
func (r *reading) firstPersonElsewhere(t text) []Finding {
	l := r.knownLanguage(t.field)
	isBullet := strings.Contains(t.field, "highlights")
	if l == nil || !isBullet && !isSummary(t.field) {
		return nil
	}
	hint := fmt.Sprintf("leave the pronoun out: %q", l.active)
	if from, to, ok := spoken(l.me, t); ok {
		f := t.within(from, to, fmt.Sprintf("%q is first person", t.value[from:to]), hint)
		if !isBullet {
			f = advice(f)
			f.Message += "; some readers expect none in a summary"
		}
		return []Finding{f}
	}
	if from, to, ok := spoken(l.us, t); ok && isBullet {
		return []Finding{advice(t.within(from, to, fmt.Sprintf("%q hides what you did yourself; it may be intentional", t.value[from:to]), "name your own part in it"))}
	}
	return nil
}

// spoken returns the first pronoun of a text that its writer speaks: not one in a quotation,
// in the name of a product ("Mon Compte") or in an acronym.
func spoken(pronouns *lazy.Regexp, t text) (from, to int, ok bool) {
	if pronouns == nil {
		return 0, 0, false
	}
	for _, m := range pronouns.FindAllStringSubmatchIndex(t.clear, -1) {
		if isPronoun(t.clear, m[2], m[3]) && !isQuoted(t.clear[:m[2]]) {
			return m[2], m[3], true
		}
	}
	return 0, 0, false
}

func isPronoun(s string, from, to int) bool {
	word, after := s[from:to], s[to:]
	isUpper := unicode.IsUpper(firstRune(word))
	switch {
	case strings.HasPrefix(after, "-"), strings.HasPrefix(after, "/"):
		return false // "Notre-Dame"
	case len(word) == 1:
		return strings.HasPrefix(after, "'") || strings.HasPrefix(after, "’") // "j'ai", not "3 j"
	case isUpper && utf8.RuneCountInString(word) > 1 && word == strings.ToUpper(word):
		return false
	case isUpper && (!opensSentence(s, from) || namesProduct(after)):
		return false
	}
	return true
}

// productName matches what follows the first word of a product's name at the start of a
// line: "Mi Argentina", "Mein Berlin: …".
var productName = lazy.New(`^\s+\p{Lu}[\pL\pN]*(?:\s+\p{Lu}[\pL\pN]*)*\s*(?:[:(–—]|$)`)

func namesProduct(after string) bool { return productName.MatchString(after) }

// isQuoted reports whether the text behind s is within quotation marks, of whatever kind.
func isQuoted(s string) bool {
	if strings.Contains(s, "„") {
		return strings.LastIndex(s, "„") > strings.LastIndexAny(s, "“”")
	}
	return strings.Count(s, `"`)%2 == 1 || strings.LastIndex(s, "“") > strings.LastIndex(s, "”") ||
		strings.LastIndex(s, "«") > strings.LastIndex(s, "»")
}

// passiveElsewhere finds the passive voice as the main verb of a bullet in another language.
func (r *reading) passiveElsewhere(t text) []Finding {
	l := r.knownLanguage(t.field)
	if l == nil || l.passive == nil {
		return nil
	}
	hint := fmt.Sprintf("name what you did: %q", l.active)
	for _, m := range l.passive.FindAllStringSubmatchIndex(t.clear, -1) {
		if !l.isSubordinate(t.clear[:m[2]]) && !isQuoted(t.clear[:m[2]]) {
			return []Finding{t.within(m[2], m[3], fmt.Sprintf("%q hides who did it", t.value[m[2]:m[3]]), hint)}
		}
	}
	if l.impersonal == nil {
		return nil
	}
	if m := l.impersonal.FindStringSubmatchIndex(t.clear); m != nil && strings.IndexFunc(t.clear[:m[2]], isWordRune) < 0 {
		return []Finding{advice(t.within(m[2], m[3], fmt.Sprintf("%q hides who did it", t.value[m[2]:m[3]]), hint))}
	}
	return nil
}

// isSubordinate reports whether a text ends within a clause that has a subject of its own.
func (l *language) isSubordinate(before string) bool {
	clause := before[strings.LastIndexAny(before, ".;:!?(")+1:]
	return l.clause != nil && l.clause.MatchString(clause)
}
