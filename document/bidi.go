package document

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/pdf"
	"github.com/ghresume/ghresume/internal/typeface"
)

// rightToLeftRow keeps items that are read from left to right, such as telephone numbers and
// years, in that order inside a row that is read from right to left.
func rightToLeftRow(text string) string {
	const right, left = "\u200F", "\u200E"
	items := strings.Split(strings.ReplaceAll(text, left, ""), separator)
	for i, item := range items {
		if isFigures(item) {
			items[i] = left + item + left // otherwise their order is turned round
		}
	}
	return strings.Join(items, right+separator+right)
}

// withoutMarks removes the left-to-right marks that keep the items of a row in place where the
// text begins on the left: on a page that is read from right to left, they would turn the next
// item round.
func withoutMarks(md []byte) []byte {
	return []byte(strings.NewReplacer("\u200E"+separator, separator, "\u200E, ", ", ").Replace(string(md)))
}

// isFigures reports whether a text has a figure and no letter.
func isFigures(text string) bool {
	return strings.ContainsFunc(text, unicode.IsDigit) && !strings.ContainsFunc(text, unicode.IsLetter)
}

// drawn is a piece of a line that is set in one style and one direction.
type drawn struct {
	text     pdf.Text
	fragment fragment
	from     int // its offset in the text of the line
}

// visual places the pieces of a line where the reader sees them and returns them in reading
// order.
func (p *painter) visual(l line, order []typeface.Piece, x float64) []drawn {
	var out []drawn
	for _, stretch := range order {
		parts := p.within(l, stretch)
		if stretch.RightToLeft {
			for i := len(parts) - 1; i >= 0; i-- {
				parts[i].text.X = x
				x += parts[i].text.Width
			}
		} else {
			for i := range parts {
				parts[i].text.X = x
				x += parts[i].text.Width
			}
		}
		out = append(out, parts...)
	}
	slices.SortStableFunc(out, func(a, b drawn) int { return a.from - b.from })
	return out
}

// within returns the fragments, or parts of them, that lie in a stretch of the line.
func (p *painter) within(l line, stretch typeface.Piece) []drawn {
	var out []drawn
	at := 0
	for _, f := range l.fragments {
		from, to := max(stretch.From, at)-at, min(stretch.To, at+len(f.text))-at
		if from < to {
			piece := f
			if !f.gap {
				piece = p.fragment(f.text[from:to], f.style, f.link)
			}
			out = append(out, drawn{pdf.Text{Width: piece.width, Text: piece.text, Style: piece.style, RightToLeft: stretch.RightToLeft, Gap: f.gap}, f, at + from})
		}
		at += len(f.text)
	}
	return out
}
