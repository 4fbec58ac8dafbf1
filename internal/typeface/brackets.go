package typeface

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// brackets are pairs that enclose text, each opening one before its closing one.
const brackets = "()[]{}⟨⟩〈〉（）［］｛｝「」『』【】《》"

// mostOpen is how many brackets the algorithm keeps open (BD16).
const mostOpen = 63

// pair is an opening bracket and its closing one, by their places.
type pair struct{ open, close int }

// pairs returns the pairs of brackets of a text in the order of their opening ones.
func pairs(text []rune, original []bidi.Class) []pair {
	all := []rune(brackets)
	var open []int
	var out []pair
	for i, r := range text {
		if original[i] != bidi.ON || !strings.ContainsRune(brackets, r) {
			continue
		}
		n := slices.Index(all, r)
		if n%2 == 0 {
			if len(open) == mostOpen {
				return nil
			}
			open = append(open, i)
			continue
		}
		for at := len(open) - 1; at >= 0; at-- {
			if text[open[at]] == all[n-1] {
				out = append(out, pair{open[at], i})
				open = open[:at]
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b pair) int { return a.open - b.open })
	return out
}

// resolveBrackets gives both brackets of a pair one direction, so that they enclose what is
// between them (N0): the line's if anything inside has it, and otherwise that of what is
// inside if the text before has it too.
func resolveBrackets(text []rune, original, classes []bidi.Class, line bidi.Class) {
	for _, p := range pairs(text, original) {
		same, other := within(classes[p.open+1:p.close], line)
		switch {
		case same:
			classes[p.open], classes[p.close] = line, line
		case other:
			direction := line
			if before := sideBefore(classes[:p.open], line); before != line {
				direction = before
			}
			classes[p.open], classes[p.close] = direction, direction
		}
	}
}

// within reports whether there is text of the line's direction, and of the other one.
func within(classes []bidi.Class, line bidi.Class) (same, other bool) {
	for _, c := range classes {
		if isStrong(c) {
			same, other = same || side(c) == line, other || side(c) != line
		}
	}
	return same, other
}

// sideBefore returns the direction of the last text, or that of the line.
func sideBefore(classes []bidi.Class, line bidi.Class) bidi.Class {
	for _, c := range slices.Backward(classes) {
		if isStrong(c) {
			return side(c)
		}
	}
	return line
}
