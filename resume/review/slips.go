package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

func checkSlips(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if r.foreign[t.field] {
			found = append(found, r.slipsElsewhere(t)...)
			continue
		}
		taken := map[int]bool{}
		for _, s := range slipsIn(t) {
			for _, m := range s.pattern.FindAllStringSubmatchIndex(t.clear, -1) {
				from, to := wordOf(m)
				if taken[from] {
					continue
				}
				taken[from] = true
				found = append(found, t.within(from, to, fmt.Sprintf("%q looks like a slip%s", t.value[from:to], insteadHint(s.right)), s.hint))
			}
		}
	}
	return found
}

// wordOf returns the position of the wrong word: the first group that took part in the
// match.
func wordOf(match []int) (from, to int) {
	for i := 2; i < len(match); i += 2 {
		if match[i] >= 0 {
			return match[i], match[i+1]
		}
	}
	return match[0], match[1]
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

func insteadHint(right string) string {
	if right == "" {
		return ""
	}
	return fmt.Sprintf(" for %q", right)
}

// slipElsewhere is a wrong word of a language other than English, which is a group of the
// pattern.
type slipElsewhere struct {
	right   string
	pattern *lazy.Regexp
}

func slipsOf(l *patternList) []slipElsewhere {
	if l == nil {
		return nil
	}
	var slips []slipElsewhere
	for _, line := range l.lines {
		right, around, _ := strings.Cut(line, " | ")
		slips = append(slips, slipElsewhere{right, lazy.New(wholeWords(around))})
	}
	return slips
}

func (r *reading) slipsElsewhere(t text) []Finding {
	l := r.knownLanguage(t.field)
	if l == nil {
		return nil
	}
	var found []Finding
	taken := map[int]bool{}
	for _, s := range l.slips {
		for _, m := range s.pattern.FindAllStringSubmatchIndex(t.clear, -1) {
			if from, to := wordOf(m[2:]); !taken[from] && !isQuoted(t.clear[:from]) {
				taken[from] = true
				right := matchCase(t.value[from:to], s.right)
				found = append(found, t.within(from, to, fmt.Sprintf("%q looks like a slip for %q", t.value[from:to], right), fmt.Sprintf("write %q", right)))
			}
		}
	}
	return found
}
