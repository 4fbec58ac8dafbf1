package pdf

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"slices"

	"github.com/ghresume/ghresume/internal/typeface"
)

// SVG draws the pages as pictures for a screen, which define each glyph once and refer to
// it by name: they show the PDF without a PDF viewer.
func SVG(d *Document, fonts *typeface.Set) []string {
	var out []string
	for i := range d.Pages {
		w := svgWriter{Document: d, fonts: fonts, names: map[svgGlyph]int{}}
		out = append(out, w.page(d.Pages[i]))
	}
	return out
}

type svgWriter struct {
	*Document
	fonts   *typeface.Set
	names   map[svgGlyph]int
	symbols bytes.Buffer
	body    bytes.Buffer
}

// svgGlyph identifies a picture of a face.
type svgGlyph struct {
	face    *typeface.Face
	picture typeface.Picture
}

func (w *svgWriter) page(p Page) string {
	for _, s := range p.Shapes {
		w.shape(s)
	}
	for _, m := range p.Images {
		fmt.Fprintf(&w.body, `<image x="%s" y="%s" width="%s" height="%s" href="data:image/jpeg;base64,%s"/>`, number(m.X), number(m.Y), number(m.Width), number(m.Height), base64.StdEncoding.EncodeToString(m.JPEG))
	}
	for _, t := range p.Texts {
		if !t.Gap {
			w.text(t)
		}
	}
	for _, t := range slices.Concat(p.Footer, p.Stop) {
		w.text(t)
	}
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s"><rect width="100%%" height="100%%" fill="#fff"/><defs>%s</defs>%s</svg>`,
		number(w.Width), number(w.Height), w.symbols.String(), w.body.String())
}

func hex(c Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

func (w *svgWriter) shape(s Shape) {
	switch s.Kind {
	case Line:
		fmt.Fprintf(&w.body, `<path d="M%s %sL%s %s" stroke="%s" stroke-width="%s"/>`, number(s.X0), number(s.Y0), number(s.X1), number(s.Y1), hex(s.Color), number(s.Width))
	case Rectangle:
		fmt.Fprintf(&w.body, `<rect x="%s" y="%s" width="%s" height="%s" fill="%s"/>`, number(s.X0), number(s.Y0), number(s.X1-s.X0), number(s.Y1-s.Y0), hex(s.Color))
	case Disc:
		fmt.Fprintf(&w.body, `<circle cx="%s" cy="%s" r="%s" fill="%s"/>`, number((s.X0+s.X1)/2), number((s.Y0+s.Y1)/2), number((s.X1-s.X0)/2), hex(s.Color))
	}
}

// text places the glyphs in thousandths of an em, upward from the baseline.
func (w *svgWriter) text(t Text) {
	fmt.Fprintf(&w.body, `<g transform="translate(%s %s) scale(%.4f -%.4[3]f)" fill="%s">`, number(t.X), number(t.Y), t.Style.Size/1000, hex(t.Style.Color))
	for _, r := range w.fonts.Shape(t.Style.Style, t.Text, t.RightToLeft) {
		x := r.X
		for _, g := range r.Glyphs {
			if name, drawn := w.glyph(r.Face, g.Picture); drawn {
				fmt.Fprintf(&w.body, `<use href="#g%d" x="%s" y="%s"/>`, name, number(x+g.DX), number(g.DY))
			}
			x += g.Advance
		}
	}
	w.body.WriteString("</g>")
}

// glyph returns the name of a picture, which is defined on first use.
func (w *svgWriter) glyph(f *typeface.Face, p typeface.Picture) (name int, drawn bool) {
	key := svgGlyph{f, p}
	name, known := w.names[key]
	if !known {
		name = -1
		if paths := f.Paths(p); len(paths) > 0 {
			name = len(w.names)
			fmt.Fprintf(&w.symbols, `<path id="g%d" d="`, name)
			for _, path := range paths {
				w.path(path)
			}
			w.symbols.WriteString(`"/>`)
		}
		w.names[key] = name
	}
	return name, name >= 0
}

func (w *svgWriter) path(p typeface.Path) {
	fmt.Fprintf(&w.symbols, "M%.0f %.0f", p.X, p.Y)
	for _, c := range p.Curves {
		if c.Line {
			fmt.Fprintf(&w.symbols, "L%.0f %.0f", c.X, c.Y)
			continue
		}
		fmt.Fprintf(&w.symbols, "C%.0f %.0f %.0f %.0f %.0f %.0f", c.Handles[0][0], c.Handles[0][1], c.Handles[1][0], c.Handles[1][1], c.X, c.Y)
	}
	w.symbols.WriteString("Z")
}
