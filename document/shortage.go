package document

import "sort"

// Extent is the space that a text takes.
type Extent struct {
	// Pages is the number of pages, as [PDFFile] counts it.
	Pages  float64
	layout *layout
}

// Beyond returns how many lines less would make the text fit on most pages. A line is a
// bullet of one line. If lines of other pages would not do, page is the one, from 1, from
// which they must be left out; otherwise it is 0.
func (e Extent) Beyond(most int) (lines, page int) {
	l := e.layout
	if l == nil || most < 1 || len(l.pages) <= most {
		return 0, 0
	}
	lines = l.lineCount()
	first, anyPage := max(0, most-shortenedPages), true
	for p := first; p < most; p++ {
		n := sort.Search(lines+1, func(n int) bool { pages, _ := l.paginate(p, n); return len(pages) <= most })
		anyPage = anyPage && (p == first || n == lines)
		if n < lines || p == first {
			lines, page = min(n, lines), p+1
		}
	}
	if anyPage {
		page = 0
	}
	return lines, page
}

// shortenedPages is the number of pages, back from the last one allowed, on which lines are
// left out to find out how many are too many.
const shortenedPages = 4

// lineCount returns the number of lines, gaps included.
func (l *layout) lineCount() int {
	used := 0.0
	for _, p := range l.pages {
		used += p.used
	}
	return int(used/l.look.lineHeight(l.look.size)) + len(l.pages)
}

// A last page of at most strayLines lines is avoided if that takes at most mostSaved of the
// height, and so is a longer one if only as many lines are too many.
const (
	strayLines = 5
	mostSaved  = 0.08
)

// paginate puts the text on pages, as if that many bullets of one line on a page were gone.
// If less white space avoids a last page of a few lines, it is reduced; the second result is
// the factor.
func (l *layout) paginate(page, gone int) ([]sheet, float64) {
	const mostPages = 20 // in a longer document, a short last page does not matter
	pages := l.paginateAt(1, page, gone)
	if len(pages) == 1 || len(pages) > mostPages {
		return pages, 1
	}
	usual := l.heightAt(1, gone)
	over := usual - float64(len(pages)-1)*(l.height-spare) // also if a whole entry is on the last page
	if lastLines(pages) > strayLines && over > strayLines*l.bulletAt(1) {
		return pages, 1
	}
	for _, factor := range []float64{0.93, 0.86, 0.8, 0.78, 0.75} {
		tighter := l.paginateAt(factor, page, gone)
		if l.heightAt(factor, gone) < usual*(1-mostSaved) {
			break
		}
		if len(tighter) < len(pages) {
			return tighter, factor
		}
	}
	return pages, 1
}

// heightOf returns the height of boxes without page breaks.
func heightOf(boxes []box) float64 {
	total := 0.0
	for _, b := range boxes {
		total += b.above + b.height*float64(len(b.lines))
	}
	return total
}

// spare is the height, in points, that stays empty at the foot of a page: browsers and word
// processors round every length, and what fills the page here would not fit there.
const spare = 3

// paginateAt puts the text on pages with the white space multiplied by a factor.
func (l *layout) paginateAt(factor float64, page, gone int) []sheet {
	boxes, known := l.boxesAt[factor]
	if !known {
		look := l.look
		look.scale *= factor
		boxes = l.boxesIn(look)
		l.boxesAt[factor] = boxes
	}
	return paginate(boxes, area{l.height - spare, page, float64(gone) * l.bulletAt(factor)})
}

// bulletAt returns the height of a bullet of one line.
func (l *layout) bulletAt(factor float64) float64 {
	look := l.look
	look.scale *= factor
	return look.lineHeight(look.size) + look.itemAbove*look.scale
}

// heightAt returns the height of the text without page breaks.
func (l *layout) heightAt(factor float64, gone int) float64 {
	return heightOf(l.boxesAt[factor]) - float64(gone)*l.bulletAt(factor)
}

// boxesIn lays out the blocks in a style.
func (l *layout) boxesIn(with style) []box {
	t := setter{Set: l.set, look: with}
	if l.picture != nil {
		t.headerEnd = l.picture.width + photoGap
	}
	boxes := t.boxes(l.blocks, l.width, l.rightToLeft)
	if l.picture != nil {
		l.picture.beside(boxes)
	}
	return boxes
}
