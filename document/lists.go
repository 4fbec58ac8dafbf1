package document

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/part"
)

// shortItems sets a list of short items in one row: "English: native · German: B2".
func shortItems(all []block) []block {
	var out []block
	for i, b := range all {
		if b.kind != item || !isShort(b) {
			out = append(out, b)
			continue
		}
		if i > 0 && all[i-1].kind == item && isShort(all[i-1]) {
			last := &out[len(out)-1]
			last.spans = append(append(last.spans, span{text: separator}), b.spans...)
			continue
		}
		out = append(out, block{kind: paragraph, role: row, spans: b.spans})
	}
	return out
}

// isShort reports whether the whole item is marked as short.
func isShort(b block) bool {
	return !slices.ContainsFunc(b.spans, func(s span) bool { return s.part != part.Short })
}

// labels finds the lists in which every item begins with a bold word and a colon.
func labels(all []block) []block {
	for from := 0; from < len(all); from++ {
		to := from
		for to < len(all) && isLabel(all[to]) {
			to++
		}
		if to == from || to < len(all) && all[to].kind == item || from > 0 && all[from-1].kind == item {
			continue
		}
		for i := from; i < to; i++ {
			all[i].role = label
		}
		from = to
	}
	return all
}

func isLabel(b block) bool {
	return b.kind == item && b.list == 0 && b.level == 1 && len(b.spans) > 1 && b.spans[0].bold && !b.spans[1].bold &&
		strings.ContainsAny(firstCharacter(b.spans[1].text), ":：")
}

// firstCharacter returns the first character of a text that is not a space.
func firstCharacter(s string) string {
	for _, r := range strings.TrimLeft(s, " \u00A0") {
		return string(r)
	}
	return ""
}
