package picture

import "cmp"

// Shares are the parts of a whole: a bar, and a legend in two columns.
type Shares []Share

// Share is one part.
type Share struct {
	Name  string
	Part  float64 // of 1
	Shown string  // "42.1 %"
	// Rest means that the part combines all that are not named.
	Rest bool
}

func (s Shares) isEmpty() bool { return len(s) == 0 }

func (s Shares) draw(c *canvas) {
	const barHeight, gap, row = 12.0, 2.0, 22.0
	x, room := c.margin, c.inner()-gap*float64(len(s)-1)
	for i, share := range s {
		c.rect(x, c.y, max(1, room*share.Part), barHeight, 2, s.color(c, i))
		x += room*share.Part + gap
	}
	c.y += barHeight + 8
	column := c.inner()/2 - 8
	for i, share := range s {
		left := c.margin
		if i%2 == 1 {
			left += column + 16
		}
		y := c.y + row*float64(i/2) + 14
		c.rect(left, y-9, 10, 10, 5, s.color(c, i))
		c.text(left+16, y, cut(share.Name, column-16-textWidth(share.Shown, textSize)-6, textSize), style{size: textSize, fill: c.ink})
		c.text(left+column, y, share.Shown, style{size: textSize, fill: c.soft, anchor: End})
	}
	c.y += row * float64((len(s)+1)/2)
}

// color returns the language's color; languages without one take the series in turn.
func (s Shares) color(c *canvas, i int) string {
	if s[i].Rest {
		return c.series[len(c.series)-1]
	}
	return cmp.Or(languageColors()[s[i].Name], c.color(i))
}

// Bars are counts by year, a row for each kind of work.
type Bars []Row

// Row is one kind of work over the years.
type Row struct {
	Name   string
	Values []Value
}

// Value is the count of one year.
type Value struct {
	Label string // "2024"
	Count int
	Shown string // "1.2k"
}

func (b Bars) isEmpty() bool { return len(b) == 0 }

func (b Bars) draw(c *canvas) {
	for i, row := range b {
		if i > 0 {
			c.y += 10
		}
		c.row(row, i)
	}
}

// row draws the bars of one kind; a year without work is an empty place above its label.
func (c *canvas) row(row Row, series int) {
	c.y += textSize
	c.text(c.margin, c.y, cut(row.Name, c.inner(), textSize), style{size: textSize, fill: c.ink})
	c.y += 24
	step := c.inner() / float64(max(1, len(row.Values)))
	every := 1 // how many years share a label
	for step*float64(every) < textWidth("2024", noteSize)+4 {
		every++
	}
	most, crowded := row.most(step)
	high := min(70, 22*float64(most)) // a single contribution must not look big
	bottom := c.y + high
	for i, v := range row.Values {
		x := c.margin + step*float64(i)
		wide := min(28, step*0.7)
		if v.Count > 0 {
			h := max(2, high*float64(v.Count)/float64(most))
			c.rect(x+(step-wide)/2, bottom-h, wide, h, 2, c.color(series))
			if !crowded || v.Count == most {
				c.label(x+step/2, bottom-h-4, v.Shown)
			}
		}
		if (len(row.Values)-1-i)%every == 0 {
			c.label(x+step/2, bottom+16, v.Label)
		}
	}
	c.rect(c.margin, bottom, c.inner(), 1, 0, c.border)
	c.y = bottom + 22
}

// most returns the largest count of a row, at least 1. A row is crowded if its numbers do
// not fit above their bars; then only the largest one is shown.
func (r Row) most(step float64) (most int, crowded bool) {
	most = 1
	for _, v := range r.Values {
		most = max(most, v.Count)
		crowded = crowded || v.Count > 0 && textWidth(v.Shown, noteSize) > step
	}
	return most, crowded
}

// Chips are groups of names.
type Chips []Group

// Group is a line of chips under its name.
type Group struct {
	Name  string
	Names []string
}

func (g Chips) isEmpty() bool { return len(g) == 0 }

func (g Chips) draw(c *canvas) {
	for _, group := range g {
		c.y += textSize + 2
		c.text(c.margin, c.y, cut(group.Name, c.inner(), textSize), style{size: textSize, bold: true, fill: c.ink})
		c.y += 8
		c.chips(group.Names)
		c.y += 6
	}
}

func (c *canvas) chips(names []string) {
	const high, pad, gap = 24.0, 10.0, 6.0
	x := c.margin
	for i, name := range names {
		name = cut(name, c.inner()-2*pad, 13)
		wide := textWidth(name, 13) + 2*pad
		if i > 0 && x+wide > c.Width-c.margin {
			x = c.margin
			c.y += high + gap
		}
		c.rect(x, c.y, wide, high, high/2, c.faint)
		c.text(x+wide/2, c.y+16.5, name, style{size: 13, fill: c.ink, anchor: Middle})
		x += wide + gap
	}
	c.y += high
}

// Cards are projects, one below the other.
type Cards []Card

// Card is a project.
type Card struct {
	Name, About string
	// Facts are short texts: language, stars, releases.
	Facts []string
}

func (cards Cards) isEmpty() bool { return len(cards) == 0 }

func (cards Cards) draw(c *canvas) {
	for i, card := range cards {
		if i > 0 {
			c.y += 8
			c.rect(c.margin, c.y, c.inner(), 1, 0, c.border)
			c.y += 8
		}
		c.y += 15
		c.text(c.margin, c.y, cut(card.Name, c.inner(), 15), style{size: 15, bold: true, fill: c.ink})
		c.y += 5
		for _, line := range wrapTo(2, card.About, c.inner(), textSize) {
			c.y += textSize + 4
			c.text(c.margin, c.y, line, style{size: textSize, fill: c.ink})
		}
		if len(card.Facts) > 0 {
			c.y += 20
			c.facts(card.Facts)
		}
		c.y += 4
	}
}

// Header introduces the user.
type Header struct {
	Name, Title string
	// Facts are the lines below: place, a sentence about the user, figures.
	Facts []string
}

func (h Header) isEmpty() bool { return h.Name == "" }

func (h Header) draw(c *canvas) {
	c.rect(c.margin, c.y, 4, 26, 2, c.accent)
	c.y += 22
	c.text(c.margin+14, c.y, cut(h.Name, c.inner()-14, 24), style{size: 24, bold: true, fill: c.ink})
	c.y += 8
	for _, line := range wrapTo(2, h.Title, c.inner(), 16) {
		c.y += 20
		c.text(c.margin, c.y, line, style{size: 16, fill: c.accent})
	}
	for _, fact := range h.Facts {
		c.y += 6
		for _, line := range wrapTo(3, fact, c.inner(), textSize) {
			c.y += textSize + 4
			c.text(c.margin, c.y, line, style{size: textSize, fill: c.soft})
		}
	}
}

func (h Header) width() float64 { return pageWidth }

// Tile is a picture of one project, as high as all other tiles.
type Tile Card

func (t Tile) isEmpty() bool { return t.Name == "" }

func (t Tile) width() float64 { return tileWidth }

func (t Tile) draw(c *canvas) {
	const aboutLines = 3
	c.margin = 16
	c.y = 34
	c.text(c.margin, c.y, cut(t.Name, c.inner(), 16), style{size: 16, bold: true, fill: c.accent})
	c.y += 6
	for i, line := range wrapTo(aboutLines, t.About, c.inner(), textSize) {
		c.text(c.margin, c.y+float64(i+1)*(textSize+4), line, style{size: textSize, fill: c.ink})
	}
	c.y += aboutLines*(textSize+4) + 26
	c.facts(t.Facts)
	c.Height = c.y + 18
}

// facts writes short texts side by side, the first one after a dot.
func (c *canvas) facts(facts []string) {
	x := c.margin
	for i, fact := range fitting(facts, c.inner()-18, noteSize) {
		if i == 0 {
			c.rect(x, c.y-10, 10, 10, 5, cmp.Or(languageColors()[fact], c.accent))
			x += 16
		}
		c.text(x, c.y, fact, style{size: noteSize, fill: c.soft})
		x += textWidth(fact, noteSize) + factGap
	}
}

// factGap is the space between facts.
const factGap = 12.0

// fitting returns the first facts that fit side by side.
func fitting(facts []string, room, size float64) []string {
	for i, fact := range facts {
		if room -= textWidth(fact, size); room < 0 {
			return facts[:i]
		}
		room -= factGap
	}
	return facts
}

// Badge is a word in a frame.
type Badge string

func (b Badge) isEmpty() bool { return b == "" }

const badgePad, badgeSize = 12.0, 13.0

// label returns the word, or as much of it as fits.
func (b Badge) label() string { return cut(string(b), pageWidth-2*margin, badgeSize) }

func (b Badge) width() float64 { return textWidth(b.label(), badgeSize) + 2*badgePad }

func (b Badge) draw(c *canvas) {
	c.Height = 28
	c.text(c.Width/2, 18.5, b.label(), style{size: badgeSize, bold: true, fill: c.accent, anchor: Middle})
}
