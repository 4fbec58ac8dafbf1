package document

import (
	"bytes"
	"fmt"
	"strings"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/pdf"
	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/internal/typeface"
)

// figures replaces the paragraphs that name a picture with the picture, and drops those
// whose picture does not exist.
func figures(all []block, pictures map[string]*picture.Picture) []block {
	var out []block
	for _, b := range all {
		if len(b.spans) == 0 || b.spans[0].part != part.Figure {
			out = append(out, b)
			continue
		}
		for _, s := range b.spans {
			if p := pictures[s.text]; s.part == part.Figure && p != nil {
				out = append(out, block{kind: figure, name: s.text, picture: p})
			}
		}
	}
	return out
}

// figureNode returns a picture as HTML.
func figureNode(b block) *xhtml.Node {
	n := element(atom.Figure)
	svg, err := xhtml.ParseFragment(bytes.NewReader(b.picture.Inline(b.name)), n)
	if err == nil { // the HTML parser accepts any input
		appendAll(n, svg)
	}
	return n
}

// figureStyle returns the style of pictures: their width, and their colors on dark pages.
func figureStyle() string {
	var b strings.Builder
	b.WriteString("figure{margin:1rem 0}figure svg{max-width:100%;height:auto}\n@media screen and (prefers-color-scheme:dark){")
	for _, c := range picture.Colors() {
		fmt.Fprintf(&b, "figure [fill=\"%s\"]{fill:%s}", c.Light, c.Dark)
	}
	fmt.Fprintf(&b, "}\nfigure [fill=\"%s\"]{fill:var(--accent)}\n", picture.Accent())
	return b.String()
}

// figureAbove is the space above and below a picture, in points.
const figureAbove = 10

// figureScale is the number of points on paper for a width of 1 on screen.
const figureScale = 0.72

// figureScaleIn returns the scale at which a picture is no wider than the text.
func figureScaleIn(d *picture.Drawing, width float64) float64 {
	return min(figureScale, width/d.Width)
}

// setFigure gives a box the size of its picture.
func (t *setter) setFigure(bx *box, width float64) {
	d := bx.picture.Drawing()
	bx.lines, bx.height = []line{{}}, d.Height*figureScaleIn(d, width)
}

// figure draws a picture; y is its top edge.
func (p *painter) figure(b *box, y float64) {
	d := b.picture.Drawing()
	scale := figureScaleIn(d, b.width)
	left := p.look.margins.Left
	if b.fromRight {
		left += p.width - d.Width*scale
	}
	for _, s := range d.Shapes {
		fill := p.figureColor(s.Fill)
		x, top := left+s.X*scale, y+s.Y*scale
		if s.Text != "" {
			p.figureText(b, s, x, top, scale, d.RightToLeft, pdfColor(fill))
			continue
		}
		kind := pdf.Rectangle
		if s.Width == s.Height && s.Radius*2 >= s.Width {
			kind = pdf.Disc
		}
		p.page.Shapes = append(p.page.Shapes, pdf.Shape{Kind: kind, X0: x, Y0: top, X1: x + s.Width*scale, Y1: top + s.Height*scale, Color: pdfColor(fill)})
	}
}

// figureColor returns a color of a picture; the document's accent replaces the picture's.
func (p *painter) figureColor(fill string) rgb {
	if fill == picture.Accent() {
		return p.look.accent
	}
	color, _ := parseRGB(fill) // all colors are our own
	return color
}

// figureText draws a line of text of a picture in the document's fonts. In a picture that is
// read from right to left, facts side by side follow each other from the right, each in a
// direction of its own.
func (p *painter) figureText(b *box, s picture.Shape, x, at, scale float64, fromRight bool, color pdf.Color) {
	style := pdf.Style{Size: s.Size * scale, Color: color, Style: typeface.Style{Bold: s.Bold}}
	inner := *b
	inner.rightToLeft = fromRight
	if text := clean(s.Text); !fromRight || !strings.Contains(text, picture.FactGap) {
		p.figureLine(&inner, s.Anchor, p.fragment(text, style, ""), x, at)
		return
	}
	for i, fact := range strings.Split(clean(s.Text), picture.FactGap) {
		if i > 0 {
			gap := p.fragment(picture.FactGap, style, "")
			p.figureLine(&inner, "", gap, x, at)
			x -= gap.width
		}
		f := p.fragment(fact, style, "")
		p.figureLine(&inner, "", f, x, at)
		x -= f.width
	}
}

// figureLine draws a text at the point that the anchor names.
func (p *painter) figureLine(b *box, anchor picture.Anchor, f fragment, x, at float64) {
	switch {
	case anchor == picture.Middle:
		x -= f.width / 2
	case (anchor == picture.End) != b.rightToLeft:
		x -= f.width
	}
	var l line
	l.add(f)
	p.fragments(b, l, x, at, p.tags.text)
}
