package document

import (
	"cmp"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/typeface"
)

// directions gives text the directions that it has in the PDF. A paragraph or row in another
// direction than the page gets its own, except that rows of a right-to-left page are all read
// from right to left. In right-to-left text, the class keeps the signs of
// left-to-right names on their side.
func (p *htmlPage) directions(n *xhtml.Node) {
	isRow := attribute(n, "class") != ""
	for _, b := range paragraphsIn(n) {
		text := textOf(b)
		switch {
		case p.rightToLeft && !isRow && !typeface.HasRightToLeft(text) && typeface.LeftToRight(text):
			b.Attr = append(b.Attr, class(leftToRight)...)
		case !p.rightToLeft && typeface.RightToLeft(cmp.Or(p.above, text)):
			direction := "auto"
			if !typeface.RightToLeft(text) {
				direction = "rtl"
			}
			b.Attr = append(b.Attr, xhtml.Attribute{Key: "dir", Val: direction})
			markNames(b)
		}
	}
	if p.rightToLeft {
		markNames(n)
	}
}

// leftToRight is the class of text between two invisible left-to-right marks.
const leftToRight = "ltr"

// paragraphsIn returns the items of a list, or the node itself.
func paragraphsIn(n *xhtml.Node) []*xhtml.Node {
	if n.DataAtom != atom.Ul && n.DataAtom != atom.Ol {
		return []*xhtml.Node{n}
	}
	var out []*xhtml.Node
	for c := range n.Descendants() {
		if c.DataAtom == atom.Li {
			out = append(out, c)
		}
	}
	return out
}

var nameWithSigns = lazy.New(`[A-Za-z][A-Za-z0-9]*[+#]+|\B\.[A-Za-z][A-Za-z0-9]*`)

// markNames gives C++, C#, F# and .NET the class: "++C" and "NET." would be shown next to
// right-to-left text.
func markNames(n *xhtml.Node) {
	for _, c := range children(n) {
		if c.Type != xhtml.TextNode {
			markNames(c)
			continue
		}
		at := 0
		for _, m := range nameWithSigns.FindAllStringIndex(c.Data, -1) {
			n.InsertBefore(textNode(c.Data[at:m[0]]), c)
			n.InsertBefore(spanOf(leftToRight, textNode(c.Data[m[0]:m[1]])), c)
			at = m[1]
		}
		c.Data = c.Data[at:]
	}
}
