package document

import "fmt"

// paint draws a page.
func (s *sheet) paint(p page, number, of int) {
	s.pdf.AddPage()
	if number == 1 && s.look.bar > 0 {
		s.fill(s.look.accent)
		s.pdf.Rect(0, 0, s.left*2+s.width, s.look.bar, "F")
	}
	for _, placed := range p.placed {
		if placed.first && placed.box.kind == heading {
			s.bookmark(placed.box, s.top+placed.y)
		}
		s.paintBox(placed)
	}
	if number > 1 {
		s.pageNumber(number, of)
	}
}

// bookmark adds a heading to the outline, in which no level may be jumped.
func (s *sheet) bookmark(b *box, y float64) {
	s.outline = min(b.level-1, s.outline+1)
	s.pdf.SetFont(s.family, "", s.look.size)
	s.pdf.Bookmark(bmp(b.headline), s.outline, y)
}

// paintBox draws the lines of a box with its bullet.
func (s *sheet) paintBox(p placed) {
	b := p.box
	y := s.top + p.y
	if b.kind == rule {
		s.stroke(y+b.height/2, s.left, s.left+s.width, 0.6)
		return
	}
	if p.first && b.marker != "" {
		s.marker(b, y)
	}
	for _, l := range p.lines {
		s.paintLine(b, l, y)
		y += b.height
	}
	if b.underlined {
		s.underline(b, p.lines, y)
	}
}

// marker draws the bullet or number to the left of an item.
func (s *sheet) marker(b *box, y float64) {
	c := face{family: s.family}
	s.ink(s.look.accent)
	w := s.fonts.width(c, s.look.size, b.marker+" ")
	x := s.left + b.left - max(w, s.look.indent*0.75)
	s.pdf.SetFont(c.family, c.style, s.look.size)
	s.pdf.Text(x, baseline(y, b.height, s.look.size), b.marker+" ")
}

// paintLine draws one row; y is its top.
func (s *sheet) paintLine(b *box, l line, y float64) {
	x := s.left + b.left
	if b.centred {
		x = s.left + max(0, (s.width-l.width)/2)
	}
	for _, f := range l.fragments {
		s.ink(s.colour(b, f))
		s.pdf.SetFont(f.face.family, f.face.style, f.size)
		s.pdf.Text(x, baseline(y, b.height, s.look.sizeOf(b.block)), f.text)
		if f.link != "" {
			s.pdf.LinkString(x, y, f.width, b.height, f.link)
		}
		x += f.width
	}
}

// baseline is where letters of a size stand in a line.
func baseline(top, height, size float64) float64 { return top + height/2 + size*0.36 }

func (s *sheet) colour(b *box, f fragment) rgb {
	switch {
	case b.kind == heading && (b.level == 2 || b.level == 1 && !s.look.centred):
		return s.look.accent
	case f.link != "" && b.kind != heading:
		return s.look.accent
	case b.soft:
		return s.look.soft
	}
	return s.look.ink
}

// underline draws the line of a second-level heading: below it, or from its end to the margin.
func (s *sheet) underline(b *box, lines []line, bottom float64) {
	if s.look.centred {
		s.stroke(bottom, s.left, s.left+s.width, 0.6)
		return
	}
	if end := s.left + lines[len(lines)-1].width + 8; end < s.left+s.width {
		s.stroke(bottom-b.height*0.45, end, s.left+s.width, 1)
	}
}

func (s *sheet) stroke(y, from, to, width float64) {
	s.pdf.SetDrawColor(s.look.line.r, s.look.line.g, s.look.line.b)
	s.pdf.SetLineWidth(width)
	s.pdf.Line(from, y, to, y)
}

// pageNumber stands at the foot of every page but the first.
func (s *sheet) pageNumber(number, of int) {
	const size = 8
	text := fmt.Sprintf("%d / %d", number, of)
	c := face{family: s.family}
	s.ink(s.look.soft)
	w := s.fonts.width(c, size, text)
	s.pdf.SetFont(c.family, c.style, size)
	s.pdf.Text(s.left+(s.width-w)/2, s.top+s.height+s.top/2, text)
}

func (s *sheet) ink(c rgb)  { s.pdf.SetTextColor(c.r, c.g, c.b) }
func (s *sheet) fill(c rgb) { s.pdf.SetFillColor(c.r, c.g, c.b) }
