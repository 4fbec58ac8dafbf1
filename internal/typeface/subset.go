package typeface

import (
	"encoding/binary"
	"math"
	"slices"
)

// Subset is the part of a face that a document uses: its codes, and the small font with
// their pictures. Code 0 is unused; the codes begin with 1.
type Subset struct {
	face     *Face
	codes    map[code]int
	list     []code
	glyphs   map[Picture]int // numbers in the small font
	pictures []Picture
}

type code struct {
	picture Picture
	text    string
}

// NewSubset returns an empty subset.
func NewSubset(f *Face) *Subset {
	return &Subset{face: f, codes: map[code]int{}, glyphs: map[Picture]int{}}
}

// Face returns the face of the subset.
func (s *Subset) Face() *Face { return s.face }

// Code returns the code for a picture with its text; the same picture with another text has
// another code.
func (s *Subset) Code(g Glyph) int {
	key := code{g.Picture, g.Text}
	n, known := s.codes[key]
	if !known {
		n = len(s.list) + 1
		s.codes[key], s.list = n, append(s.list, key)
		if _, drawn := s.glyphs[g.Picture]; !drawn {
			s.pictures = append(s.pictures, g.Picture)
			s.glyphs[g.Picture] = len(s.pictures)
		}
	}
	return n
}

// Codes returns the number of codes.
func (s *Subset) Codes() int { return len(s.list) }

// At returns the text, the width in thousandths of an em, and the glyph in the small font
// of a code.
func (s *Subset) At(n int) (text string, width, glyph int) {
	c := s.list[n-1]
	return c.text, round(s.face.Advance(c.picture)), s.glyphs[c.picture]
}

// bounds are the corners of what is drawn, in font units.
type bounds struct{ left, bottom, right, top int }

func (b *bounds) grow(c bounds) {
	*b = bounds{min(b.left, c.left), min(b.bottom, c.bottom), max(b.right, c.right), max(b.top, c.top)}
}

// Build returns a TrueType font with the pictures, whatever kind of font they came from.
// Glyph 0 is empty. The box around all glyphs is in thousandths of an em.
func (s *Subset) Build() (data []byte, box [4]int) {
	tables, box := s.tables()
	return fontFile(tables), box
}

func (s *Subset) tables() (tables []table, box [4]int) {
	var glyf, loca, hmtx []byte
	var all bounds
	points, outlines := 0, 0
	add := func(contours [][]point, advance int) {
		points, outlines = max(points, len(slices.Concat(contours...))), max(outlines, len(contours))
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		g, b := simpleGlyph(contours)
		glyf = append(glyf, g...)
		all.grow(b)
		hmtx = appendShorts(hmtx, advance, b.left)
	}
	add(nil, int(s.face.perEm())/2)
	for _, p := range s.pictures {
		add(s.face.contours(p), int(math.Round(s.face.Advance(p)*s.face.perEm()/1000)))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	tables = []table{
		{"glyf", glyf}, {"head", s.head(all)}, {"hhea", s.hhea(all)}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", s.maxp(points, outlines)},
	}
	for i, v := range []int{all.left, all.bottom, all.right, all.top} {
		box[i] = round(float64(v) * 1000 / s.face.perEm())
	}
	return tables, box
}

func appendShorts(b []byte, values ...int) []byte {
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(int16(max(math.MinInt16, min(v, math.MaxInt16)))))
	}
	return b
}

// simpleGlyph encodes contours as a glyph of the table glyf.
func simpleGlyph(contours [][]point) ([]byte, bounds) {
	if len(contours) == 0 {
		return nil, bounds{}
	}
	b := bounds{math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16}
	var w glyphWriter
	var ends []int
	n := -1
	for _, c := range contours {
		for _, p := range c {
			x, y := int(math.Round(p.x)), int(math.Round(p.y))
			b.grow(bounds{x, y, x, y})
			w.add(x, y, p.on)
		}
		n += len(c)
		ends = append(ends, n)
	}
	out := appendShorts(nil, len(contours), b.left, b.bottom, b.right, b.top)
	out = appendShorts(appendShorts(out, ends...), 0) // no instructions
	out = slices.Concat(out, w.flags, w.xs, w.ys)
	return append(out, make([]byte, -len(out)&3)...), b
}

// glyphWriter encodes points as differences.
type glyphWriter struct {
	flags, xs, ys []byte
	x, y          int
}

func (w *glyphWriter) add(x, y int, on bool) {
	var flag byte
	if on {
		flag = 1
	}
	w.xs = appendDelta(w.xs, x-w.x, &flag, 2, 16)
	w.ys = appendDelta(w.ys, y-w.y, &flag, 4, 32)
	w.flags = append(w.flags, flag)
	w.x, w.y = x, y
}

// appendDelta writes a difference in one byte if possible; the flags say how.
func appendDelta(b []byte, d int, flag *byte, short, same byte) []byte {
	switch {
	case d == 0:
		*flag |= same
		return b
	case d > -256 && d < 256:
		*flag |= short
		if d > 0 {
			*flag |= same
		}
		return append(b, byte(max(d, -d)))
	}
	return appendShorts(b, d)
}

func (s *Subset) head(b bounds) []byte {
	head := []byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x5F, 0x0F, 0x3C, 0xF5, 0, 3}
	head = appendShorts(head, int(s.face.perEm()))
	head = append(head, make([]byte, 16)...) // no dates
	return appendShorts(head, b.left, b.bottom, b.right, b.top, 0, 6, 2, 1, 0)
}

func (s *Subset) hhea(b bounds) []byte {
	ascent, descent := s.face.Extents()
	units := func(v float64) int { return int(math.Round(v * s.face.perEm() / 1000)) }
	return appendShorts([]byte{0, 1, 0, 0}, units(ascent), units(descent), 0, int(s.face.perEm()), 0, 0, b.right, 1, 0, 0, 0, 0, 0, 0, 0, len(s.pictures)+1)
}

func (s *Subset) maxp(points, contours int) []byte {
	return appendShorts([]byte{0, 1, 0, 0}, len(s.pictures)+1, points, contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)
}

// table is a table of a font file.
type table struct {
	tag  string
	data []byte
}

// fontFile assembles tables, sorted by tag, into a file.
func fontFile(tables []table) []byte {
	out := []byte{0, 1, 0, 0, 0, byte(len(tables)), 0, 64, 0, 2, 0, 32} // the search fields are those for six tables
	offset := 12 + 16*len(tables)
	var body []byte
	for _, t := range tables {
		padded := append(slices.Clone(t.data), make([]byte, -len(t.data)&3)...)
		sum := uint32(0)
		for i := 0; i < len(padded); i += 4 {
			sum += binary.BigEndian.Uint32(padded[i:])
		}
		out = append(out, t.tag...)
		for _, v := range []uint32{sum, uint32(offset + len(body)), uint32(len(t.data))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		body = append(body, padded...)
	}
	return append(out, body...)
}
