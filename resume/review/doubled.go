package review

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// mayDouble are words that may appear twice in a row.
const mayDouble = " that had is bye so very "

// doubledElsewhere are words of German, French, Spanish, Portuguese, Italian, Dutch, Polish and Swedish that
// never follow themselves.
const doubledElsewhere = " und mit für eine einen einem im bei auf aus durch ohne oder aber wie zu zur zum von vom nach über " +
	"unter sowie sind wird wurde à au aux par est sont ou sans sous entre sur chez y o sin sobre entre " +
	"hasta desde su sus pero em no dos das por sem mais di da con tra fra al ai dei nel alla sono en te " +
	"in naar door om uit of zijn w z i na od dla oraz przez och på av som att från till eller le la les " +
	"des et une dans avec pour sur du el los las de una para con por del al os uma com do da em il gli " +
	"della per het een met voor "

// articlesElsewhere may follow themselves behind a comma, where the first is a pronoun:
// "Leute, die die Daten pflegen".
const articlesElsewhere = " der die das den dem "

func checkDoubledWords(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		words := wordsOf(t.clear)
		for i := 1; i < len(words); i++ {
			a, b := words[i-1], words[i]
			between := t.value[a.to:b.from]
			if !strings.EqualFold(a.text, b.text) || strings.TrimSpace(between) != "" || between == "" || !isPlainWord(b.text) {
				continue
			}
			f := t.within(a.to, b.to, fmt.Sprintf("%q appears twice", b.text), "drop one")
			switch {
			case r.foreign[t.field]:
				found = append(found, doubledIn(t.clear[:a.from], b.lower(), f)...)
			case isOneOf(mayDouble, b.lower()):
				found = append(found, advice(f))
			default:
				found = append(found, fixable(f, ""))
			}
		}
	}
	return found
}

// doubledIn judges a doubled word of another language by what is before it.
func doubledIn(before, word string, f Finding) []Finding {
	switch {
	case isOneOf(doubledElsewhere, word):
		return []Finding{fixable(f, "")}
	case len(word) >= longDoubled && !relative.MatchString(before):
		return []Finding{advice(f)}
	case isOneOf(articlesElsewhere, word) && !relative.MatchString(before):
		return []Finding{advice(f)}
	}
	return nil
}

// longDoubled is the length from which no language of those in the profile doubles a word on
// purpose, as some do to say "very" or "many".
const longDoubled = 8

// relative matches the start of a clause whose first word is a pronoun: ", in".
var relative = lazy.New(`[,;–—]\s*(?:\pL+\s+){0,2}$`)

func isOneOf(list, word string) bool { return strings.Contains(list, " "+word+" ") }
