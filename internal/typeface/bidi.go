package typeface

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// span is a stretch of text at one embedding level: even levels are left-to-right, odd
// levels right-to-left.
type span struct{ from, to, level int }

// levels resolves a line by the Unicode Bidirectional Algorithm (UAX #9) without explicit
// marks, which our texts do not contain: rules W1 to W7, N0 to I2, L1.
func levels(text []rune, rtl bool) []int {
	base := 0
	if rtl {
		base = 1
	}
	classes := make([]bidi.Class, len(text))
	onlyLeft := !rtl
	for i, r := range text {
		p, _ := bidi.LookupRune(r)
		classes[i] = p.Class()
		onlyLeft = onlyLeft && classes[i] != bidi.R && classes[i] != bidi.AL && classes[i] != bidi.AN
	}
	out := make([]int, len(text))
	if onlyLeft {
		return out
	}
	original := slices.Clone(classes)
	resolveWeak(classes, strong(base))
	resolveNames(text, classes)
	resolveBrackets(text, original, classes, strong(base))
	resolveNeutral(classes, base)
	for i, c := range classes {
		out[i] = levelOf(c, base)
	}
	trailingSpace(original, out, base)
	return out
}

func strong(level int) bidi.Class {
	if level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

// resolveWeak resolves the directions of marks, of numbers and of what belongs to numbers.
func resolveWeak(classes []bidi.Class, start bidi.Class) {
	before := start
	for i, c := range classes { // W1: marks take the class of the character before
		if c == bidi.NSM {
			classes[i] = before
		}
		before = classes[i]
	}
	last := start
	for i, c := range classes { // W2, W3: numbers after Arabic letters
		switch {
		case c == bidi.L || c == bidi.R || c == bidi.AL:
			last = c
		case c == bidi.EN && last == bidi.AL:
			classes[i] = bidi.AN
		}
	}
	for i, c := range classes {
		if c == bidi.AL {
			classes[i] = bidi.R
		}
	}
	resolveSeparators(classes)
	last = start
	for i, c := range classes { // W7: numbers after Latin letters
		switch {
		case c == bidi.L || c == bidi.R:
			last = c
		case c == bidi.EN && last == bidi.L:
			classes[i] = bidi.L
		}
	}
}

// resolveSeparators applies rules W4 to W6: what is inside or next to a number.
func resolveSeparators(classes []bidi.Class) {
	for i := 1; i+1 < len(classes); i++ {
		before, after := classes[i-1], classes[i+1]
		inNumber := classes[i] == bidi.CS && (before == bidi.EN || before == bidi.AN) || classes[i] == bidi.ES && before == bidi.EN
		if inNumber && before == after {
			classes[i] = before
		}
	}
	for i := 0; i < len(classes); i++ {
		if classes[i] != bidi.ET {
			continue
		}
		end := i
		for end < len(classes) && classes[end] == bidi.ET {
			end++
		}
		if i > 0 && classes[i-1] == bidi.EN || end < len(classes) && classes[end] == bidi.EN {
			fill(classes[i:end], bidi.EN)
		}
		i = end - 1
	}
	for i, c := range classes {
		if c == bidi.ES || c == bidi.ET || c == bidi.CS {
			classes[i] = bidi.ON
		}
	}
}

func fill(classes []bidi.Class, c bidi.Class) {
	for i := range classes {
		classes[i] = c
	}
}

// resolveNames keeps the signs at the end of C++, C# and F# behind their letter and the dot
// of .NET before its own, where the algorithm alone would show "++C" and "NET." next to what
// is right-to-left.
func resolveNames(text []rune, classes []bidi.Class) {
	sign := func(r rune) bool { return r == '+' || r == '#' }
	for i := 1; i < len(text); i++ {
		if sign(text[i]) && classes[i-1] == bidi.L && (sign(text[i-1]) || unicode.IsLetter(text[i-1])) {
			classes[i] = bidi.L
		}
	}
	for i := 0; i+1 < len(text); i++ {
		begins := i == 0 || classes[i-1] != bidi.L && classes[i-1] != bidi.EN
		if text[i] == '.' && begins && classes[i+1] == bidi.L {
			classes[i] = bidi.L
		}
	}
}

// resolveNeutral gives neutral characters the direction of both sides if they agree, else
// the line's (N1, N2).
func resolveNeutral(classes []bidi.Class, base int) {
	for i := 0; i < len(classes); i++ {
		if isStrong(classes[i]) {
			continue
		}
		end := i
		for end < len(classes) && !isStrong(classes[end]) {
			end++
		}
		before, after := strong(base), strong(base)
		if i > 0 {
			before = side(classes[i-1])
		}
		if end < len(classes) {
			after = side(classes[end])
		}
		if before != after {
			before = strong(base)
		}
		fill(classes[i:end], before)
		i = end
	}
}

func isStrong(c bidi.Class) bool {
	return c == bidi.L || c == bidi.R || c == bidi.EN || c == bidi.AN
}

// side returns the direction of a neighbor for neutral characters; numbers count as
// right-to-left.
func side(c bidi.Class) bidi.Class {
	if c == bidi.L {
		return bidi.L
	}
	return bidi.R
}

func levelOf(c bidi.Class, base int) int {
	switch {
	case c == bidi.R:
		return base | 1
	case c == bidi.EN || c == bidi.AN:
		return base + 2 - base%2
	case c == bidi.L:
		return base + base%2
	}
	return base
}

// trailingSpace gives white space at the end of a line the line's direction (L1).
func trailingSpace(original []bidi.Class, levels []int, base int) {
	for i := len(levels) - 1; i >= 0 && (original[i] == bidi.WS || original[i] == bidi.B || original[i] == bidi.S || original[i] == bidi.BN); i-- {
		levels[i] = base
	}
}

// visual splits a text where its level changes and returns the pieces in visual order (L2).
func visual(levels []int) []span {
	var spans []span
	for i, level := range levels {
		if n := len(spans); n > 0 && spans[n-1].level == level {
			spans[n-1].to = i + 1
			continue
		}
		spans = append(spans, span{i, i + 1, level})
	}
	highest := 0
	for _, s := range spans {
		highest = max(highest, s.level)
	}
	for level := highest; level > 0; level-- {
		reverseFrom(spans, level)
	}
	return spans
}

// reverseFrom reverses every stretch of spans at a level or above it.
func reverseFrom(spans []span, level int) {
	for i := 0; i < len(spans); i++ {
		end := i
		for end < len(spans) && spans[end].level >= level {
			end++
		}
		if end > i {
			slices.Reverse(spans[i:end])
			i = end
		}
	}
}

// RightToLeft reports whether a text begins right-to-left: its first letter decides.
func RightToLeft(text string) bool {
	for _, r := range text {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// LeftToRight reports whether a text begins left-to-right; one without letters does not.
func LeftToRight(text string) bool {
	for _, r := range text {
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.L:
			return true
		case bidi.R, bidi.AL:
			return false
		}
	}
	return false
}

// Piece is a stretch of a line in one direction: bytes From to To of its text.
type Piece struct {
	From, To    int
	RightToLeft bool
}

// Order splits a line into stretches of one direction, in visual order.
func Order(text string, rtl bool) []Piece {
	all := []rune(text)
	offsets := make([]int, len(all)+1)
	for i, r := range all {
		offsets[i+1] = offsets[i] + len(string(r))
	}
	var out []Piece
	for _, s := range visual(levels(all, rtl)) {
		out = append(out, Piece{offsets[s.from], offsets[s.to], s.level%2 == 1})
	}
	return out
}

// HasRightToLeft reports whether a text contains right-to-left letters.
func HasRightToLeft(text string) bool {
	for _, r := range text {
		if r < 0x590 {
			continue
		}
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.R || p.Class() == bidi.AL {
			return true
		}
	}
	return false
}
