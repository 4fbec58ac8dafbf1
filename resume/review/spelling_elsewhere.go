package review

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// addWords reads what the spelling of a language needs.
func (l *language) addWords(lists map[string]*patternList) {
	l.misspelled, l.forms, l.accented = map[string]string{}, map[string]bool{}, map[string]string{}
	if list := lists["misspellings"]; list != nil {
		for _, line := range list.lines {
			wrong, right, _ := strings.Cut(line, " ")
			l.misspelled[wrong] = right
		}
	}
	letters := map[rune]bool{}
	for _, w := range wordsIn(lists["words"]) {
		l.forms[w] = true
		for _, c := range w {
			letters[c] = true
		}
		for _, pair := range wordsIn(lists["endings"]) {
			if suffix, ending, _ := strings.Cut(pair, "+"); strings.HasSuffix(w, suffix) {
				l.forms[w+ending] = true
			}
		}
	}
	l.others = setOf(wordsIn(lists["others"]))
	for _, w := range slices.Sorted(maps.Keys(l.forms)) {
		if bare := plain.Replace(w); bare != w && !l.forms[bare] && !l.others[bare] {
			l.accented[bare] = w
		}
	}
	l.letters = slices.Sorted(maps.Keys(letters))
	if lists["joints"] != nil {
		l.joints = append(wordsIn(lists["joints"]), "")
	}
}

// spells reports whether anything is known of the spelling of the language.
func (l *language) spells() bool { return len(l.forms) > 0 }

// right returns the word that w, in small letters, misspells, or "" if it may be right.
func (l *language) right(w string) string {
	if right := l.rightWhole(w); right != "" || l.forms[w] || l.others[w] || len(l.joints) == 0 {
		return right
	}
	right, letters := "", []rune(w)
	for at := shortestCompounded; at <= len(letters)-shortestCompounded; at++ {
		first, second := string(letters[:at]), string(letters[at:])
		if l.isStem(first) && l.forms[second] {
			return ""
		}
		right = cmp.Or(right, l.rightCompound(first, second))
	}
	return right
}

// isStem reports whether a word and a joint make the first part of a compound.
func (l *language) isStem(first string) bool {
	return slices.ContainsFunc(l.joints, func(joint string) bool {
		bare, ok := strings.CutSuffix(first, joint)
		return ok && l.forms[bare]
	})
}

// rightWhole is the same for a word that is not a compound.
func (l *language) rightWhole(w string) string {
	if right := l.misspelled[w]; right != "" || l.forms[w] {
		return right
	}
	if right := l.withAccents(w); right != "" || l.others[w] {
		return right
	}
	right, n := "", 0
	for near := range l.nearby([]rune(w)) {
		if l.forms[near] && near != right {
			right = near
			n++
		}
	}
	if n != 1 {
		return "" // it could be either of two words
	}
	return right
}

// shortestCompounded is how many letters the parts of a compound have.
const shortestCompounded = 4

// rightCompound corrects one part of a compound, of which the other is a word.
func (l *language) rightCompound(first, second string) string {
	if l.isStem(first) {
		if right := l.rightWhole(second); right != "" {
			return first + strings.ToLower(right)
		}
		return ""
	}
	for _, joint := range l.joints {
		if bare, ok := strings.CutSuffix(first, joint); ok && l.misspelled[bare] != "" {
			return strings.ToLower(l.misspelled[bare]) + joint + second
		}
	}
	return ""
}

// shortestElsewhere is how many letters a word has that a slip changes into no other.
const shortestElsewhere = 8

// nearby yields the words from which w results by one slip inside: a letter left out or too
// many, two letters swapped.
func (l *language) nearby(w []rune) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if len(w) < shortestElsewhere {
			return
		}
		for i := 1; i < len(w)-1; i++ {
			for _, c := range l.letters {
				if !yield(string(w[:i]) + string(c) + string(w[i:])) {
					return
				}
			}
			if !yield(string(w[:i]) + string(w[i+1]) + string(w[i]) + string(w[i+2:])) {
				return
			}
			if i >= len(w)-endingLetters {
				continue // "contrôlés" is another form than "contrôles"
			}
			if !yield(string(w[:i]) + string(w[i+1:])) {
				return
			}
		}
	}
}

// endingLetters is how many letters at the end of a word may differ between its forms.
const endingLetters = 3

// plain replaces letters with accents by those without.
var plain = strings.NewReplacer(strings.Fields("á a à a â a ã a ä a å a ą a ç c ć c é e è e ê e ë e ę e í i ì i î i ï i ł l ñ n ń n " +
	"ó o ò o ô o õ o ö o ø o ś s š s ú u ù u û u ü u ź z ż z ž z")...)

// withAccents returns the word that has the letters of w and more accents than w: "développement"
// of "developpement". A difference in the first letter is a capital without its accent; one in
// the last letter may be another form, but in "qualité".
func (l *language) withAccents(w string) string {
	right := []rune(l.accented[plain.Replace(w)])
	letters := []rune(w)
	last := len(letters) - 1
	isSame := len(right) == len(letters) && string(right[1:last]) == string(letters[1:last]) && !strings.HasSuffix(string(right), "ité")
	if len(right) != len(letters) || last < shortestElsewhere-1 || isSame {
		return ""
	}
	for i, c := range letters {
		if c != right[i] && plain.Replace(string(c)) != string(c) {
			return "" // another accent
		}
	}
	return string(right)
}

// misspelledWords finds the misspelled words of a text in a language other than English.
func (r *reading) misspelledWords(t text) []Finding {
	l := r.knownLanguage(t.field)
	if l == nil || !l.spells() {
		return nil
	}
	var found []Finding
	for _, w := range wordsOf(t.clear) {
		if r.Foreign && (strings.Contains(w.text, "-") || w.from == 0 && isSmallStart(w.text)) {
			continue // the end of a printed line may have broken the word
		}
		for _, part := range w.parts() {
			if f, ok := r.misspelledWord(l, t, part); ok {
				found = append(found, f)
			}
		}
	}
	return found
}

func (r *reading) misspelledWord(l *language, t text, w word) (Finding, bool) {
	lower := w.lower()
	right := l.right(lower)
	if right == "" || hasInnerCapital(w.text) || r.isWord(w.text) || nearNamesOf(r.Catalog).meant(lower) != "" {
		return Finding{}, false
	}
	if unicode.IsUpper(firstRune(w.text)) {
		right = capitalize(right)
	}
	f := t.within(w.from, w.to, fmt.Sprintf("%q is misspelled", w.text), fmt.Sprintf("write %q", right))
	if l.misspelled[lower] == "" {
		if unicode.IsUpper(firstRune(w.text)) && !l.capitalNouns && !opensSentence(t.value, w.from) {
			return Finding{}, false // a name, in a language that writes nouns small
		}
		f = advice(f)
		f.Message = fmt.Sprintf("%q looks misspelled", w.text)
	}
	return f, true
}
