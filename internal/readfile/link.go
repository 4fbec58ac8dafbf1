package readfile

import (
	"strings"

	"github.com/carlos7ags/folio/core"
	"github.com/carlos7ags/folio/reader"
)

// Link is a linked part of a line.
type Link struct{ Text, URL string }

// pdfLink is a link of a page with its position, from the top of the page.
type pdfLink struct {
	url                      string
	left, top, right, bottom float64
}

// pdfPages returns the dictionaries of the pages, in order.
func pdfPages(file *reader.PdfReader) []*core.PdfDictionary {
	var out []*core.PdfDictionary
	nodes := newWalk()
	var walk func(node *core.PdfDictionary, depth int)
	walk = func(node *core.PdfDictionary, depth int) {
		if depth > 20 || len(out) >= maxPages || !nodes.into(node) {
			return
		}
		kids, ok := resolved(file, node.Get("Kids")).(*core.PdfArray)
		if !ok {
			out = append(out, node)
			return
		}
		for _, kid := range kids.All() {
			walk(dictionary(file, kid), depth+1)
		}
	}
	walk(dictionary(file, file.Catalog().Get("Pages")), 0)
	return out
}

// maxLinks is more than any page of a resume has.
const maxLinks = 500

// pdfLinks returns the web and mail addresses linked on a page.
func pdfLinks(file *reader.PdfReader, page *core.PdfDictionary, box reader.Box) []pdfLink {
	annotations, ok := resolved(file, entryOf(page, "Annots")).(*core.PdfArray)
	if !ok {
		return nil
	}
	var out []pdfLink
	for _, object := range annotations.All() {
		annotation := dictionary(file, object)
		address, isText := resolved(file, entryOf(dictionary(file, entryOf(annotation, "A")), "URI")).(*core.PdfString)
		rect := numbers(file, entryOf(annotation, "Rect"))
		if isText && len(rect) == 4 && len(out) < maxLinks {
			out = append(out, pdfLink{address.TextString(), min(rect[0], rect[2]), box.Y2 - max(rect[1], rect[3]), max(rect[0], rect[2]), box.Y2 - min(rect[1], rect[3])})
		}
	}
	return out
}

func numbers(file *reader.PdfReader, object core.PdfObject) []float64 {
	var out []float64
	if list, ok := resolved(file, object).(*core.PdfArray); ok {
		for _, item := range list.All() {
			if n, ok := resolved(file, item).(*core.PdfNumber); ok {
				out = append(out, n.FloatValue())
			}
		}
	}
	return out
}

// textIn returns the text drawn within a link.
func (l pdfLink) textIn(pieces []piece) string {
	var inside []piece
	for _, p := range pieces {
		if middle := p.x + p.width/2; middle >= l.left && middle <= l.right && p.y >= l.top && p.y <= l.bottom+1 {
			inside = append(inside, p)
		}
	}
	var texts []string
	for _, line := range assemble(inside) {
		texts = append(texts, line.Text())
	}
	return strings.Join(texts, " ")
}

// withLinks adds the links of a page to its lines.
func withLinks(lines []Line, pieces []piece, links []pdfLink) {
	for _, l := range links {
		text := l.textIn(pieces)
		for i := range lines {
			if text != "" && lines[i].Y >= l.top && lines[i].Y <= l.bottom+1 && strings.Contains(lines[i].Text(), text) {
				lines[i].Links = append(lines[i].Links, Link{text, l.url})
				break
			}
		}
	}
}
