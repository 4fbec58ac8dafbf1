package review

import (
	"fmt"
	"slices"
	"strings"
)

func checkSlips(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		taken := map[int]bool{}
		for _, s := range slipsIn(t) {
			for _, m := range s.pattern.FindAllStringSubmatchIndex(t.clear, -1) {
				from, to := m[2], m[3]
				if taken[from] {
					continue
				}
				taken[from] = true
				found = append(found, t.within(from, to, fmt.Sprintf("%q looks like a slip%s", t.value[from:to], rather(s.right)), s.hint))
			}
		}
	}
	return found
}

// slipsIn returns the slips that have a word in the text.
func slipsIn(t text) []*slipMatcher {
	var found []*slipMatcher
	put := func(word string) {
		for _, s := range slipsByWord()[word] {
			if !slices.Contains(found, s) {
				found = append(found, s)
			}
		}
	}
	for _, w := range wordsOf(t.clear) {
		put(w.lower())
		if first, _, joined := strings.Cut(w.lower(), "-"); joined {
			put(first)
		}
	}
	return found
}

func rather(right string) string {
	if right == "" {
		return ""
	}
	return fmt.Sprintf(" for %q", right)
}
