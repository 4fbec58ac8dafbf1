package picture

import "strings"

// Bars are counts by year, a row for each kind of work.
type Bars []Row

// Row is one kind of work over the years.
type Row struct {
	Name string
	// Series is the color: each kind of work keeps its own.
	Series int
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
	more := c.spread(len(b), 60)
	for i, row := range b {
		if i > 0 {
			c.y += 10
		}
		c.row(row, more)
	}
}

// row draws the bars of one kind, and more height than they need; a year without work is
// an empty place above its label.
func (c *canvas) row(row Row, more float64) {
	c.y += textSize
	c.text(c.margin, c.y, cut(row.Name, c.inner(), textSize), style{size: textSize, fill: c.ink})
	c.y += 24
	step := c.inner() / float64(max(1, len(row.Values)))
	every := 1 // how many years share a label
	for step*float64(every) < textWidth("2024", noteSize)+4 {
		every++
	}
	most, crowded := row.most(step)
	slot := min(70, 22*float64(most)) + more
	high := min(slot, 22*float64(most)) // a single contribution must not look big
	bottom := c.y + slot
	for i, v := range row.Values {
		x := c.margin + step*float64(i)
		wide := min(28, step*0.7)
		if v.Count > 0 {
			h := max(2, high*float64(v.Count)/float64(most))
			c.rect(x+(step-wide)/2, bottom-h, wide, h, 2, c.color(row.Series))
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
	const most = 16.0 // after each group; more room makes bands with a line between them
	if c.spare > most*float64(len(g)) {
		g.bands(c)
		return
	}
	more := c.spread(len(g), most)
	for _, group := range g {
		c.group(group)
		c.y += 6 + more
	}
}

// bands draws each group in the middle of a part of the height.
func (g Chips) bands(c *canvas) {
	gap := 3 + c.spread(2*len(g), c.spare)
	for i, group := range g {
		if i > 0 {
			c.rect(c.margin, c.y, c.inner(), 1, 0, c.border)
		}
		c.y += gap
		c.group(group)
		c.y += gap
	}
}

// group draws the chips of a group under its name.
func (c *canvas) group(group Group) {
	c.y += textSize + 2
	c.text(c.margin, c.y, cut(group.Name, c.inner(), boldSize(textSize)), style{size: textSize, bold: true, fill: c.ink})
	c.y += 8
	c.chips(group.Names)
}

// chips draws names on pills, languages with a dot in their color.
func (c *canvas) chips(names []string) {
	const high, pad, gap = 24.0, 10.0, 6.0
	x := c.margin
	for i, name := range names {
		name = cut(name, c.inner()-2*pad-12, 13)
		dot, shift := languageColors()[name], 0.0
		if dot != "" {
			shift = 12
		}
		wide := textWidth(name, 13) + 2*pad + shift
		if i > 0 && x+wide > c.Width-c.margin {
			x = c.margin
			c.y += high + gap
		}
		c.rect(x, c.y, wide, high, high/2, c.faint)
		if dot != "" {
			c.rect(x+pad-1, c.y+8, 8, 8, 4, dot)
			c.text(x+pad+shift, c.y+16.5, name, style{size: 13, fill: c.ink})
		} else {
			c.text(x+wide/2, c.y+16.5, name, style{size: 13, fill: c.ink, anchor: Middle})
		}
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
	edge, gap := 0.0, 8.0
	if most := 48.0 * float64(len(cards)-1); c.spare > most { // each in the middle of a part of the height
		edge = c.spread(2*len(cards), c.spare)
		gap += edge
	} else {
		gap += c.spread(2*(len(cards)-1), 24)
	}
	c.y += edge
	for i, card := range cards {
		if i > 0 {
			c.y += gap
			c.rect(c.margin, c.y, c.inner(), 1, 0, c.border)
			c.y += gap
		}
		c.card(card)
	}
	c.y += edge
}

// card draws a project: its name, what it is, and its facts.
func (c *canvas) card(card Card) {
	c.y += 15
	c.text(c.margin, c.y, cut(card.Name, c.inner(), boldSize(15)), style{size: 15, bold: true, fill: c.ink})
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

// Header introduces the user.
type Header struct {
	Name, Title string
	// Facts are the lines below: place, a sentence about the user, figures.
	Facts []string
}

func (h Header) isEmpty() bool { return h.Name == "" }

func (h Header) draw(c *canvas) {
	edge := c.spread(2, c.spare)
	c.y += edge
	name := wrapTo(3, h.Name, c.inner()-14, boldSize(24))
	c.rect(c.margin, c.y, 4, 30*float64(len(name))-4, 2, c.accent)
	c.y -= 8
	for _, line := range name {
		c.y += 30
		c.text(c.margin+14, c.y, line, style{size: 24, bold: true, fill: c.ink})
	}
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
	c.y += edge
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
	c.text(c.margin, c.y, cut(t.Name, c.inner(), boldSize(16)), style{size: 16, bold: true, fill: c.accent})
	c.y += 6
	for i, line := range wrapTo(aboutLines, t.About, c.inner(), textSize) {
		c.text(c.margin, c.y+float64(i+1)*(textSize+4), line, style{size: textSize, fill: c.ink})
	}
	c.y += aboutLines*(textSize+4) + 26 + c.spread(1, c.spare)
	c.facts(t.Facts)
	c.Height = c.y + 18
}

// facts writes short texts in a line, after a dot in the color of the first one if that is a
// language.
func (c *canvas) facts(facts []string) {
	left, dot := c.margin, ""
	if len(facts) > 0 {
		dot = languageColors()[facts[0]]
	}
	if dot != "" {
		left += 16
	}
	facts = fitting(facts, c.Width-c.margin-left, noteSize)
	if len(facts) == 0 {
		return
	}
	if dot != "" {
		c.rect(c.margin, c.y-10, 10, 10, 5, dot)
	}
	c.text(left, c.y, strings.Join(facts, FactGap), style{size: noteSize, fill: c.soft})
}

// FactGap is between facts that are side by side.
const FactGap = " · "

// fitting returns the first facts that fit side by side.
func fitting(facts []string, room, size float64) []string {
	for i, fact := range facts {
		if room -= textWidth(fact, size); room < 0 {
			return facts[:i]
		}
		room -= textWidth(FactGap, size)
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
