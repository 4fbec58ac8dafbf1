package document

// placed is some or all lines of a box on a page.
type placed struct {
	box   *box
	first bool // these lines include the first of the box
	lines []line
	y     float64 // top of the first line, from the top of the text area
}

// sheet is the content of one page.
type sheet struct {
	placed []placed
	used   float64 // height used
}

// minTogether is the least number of lines of a box on either side of a page break.
const minTogether = 2

// area is the room for text on each page.
type area struct {
	height float64
	page   int     // the one with more room than the others
	more   float64 // as if so much of its text were gone
}

// of returns the height of a page.
func (a area) of(page int) float64 {
	if page == a.page {
		return a.height + a.more
	}
	return a.height
}

// paginate puts boxes on pages. It keeps together what belongs together, whole entries if
// possible, and leaves no line of a paragraph or item alone.
func paginate(boxes []box, a area) []sheet {
	pages := []sheet{{}}
	for i := range boxes {
		b := &boxes[i]
		open := &pages[len(pages)-1]
		left := a.of(len(pages)-1) - open.used
		if open.used > 0 && b.above+need(boxes, i, a.height, left) > left+0.01 {
			pages = append(pages, sheet{})
			open = &pages[len(pages)-1]
		}
		for rest, first := b.lines, true; len(rest) > 0; first = false {
			n := open.room(b, rest, first, a.of(len(pages)-1))
			open.place(b, rest[:n], first)
			if rest = rest[n:]; len(rest) > 0 {
				pages = append(pages, sheet{})
				open = &pages[len(pages)-1]
			}
		}
	}
	return pages
}

// need returns the height that must not be broken at the start of box i, if so much is left
// on a page.
func need(boxes []box, i int, height, left float64) float64 {
	if i > 0 && boxes[i-1].keepNext {
		return boxes[i].height // the box before it made room for both
	}
	together := chain(boxes[i:])
	if whole := entryHeight(boxes[i:]); whole <= height*wholeEntry || whole <= height && left <= height*wasted {
		return max(together, whole)
	}
	return together
}

// An entry stays whole if it takes at most this much of a page, or if at most this much of
// a page stays empty for it.
const (
	wholeEntry = 0.5
	wasted     = 0.25
)

// chain returns the height of a box with all that it is kept with, and of the first lines
// after that.
func chain(boxes []box) float64 {
	total := 0.0
	for i, b := range boxes {
		if i > 0 {
			total += b.above
		}
		if !b.keepNext {
			return total + b.height*float64(unbroken(len(b.lines)))
		}
		total += b.height * float64(len(b.lines))
	}
	return total
}

// entryHeight returns the height of the entry that begins here, with the headings above it;
// 0 if none begins.
func entryHeight(boxes []box) float64 {
	total, entry := 0.0, 0
	for i, b := range boxes {
		switch {
		case entry == 0 && b.role == title:
			entry = b.entry
		case entry == 0 && b.kind != heading, entry > 0 && b.entry != entry:
			if entry == 0 {
				return 0
			}
			return total
		}
		if i > 0 {
			total += b.above
		}
		total += b.height * float64(len(b.lines))
	}
	return total
}

// unbroken returns how many of n lines must stay together at the start of a box.
func unbroken(n int) int {
	if n <= minTogether+1 {
		return n
	}
	return minTogether
}

// room returns how many of the lines go on the page: at least one, and never so many that
// fewer than minTogether are left.
func (p *sheet) room(b *box, rest []line, first bool, height float64) int {
	left := height - p.used
	if first && p.used > 0 {
		left -= b.above
	}
	n := max(1, int((left+0.01)/b.height))
	if n >= len(rest) {
		return len(rest)
	}
	if over := minTogether - (len(rest) - n); over > 0 && n-over >= 1 {
		n -= over
	}
	return n
}

func (p *sheet) place(b *box, lines []line, first bool) {
	if first && p.used > 0 {
		p.used += b.above
	}
	p.placed = append(p.placed, placed{b, first, lines, p.used})
	p.used += b.height * float64(len(lines))
}

// lastLines returns the number of lines on the last page.
func lastLines(pages []sheet) int {
	n := 0
	for _, p := range pages[len(pages)-1].placed {
		n += len(p.lines)
	}
	return n
}

// length returns the number of pages; the last one counts as far as it is filled.
func length(pages []sheet, height float64) float64 {
	last := pages[len(pages)-1].used / height
	return float64(len(pages)-1) + min(1, last)
}
