package picture

// Numbers are counts with what they count, two in a row.
type Numbers []Number

// Number is one count.
type Number struct {
	Shown string // "1.2k"
	Name  string // "Merged pull requests"
}

func (n Numbers) isEmpty() bool { return len(n) == 0 }

func (n Numbers) draw(c *canvas) {
	const gap = 10.0
	more := gap + c.spread((len(n)+1)/2, 40)
	for i := 0; i < len(n); i += 2 {
		row := n[i:min(i+2, len(n))]
		wide := c.inner()/2 - 8
		high := 0.0
		for _, number := range row {
			high = max(high, number.height(wide))
		}
		for j, number := range row {
			left := c.margin + float64(j)*(wide+16)
			c.rect(left, c.y, 4, high, 2, c.color(i+j))
			c.number(number, left+numberIndent, wide-numberIndent)
		}
		c.y += high + more
	}
}

const (
	numberSize   = 22.0
	numberIndent = 12.0
)

// height returns the height of a number in a column.
func (n Number) height(wide float64) float64 {
	return numberSize + float64(len(balanced(2, n.Name, wide-numberIndent, noteSize)))*(noteSize+3) + 4
}

// number draws a number, and below it what it counts.
func (c *canvas) number(n Number, left, room float64) {
	c.text(left, c.y+numberSize-4, cut(n.Shown, room, boldSize(numberSize)), style{size: numberSize, bold: true, fill: c.ink})
	for i, line := range balanced(2, n.Name, room, noteSize) {
		c.text(left, c.y+numberSize+float64(i+1)*(noteSize+3), line, style{size: noteSize, fill: c.soft})
	}
}
