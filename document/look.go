package document

import "strings"

// look is how a theme sets a page. Lengths are in points.
type look struct {
	size, leading            float64 // of running text; leading is a multiple
	h1, h2, h3               float64 // sizes of headings
	marginX, marginY         float64
	before                   [7]float64 // space above a heading of each level
	paragraph, item, indent  float64    // space above a paragraph and an item; how far an item is moved
	afterSection             float64    // space under a second-level heading
	centred, capitals, lines bool       // header in the middle; second-level headings in capitals, over a line
	accent, ink, soft, line  rgb
	bar                      float64 // a coloured bar above the name
}

func (m Meta) look() look {
	l := look{
		size: 9.6, leading: 1.38, h1: 22, h2: 12.4, h3: 10, marginX: 52, marginY: 46,
		before: [7]float64{0, 0, 11, 6.5, 5, 5, 5}, paragraph: 2.2, item: 1.7, indent: 11, afterSection: 3.6,
		lines: true, accent: m.accent().readableOn(white), ink: rgb{0x1b, 0x1f, 0x24}, soft: rgb{0x4a, 0x52, 0x5b}, line: rgb{0xc9, 0xd1, 0xd9}, bar: 4,
	}
	if m.Theme == Classic {
		l.size, l.leading, l.h1, l.h2, l.h3 = 10.8, 1.26, 23, 11, 11.2
		l.centred, l.capitals, l.bar = true, true, 0
	}
	return l
}

// sizeOf is the size of a block's letters.
func (l look) sizeOf(b block) float64 {
	switch {
	case b.kind == heading && b.level == 1:
		return l.h1
	case b.kind == heading && b.level == 2:
		return l.h2
	case b.kind == heading:
		return l.h3
	case b.kind == code:
		return l.size * 0.92
	}
	return l.size
}

// spaceAbove is what stands between a block and the one before it.
func (l look) spaceAbove(b block) float64 {
	switch b.kind {
	case heading:
		return l.before[b.level]
	case item:
		return l.item
	}
	return l.paragraph
}

// shown is a heading's text as the theme writes it.
func (l look) shown(b block, text string) string {
	if l.capitals && b.kind == heading && b.level == 2 {
		return strings.ToUpper(text)
	}
	return text
}
