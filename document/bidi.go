package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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

// leftToRightMark is the invisible character that reads as a letter from the left.
const leftToRightMark = "\u200E"

// withMarks returns the spans of a right-to-left paragraph with a mark beside each name such
// as C++, C# or .NET that would be shown as ++C, #C or NET. there. Word needs none, but
// LibreOffice does. A text that is read from the left gets marks where it begins or ends with
// a sign.
func withMarks(spans []span, fromLeft bool) []span {
	var all strings.Builder
	for _, s := range spans {
		all.WriteString(s.text)
	}
	var at []int
	text := all.String()
	for _, name := range nameWithSigns.FindAllStringIndex(text, -1) {
		if text[name[0]] == '.' {
			if before := lastLetter(text[:name[0]]); before == "" || typeface.RightToLeft(before) {
				at = append(at, name[0])
			}
		} else if !typeface.LeftToRight(text[name[1]:]) {
			at = append(at, name[1])
		}
	}
	if fromLeft {
		if !typeface.LeftToRight(firstOfText(text)) {
			at = append(at, 0)
		}
		if !typeface.LeftToRight(lastOfText(text)) {
			at = append(at, len(text))
		}
	}
	return insertMarks(spans, at)
}

// insertMarks inserts marks at byte offsets of the text of spans.
func insertMarks(spans []span, at []int) []span {
	slices.Sort(at)
	at = slices.Compact(at)
	out := slices.Clone(spans)
	start := 0
	for i, s := range spans {
		var marked strings.Builder
		from := 0
		for len(at) > 0 && (at[0] < start+len(s.text) || at[0] == start+len(s.text) && (i+1 == len(spans) || s.text != "")) {
			marked.WriteString(s.text[from:at[0]-start] + leftToRightMark)
			from, at = at[0]-start, at[1:]
		}
		out[i].text = marked.String() + s.text[from:]
		start += len(s.text)
	}
	return out
}

// lastLetter returns the last letter of a text, or "".
func lastLetter(text string) string {
	if i := strings.LastIndexFunc(text, unicode.IsLetter); i >= 0 {
		return text[i:]
	}
	return ""
}

func firstOfText(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	return text[:size]
}

func lastOfText(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
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
