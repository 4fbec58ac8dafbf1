package document

import "slices"

// Tightness is how far a document is condensed. Each step includes those before it.
type Tightness int

// The steps, from the least to the most visible.
const (
	AsSet       Tightness = iota
	ShortLists            // lists of a few short items share a line
	LessWhite             // a fifth less white space between lines and entries
	SmallerType           // the font is half a point smaller
)

// tighten applies the condensing to a style.
func (t Tightness) tighten(l *style) {
	if t >= LessWhite {
		l.scale *= 0.8
	}
	if t >= SmallerType {
		l.choose(Page{FontSize: l.size - 0.5, NoFooter: !l.footer})
	}
}

// shortLists sets top-level lists whose items have only a few words in one row.
func shortLists(all []block) []block {
	var out []block
	for from := 0; from < len(all); {
		to := from
		for to < len(all) && isFewWords(all[to]) {
			to++
		}
		if to-from < 2 || to < len(all) && all[to].kind == item || from > 0 && all[from-1].kind == item {
			out = append(out, all[from])
			from++
			continue
		}
		var items [][]span
		for _, b := range all[from:to] {
			if len(b.right) > 0 {
				b.spans = slices.Concat(b.spans, []span{{text: ", "}}, b.right)
			}
			items = append(items, b.spans)
		}
		out = append(out, block{kind: paragraph, role: row, spans: joinSpans(items)})
		from = to
	}
	return out
}

// isFewWords reports whether a block is an item of a section's own list, shorter than half
// a line.
func isFewWords(b block) bool {
	const most = 44
	return b.kind == item && b.list == 0 && b.level == 1 && b.entry == 0 && b.role == body && len([]rune(b.text()))+len([]rune(textOfSpans(b.right))) <= most
}
