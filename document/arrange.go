package document

import (
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/ghresume/ghresume/internal/part"
)

// arrange gives entries the shape in which programs find them again. Jobs that a template
// prints as items become headings with their texts below. Technologies below a list become
// its last item: what follows a list without a bullet would be read as the end of its last
// item.
func arrange(root *xhtml.Node) {
	for _, n := range children(root) {
		switch {
		case n.DataAtom == atom.Ul && everyItem(n, isJob):
			unpackJobs(n)
		case n.DataAtom == atom.P && isTechnologies(n):
			joinList(n)
		}
	}
}

// everyItem reports whether a list has items and all of them are of a kind.
func everyItem(list *xhtml.Node, is func(*xhtml.Node) bool) bool {
	found := false
	for _, li := range children(list) {
		if li.DataAtom != atom.Li {
			continue
		}
		if found = is(li); !found {
			return false
		}
	}
	return found
}

// isJob reports whether an item consists of the parts of a job: a bold title, and the
// organization or dates.
func isJob(li *xhtml.Node) bool {
	first, all := false, ""
	for i, n := range ownText(li) {
		switch kind := attribute(n, partAttribute); {
		case kind != "":
			all += kind
			first = first || i == 0 && n.FirstChild != nil && n.FirstChild.DataAtom == atom.Strong
		case strings.Trim(textOf(n), blank+",·|،、") != "" || n.Type != xhtml.TextNode:
			return false
		}
	}
	return first && strings.HasPrefix(all, string(part.Title)) && strings.ContainsAny(all, string(part.Organization)+string(part.Dates))
}

// ownText returns the nodes of an item's own text, without the lists and paragraphs below it.
func ownText(li *xhtml.Node) []*xhtml.Node {
	var out []*xhtml.Node
	for _, n := range children(li) {
		switch {
		case n.DataAtom == atom.P && textOfNodes(out) == "":
			return children(n)
		case n.DataAtom == atom.P, n.DataAtom == atom.Ul, n.DataAtom == atom.Ol, n.DataAtom == atom.Pre, n.DataAtom == atom.Blockquote:
			return out
		}
		out = append(out, n)
	}
	return out
}

func textOfNodes(nodes []*xhtml.Node) string {
	var b strings.Builder
	for _, n := range nodes {
		b.WriteString(textOf(n))
	}
	return strings.TrimSpace(b.String())
}

// unpackJobs puts a heading for each item of a list in its place, and after it the lists and
// paragraphs of the item.
func unpackJobs(list *xhtml.Node) {
	root := list.Parent
	for _, li := range children(list) {
		heading := element(atom.H3)
		moveInto(heading, ownText(li))
		root.InsertBefore(heading, list)
		for _, below := range children(li) {
			if textOf(below) == "" || below.Type == xhtml.TextNode {
				continue
			}
			li.RemoveChild(below)
			root.InsertBefore(below, list)
			if last := lastItem(below); last != nil && isTechnologies(last) {
				last.Attr = class("technologies")
			}
		}
		if heading.FirstChild == nil { // the white space between items
			root.RemoveChild(heading)
		}
	}
	root.RemoveChild(list)
}

func moveInto(parent *xhtml.Node, nodes []*xhtml.Node) {
	for _, n := range nodes {
		n.Parent.RemoveChild(n)
		parent.AppendChild(n)
	}
}

// isTechnologies reports whether a paragraph or item has the technologies of an entry alone.
func isTechnologies(n *xhtml.Node) bool {
	all := children(n)
	return len(all) == 1 && attribute(all[0], partAttribute) == string(part.Technologies)
}

// joinList makes a paragraph the last item of the list with bullets above it, if there is one.
func joinList(p *xhtml.Node) {
	before := p.PrevSibling
	for before != nil && before.Type == xhtml.TextNode && strings.TrimSpace(before.Data) == "" {
		before = before.PrevSibling
	}
	if before == nil || before.DataAtom != atom.Ul {
		return
	}
	li := element(atom.Li)
	li.Attr = class("technologies")
	moveInto(li, children(p))
	p.Parent.RemoveChild(p)
	before.AppendChild(li)
}

// lastItem returns the last item of a list, or nil.
func lastItem(list *xhtml.Node) *xhtml.Node {
	for n := list.LastChild; n != nil; n = n.PrevSibling {
		if n.DataAtom == atom.Li {
			return n
		}
	}
	return nil
}
