package document

import (
	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"github.com/ghresume/ghresume/internal/pdf"
	"github.com/ghresume/ghresume/internal/typeface"
)

// Margins are the page margins, in points.
type Margins struct{ Top, Right, Bottom, Left float64 }

// Page holds settings that override the theme. The zero Page changes nothing.
type Page struct {
	// FontSize is the size of the body text in points; everything else scales with it.
	FontSize float64
	Margins  *Margins
	// Spacing scales the space between lines and entries; 0 means 1.
	Spacing float64
	// Header is "left" or "center"; empty means the theme's.
	Header string
	// NoFooter omits the footer with name and page number from page two on.
	NoFooter bool
}

// ruleKind is the place of the rule at a section's heading.
type ruleKind int

const (
	none ruleKind = iota
	below
	beside
)

// Names of the embedded families.
const (
	sans  = "Open Sans"
	serif = "Tinos"
)

// style is the layout of a theme. Lengths are in points.
type style struct {
	family                               string
	size, leading                        float64 // of running text; leading is a multiple of size
	sizes                                map[role]float64
	margins                              Margins
	sectionAbove, afterSection           float64
	entryAbove, firstItem                float64 // space above an entry; between its rows and the first item
	itemAbove, paragraphAbove            float64
	indent                               float64
	centered, capitals                   bool // header centered; section headings in capitals
	rule                                 ruleKind
	bar                                  float64 // height of a colored bar above the name
	nameWeight, organizationItalic       bool
	dateColumn                           float64 // width of a column of dates to the left of entries; 0 means none
	footer                               bool
	accent, ink, soft, line              rgb
	nameColor, sectionColor, markerColor rgb
	scale                                float64 // factor for all white space
	language                             language.Tag
}

// The least space between entries (in points), and between an entry's rows and its first
// item (relative to the font size). Programs that divide pages by their white space need it
// to find where each entry begins and to read a row as one line.
const (
	leastEntryAbove = 9
	leastFirstItem  = 0.36
)

// The space around the paragraphs of a letter, relative to that of a resume.
const (
	proseAbove       = 3
	proseBelowHeader = 2
)

func (m Meta) pageStyle() style {
	accent := m.accent().readableOn(white)
	ink := rgb{0x1b, 0x1f, 0x24}
	l := style{
		family: sans, size: 9.6, leading: 1.36, sizes: map[role]float64{name: 28, headline: 12, section: 10.8},
		margins: Margins{46, 52, 46, 52}, sectionAbove: 12, afterSection: 4, entryAbove: leastEntryAbove, firstItem: 3,
		itemAbove: 1.7, paragraphAbove: 2.2, indent: 11, nameWeight: true, footer: true,
		capitals: true, language: language.Make(m.language()),
		accent: accent, ink: ink, soft: rgb{0x4a, 0x52, 0x5b}, line: rgb{0xc9, 0xd1, 0xd9},
		nameColor: accent, sectionColor: accent, markerColor: accent, scale: 1,
	}
	m.Theme.change(&l)
	l.choose(m.Page)
	m.Tightness.tighten(&l)
	return l
}

// choose applies the profile's settings over the theme's.
func (l *style) choose(p Page) {
	if p.FontSize > 0 {
		factor := p.FontSize / l.size
		l.size = p.FontSize
		for r := range l.sizes {
			if r != name {
				l.sizes[r] *= factor
			}
		}
	}
	if p.Margins != nil {
		l.margins = *p.Margins
	}
	if p.Spacing > 0 {
		l.scale *= p.Spacing
	}
	if p.Header != "" {
		l.centered = p.Header == "center"
	}
	l.footer = l.footer && !p.NoFooter
}

// lineHeight returns the height of a line of text of this size.
func (l style) lineHeight(size float64) float64 {
	return size * (1 + (l.leading-1)*l.scale)
}

// sizeOf returns the font size of a block.
func (l style) sizeOf(b block) float64 {
	switch {
	case l.sizes[b.role] > 0:
		return l.sizes[b.role]
	case b.kind == heading && b.level == 1:
		return l.sizes[section] * 1.3
	case b.role == title:
		return l.size * 1.04
	case b.kind == code:
		return l.size * 0.92
	}
	return l.size
}

// spaceAbove returns the space between a block and the one before it.
func (l style) spaceAbove(b, before block) float64 {
	switch {
	case b.role == section || b.kind == heading && b.level == 1:
		return l.sectionAbove * l.scale
	case before.role == section:
		return l.afterSection * l.scale
	case b.kind == figure, before.kind == figure:
		return figureAbove * l.scale
	case b.role == title:
		return max(leastEntryAbove, l.entryAbove*l.scale)
	case b.prose && !before.prose:
		return proseBelowHeader * l.sectionAbove * l.scale
	case b.prose && (b.kind != item || before.kind != item):
		return proseAbove * l.paragraphAbove * l.scale
	case before.role == name:
		return 2 * l.scale
	case b.role == organization:
		return 0
	case b.kind == item && (before.role == title || before.role == organization):
		return max(leastFirstItem*l.size, l.firstItem*l.scale)
	case b.kind == item:
		return l.itemAbove * l.scale
	}
	return l.paragraphAbove * l.scale
}

// displayed returns a heading's text as the theme prints it.
func (l style) displayed(b block, text string) string {
	if l.capitals && b.role == section {
		return cases.Upper(l.language).String(text)
	}
	return text
}

// styleOf returns the face, size and color of a span.
func (l style) styleOf(b block, s span) pdf.Style {
	style := pdf.Style{Size: l.sizeOf(b), Color: pdfColor(l.colorOf(b, s))}
	style.Style = typeface.Style{
		Bold:   s.bold || b.kind == heading && (b.role != name || l.nameWeight),
		Italic: s.italic || b.role == organization && l.organizationItalic && s.part != 0,
		Code:   s.code || b.kind == code,
	}
	if style.Code && b.kind != code {
		style.Size *= 0.92
	}
	return style
}

func (l style) colorOf(b block, s span) rgb {
	switch {
	case b.role == name:
		return l.nameColor
	case b.role == section:
		return l.sectionColor
	case s.link != "" && b.kind != heading && b.role != contact:
		return l.accent
	case b.role == headline, b.role == technologies:
		return l.soft
	}
	return l.ink
}

// styleOfRight returns those of dates and places.
func (l style) styleOfRight(b block) pdf.Style {
	return pdf.Style{Style: typeface.Style{Italic: l.organizationItalic && b.role == organization}, Size: l.size, Color: pdfColor(l.soft)}
}

func pdfColor(c rgb) pdf.Color { return pdf.Color{R: uint8(c.r), G: uint8(c.g), B: uint8(c.b)} }
