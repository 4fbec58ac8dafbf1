package document

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/pdf"
	"github.com/ghresume/ghresume/internal/typeface"
)

// painter draws boxes as tagged text on the pages of a PDF.
type painter struct {
	*layout
	out   *pdf.Document
	page  *pdf.Page
	tags  structure
	links map[string]int // link elements in the open block, by address
}

// paint makes the pages of a layout.
func (l *layout) paint(m Meta) *pdf.Document {
	p := &painter{layout: l, out: &pdf.Document{
		Width: l.paperWidth, Height: l.paperHeight, Title: clean(m.Title), Author: clean(m.Author), Subject: clean(m.Description),
		Language: m.pdfLanguage(), Keywords: clean(strings.Join(m.Keywords, ", ")), Producer: generator,
	}}
	p.tags = newStructure(p.out)
	for i, s := range l.pages {
		p.out.Pages = append(p.out.Pages, pdf.Page{})
		p.page = &p.out.Pages[i]
		if i > 0 && s.placed[0].box.kind == heading {
			// Programs that find entries by the distance of lines continue counting from
			// the page before.
			p.page.Raised = -float64(i) * p.out.Height
		}
		p.sheet(s, i, m)
	}
	return p.out
}

func (p *painter) sheet(s sheet, number int, m Meta) {
	first := number == 0 || number == p.front
	if first && p.look.bar > 0 {
		p.page.Shapes = append(p.page.Shapes, pdf.Shape{Kind: pdf.Rectangle, X1: p.paperWidth, Y1: p.look.bar, Color: pdfColor(p.look.accent)})
	}
	if number == p.front {
		p.photo(m)
	}
	for i, placed := range s.placed {
		y := p.look.margins.Top + placed.y
		if placed.first {
			p.begin(placed.box, number, y)
		}
		if p.look.dateColumn > 0 && placed.box.entry > 0 {
			p.track(s.placed, i, y)
		}
		p.box(placed, y)
	}
	if !first && p.look.footer {
		p.footer(number, clean(m.Author))
	}
}

// begin opens the structure element of a box, and adds a bookmark for a heading.
func (p *painter) begin(b *box, page int, y float64) {
	p.tags.open(b.block)
	p.links = map[string]int{}
	if b.kind == heading && b.headline != "" {
		p.out.Bookmarks = append(p.out.Bookmarks, pdf.Bookmark{Title: b.headline, Level: b.level, Page: page, Y: y})
		if p.look.displayed(b.block, b.headline) != b.headline {
			p.out.Elements[p.tags.text].Says = b.headline
		}
	}
}

// box draws the lines of a box with its bullet.
func (p *painter) box(placed placed, y float64) {
	b := placed.box
	if b.kind == rule {
		p.stroke(y+b.height/2, p.look.margins.Left, p.look.margins.Left+p.width, 0.6)
		return
	}
	if b.kind == figure {
		p.figure(b, y)
		return
	}
	if placed.first && b.marker.text != "" {
		p.marker(b, y)
	}
	// The right end of the first line is read after all lines.
	later := placed.first && len(placed.lines) > 1 && !b.dateColumn && len(b.right.fragments) > 0
	top := y
	for i, l := range placed.lines {
		p.line(b, l, y, placed.first && i == 0 && !later)
		y += b.height
	}
	if later {
		_, beside := p.ends(b, placed.lines[0], 0)
		p.fragments(b, beside.line, beside.x, p.baseline(b, top), beside.element)
	}
	if b.role == section {
		p.underline(b, placed.lines, y)
	}
}

// marker draws the bullet or number before an item.
func (p *painter) marker(b *box, y float64) {
	inside := max(b.marker.width, p.look.indent*0.75)
	x := p.look.margins.Left + b.left - inside
	if b.fromRight { // the blank is on the other side, since it is drawn from the left
		sign := p.fragment(strings.TrimSuffix(b.marker.text, " "), b.marker.style, "")
		x = p.look.margins.Left + p.width - b.left + inside - sign.width
	}
	p.put(pdf.Text{X: x, Y: p.baseline(b, y), Width: b.marker.width, Text: b.marker.text, Style: b.marker.style, Element: p.tags.label})
}

// line draws one row; y is its top. Both ends are drawn in reading order.
func (p *painter) line(b *box, l line, y float64, first bool) {
	at := p.baseline(b, y)
	left, right := p.look.margins.Left, p.look.margins.Left+p.width
	x := left + b.left
	switch {
	case b.centered && b.fromRight:
		x = right - b.width + max(0, (b.width-l.width)/2)
	case b.centered:
		x = left + max(0, (b.width-l.width)/2)
	case b.fromRight:
		x = right - b.left - l.width
	}
	if !first || len(b.right.fragments) == 0 {
		p.fragments(b, l, x, at, p.tags.text)
		return
	}
	text, beside := p.ends(b, l, x)
	if b.dateColumn {
		text, beside = beside, text
	}
	p.row(b, at, text, beside)
}

// ends returns the two pieces of a first row: the line at x, and the one at the other end.
func (p *painter) ends(b *box, l line, x float64) (text, beside end) {
	text, beside = end{l, x, p.tags.text}, end{b.right, p.look.margins.Left + p.width - b.right.width, p.tags.text}
	if b.fromRight != b.dateColumn {
		beside.x = p.look.margins.Left
	}
	if b.role == title {
		beside.element = p.tags.beside()
	}
	return text, beside
}

// end is one end of a row.
type end struct {
	line    line
	x       float64
	element int
}

// row draws two pieces of a row in reading order, with one wide blank between them.
func (p *painter) row(b *box, at float64, first, second end) {
	p.fragments(b, first.line, first.x, at, first.element)
	from, to := first.x+first.line.width, second.x
	if to < first.x {
		from, to = second.x+second.line.width, first.x
	}
	if to > from {
		element := second.element
		if b.dateColumn {
			element = first.element // not of the title
		}
		p.put(pdf.Text{X: from, Y: at, Width: to - from, Text: " ", Style: p.look.styleOfRight(b.block), Element: element, Gap: true})
	}
	p.fragments(b, second.line, second.x, at, second.element)
}

// fragments draws a line from x on, in reading order. The items of a row keep their own
// directions; a right-to-left row starts at the right.
func (p *painter) fragments(b *box, l line, x, at float64, element int) {
	end := x + l.width
	for _, item := range l.items() {
		if b.rightToLeft {
			end -= item.width
			p.item(b, item, end, at, element)
			continue
		}
		p.item(b, item, x, at, element)
		x += item.width
	}
}

// items splits a line into the stretches between its gaps, and the gaps.
func (l line) items() []line {
	var out []line
	for i, f := range l.fragments {
		if i == 0 || f.gap || l.fragments[i-1].gap {
			out = append(out, line{})
		}
		last := &out[len(out)-1]
		last.fragments, last.width = append(last.fragments, f), last.width+f.width
	}
	if len(out) == 1 {
		out[0].width = l.width
	}
	return out
}

// item draws fragments, each piece where the reader expects it.
func (p *painter) item(b *box, l line, x, at float64, element int) {
	var text strings.Builder
	for _, f := range l.fragments {
		text.WriteString(f.text)
	}
	// Telephone numbers and years are read from left to right in every script: programs that
	// read the file would turn "2016 – 2019" round.
	order := typeface.Order(text.String(), b.rightToLeft && typeface.HasRightToLeft(text.String()))
	if len(order) == 1 && !order[0].RightToLeft {
		for _, f := range l.fragments {
			p.put(pdf.Text{X: x, Y: at, Width: f.width, Text: f.text, Style: f.style, Element: p.linked(f, element), Gap: f.gap})
			x += f.width
		}
		return
	}
	pieces := p.visual(l, order, x)
	shift := 0.0
	if b.fromRight { // side by side, letters may be wider or narrower than alone
		shift = l.width
		for _, piece := range pieces {
			shift -= piece.text.Width
		}
	}
	for _, piece := range pieces {
		piece.text.X += shift
		piece.text.Y, piece.text.Element = at, p.linked(piece.fragment, element)
		p.put(piece.text)
	}
}

func (p *painter) put(t pdf.Text) { p.page.Texts = append(p.page.Texts, t) }

// linked returns the element of a link inside another element.
func (p *painter) linked(f fragment, element int) int {
	if f.link == "" {
		return element
	}
	key := fmt.Sprint(element, " ", f.link)
	if _, known := p.links[key]; !known {
		p.links[key] = p.tags.add(pdf.Element{Tag: "Link", Parent: element, Link: f.link, Says: strings.TrimSpace(f.text)})
	}
	return p.links[key]
}

// baseline returns the y of the baseline of a line.
func (p *painter) baseline(b *box, top float64) float64 {
	return top + b.height/2 + p.look.sizeOf(b.block)*0.36
}

// underline draws the rule of a section's heading: below it, or from its end to the margin.
func (p *painter) underline(b *box, lines []line, bottom float64) {
	left, right := p.look.margins.Left, p.look.margins.Left+p.width
	switch p.look.rule {
	case below:
		p.stroke(bottom+0.5, left, right, 0.6)
	case beside:
		from, to := left+lines[len(lines)-1].width+8, right
		if b.fromRight {
			from, to = left, right-lines[len(lines)-1].width-8
		}
		if from < to {
			p.stroke(bottom-b.height*0.45, from, to, 1)
		}
	}
}

func (p *painter) stroke(y, from, to, width float64) {
	p.page.Shapes = append(p.page.Shapes, pdf.Shape{Kind: pdf.Line, X0: from, X1: to, Y0: y, Y1: y, Width: width, Color: pdfColor(p.look.line)})
}

// trackGap is the distance between the line beside entries and their text, dotGap that
// between the dates and the line, so that dates do not touch its dots.
const (
	trackGap = 12
	dotGap   = 12
)

// track draws the line beside entries, with a dot at each title.
func (p *painter) track(all []placed, i int, y float64) {
	const width = 0.8
	this := all[i]
	x := p.look.margins.Left + p.look.dateColumn - trackGap
	if this.box.columnOnRight {
		x = p.look.margins.Left + p.width - p.look.dateColumn + trackGap
	}
	top, bottom := y, y+this.box.height*float64(len(this.lines))
	middle := y + this.box.height/2
	joined := i > 0 && all[i-1].box.entry > 0 && this.first
	switch {
	case joined:
		top -= this.box.above
	case this.box.role == title:
		top = middle
	}
	p.page.Shapes = append(p.page.Shapes, pdf.Shape{Kind: pdf.Line, X0: x, X1: x, Y0: top, Y1: bottom, Width: width, Color: pdfColor(p.look.line)})
	if this.first && this.box.role == title {
		const radius = 2.6
		p.page.Shapes = append(p.page.Shapes, pdf.Shape{Kind: pdf.Disc, X0: x - radius, X1: x + radius, Y0: middle - radius, Y1: middle + radius, Color: pdfColor(p.look.accent)})
	}
}
