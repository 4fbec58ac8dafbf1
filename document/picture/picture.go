// Package picture draws figures of a resume as SVG, for pages that show images
// but run nothing: a profile README above all. A picture has no script, no style
// of its own, no font from elsewhere and no link; the same figures are the same bytes.
package picture

import (
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
)

// Picture is what a picture shows, in the words of one language.
type Picture struct {
	// Title stands above the drawing.
	Title string
	// Alt says all figures in words: for those who do not see the picture.
	Alt string
	// Notes stand below the drawing: how it was counted, and what is not known.
	Notes []string
	// Language of the words, a BCP 47 tag.
	Language string
	// Body is the drawing: [Shares], [Bars], [Chips], [Cards], [Header] or [Badge].
	Body Body
}

// Body is one kind of drawing.
type Body interface {
	draw(c *canvas)
	isEmpty() bool
}

// IsEmpty reports whether there is nothing to draw.
func (p *Picture) IsEmpty() bool { return p.Body == nil || p.Body.isEmpty() }

// generator is the name by which [IsOurs] knows our files again.
const generator = "<!-- ghresume -->"

// IsOurs reports whether this package made a file.
func IsOurs(data []byte) bool {
	head := string(data[:min(len(data), 4096)])
	return strings.HasPrefix(head, "<svg ") && strings.Contains(head, generator)
}

// SVG draws the picture for a light or a dark page.
func (p *Picture) SVG(dark bool) []byte {
	c := &canvas{palette: light(), y: margin}
	if dark {
		c.palette = night()
	}
	switch p.Body.(type) {
	case Header, Badge: // say themselves what they are
	default:
		c.heading(p.Title)
	}
	p.Body.draw(c)
	for _, note := range p.Notes {
		c.note(note)
	}
	return c.file(p)
}

// attribute is a text inside of quotes, element one between tags.
func attribute(s string) string { return strings.ReplaceAll(element(s), `"`, "&#34;") }

func element(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(safe.Line(s))
}
