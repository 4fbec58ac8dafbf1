package document

import (
	"math"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/typeface"
)

// The smallest letters of a name, in points: on one line, and if even one word is too long.
const (
	leastName     = 20
	leastNameWord = 14
)

// fitName makes the letters of a name smaller where that keeps it on one line, which programs
// take for the whole name, or keeps a word whole.
func (l *layout) fitName() {
	i := slices.IndexFunc(l.blocks, func(b block) bool { return b.role == name })
	if i < 0 {
		return
	}
	width := l.width
	if l.picture != nil {
		width -= l.picture.width + photoGap
	}
	size := func(text string) float64 { // at which the text fills the width
		em := l.set.Width(typeface.Style{Bold: l.look.nameWeight}, text) / 1000
		return math.Floor(2*width/max(em, 0.1)) / 2
	}
	text := l.blocks[i].text()
	if whole := size(text); whole >= leastName {
		l.look.sizes[name] = min(l.look.sizes[name], whole)
		return
	}
	for _, word := range strings.Fields(text) {
		l.look.sizes[name] = min(l.look.sizes[name], max(leastNameWord, size(word)))
	}
}
