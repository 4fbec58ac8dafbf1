package document

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/typeface"
)

// box is a block broken into lines, ready to be put on a page.
type box struct {
	block
	lines         []line
	right         line
	above, height float64 // space before it; height of one line
	left, width   float64 // offset from the margin; width available to its lines
	centered      bool
	rightToLeft   bool // the direction of its text
	fromRight     bool // it starts at the right margin
	keepNext      bool // no page break between it and the next one
	dateColumn    bool // its right side goes into the column of dates
	columnOnRight bool // that column is to the right of its entry
	headline      string
	marker        fragment
}

// boxes lays out all blocks.
func (t *setter) boxes(all []block, width float64, rtl bool) []box {
	out := make([]box, 0, len(all))
	inHeader, columnOnRight := true, rtl
	for i, b := range all {
		inHeader = inHeader && b.role != section && !b.prose
		bx := box{block: b, rightToLeft: direction(b, rtl)}
		bx.fromRight = rtl || bx.rightToLeft
		if b.role == title {
			columnOnRight = bx.fromRight
		}
		bx.columnOnRight = columnOnRight
		if i > 0 {
			bx.above = t.look.spaceAbove(b, all[i-1])
		}
		bx.centered = inHeader && t.look.centered && b.kind != item
		bx.width = width
		if inHeader {
			bx.width -= t.headerEnd
		}
		t.set(&bx, bx.width)
		out = append(out, bx)
	}
	t.datesWithin(out)
	keep(out)
	return out
}

// datesWithin puts the dates beside the items of a list back into their text if one of the
// items needs two lines: they would interrupt it.
func (t *setter) datesWithin(boxes []box) {
	for from := 0; from < len(boxes); from++ {
		to := from
		for to < len(boxes) && boxes[to].kind == item {
			to++
		}
		if list := boxes[from:to]; slices.ContainsFunc(list, func(b box) bool { return len(b.block.right) > 0 && len(b.lines) > 1 }) {
			for i := range list {
				b := &list[i]
				if len(b.block.right) > 0 {
					b.block = b.block.inOneText()
					b.right = line{}
					t.set(b, b.width)
				}
			}
		}
		from = max(from, to-1)
	}
}

// inOneText returns the block with what is beside it behind its text.
func (b block) inOneText() block {
	b.spans, b.right = slices.Concat(b.spans, []span{{text: separator}}, b.right), nil
	return b
}

// direction reports whether a block is read from right to left: its first letter decides.
// In a right-to-left document, rows and headings are right-to-left whatever they contain, and
// other blocks unless they have left-to-right letters alone. In other documents, both rows of
// an entry have the direction of the first one.
func direction(b block, rtl bool) bool {
	text := b.text()
	if rtl {
		return b.kind == heading || b.role != body || typeface.HasRightToLeft(text) || !typeface.LeftToRight(text)
	}
	return typeface.RightToLeft(cmp.Or(b.above, text))
}

// set breaks the text of a box into lines.
func (t *setter) set(bx *box, width float64) {
	size := t.look.sizeOf(bx.block)
	bx.height = t.look.lineHeight(size)
	bx.left = t.look.indent * float64(bx.level)
	switch {
	case bx.kind == figure:
		t.setFigure(bx, width)
		return
	case bx.kind == heading:
		bx.left, bx.height = 0, size*1.25
		bx.headline = bx.text()
		if bx.role == title {
			bx.height = t.look.lineHeight(t.look.size)
		}
	case bx.kind == rule:
		bx.lines, bx.height = []line{{}}, 6
		return
	case bx.role == label:
		bx.left, bx.block.marker = 0, ""
	}
	switch {
	case t.look.dateColumn == 0 || bx.entry == 0:
	case bx.fromRight == bx.columnOnRight:
		bx.left += t.look.dateColumn
	default: // the column is at the other end of its lines
		width -= t.look.dateColumn
	}
	if bx.block.marker != "" {
		bx.marker = t.markerOf(bx.block)
	}
	t.setLines(bx, width)
}

func (t *setter) markerOf(b block) fragment {
	style := t.look.styleOf(block{kind: paragraph}, span{})
	style.Color = pdfColor(t.look.markerColor)
	return t.fragment(b.marker+" ", style, "")
}

// gap is the minimum space between the two ends of a row.
const gap = 12

// setLines breaks the left side and leaves room for the right one in the first line.
func (t *setter) setLines(bx *box, width float64) {
	first, all := width-bx.left, width-bx.left
	if len(bx.block.right) > 0 {
		bx.right = t.rightLine(bx.block)
		switch {
		case bx.role == title && bx.hasDates() && t.look.dateColumn > 0 && bx.left >= t.look.dateColumn && bx.right.width <= t.look.dateColumn-trackGap-dotGap+0.01:
			bx.dateColumn = true
		case bx.right.width > all*0.6: // too long to share a row: one after the other
			bx.spans = bx.block.inOneText().spans
			bx.right = line{}
		default:
			first -= bx.right.width + gap
		}
	}
	words := t.words(bx.block)
	switch bx.role {
	case contact:
		bx.lines = t.balanced(t.contactItems(joinItems(words, all)), all)
		return
	case row, organization:
		words = joinItems(words, first)
	}
	if bx.kind == item && len(bx.block.right) == 0 && bx.has(part.Dates) {
		words = shortItemsWhole(words, all*0.4)
	}
	bx.lines = t.breakLines(words, first, all)
	if bx.role == body && bx.kind != heading && len(bx.block.right) == 0 {
		bx.lines = t.fuller(words, bx.lines, all)
	}
}

// A last line shorter than this part of the width looks forgotten; to fill it, the lines
// before it may become shorter by as much.
const (
	shortLine = 0.12
	narrowest = 0.86
)

// fuller breaks a text again if its last line holds little more than a word: into the same
// number of lines, with a longer last one.
func (t *setter) fuller(words []word, lines []line, width float64) []line {
	short := func(all []line) bool { return all[len(all)-1].width < width*shortLine }
	const most = 12 // in a longer paragraph nobody notices
	if len(lines) < 2 || len(lines) > most || !short(lines) {
		return lines
	}
	for narrow := width * 0.98; narrow > width*narrowest; narrow -= width * 0.02 {
		tried := t.breakLines(words, narrow, narrow)
		switch {
		case len(tried) > len(lines):
			return lines
		case !short(tried):
			return tried
		}
	}
	return lines
}

// shortItemsWhole joins the words between two separators, such as a date, if they are not
// wider than most. No line begins or ends with a separator.
func shortItemsWhole(words []word, most float64) []word {
	var out, open []word
	flush := func() {
		if whole := joinItems(open, most); len(whole) == 1 {
			open = whole
		}
		out, open = append(out, open...), nil
	}
	for _, w := range words {
		if len(w.parts) != 1 || w.parts[0].text != strings.TrimSpace(separator) {
			open = append(open, w)
			continue
		}
		flush()
		w.separator = true
		out = append(out, w)
	}
	flush()
	return out
}

// contactGap is the blank on each side of a bullet in the contact row, relative to the font
// size. It is narrow, so that programs read the row as one line with bullets in it: they
// would take a separate address without a scheme, such as ada.example, for a name.
const contactGap = 0.38

// contactItems puts bullets between the items of the contact row.
func (t *setter) contactItems(words []word) []word {
	for i := range words {
		w := &words[i]
		if w.space.gap {
			w.space.width = w.space.style.Size * contactGap
		}
		if w.separator {
			style := w.parts[0].style
			style.Color = pdfColor(t.look.soft)
			bullet := t.fragment("•", style, "")
			w.parts, w.width = []fragment{bullet}, bullet.width
		}
	}
	return words
}

// balanced fills as few lines as possible, all to about the same length.
func (t *setter) balanced(words []word, width float64) []line {
	lines := t.breakLines(words, width, width)
	least := width / 2
	for _, w := range words {
		least = max(least, min(w.width, width)) // no word is cut that need not be
	}
	for most := width; len(lines) > 1 && most-least > 4; {
		narrow := (least + most) / 2
		if tried := t.breakLines(words, narrow, narrow); len(tried) > len(lines) {
			least = narrow
		} else {
			lines, most = tried, narrow
		}
	}
	return lines
}

func (t *setter) rightLine(b block) line {
	var l line
	style := t.look.styleOfRight(b)
	for _, s := range b.right {
		text := strings.Join(strings.FieldsFunc(s.text, func(r rune) bool { return plainSpace(r) == ' ' || r == '\n' }), " ")
		l.add(t.fragment(text, style, s.link))
	}
	return l
}

// keep marks the boxes that no page break may separate: a heading and what follows it, the
// rows of an entry and its first two items, the last two items and the line of technologies,
// and short lists of groups.
func keep(boxes []box) {
	keepGroups(boxes)
	for i := range boxes {
		b := &boxes[i]
		b.keepNext = b.keepNext || i+1 < len(boxes) && (heads(*b, boxes[i+1]) || introduces(boxes, i))
		if b.entry == 0 || i+1 == len(boxes) || boxes[i+1].entry != b.entry {
			continue
		}
		firstItem := b.kind == item && i > 0 && boxes[i-1].kind != item
		last := i+2 == len(boxes) || boxes[i+2].entry != b.entry
		beforeTail := last || boxes[i+2].role == technologies && (i+3 == len(boxes) || boxes[i+3].entry != b.entry)
		b.keepNext = b.keepNext || firstItem || beforeTail || boxes[i+1].role == technologies || b.kind != item && b.role != technologies && isIntroduction(boxes, i)
	}
}

// keepGroups keeps lists of groups, such as those of skills, on one page, or if they are long,
// the first two groups and the last two.
func keepGroups(boxes []box) {
	const mostLines = 12
	for from := 0; from < len(boxes); from++ {
		to, lines := from, 0
		for to < len(boxes) && boxes[to].role == label {
			lines += len(boxes[to].lines)
			to++
		}
		for i := from; i+1 < to; i++ {
			atEnd := (i == from || i+2 == to) && len(boxes[i].lines)+len(boxes[i+1].lines) <= mostLines
			boxes[i].keepNext = lines <= mostLines || atEnd
		}
		from = max(from, to-1)
	}
}

// heads reports whether b is a heading, or a row that heads next. The rows of an entry do
// not head the next entry.
func heads(b, next box) bool {
	switch b.role {
	case name, headline:
		return true
	case title, organization:
		return b.entry == next.entry
	}
	return b.kind == heading
}

// introduces reports whether a box is a paragraph between a section's heading and its list
// or first entry, or an item with items below it.
func introduces(boxes []box, i int) bool {
	b, next := boxes[i], boxes[i+1]
	switch b.kind {
	case item:
		return next.kind == item && next.level > b.level
	case paragraph:
		return b.entry == 0 && i > 0 && boxes[i-1].role == section && (next.kind == item || next.role == title)
	}
	return false
}

// isIntroduction reports whether a box is a paragraph between an entry's rows and its
// items.
func isIntroduction(boxes []box, i int) bool {
	return boxes[i+1].kind == item && boxes[i-min(i, 1)].kind != item
}
