package picture

import "cmp"

// Shares are the parts of a whole: a bar and a legend in two columns, or a bar for each
// where there is room.
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
	const row = 24.0
	compact := s.compactHeight()
	if more := row*float64(len(s)) - compact; c.spare >= more && len(s) > 1 {
		c.spare -= more
		s.list(c, row+c.spread(len(s), 14))
		return
	}
	s.compact(c)
}

const (
	shareBar = 12.0
	shareRow = 22.0
)

// rows returns the number of lines of the legend.
func (s Shares) rows() int { return (len(s) + 1) / 2 }

func (s Shares) compactHeight() float64 { return shareBar + 8 + shareRow*float64(s.rows()) }

// compact draws one bar of all parts, and a legend in two columns.
func (s Shares) compact(c *canvas) {
	const gap = 2.0
	x, room := c.margin, c.inner()-gap*float64(len(s)-1)
	for i, share := range s {
		c.rect(x, c.y, max(1, room*share.Part), shareBar, 2, s.color(c, i))
		x += room*share.Part + gap
	}
	c.y += shareBar + 8
	column, row := c.inner()/2-8, shareRow+c.spread(s.rows(), 22)
	if len(s) == 1 {
		column = c.inner()
	}
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
	c.y += row * float64(s.rows())
}

// list draws a line for each part: name, bar and figure.
func (s Shares) list(c *canvas, row float64) {
	const high, gap = 10.0, 12.0
	names, shown := 0.0, 0.0
	for _, share := range s {
		names, shown = max(names, textWidth(share.Name, textSize)), max(shown, textWidth(share.Shown, textSize))
	}
	names = min(names, c.inner()*0.4)
	left := c.margin + 16 + names + gap
	room := c.Width - c.margin - shown - gap - left
	for i, share := range s {
		middle := c.y + row*(float64(i)+0.5)
		c.rect(c.margin, middle-5, 10, 10, 5, s.color(c, i))
		c.text(c.margin+16, middle+5, cut(share.Name, names, textSize), style{size: textSize, fill: c.ink})
		c.rect(left, middle-high/2, room, high, high/2, c.faint)
		wide := max(1, room*share.Part)
		c.rect(left, middle-high/2, wide, high, min(wide, high)/2, s.color(c, i))
		c.text(c.Width-c.margin, middle+5, share.Shown, style{size: textSize, fill: c.soft, anchor: End})
	}
	c.y += row * float64(len(s))
}

// color returns the language's color; languages without one take the series in turn.
func (s Shares) color(c *canvas, i int) string {
	if s[i].Rest {
		return c.series[len(c.series)-1]
	}
	return cmp.Or(languageColors()[s[i].Name], c.color(i))
}
