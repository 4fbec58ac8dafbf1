package review

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// connectives are words that join others and say nothing themselves, in the output
// languages.
var connectives = wordSet("connectives")

// sameVerbs maps verbs that begin bullets to the first of those that mean the same.
var sameVerbs = sync.OnceValue(func() map[string]string {
	first := map[string]string{}
	for _, line := range listed("sameVerbs").lines {
		verbs := strings.Fields(line)
		for _, v := range verbs {
			first[v] = verbs[0]
		}
	}
	return first
})

// gist is what a bullet says: its figures, and its words without those that only join them.
type gist struct {
	figures string
	words   []string
	// many means that there is more than one figure.
	many bool
}

func gistOf(t text) gist {
	var g gist
	var figures []string
	for i, w := range wordsOf(t.value) {
		lower := w.lower()
		switch {
		case strings.IndexFunc(lower, unicode.IsDigit) >= 0:
			figures = append(figures, lower)
		case utf8.RuneCountInString(lower) > 2 && !connectives()[lower]:
			if i == 0 {
				lower = cmp.Or(sameVerbs()[lower], lower)
			}
			g.words = append(g.words, lower)
		}
	}
	slices.Sort(figures)
	slices.Sort(g.words)
	g.words, g.many = slices.Compact(g.words), len(slices.Compact(figures)) > 1
	g.figures = strings.Join(figures, " ")
	return g
}

// fewestWords is how many words of its own a bullet needs before a resemblance counts;
// mostBefore is with how many bullets one is compared.
const (
	fewestWords = 5
	mostBefore  = 40
)

// sameAs reports whether two bullets with the same figures say the same: all words of one are
// in the other, and most of the other's in the first. A word instead of another is another
// object, or another deed.
func (g gist) sameAs(o gist) bool {
	if g.figures != o.figures || min(len(g.words), len(o.words)) < fewestWords {
		return false
	}
	mine, others := len(without(g.words, o.words)), len(without(o.words, g.words))
	most := max(len(g.words), len(o.words))
	return min(mine, others) == 0 && (most-max(mine, others))*5 >= most*4
}

// without returns the words of a that are not in b.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(w string) bool { return slices.Contains(b, w) })
}

// checkNearBullets finds bullets that say again, in almost the same words, what another of
// the same entry or with the same figures says.
func checkNearBullets(r *reading) []Finding {
	before := map[string][]gist{}
	seen := map[string]bool{}
	var found []Finding
	for _, t := range r.allBullets() {
		g, exact := gistOf(t), squeeze(t.value)
		key := g.figures
		if !g.many {
			key = entryOf(t.field) + " " + key
		}
		if !seen[exact] && slices.ContainsFunc(before[key], g.sameAs) {
			found = append(found, at(t.field, "the bullet says almost the same as another", "keep the better one"))
		}
		seen[exact] = true
		before[key] = append(before[key], g)
		before[key] = before[key][max(0, len(before[key])-mostBefore):]
	}
	return found
}

// entryOf returns the entry that a field belongs to: "experience[0]".
func entryOf(field string) string {
	entry, _, _ := strings.Cut(field, ".")
	return entry
}
