package document

import (
	"strconv"
	"strings"

	xhtml "golang.org/x/net/html"

	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/picture"
)

// blockKind is the kind of a block in the layout: heading, item, paragraph and so on.
type blockKind int

const (
	paragraph blockKind = iota
	heading
	item
	code
	rule
	figure
)

// role is what a block means in a resume.
type role int

const (
	body         role = iota
	name              // name of the user
	headline          // what the user does
	contact           // how to reach the user
	section           // heading of a section
	title             // first row of an entry: the title, with the dates on the right
	organization      // second row: the organization, with the place on the right
	technologies      // technologies of an entry
	row               // row of short items
	besideRow         // the part at the other end of a row
	label             // item that begins with a bold word and a colon, such as a group of skills
)

// block is a piece of text that starts on a new line. PDF and DOCX are made of blocks.
type block struct {
	kind blockKind
	// level is the level of a heading, 1 to 6, or the depth of an item, from 1. A paragraph
	// inside an item has the item's depth, any other has 0.
	level int
	// marker is the bullet or number of an item.
	marker string
	// list numbers the numbered lists; 0 means bullets.
	list, start int
	spans       []span
	role        role
	// prose marks the text of a letter: what stands below a header without sections.
	prose bool
	// right is printed at the other end of the first line.
	right []span
	// entry numbers the entries of the resume; 0 means outside of entries.
	entry int
	// above is the text of the row above in the same entry, whose direction this one takes.
	above string
	// picture is the content of a figure, name the name it was included by.
	picture *picture.Picture
	name    string
	// node is the child of the body that the block came from; nil if it was assembled.
	node *xhtml.Node
}

// span is text in a single style.
type span struct {
	text               string
	bold, italic, code bool
	link               string
	part               part.Kind
}

// text returns the block's text without styles.
func (b block) text() string { return textOfSpans(b.spans) }

func textOfSpans(spans []span) string {
	var s strings.Builder
	for _, span := range spans {
		s.WriteString(span.text)
	}
	return strings.Join(strings.Fields(s.String()), " ")
}

// blocks reads the tree in reading order.
func blocks(root *xhtml.Node) []block {
	r := blockReader{}
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		before := len(r.done)
		r.node(c)
		if c.Type == xhtml.ElementNode {
			r.flush()
		}
		for i := before; i < len(r.done); i++ {
			r.done[i].node = c
		}
	}
	r.flush()
	return r.done
}

// resumeBlocks returns the blocks with their roles in a resume.
func resumeBlocks(root *xhtml.Node, pictures map[string]*picture.Picture) []block {
	arrange(root)
	return labels(alike(datesBeside(entries(shortItems(header(figures(blocks(root), pictures)))))))
}

// alike makes the second row of an entry start on the side of the first one.
func alike(all []block) []block {
	for i := 1; i < len(all); i++ {
		if all[i].role == organization && all[i-1].role == title && all[i].entry == all[i-1].entry {
			all[i].above = all[i-1].text()
		}
	}
	return all
}

type blockReader struct {
	done  []block
	open  block // receives the next spans
	style span  // style of the text that follows
	depth int   // depth of nested lists
	lists int   // numbered lists so far
	pre   bool
}

// flush ends the open block.
func (r *blockReader) flush() {
	if b := trimBlock(r.open); len(b.spans) > 0 || b.kind == rule {
		r.done = append(r.done, b)
	}
	r.open = block{level: r.depth}
}

func (r *blockReader) children(n *xhtml.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.node(c)
	}
}

func (r *blockReader) node(n *xhtml.Node) {
	if n.Type == xhtml.TextNode {
		r.text(n.Data)
		return
	}
	switch n.Data {
	case "h1", "h2", "h3", "h4", "h5", "h6":
		r.within(n, block{kind: heading, level: int(n.Data[1] - '0')})
	case "p", "blockquote", "tr":
		r.paragraph(n)
	case "td", "th":
		r.children(n)
		r.text(" \u2003")
	case "ul", "ol":
		r.list(n)
	case "pre":
		r.pre = true
		r.within(n, block{kind: code, level: r.depth})
		r.pre = false
	case "hr":
		r.within(n, block{kind: rule})
	case "br":
		r.open.spans = append(r.open.spans, span{text: "\n"})
	default:
		r.inline(n)
	}
}

// within reads the content of a node into a block of its own.
func (r *blockReader) within(n *xhtml.Node, b block) {
	r.flush()
	r.open = b
	r.children(n)
	r.flush()
}

// paragraph reads a paragraph. The first one of an item is the item's own text.
func (r *blockReader) paragraph(n *xhtml.Node) {
	if r.open.kind == item && len(trimBlock(r.open).spans) == 0 {
		r.children(n)
		return
	}
	r.within(n, block{level: r.depth})
}

// list reads a list and gives its items numbers or bullets.
func (r *blockReader) list(n *xhtml.Node) {
	r.flush()
	number, list := 0, 0
	if n.Data == "ol" {
		r.lists++
		list, number = r.lists, attributeNumber(n, "start", 1)
	}
	start := number
	r.depth++
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != xhtml.ElementNode {
			continue
		}
		r.flush()
		r.open = block{kind: item, level: r.depth, marker: marker(list, number), list: list, start: start}
		if attribute(c, "class") == "technologies" {
			r.open.role = technologies
		}
		r.children(c)
		r.flush()
		number++
	}
	r.depth--
	r.open = block{level: r.depth}
}

func marker(list, number int) string {
	if list == 0 {
		return "•"
	}
	return strconv.Itoa(number) + "."
}

func attributeNumber(n *xhtml.Node, name string, otherwise int) int {
	if v, err := strconv.Atoi(attribute(n, name)); err == nil && v >= 0 && v < 1e6 {
		return v
	}
	return otherwise
}

func attribute(n *xhtml.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// inline reads the content of a node with the style that the node sets.
func (r *blockReader) inline(n *xhtml.Node) {
	before := r.style
	switch n.Data {
	case "strong", "b":
		r.style.bold = true
	case "em", "i":
		r.style.italic = true
	case "code":
		r.style.code = true
	case "a":
		r.style.link = attribute(n, "href")
	case "span":
		if kind := attribute(n, partAttribute); kind != "" {
			r.style.part = part.Kind(kind[0])
		}
	}
	r.children(n)
	r.style = before
}

// text adds characters; outside code, a run of white space becomes one space.
func (r *blockReader) text(s string) {
	if !r.pre {
		s = spaces.Replace(s)
		if n := len(r.open.spans); n > 0 && r.open.spans[n-1].text == "\n" {
			s = strings.TrimLeft(s, " ")
		}
	}
	lines := strings.SplitAfter(s, "\n")
	for _, line := range lines {
		text, broken := strings.CutSuffix(line, "\n")
		if text != "" {
			styled := r.style
			styled.text = text
			r.open.spans = append(r.open.spans, styled)
		}
		if broken {
			r.open.spans = append(r.open.spans, span{text: "\n"})
		}
	}
}

var spaces = strings.NewReplacer("\n", " ", "\t", " ")

// trimBlock removes white space at both ends.
func trimBlock(b block) block {
	for len(b.spans) > 0 && strings.TrimSpace(b.spans[0].text) == "" {
		b.spans = b.spans[1:]
	}
	for len(b.spans) > 0 && strings.TrimSpace(b.spans[len(b.spans)-1].text) == "" {
		b.spans = b.spans[:len(b.spans)-1]
	}
	return b
}
