package document

// placed is some lines of a box on a page.
type placed struct {
	box   *box
	first bool // the box begins here
	lines []line
	y     float64 // top of the first line, from the top of the text area
}

// page is what stands on one sheet.
type page struct {
	placed []placed
	used   float64 // height
}

// minTogether is how many lines of a box may not be alone on a page.
const minTogether = 2

// paginate puts boxes on pages of a height. A heading stays with what follows
// it, and no line of a paragraph or item stands alone.
func paginate(boxes []box, height float64) []page {
	pages := []page{{}}
	for i := range boxes {
		b := &boxes[i]
		open := &pages[len(pages)-1]
		if open.used > 0 && open.used+b.above+together(boxes[i:]) > height {
			pages = append(pages, page{})
			open = &pages[len(pages)-1]
		}
		for rest, first := b.lines, true; len(rest) > 0; first = false {
			n := open.room(b, rest, first, height)
			open.place(b, rest[:n], first)
			if rest = rest[n:]; len(rest) > 0 {
				pages = append(pages, page{})
				open = &pages[len(pages)-1]
			}
		}
	}
	return pages
}

// together is the height that must not be broken at the start of the boxes: a
// heading with all headings under it and the first lines of what follows.
func together(boxes []box) float64 {
	total := 0.0
	for i, b := range boxes {
		if i > 0 {
			total += b.above
		}
		if b.kind != heading {
			return total + b.height*float64(unbroken(len(b.lines)))
		}
		total += b.height * float64(len(b.lines))
	}
	return total
}

// unbroken is how many of n lines must stay together at the start of a box.
func unbroken(n int) int {
	if n <= minTogether+1 {
		return n
	}
	return minTogether
}

// room is how many of the lines go on the page: at least one, and never so many
// that less than minTogether are left.
func (p *page) room(b *box, rest []line, first bool, height float64) int {
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

func (p *page) place(b *box, lines []line, first bool) {
	if first && p.used > 0 {
		p.used += b.above
	}
	p.placed = append(p.placed, placed{b, first, lines, p.used})
	p.used += b.height * float64(len(lines))
}

// length is the number of pages with the last one counted as far as it is filled.
func length(pages []page, height float64) float64 {
	last := pages[len(pages)-1].used / height
	return float64(len(pages)-1) + min(1, last)
}
