package readfile

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
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
	wordGap       = 0.13
	kernedGap     = 0.19 // where blanks are text
	itemGap       = 1.6
	otherStyleGap = 0.75
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
	betweenWords := wordGapOf(row)
	for _, p := range unspaced(row) {
		if strings.TrimSpace(p.text) == "" {
			blank = true
			continue
		}
		gap := p.x - end
		switch {
		case len(items) == 0 || gap > itemGap*p.size() || gap > otherStyleGap*p.size() && isOtherStyle(items[len(items)-1], p):
			endItem(items, &text)
			items = append(items, Item{X: p.x, Size: p.height, Bold: p.bold})
		case blank || gap > betweenWords*p.size():
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

// wordGapOf returns the smallest gap between the words of a row. A row with blanks in its text
// needs no gaps for them; what is a little too wide there is kerning.
func wordGapOf(row []piece) float64 {
	for _, p := range row {
		if strings.Contains(strings.TrimSpace(p.text), " ") {
			return kernedGap
		}
	}
	return wordGap
}

func isOtherStyle(i Item, p piece) bool { return i.Bold != p.bold || differ(i.Size, p.height) }

// differ reports whether two sizes are those of two styles.
func differ(a, b float64) bool { return math.Abs(a-b) > 0.15*min(a, b) }

// endItem sets the text of the last item, with single blanks.
func endItem(items []Item, text *strings.Builder) {
	if len(items) > 0 {
		items[len(items)-1].Text = strings.Join(strings.Fields(text.String()), " ")
	}
	text.Reset()
}

// unspaced joins the letters of a word that is set with wide gaps, "E D U C A T I O N". A
// gap that is wider than the others is between two words.
func unspaced(row []piece) []piece {
	var letters []piece
	for _, p := range row {
		if strings.TrimSpace(p.text) != "" {
			letters = append(letters, p)
		}
	}
	if !areSpacedLetters(letters) {
		return row
	}
	var gaps []float64
	for i := 1; i < len(letters); i++ {
		gaps = append(gaps, gapBefore(letters, i))
	}
	usual := slices.Clone(gaps)
	slices.Sort(usual)
	limit := 1.7 * usual[len(usual)/2]
	word := letters[:1:1]
	for i, gap := range gaps {
		next, last := letters[i+1], &word[len(word)-1]
		if gap > limit {
			word = append(word, next)
			continue
		}
		last.text += next.text
		last.width = next.x + next.width - last.x
	}
	return word
}

// fewestSpaced is how many single letters in a row are a word set with gaps.
const fewestSpaced = 4

// areSpacedLetters reports whether pieces are single letters with a gap behind each. Kerning
// may close a few gaps, "E D U C AT I O N".
func areSpacedLetters(letters []piece) bool {
	closed := 0
	for i, p := range letters {
		n := utf8.RuneCountInString(p.text)
		if n > 2 || differ(p.size(), letters[0].size()) {
			return false
		}
		closed += n - 1
		if i > 0 && gapBefore(letters, i) < wordGap*p.size() {
			closed++
		}
	}
	return len(letters) >= fewestSpaced+3*closed
}

func gapBefore(pieces []piece, i int) float64 {
	return pieces[i].x - pieces[i-1].x - pieces[i-1].width
}

// inOrder returns the lines of two-column pages one column after the other.
func inOrder(lines []Line, width float64) []Line {
	gutter, found := findGutter(lines, width)
	if !found {
		return lines
	}
	var out, left, right []Line
	flush := func() {
		if name := largest(right); name == largest(lines) && name > nameSize*largest(left) {
			left, right = right, left // a side bar is left of the name
		}
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

// nameSize is how much larger a name is than the headings of a side bar, at least.
const nameSize = 1.4

// largest returns the size of the largest letters.
func largest(lines []Line) float64 {
	size := 0.0
	for _, l := range lines {
		for _, i := range l.Items {
			size = max(size, i.Size)
		}
	}
	return size
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
	const fewest, enough = 5, 8 // lines of a second column: if no text crosses it, and else
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
			if mayBeDate(left[0]) || most < enough && mayBeDate(right[0]) {
				dated++
			}
		case len(left) > 0:
			apart++ // alone at its height
		}
	}
	if dated*3 > both {
		return 0, false // it is a column of dates before or behind their entries
	}
	if most < enough {
		return gutter, crossing == 0 && both >= fewest/2 && apart >= fewest
	}
	return gutter, crossing*4 <= len(lines) && (both >= enough/2 || crossing == 0 && apart >= enough)
}

// mayBeDate reports whether an item is as short as a span of time, and has figures.
func mayBeDate(i Item) bool {
	const longest = 30 // "September 2019 – November 2021"
	return len(i.Text) <= longest && strings.ContainsAny(i.Text, "0123456789")
}
