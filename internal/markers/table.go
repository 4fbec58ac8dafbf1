package markers

import (
	"bytes"

	"github.com/yuin/goldmark/ast"

	"github.com/ghresume/ghresume/internal/lazy"
)

// delimiterRow matches the second line of a table: | --- | :-: |
var delimiterRow = lazy.New(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*$`)

// inTable reports whether a place is in a table of GitHub's, which CommonMark reads as a
// paragraph: any line break would end its row.
func inTable(n ast.Node, source []byte, place int) bool {
	for n != nil && n.Kind() != ast.KindParagraph {
		n = n.Parent()
	}
	if n == nil {
		return false
	}
	lines := n.Lines()
	for i := 1; i < lines.Len(); i++ {
		head, second := lines.At(i-1), lines.At(i)
		if text := second.Value(source); bytes.Contains(text, []byte("|")) && delimiterRow.Match(text) {
			return place >= head.Start
		}
	}
	return false
}
