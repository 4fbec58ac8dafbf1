package convert

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
)

// continuesLine reports whether a line continues the one before: same letters, close below it,
// and no sign of a new start.
func (p *paper) continuesLine(before, l readfile.Line, line paperLine) bool {
	last := p.lines[len(p.lines)-1]
	if l.Page == 0 || l.Page != before.Page || len(l.Items) != 1 || line.isItem || line.bold || last.bold || line.size != last.size || len(before.Items) == 0 {
		return false
	}
	if emailIn.FindString(line.text) == line.text {
		return false // an address begins low, too
	}
	if namesTechnologies(line.text) && !startsLow(line.text) {
		return false // a row of its own below the bullets, wherever the last of them ends
	}
	if !last.isItem && hasEnds(before) && (!startsLow(line.text) || hasRoom(before, line)) {
		return false // a row with a company at the left and a place at the right
	}
	if l.Y-before.Y > 1.7*line.size || l.Y <= before.Y || dateIn(line.text).ok && !below(last, line) {
		return false
	}
	if !last.isItem && dateIn(last.text).ok || !p.fills(before, line) && !hangs(last, line) {
		return false // there was room for more: the line ends on purpose
	}
	if last.isItem {
		return l.Items[0].X >= before.Items[0].X-1
	}
	return startsLow(line.text) || len(last.text) > 50 && kindOfTitle(line.text) == resume.Free
}

// below reports whether a line is set below the text of a bullet, not below its sign.
func below(item, line paperLine) bool { return item.isItem && line.x > item.x+0.3*line.size }

// hangs reports whether a line below the text of a bullet begins as the rest of a sentence
// does: some programs balance the lines of a paragraph.
func hangs(item, line paperLine) bool {
	first, _ := utf8.DecodeRuneInString(line.text)
	return below(item, line) && (unicode.IsLower(first) || unicode.IsDigit(first))
}

// goOn adds the next line of a paragraph. A date at the right margin of its first line stays
// at the end.
func (l *paperLine) goOn(next string) {
	if n := len(l.items); n > 1 && l.isItem {
		if found := dateIn(l.items[n-1].Text); found.ok && found.rest == "" {
			l.date = "  " + l.items[n-1].Text
		}
	}
	l.text, l.items, l.ends = joinBroken(strings.TrimSuffix(l.text, l.date), next, l.links)+l.date, nil, false
}

// fills reports whether a line had no room for the first word of the next.
func (p *paper) fills(before readfile.Line, next paperLine) bool {
	first, _, _ := strings.Cut(next.text, " ")
	last := before.Items[len(before.Items)-1]
	const letter, slack = 0.5, 1.0 // in sizes: the width of a letter, and how ragged a margin is
	return last.X+last.Width+next.size*(slack+letter*float64(len([]rune(first))+1)) > p.right(before, next)
}

// right returns the right edge of the longest line of a column. Bullets have a column of
// their own: dates may be beside them. A line that is much longer than the others shows
// nothing: if the next one begins with a capital, the edge is the page's.
func (p *paper) right(of readfile.Line, next paperLine) float64 {
	column, second, page, bullets, n := 0.0, 0.0, 0.0, 0.0, 0
	for _, l := range p.source {
		if len(l.Items) == 0 || l.Page != of.Page {
			continue
		}
		last := l.Items[len(l.Items)-1]
		page = max(page, last.X+last.Width)
		end, indent := columnEnd(l), l.Items[0].X-of.Items[0].X
		if indent < columnIndent && indent > -columnIndent {
			column, second = max(column, end), max(second, min(column, end))
		}
		if _, isItem := l.Bullet(); isItem && indent < 1 && indent > -1 {
			bullets = max(bullets, end)
			n++
		}
	}
	if _, isItem := of.Bullet(); isItem && n >= enoughBullets {
		return bullets
	}
	if first, _ := utf8.DecodeRuneInString(next.text); unicode.IsUpper(first) && column-second > columnGap*p.body {
		return page
	}
	return column
}

// enoughBullets is how many lines show how wide a column is.
const enoughBullets = 4

// columnEnd returns where the text of a line's first column ends: what is far behind it is
// in the margin.
func columnEnd(l readfile.Line) float64 {
	end := l.Items[0].X + l.Items[0].Width
	for _, item := range l.Items[1:] {
		if item.X-end > columnGap*item.Size {
			break
		}
		end = item.X + item.Width
	}
	return end
}

// hasEnds reports whether a line has text at both margins and nothing in between; Word files
// have a tab there, and no widths.
func hasEnds(l readfile.Line) bool {
	n := len(l.Items)
	return n > 1 && (columnEnd(l) < l.Items[n-1].X || n == 2 && l.Items[0].Width == 0)
}

// hasRoom reports whether the first word of the next line fits between the two ends of a row.
func hasRoom(l readfile.Line, next paperLine) bool {
	const letter = 0.6 // of the size
	first, _, _ := strings.Cut(next.text, " ")
	return columnEnd(l)+next.size*(columnGap+letter*float64(len([]rune(first))+1)) < l.Items[len(l.Items)-1].X
}

// columnGap is the gap between columns, in font sizes.
const columnGap = 2.5

// columnIndent is the largest difference between the starts of a column's lines, in
// points.
const columnIndent = 60

func startsLow(text string) bool {
	for _, r := range text {
		return unicode.IsLower(r) || strings.ContainsRune(",;)&", r)
	}
	return false
}

// joinBroken joins a broken line; a hyphen at its end may be part of the word, and the end of
// one line and the start of the next may be an address.
func joinBroken(a, b string, links []readfile.Link) string {
	if strings.HasSuffix(a, "-") && startsLow(b) || isBrokenAddress(a, b, links) {
		return a + b
	}
	if whole, broken := strings.CutSuffix(a, softHyphen); broken {
		return whole + b
	}
	if i := strings.LastIndexByte(a, ' '); strings.Contains(a[i+1:], "://") && strings.HasPrefix(b, "-") && !strings.HasPrefix(b, "- ") {
		return a + b // an address is cut before its hyphens
	}
	before, _ := utf8.DecodeLastRuneInString(a)
	after, _ := utf8.DecodeRuneInString(b)
	if isUnspaced(before) && isUnspaced(after) {
		return a + b
	}
	return a + " " + b
}

// isBrokenAddress reports whether the last word of a and the first one of b are parts of the
// address of a link.
func isBrokenAddress(a, b string, links []readfile.Link) bool {
	last := a[strings.LastIndexByte(a, ' ')+1:]
	first, _, _ := strings.Cut(b, " ")
	both := bareAddress(last) + strings.TrimRight(first, ".,;:)")
	return strings.ContainsAny(last, "/.") && slices.ContainsFunc(links, func(l readfile.Link) bool { return strings.Contains(bareAddress(l.URL), both) })
}

// isUnspaced reports whether r is of a script without blanks between words, or one of its
// wide signs.
func isUnspaced(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) ||
		r >= '\u3000' && r <= '\u303F' || r >= '\uFF01' && r <= '\uFF60' || r == 'ー'
}
