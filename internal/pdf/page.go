package pdf

import (
	"fmt"
	"math"

	"github.com/ghresume/ghresume/internal/typeface"
)

// pages writes all pages and then the fonts, since only then is it known what they use.
func (w *writer) pages() {
	for i := range w.Pages {
		w.page(i)
	}
	w.set(w.pagesAt, fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", refs(w.pageAt), len(w.pageAt)))
	fonts := "<<"
	for i, s := range w.used {
		fonts += fmt.Sprintf("/F%d %s", i+1, ref(w.font(s)))
	}
	w.set(w.fontsAt, fonts+">>")
}

func (w *writer) page(i int) {
	p := w.Pages[i]
	w.content.Reset()
	w.top = p.Raised + w.Height
	for _, s := range p.Shapes {
		w.shape(s)
	}
	images := w.images(i, p.Images)
	for _, t := range p.Stop {
		w.stop(t)
	}
	w.texts(i, p.Texts)
	for _, t := range p.Footer {
		w.footer(t)
	}
	annotations := w.links(i, p.Texts)
	w.set(w.pageAt[i], fmt.Sprintf("<</Type/Page/Parent %s/MediaBox[0 %s %s %s]/Contents %s/Resources<</Font %s%s>>/StructParents %d/Tabs/S%s>>",
		ref(w.pagesAt), number(p.Raised), number(w.Width), number(w.top), ref(w.stream("", w.content.Bytes())), ref(w.fontsAt), images, i, annotations))
}

// texts draws pieces of lines, each in the marked content of its element.
func (w *writer) texts(page int, texts []Text) {
	open := -1
	for _, t := range texts {
		if t.Element != open {
			if open >= 0 {
				w.close(open)
			}
			open = t.Element
			w.put("/", w.Elements[open].Tag, "<</MCID ", w.tree.mark(open, page), ">>BDC\n", w.Elements[open].asWritten())
		}
		w.draw(t)
		w.tree.said[open] = append(w.tree.said[open], t.Text...)
	}
	if open >= 0 {
		w.close(open)
	}
}

// close ends the marked content of an element, and that with its text as written.
func (w *writer) close(element int) {
	if w.Elements[element].asWritten() != "" {
		w.put("EMC\n")
	}
	w.put("EMC\n")
}

// asWritten opens marked content with the text of a heading in capitals as its author wrote
// it: programs that extract text find that, whatever the theme draws ("Größe" and not
// "GRÖSSE"). It is a separate span because Poppler looks for it only there.
func (e Element) asWritten() string {
	if e.Says == "" || e.Tag == "Link" || e.Tag == "Figure" {
		return ""
	}
	return "/Span<</ActualText" + text(e.Says) + ">>BDC\n"
}

func (w *writer) color(c Color, operator string) {
	w.put(float64(c.R)/255, " ", float64(c.G)/255, " ", float64(c.B)/255, " ", operator, " ")
}

// shape draws a decoration, which programs that read the text skip.
func (w *writer) shape(s Shape) {
	w.put("/Artifact<</Type/Layout>>BDC q ")
	switch s.Kind {
	case Line:
		w.color(s.Color, "RG")
		w.put(s.Width, " w ", s.X0, " ", w.top-s.Y0, " m ", s.X1, " ", w.top-s.Y1, " l S")
	case Rectangle:
		w.color(s.Color, "rg")
		w.put(s.X0, " ", w.top-s.Y1, " ", s.X1-s.X0, " ", s.Y1-s.Y0, " re f")
	case Disc:
		w.color(s.Color, "rg")
		w.disc(s)
	}
	w.put(" Q EMC\n")
}

// disc draws four curves; 0.5523 of the radius makes a quarter of a circle.
func (w *writer) disc(s Shape) {
	x, y, r := (s.X0+s.X1)/2, w.top-(s.Y0+s.Y1)/2, (s.X1-s.X0)/2
	h := r * 0.5523
	w.put(x+r, " ", y, " m ")
	for _, q := range [][6]float64{
		{x + r, y + h, x + h, y + r, x, y + r}, {x - h, y + r, x - r, y + h, x - r, y},
		{x - r, y - h, x - h, y - r, x, y - r}, {x + h, y - r, x + r, y - h, x + r, y},
	} {
		for _, v := range q {
			w.put(v, " ")
		}
		w.put("c ")
	}
	w.put("f")
}

// draw writes a piece of text, run by run.
func (w *writer) draw(t Text) {
	for _, r := range w.runs(t) {
		if len(r.Glyphs) == 0 {
			continue
		}
		subset, name := w.subset(r.Face)
		w.put("BT ")
		w.color(t.Style.Color, "rg")
		w.put("/F", name, " ", t.Style.Size, " Tf 1 0 0 1 ", t.X+r.X*t.Style.Size/1000, " ", w.top-t.Y, " Tm\n")
		w.glyphs(r, subset, t.Style.Size)
		w.put(" ET\n")
	}
}

// runs shapes a piece; a gap is one blank of the gap's width.
func (w *writer) runs(t Text) []typeface.Run {
	runs := w.fonts.Shape(t.Style.Style, t.Text, t.RightToLeft)
	if t.Gap && len(runs) > 0 {
		r := runs[0]
		width := t.Width * 1000 / t.Style.Size
		r.Glyphs = []typeface.Glyph{{Picture: r.Face.Blank(width), Text: " ", Advance: width}}
		return []typeface.Run{r}
	}
	return runs
}

// subset returns the subset of a face, and the number in its name.
func (w *writer) subset(f *typeface.Face) (*typeface.Subset, int) {
	if _, known := w.subsets[f]; !known {
		w.used = append(w.used, typeface.NewSubset(f))
		w.subsets[f] = len(w.used)
	}
	n := w.subsets[f]
	return w.used[n-1], n
}

// glyphs writes codes, with adjustments where the glyph widths alone would be wrong.
func (w *writer) glyphs(r typeface.Run, subset *typeface.Subset, size float64) {
	line := tj{writer: w}
	w.put("[")
	pen, want, rise := 0.0, 0.0, 0.0 // where the pen is and where it should be
	for _, g := range r.Glyphs {
		if g.DY != rise {
			rise = g.DY
			line.close()
			w.put("]TJ ", rise*size/1000, " Ts [")
		}
		if move := math.Round(pen - (want + g.DX)); move != 0 {
			line.close()
			w.put(move)
			pen -= move
		}
		line.code(subset.Code(g))
		pen += math.Round(r.Face.Advance(g.Picture))
		want += g.Advance
	}
	line.close()
	w.put("]TJ")
	if rise != 0 {
		w.put(" 0 Ts")
	}
}

// tj writes the array of a TJ operator.
type tj struct {
	*writer
	open bool
}

func (l *tj) code(n int) {
	const digits = "0123456789ABCDEF"
	if !l.open {
		l.content.WriteByte('<')
		l.open = true
	}
	for shift := 12; shift >= 0; shift -= 4 {
		l.content.WriteByte(digits[n>>shift&15])
	}
}

func (l *tj) close() {
	if l.open {
		l.content.WriteByte('>')
		l.open = false
	}
}
