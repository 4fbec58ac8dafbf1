package pdf

import "github.com/ghresume/ghresume/internal/typeface"

// footer draws text as outlines, so that programs that read the text of the file find only
// the content of the pages, and no "2 / 3" between two of them.
func (w *writer) footer(t Text) {
	w.put("/Artifact<</Type/Pagination/Subtype/Footer>>BDC q ")
	w.color(t.Style.Color, "rg")
	scale := t.Style.Size / 1000
	for _, r := range w.fonts.Shape(t.Style.Style, t.Text, t.RightToLeft) {
		x := t.X + r.X*scale
		for _, g := range r.Glyphs {
			w.outlines(r.Face.Paths(g.Picture), x+g.DX*scale, w.top-t.Y+g.DY*scale, scale)
			x += g.Advance * scale
		}
	}
	w.put("f Q EMC\n")
}

// stop draws a character of a footer as text, with the mark that it stands for nothing.
// Programs that end a line only where the next one is above or below it would otherwise join
// the first line of a page to the last line of the page before.
func (w *writer) stop(t Text) {
	w.put("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n/Span<</ActualText()>>BDC\n")
	w.draw(t)
	w.put("EMC\nEMC\n")
}

func (w *writer) outlines(paths []typeface.Path, x, y, scale float64) {
	point := func(px, py float64) { w.put(x+px*scale, " ", y+py*scale, " ") }
	for _, p := range paths {
		point(p.X, p.Y)
		w.put("m ")
		for _, c := range p.Curves {
			operator := "l "
			if !c.Line {
				operator = "c "
				for _, h := range c.Handles {
					point(h[0], h[1])
				}
			}
			point(c.X, c.Y)
			w.put(operator)
		}
		w.put("h ")
	}
}
