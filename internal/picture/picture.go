// Package picture draws the figures of a resume: as SVG files for pages that show images but
// run no code, such as a profile README, and as shapes for documents. A picture contains no
// scripts, styles, external fonts or links; the same figures give the same bytes.
//
// Lengths are in the user units of SVG, one pixel where the picture is shown in its
// own size. A picture of nothing is empty and not drawn: [Picture.IsEmpty].
package picture

import (
	"slices"
	"strings"
)

// Picture is the content of a picture, in one language.
type Picture struct {
	// Title is printed above the drawing.
	Title string
	// Alt gives all figures as text, for people who cannot see the picture.
	Alt string
	// Notes are printed below the drawing: how the figures were counted, and what is
	// unknown.
	Notes []string
	// Language of the text, a BCP 47 tag.
	Language string
	// Height is the least height; what is drawn is spread over it. Pictures side by side
	// have the same: [SameHeight].
	Height float64
	// Body is the drawing: [Shares], [Bars], [Numbers], [Chips], [Cards], [Tile], [Header] or [Badge].
	Body Body
}

// Body is one kind of drawing.
type Body interface {
	draw(c *canvas)
	isEmpty() bool
}

// sized is implemented by bodies with a width and a heading of their own.
type sized interface{ width() float64 }

// IsEmpty reports whether there is nothing to draw.
func (p *Picture) IsEmpty() bool { return p.Body == nil || p.Body.isEmpty() }

// Drawing returns the picture as shapes for a light page, without a frame.
func (p *Picture) Drawing() *Drawing { return &p.drawOn(light(), 0, 0).Drawing }

// Width returns the width of the picture's file.
func (p *Picture) Width() float64 {
	if body, is := p.Body.(sized); is {
		return body.width() + beside
	}
	return pageWidth + beside
}

// SameHeight makes pictures as high as the highest of them.
func SameHeight(row ...*Picture) {
	for _, p := range row {
		p.Height = p.draw(light()).Height
	}
	for _, p := range row {
		for _, other := range row {
			p.Height = max(p.Height, other.Height)
		}
	}
}

// draw draws the picture for a file, at least as high as it has to be.
func (p *Picture) draw(colors palette) *canvas {
	c := p.drawOn(colors, margin, 0)
	if spare := p.Height - c.Height; spare > 0 {
		c = p.drawOn(colors, margin, spare)
	}
	return c
}

// drawOn puts heading, body and notes on a canvas with margins. What the body leaves of the
// spare height is above the notes.
func (p *Picture) drawOn(colors palette, margin, spare float64) *canvas {
	c := &canvas{palette: colors, y: margin, margin: margin, spare: spare, Drawing: Drawing{Width: pageWidth - 2*(20-margin)}}
	if body, is := p.Body.(sized); is {
		c.Width = body.width()
	} else {
		c.heading(p.Title)
	}
	p.Body.draw(c)
	c.y += c.spare
	if c.Height == 0 { // otherwise the body fills the picture
		for _, note := range p.Notes {
			c.note(note)
		}
		c.Height = c.y + max(margin-4, 6)
	}
	if c.RightToLeft = isRightToLeft(p.Language); c.RightToLeft {
		c.mirror()
	}
	return c
}

// isRightToLeft reports whether a language is written from right to left.
func isRightToLeft(tag string) bool {
	primary, _, _ := strings.Cut(tag, "-")
	return slices.Contains([]string{"ar", "he", "fa", "ur"}, primary)
}
