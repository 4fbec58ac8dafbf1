package document

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/part"
)

// piece is a piece of a row: a part, or the text between parts without the marks that only
// separate.
type piece struct {
	part  part.Kind
	spans []span
}

// piecesOf splits spans into parts and the text between them.
func piecesOf(spans []span) []piece {
	var out []piece
	for _, s := range spans {
		if n := len(out); n > 0 && out[n-1].part == s.part {
			out[n-1].spans = append(out[n-1].spans, s)
			continue
		}
		out = append(out, piece{s.part, []span{s}})
	}
	for i := range out {
		if out[i].part != 0 {
			continue
		}
		if i > 0 {
			out[i].spans = cutSeparatorBefore(out[i].spans)
		}
		if i+1 < len(out) {
			out[i].spans = cutSeparatorAfter(out[i].spans)
		}
	}
	return slices.DeleteFunc(out, func(p piece) bool { return textOfSpans(p.spans) == "" })
}

// blank lists the characters allowed around a separating mark.
const blank = " \n\u200E"

// isMark reports whether r separates the items of a row.
func isMark(r rune) bool { return r == ',' || r == '·' || r == '|' }

// cutSeparatorBefore removes the one mark that separates spans from what comes before them.
// Further marks are the user's own.
func cutSeparatorBefore(spans []span) []span {
	spans = trimBefore(slices.Clone(spans))
	if len(spans) == 0 {
		return spans
	}
	if mark, size := utf8.DecodeRuneInString(spans[0].text); isMark(mark) {
		spans[0].text = spans[0].text[size:]
	}
	return trimBefore(spans)
}

// cutSeparatorAfter removes the one mark that separates spans from what follows.
func cutSeparatorAfter(spans []span) []span {
	spans = trimAfter(slices.Clone(spans))
	if len(spans) == 0 {
		return spans
	}
	last := &spans[len(spans)-1]
	if mark, size := utf8.DecodeLastRuneInString(last.text); isMark(mark) {
		last.text = last.text[:len(last.text)-size]
	}
	return trimAfter(spans)
}

func trimBefore(spans []span) []span {
	for len(spans) > 0 {
		if spans[0].text = strings.TrimLeft(spans[0].text, blank); spans[0].text != "" {
			break
		}
		spans = spans[1:]
	}
	return spans
}

func trimAfter(spans []span) []span {
	for len(spans) > 0 {
		last := len(spans) - 1
		if spans[last].text = strings.TrimRight(spans[last].text, blank); spans[last].text != "" {
			break
		}
		spans = spans[:last]
	}
	return spans
}
