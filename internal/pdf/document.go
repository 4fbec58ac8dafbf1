// Package pdf writes tagged PDF 1.7: text with its structure, links, bookmarks
// and metadata. The same document gives the same bytes.
package pdf

import (
	"bytes"
	"compress/zlib"

	"github.com/ghresume/ghresume/internal/typeface"
)

// Document is what stands on the pages, and what it is. Lengths are in points,
// places from the left and the top of the page.
type Document struct {
	Width, Height                    float64
	Title, Author, Subject, Language string
	Keywords                         string
	Producer                         string
	// Elements are the structure; the first one is the document's own, and a
	// parent comes before its children.
	Elements  []Element
	Pages     []Page
	Bookmarks []Bookmark
}

// Element is a piece of the structure.
type Element struct {
	Tag    string // H1 to H6, P, L, LI, Lbl, LBody, Link, Figure …
	Parent int    // index of the element that holds it; -1 for the first
	Link   string // the address of a Link
	Says   string // what a Link says in words, or a Figure shows; of a text, how it was written when it is drawn in capitals
}

// Page is one sheet.
type Page struct {
	Shapes []Shape // decoration, under the text
	Images []Image
	Texts  []Text // in the order of reading
	// Raised is how far the page's corner lies above the origin of its coordinates;
	// below it when negative. It shows nowhere.
	Raised float64
	Footer []Text // outside of the structure, and of the text of the file
}

// Color is red, green and blue.
type Color struct{ R, G, B uint8 }

// Style of a text.
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
	RightToLeft bool // the line is
	// Gap marks blanks that fill the way to what stands on the right: one wide blank is drawn.
	Gap bool
}

// ShapeKind is what a shape is.
type ShapeKind int

// The shapes. A line goes from one corner to the other; a disc fills the box.
const (
	Line ShapeKind = iota
	Rectangle
	Disc
)

// Shape is decoration.
type Shape struct {
	Kind           ShapeKind
	X0, Y0, X1, Y1 float64
	Width          float64 // of a line
	Color          Color
}

// Bookmark is an entry of the outline, 1 is the highest level.
type Bookmark struct {
	Title string
	Level int
	Page  int
	Y     float64
}

// Write prints a document with the fonts of a set.
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
	subsets     map[*typeface.Face]int // place in used
	used        []*typeface.Subset
	content     bytes.Buffer // of the page in the making
	top         float64      // of that page
	number      []byte       // scratch
	packer      *zlib.Writer // of streams
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
