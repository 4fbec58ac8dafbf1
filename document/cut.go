package document

import (
	"strings"
	"unicode/utf8"
)

// cut splits a word that is wider than a line.
func (t *setter) cut(w word, width float64) (head, tail word) {
	tail.space, tail.newline = w.space, w.newline
	for i, part := range w.parts {
		if head.width+part.width <= width {
			head.parts, head.width = append(head.parts, part), head.width+part.width
			continue
		}
		first, rest := t.cutFragment(part, width-head.width, len(head.parts) == 0)
		if first.text != "" {
			head.parts, head.width = append(head.parts, first), head.width+first.width
		}
		tail.parts = append(append(tail.parts, rest), w.parts[i+1:]...)
		break
	}
	for _, part := range tail.parts {
		tail.width += part.width
	}
	return head, tail
}

// cutFragment takes as much as fits, and at least one character where the line
// would stay empty. An address is cut behind a mark of its own.
func (t *setter) cutFragment(f fragment, room float64, atLeastOne bool) (first, rest fragment) {
	n := t.fitting(f, room)
	if after := strings.LastIndexAny(f.text[:n], "/-_.?&=:,;"); after > n/2 {
		n = after + 1
	}
	if n == 0 && atLeastOne {
		n = t.clusterEnds(begin(f.text))[0]
	}
	first = t.fragment(f.text[:n], f.style, f.link)
	if rest = (fragment{text: f.text[n:], style: f.style, link: f.link, width: f.width - first.width}); len(rest.text) <= window {
		rest = t.fragment(rest.text, f.style, f.link) // what the letters around the cut make of it
	}
	return first, rest
}

// window is how many bytes of a fragment are looked at to fill a line: more than
// a line of any size holds. A longer word is not measured again for each line.
const window = 1024

// begin is the beginning of a text, as far as a line could hold it.
func begin(text string) string {
	if len(text) <= window {
		return text
	}
	end := window
	for !utf8.RuneStart(text[end]) {
		end--
	}
	return text[:end]
}

// fitting is how many bytes of a fragment are at most so wide.
func (t *setter) fitting(f fragment, room float64) int {
	used, start := 0.0, 0
	for _, end := range t.clusterEnds(begin(f.text)) {
		used += t.Width(f.style.Style, f.text[start:end]) * f.style.Size / 1000
		if used > room {
			return start
		}
		start = end
	}
	return start
}

// clusterEnds are the places, in bytes, behind each character as people count them: a letter with its marks is one.
func (t *setter) clusterEnds(text string) []int {
	t.segmenter.Init([]rune(text))
	var ends []int
	at := 0
	for clusters := t.segmenter.GraphemeIterator(); clusters.Next(); {
		at += len(string(clusters.Grapheme().Text))
		ends = append(ends, at)
	}
	return ends
}
