package document

import (
	"slices"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/typeface"
)

// htmlPage arranges the blocks of a resume in the elements of a page: a header, sections,
// and an article for each entry.
type htmlPage struct {
	blocks      []block
	dates       dateReader
	rightToLeft bool
	out         *xhtml.Node
	open        *xhtml.Node // header or section
	entry       *xhtml.Node // article, or nil
	entryNumber int
	last        *xhtml.Node // last node added
	above       string      // text of the row that decides the direction of the next one
	ids         map[string]int
	picture     []byte
	author      string
}

func newPage(root *xhtml.Node, m Meta) *htmlPage {
	all := resumeBlocks(root, m.Pictures)
	if m.Tightness >= ShortLists {
		all = shortLists(all)
	}
	return &htmlPage{blocks: all, dates: dateReader{m.Months}, rightToLeft: m.rightToLeft() || mostlyRightToLeft(all), ids: map[string]int{}, picture: m.Photo, author: m.Author}
}

func (p *htmlPage) main() *xhtml.Node {
	p.out = element(atom.Main)
	p.open = element(atom.Header)
	p.out.AppendChild(p.open)
	if p.picture != nil {
		p.open.AppendChild(photoNode(p.picture, p.author))
	}
	for _, b := range p.blocks {
		p.block(b)
	}
	if first := p.out.FirstChild; first.FirstChild == nil {
		p.out.RemoveChild(first)
	}
	p.finish(p.out)
	return p.out
}

func (p *htmlPage) block(b block) {
	if b.entry != p.entryNumber || b.role == section {
		p.entry, p.entryNumber = nil, b.entry
	}
	if b.prose && p.open == p.out.FirstChild {
		p.open = element(atom.Div)
		p.open.Attr = class("letter")
		p.out.AppendChild(p.open)
	}
	switch {
	case b.kind == figure:
		p.put(figureNode(b))
	case b.role == section:
		p.section(b)
	case b.role == title:
		p.entry = element(atom.Article)
		p.open.AppendChild(p.entry)
		p.title(b)
	case b.role == organization:
		p.above = b.above
		p.put(p.row(element(atom.P), b, "where"))
		p.above = ""
	case b.role == headline:
		p.put(p.items(b.spans, "headline"))
	case b.role == contact:
		p.put(p.items(b.spans, "contact"))
	case b.role == row && b.node == nil:
		n := element(atom.P)
		appendAll(n, spanNodes(b.spans))
		p.put(n)
	default:
		p.original(b)
	}
}

// section opens a section labeled by its heading.
func (p *htmlPage) section(b block) {
	id := uniqueID(p.ids, b.node)
	p.open = element(atom.Section)
	p.open.Attr = []xhtml.Attribute{{Key: "aria-labelledby", Val: id}}
	p.out.AppendChild(p.open)
	b.node.Attr = []xhtml.Attribute{{Key: "id", Val: id}}
	p.original(b)
}

// title writes the first row of an entry, or its heading as the template prints it.
func (p *htmlPage) title(b block) {
	if b.node != nil {
		p.original(b)
		return
	}
	heading := &xhtml.Node{Type: xhtml.ElementNode, Data: "h3", DataAtom: atom.H3}
	appendAll(heading, spanNodes(b.spans))
	if len(b.right) == 0 {
		p.put(heading)
		return
	}
	n := element(atom.Div)
	n.Attr = class("row")
	n.AppendChild(heading)
	name := "address"
	if b.hasDates() {
		name = "when"
	}
	appendAll(n, []*xhtml.Node{textNode(" "), p.beside(b, name)})
	p.put(n)
}

// row writes text with something at its other end.
func (p *htmlPage) row(n *xhtml.Node, b block, name string) *xhtml.Node {
	n.Attr = class("row")
	n.AppendChild(spanOf("what", spanNodes(b.spans)...))
	if len(b.right) > 0 { // otherwise programs that read the text would join the two into one word
		appendAll(n, []*xhtml.Node{textNode(" "), p.beside(b, name)})
	}
	return n
}

func (p *htmlPage) beside(b block, name string) *xhtml.Node {
	if b.hasDates() {
		dates := textOfSpans(b.right)
		if p.rightToLeft && !typeface.HasRightToLeft(dates) { // years alone, as in the PDF
			name += " " + leftToRight
		}
		return spanOf(name, p.dates.nodes(dates)...)
	}
	return spanOf(name, spanNodes(b.right)...)
}

// original adds the node that a block came from, once for all its blocks.
func (p *htmlPage) original(b block) {
	if b.node == nil || b.node == p.last {
		return
	}
	switch {
	case b.role == technologies && b.kind == paragraph:
		b.node.Attr = append(b.node.Attr, class("technologies")...)
	case b.role == label:
		b.node.Attr = class("labels")
	}
	if b.node.Parent != nil {
		b.node.Parent.RemoveChild(b.node)
	}
	p.put(b.node)
}

func (p *htmlPage) put(n *xhtml.Node) {
	p.last = n
	p.directions(n)
	if p.entry != nil {
		p.entry.AppendChild(n)
		return
	}
	p.open.AppendChild(n)
}

// finish removes the remaining marks of parts, turns dates into time elements, and keeps
// telephone numbers on one line.
func (p *htmlPage) finish(n *xhtml.Node) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		p.finish(c)
		if c.DataAtom == atom.A && strings.HasPrefix(attribute(c, "href"), "tel:") {
			c.Attr = append(c.Attr, class("nobr")...)
		}
		if kind := attribute(c, partAttribute); c.Data == "span" && kind != "" {
			inner := children(c)
			if part.Kind(kind[0]) == part.Dates {
				inner = p.dates.nodes(textOf(c))
			}
			for _, i := range inner {
				if i.Parent != nil {
					i.Parent.RemoveChild(i)
				}
				n.InsertBefore(i, c)
			}
			n.RemoveChild(c)
		}
		c = next
	}
}

func children(n *xhtml.Node) []*xhtml.Node {
	var out []*xhtml.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		out = append(out, c)
	}
	return out
}

// items returns a row in which no line begins or ends with a separator: the visible dot
// between two items is the styling of a blank, which disappears at a line end. The
// separator's character has no size and belongs to the item before it, with no line break
// between them: it is for copying and searching.
func (p *htmlPage) items(spans []span, name string) *xhtml.Node {
	row := element(atom.P)
	row.Attr = class(name)
	all := splitItems(spans)
	for i, item := range all {
		n := spanOf("item")
		if p.rightToLeft { // a telephone number is read from left to right
			n.Attr = append(n.Attr, xhtml.Attribute{Key: "dir", Val: "auto"})
		}
		appendAll(n, spanNodes(item))
		row.AppendChild(n)
		if i+1 < len(all) {
			n.AppendChild(spanOf("sign", textNode(" ·")))
			row.AppendChild(spanOf("dot", textNode(" ")))
		}
	}
	return row
}

func spanOf(name string, nodes ...*xhtml.Node) *xhtml.Node {
	n := element(atom.Span)
	n.Attr = class(name)
	appendAll(n, nodes)
	return n
}

// splitItems splits spans at the separators.
func splitItems(spans []span) [][]span {
	out := [][]span{nil}
	for _, s := range spans {
		for i, text := range strings.Split(s.text, separator) {
			if i > 0 {
				out = append(out, nil)
			}
			if text == "" {
				continue
			}
			last := &out[len(out)-1]
			s.text = text
			*last = append(*last, s)
		}
	}
	return slices.DeleteFunc(out, func(item []span) bool { return textOfSpans(item) == "" })
}

func class(name string) []xhtml.Attribute { return []xhtml.Attribute{{Key: "class", Val: name}} }

func textNode(s string) *xhtml.Node { return &xhtml.Node{Type: xhtml.TextNode, Data: s} }

func appendAll(n *xhtml.Node, nodes []*xhtml.Node) {
	for _, c := range nodes {
		n.AppendChild(c)
	}
}

// spanNodes returns spans as HTML.
func spanNodes(spans []span) []*xhtml.Node {
	var out []*xhtml.Node
	for _, s := range spans {
		n := textNode(s.text)
		if s.text == "\n" {
			n = element(atom.Br)
		}
		for _, wrap := range []struct {
			has bool
			in  atom.Atom
		}{{s.code, atom.Code}, {s.italic, atom.Em}, {s.bold, atom.Strong}, {s.link != "", atom.A}} {
			if wrap.has {
				outer := element(wrap.in)
				outer.AppendChild(n)
				n = outer
			}
		}
		if s.link != "" {
			n.Attr = []xhtml.Attribute{{Key: "href", Val: s.link}}
		}
		out = append(out, n)
	}
	return out
}
