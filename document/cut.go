package document

import (
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/typeface"
)

// cut splits a word that is wider than a line. The tail shares the slice of the word's
// fragments.
func (t *setter) cut(w word, width float64) (head, tail word) {
	tail = word{space: w.space, newline: w.newline, parts: w.parts, width: w.width}
	for i, part := range w.parts {
		tail.parts, tail.width = w.parts[i+1:], tail.width-part.width
		if head.width+part.width <= width {
			head.parts, head.width = append(head.parts, part), head.width+part.width
			continue
		}
		first, rest := t.cutFragment(part, width-head.width, len(head.parts) == 0)
		if first.text != "" {
			head.parts, head.width = append(head.parts, first), head.width+first.width
		}
		w.parts[i] = rest
		tail.parts, tail.width = w.parts[i:], tail.width+rest.width
		break
	}
	return head, tail
}

// cutFragment splits off as much as fits, and at least one character if the line would
// otherwise stay empty. An address is cut after one of its punctuation marks, or before a
// hyphen: programs that read the file remove hyphens at line ends.
func (t *setter) cutFragment(f fragment, room float64, atLeastOne bool) (first, rest fragment) {
	n := t.fitting(f, room)
	after, hyphen := strings.LastIndexAny(f.text[:n], "/_.?&=:,;")+1, strings.LastIndexByte(f.text[:n], '-')
	if at := max(after, hyphen); at > n/2 {
		n = at
	}
	if n == 0 && atLeastOne {
		n = t.clusterEnds(begin(f.text))[0]
	}
	first = t.fragment(f.text[:n], f.style, f.link)
	if rest = (fragment{text: f.text[n:], style: f.style, link: f.link, width: f.width - first.width}); len(rest.text) <= window {
		rest = t.fragment(rest.text, f.style, f.link) // next to other letters, its letters may have other shapes
	}
	return first, rest
}

// window is how many bytes of a fragment are examined to fill a line: more than any line
// holds. So a longer word is not measured again for each line.
const window = 1024

// begin returns the beginning of a text, as far as a line could hold it.
func begin(text string) string { return beginOf(text, window) }

// beginOf returns the beginning of a text, at most this many bytes.
func beginOf(text string, most int) string {
	if len(text) <= most {
		return text
	}
	for !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most]
}

// fewBytes is how much is examined first to fill a line: most lines hold no more.
const fewBytes = 128

// fitting returns how many bytes of a fragment fit into the room.
func (t *setter) fitting(f fragment, room float64) int {
	used, start, all := 0.0, 0, begin(f.text)
	for most := fewBytes; ; most *= 2 {
		text, from := beginOf(all, most), start
		for _, n := range t.clusterEnds(text[from:]) {
			end := from + n
			if end == len(text) && len(text) < len(all) {
				break // marks of this letter may follow
			}
			used += t.Width(f.style.Style, all[start:end]) * f.style.Size / 1000
			if used > room {
				return start
			}
			start = end
		}
		if len(text) == len(all) {
			return start
		}
	}
}

// clusterEnds returns the byte offsets after each character as people count them: a letter
// with its marks is one.
func (t *setter) clusterEnds(text string) []int {
	t.breaker.Segmenter.Init([]rune(text))
	var ends []int
	at := 0
	joins := false // the vowel before it is written before its consonant
	for clusters := t.breaker.Segmenter.GraphemeIterator(); clusters.Next(); {
		cluster := clusters.Grapheme().Text
		at += len(string(cluster))
		if n := len(ends); n > 0 && (joins || typeface.IsSign(cluster[0])) {
			ends[n-1] = at
		} else {
			ends = append(ends, at)
		}
		joins = typeface.IsLeadingVowel(cluster[len(cluster)-1])
	}
	return ends
}
