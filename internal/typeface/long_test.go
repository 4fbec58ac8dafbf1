package typeface

import (
	"math"
	"strings"
	"testing"
)

// TestLongWordsAreMeasuredInPieces: no piece is longer than what is measured at once,
// whatever its characters, and together they are as wide as the word.
func TestLongWordsAreMeasuredInPieces(t *testing.T) {
	s := testSet(t)
	for _, piece := range []string{"%20", "{{.}}", "é"} {
		word := strings.Repeat(piece, 3*longWord/len(piece)+1)
		one, many := s.Width(Style{}, piece), s.Width(Style{}, word)
		if want := one * float64(strings.Count(word, piece)); math.Abs(many-want) > want/50 {
			t.Errorf("%s: %.0f, want about %.0f", piece, many, want)
		}
	}
	for m := range s.widths {
		if len(m.text) > longWord {
			t.Errorf("%d bytes were measured at once", len(m.text))
		}
	}
}
