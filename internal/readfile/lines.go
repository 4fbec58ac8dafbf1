package readfile

import (
	"math"
	"slices"
	"strings"
)

// piece is text that a page draws in one step: a word, a letter, a line.
type piece struct {
	text                string
	x, y, width, height float64
	bold                bool
}

// size returns a height that is usable even if a file gives none.
func (p piece) size() float64 { return max(4, p.height) }

// Gaps, relative to the font size, above which two pieces are two words, or two items.
const (
	wordGap = 0.13
	itemGap = 1.6
)

// assemble joins pieces at the same height into lines, and splits lines into items at wide
// gaps.
func assemble(pieces []piece) []Line {
	slices.SortStableFunc(pieces, func(a, b piece) int { return compare(a.y, b.y) })
	var rows [][]piece
	for _, p := range pieces {
		if n := len(rows); n > 0 && math.Abs(rows[n-1][0].y-p.y) < 0.35*min(p.size(), rows[n-1][0].size()) {
			rows[n-1] = append(rows[n-1], p)
			continue
		}
		rows = append(rows, []piece{p})
	}
	var lines []Line
	for _, row := range rows {
		slices.SortStableFunc(row, func(a, b piece) int { return compare(a.x, b.x) })
		if items := itemsOf(row); len(items) > 0 {
			lines = append(lines, Line{Y: row[0].y, Items: items})
		}
	}
	return lines
}

func compare(a, b float64) int {
	switch {
	case a < b-0.01:
		return -1
	case a > b+0.01:
		return 1
	}
	return 0
}

// itemsOf joins the pieces of a row into items; blanks of any width are gaps.
func itemsOf(row []piece) []Item {
	var items []Item
	var text strings.Builder // text of the last item
	end := math.Inf(-1)
	blank := false
	for _, p := range row {
		if strings.TrimSpace(p.text) == "" {
			blank = true
			continue
		}
		gap := p.x - end
		switch {
		case len(items) == 0 || gap > itemGap*p.size():
			endItem(items, &text)
			items = append(items, Item{X: p.x, Size: p.height, Bold: p.bold})
		case blank || gap > wordGap*p.size():
			text.WriteByte(' ')
		}
		open := &items[len(items)-1]
		text.WriteString(p.text)
		open.Bold = open.Bold && p.bold
		end, blank = max(end, p.x+p.width), false
		open.Width = end - open.X
	}
	endItem(items, &text)
	return items
}

// endItem sets the text of the last item, with single blanks.
func endItem(items []Item, text *strings.Builder) {
	if len(items) > 0 {
		items[len(items)-1].Text = strings.Join(strings.Fields(text.String()), " ")
	}
	text.Reset()
}

// inOrder returns the lines of two-column pages one column after the other.
func inOrder(lines []Line, width float64) []Line {
	gutter, found := findGutter(lines, width)
	if !found {
		return lines
	}
	var out, left, right []Line
	flush := func() {
		out = append(append(out, left...), right...)
		left, right = nil, nil
	}
	for _, l := range lines {
		if l.crosses(gutter) {
			flush()
			out = append(out, l)
			continue
		}
		a, b := l, l
		a.Items, b.Items = l.split(gutter)
		if len(a.Items) > 0 {
			left = append(left, a)
		}
		if len(b.Items) > 0 {
			right = append(right, b)
		}
	}
	flush()
	return out
}

func (l Line) crosses(x float64) bool {
	return slices.ContainsFunc(l.Items, func(i Item) bool { return i.X < x-1 && i.X+i.Width > x+1 })
}

func (l Line) split(x float64) (left, right []Item) {
	for _, i := range l.Items {
		if i.X < x-1 {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	return left, right
}

// findGutter looks for the left edge of a second column: a position in the middle of the
// page where many lines begin and hardly any text crosses. Dates at the right margin are
// different: they end at one position but begin at many.
func findGutter(lines []Line, width float64) (float64, bool) {
	begins := map[int]int{}
	for _, l := range lines {
		for i, item := range l.Items {
			if (i > 0 || item.X > width*0.2) && item.X > width*0.15 && item.X < width*0.75 {
				begins[int(math.Round(item.X))]++
			}
		}
	}
	best, most := 0, 0
	for x, n := range begins {
		if n > most || n == most && x < best {
			best, most = x, n
		}
	}
	const fewest = 8
	if most < fewest {
		return 0, false
	}
	gutter := float64(best) - 2
	crossing, both, dated, apart := 0, 0, 0, 0
	for _, l := range lines {
		left, right := l.split(gutter)
		switch {
		case l.crosses(gutter):
			crossing++
		case len(left) > 0 && len(right) > 0:
			both++
			if strings.ContainsAny(left[0].Text, "0123456789") {
				dated++
			}
		case len(left) > 0:
			apart++ // alone at its height
		}
	}
	if dated*2 > both {
		return 0, false // it is a column of dates before their entries
	}
	return gutter, crossing*4 <= len(lines) && (both >= fewest/2 || crossing == 0 && apart >= fewest)
}
