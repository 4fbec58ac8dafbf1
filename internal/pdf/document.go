// Package pdf writes tagged PDF 1.7: text with its structure, links, bookmarks
// and metadata. The same document gives the same bytes.
package pdf

import (
	"bytes"
	"compress/zlib"

	"github.com/ghresume/ghresume/internal/typeface"
)

// Document is the content of the pages and its structure. Lengths are in points, positions
// from the left and the top of the page.
type Document struct {
	Width, Height                    float64
	Title, Author, Subject, Language string
	Keywords                         string
	Producer                         string
	// Elements are the structure; the first one is the document itself, and a parent comes
	// before its children.
	Elements  []Element
	Pages     []Page
	Bookmarks []Bookmark
}

// Element is an element of the structure.
type Element struct {
	Tag    string // H1 to H6, P, L, LI, Lbl, LBody, Link, Figure …
	Parent int    // index of the parent element; -1 for the first
	Link   string // the address of a Link
	Says   string // description of a Link or a Figure; for text drawn in capitals, the text as it was written
}

// Page is one sheet.
type Page struct {
	Shapes []Shape // decoration, under the text
	Images []Image
	Texts  []Text // in reading order
	// Raised is how far the page's corner is above the origin of its coordinates; negative
	// if it is below. It is invisible.
	Raised float64
	Footer []Text // outside of the structure, and not part of the file's text
	Stop   []Text // part of the footer that keeps the page's text apart from the page before
}

// Color is red, green and blue.
type Color struct{ R, G, B uint8 }

// Style is the style of a text.
type Style struct {
	typeface.Style
	Size  float64
	Color Color
}

// Text is a piece of a line.
type Text struct {
	X, Y, Width float64 // Y is the baseline
	Text        string
	Style       Style
	Element     int
	RightToLeft bool // the whole line is
	// Gap marks blanks that fill the space before what is on the right: one wide blank is
	// drawn.
	Gap bool
}

// ShapeKind is the kind of a shape.
type ShapeKind int

// The kinds. A line goes from one corner to the other; a disc fills the box.
const (
	Line ShapeKind = iota
	Rectangle
	Disc
)

// Shape is a decoration.
type Shape struct {
	Kind           ShapeKind
	X0, Y0, X1, Y1 float64
	Width          float64 // of a line
	Color          Color
}

// Bookmark is an entry of the outline; level 1 is the highest.
type Bookmark struct {
	Title string
	Level int
	Page  int
	Y     float64
}

// Write returns a document as a PDF, with the fonts of a set.
func Write(d *Document, fonts *typeface.Set) []byte {
	w := newWriter(d, fonts)
	w.pages()
	w.structure()
	w.catalog()
	return w.file()
}

// writer makes the objects of one file.
type writer struct {
	*Document
	fonts       *typeface.Set
	objects     [][]byte
	catalogAt   int
	pagesAt     int
	fontsAt     int
	pageAt      []int
	elementAt   []int
	tree        *tree
	structureAt int
	subsets     map[*typeface.Face]int // index in used
	used        []*typeface.Subset
	content     bytes.Buffer // of the current page
	top         float64      // top of that page
	number      []byte       // buffer
	packer      *zlib.Writer // for streams
}

func newWriter(d *Document, fonts *typeface.Set) *writer {
	w := &writer{Document: d, fonts: fonts, subsets: map[*typeface.Face]int{}, tree: newTree(d)}
	w.catalogAt, w.pagesAt, w.fontsAt = w.reserve(), w.reserve(), w.reserve()
	for range d.Elements {
		w.elementAt = append(w.elementAt, w.reserve())
	}
	for range d.Pages {
		w.pageAt = append(w.pageAt, w.reserve())
	}
	return w
}
