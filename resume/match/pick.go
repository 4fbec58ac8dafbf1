package match

import "slices"

// pick orders entries so that the first ones together prove as much as possible of what
// is asked for: each adds the most to those before it.
func pick[T any](t *tailoring, list []T, skills func(T) []string, name func(T) string) []T {
	rest := make([]candidate[T], len(list))
	for i, entry := range list {
		names := skills(entry)
		rest[i] = candidate[T]{entry, names, t.relevance(names)}
	}
	proven := map[string]bool{}
	out := make([]T, 0, len(list))
	for len(rest) > 0 {
		best := t.best(proven, len(rest), func(i int) ([]string, int) { return rest[i].skills, rest[i].relevance })
		chosen := rest[best]
		for _, n := range chosen.skills {
			proven[n] = true
		}
		if best > 0 && chosen.relevance > 0 {
			t.because(name(chosen.entry), "%s", t.why(chosen.skills))
		}
		out = append(out, chosen.entry)
		rest = slices.Delete(rest, best, best+1)
	}
	return out
}

// candidate is an entry with the technologies that it shows.
type candidate[T any] struct {
	entry     T
	skills    []string
	relevance int
}

// best returns the candidate that adds most to what is proven; of equals the more
// relevant one, then the first.
func (t *tailoring) best(proven map[string]bool, n int, at func(int) (skills []string, relevance int)) int {
	best, most, relevant := 0, -1, -1
	for i := range n {
		skills, relevance := at(i)
		if relevance == 0 && most >= 0 {
			continue
		}
		gain := t.relevance(slices.DeleteFunc(slices.Clone(skills), func(s string) bool { return proven[s] }))
		if gain > most || gain == most && relevance > relevant {
			best, most, relevant = i, gain, relevance
		}
	}
	return best
}
