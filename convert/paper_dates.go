package convert

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// foundDate is a date or span in a line, and the line without it.
type foundDate struct {
	text, rest string
	start, end moment
	ok         bool
}

var yearIn = lazy.New(`(?:19|20)\d\d`)

// dateIn finds the date or span at the end or the start of a line, or of a piece of it.
func dateIn(text string) foundDate {
	const mostYears = 6 // of adjacent dates; more are a list of numbers
	if years := len(yearIn.FindAllStringIndex(text, mostYears+1)); years == 0 || years > mostYears || len(text) > 200 {
		return foundDate{}
	}
	words := strings.Fields(text)
	const most = 9 // "from September 2019 to the end of May 2021"
	for n := min(most, len(words)); n > 0; n-- {
		if found := dateOf(words[len(words)-n:]); found.ok {
			found.rest = withoutLast(text, words[len(words)-n:])
			return found.trimmed()
		}
	}
	for n := min(most, len(words)); n > 0; n-- {
		if found := dateOf(words[:n]); found.ok {
			found.rest = withoutFirst(text, words[:n])
			return found.trimmed()
		}
	}
	return dateInPieces(text)
}

// withoutLast removes the words that end a text; the gaps between the others stay.
func withoutLast(text string, words []string) string {
	for i := len(words) - 1; i >= 0; i-- {
		text = strings.TrimSuffix(strings.TrimSpace(text), words[i])
	}
	return strings.TrimSpace(text)
}

// withoutFirst removes the words that begin a text.
func withoutFirst(text string, words []string) string {
	for _, word := range words {
		text = strings.TrimPrefix(strings.TrimSpace(text), word)
	}
	return strings.TrimSpace(text)
}

// dateInPieces searches the pieces of a line between separators; a dash may be one, or
// within a span.
func dateInPieces(text string) foundDate {
	if found := dateAmong(barMark.Split(text, -1)); found.ok {
		return found
	}
	return dateAmong(splitPieces(text))
}

// barMark is a separator that is never part of a date.
var barMark = lazy.New(`\s+[|•·∙◦‧⋅⋄◇◆♦▪]\s+|\s{2,}|\s*\|\s*`)

func dateAmong(pieces []string) foundDate {
	for i, piece := range pieces {
		if len(pieces) > 1 {
			if found := dateOf(strings.Fields(piece)); found.ok {
				found.rest = strings.Join(append(append([]string{}, pieces[:i]...), pieces[i+1:]...), " | ")
				return found.trimmed()
			}
		}
	}
	return foundDate{}
}

// dateOf reads words that are a date and nothing else.
func dateOf(words []string) foundDate {
	text := strings.Trim(strings.Join(words, " "), " ,;|•·()[]")
	first := words[0]
	kind := lookUp(strings.ToLower(strings.Trim(first, "(.,"))).kind
	if isName := strings.HasSuffix(first, ",") && !yearIn.MatchString(first) && kind != monthWord; isName || kind == fillerWord || !yearIn.MatchString(text) {
		return foundDate{}
	}
	start, end, ok := readSpan(text)
	return foundDate{text: text, start: start, end: end, ok: ok && (start.ok || !end.date.Present)}
}

// trimmed removes the marks around the date.
func (f foundDate) trimmed() foundDate {
	f.rest = strings.TrimSpace(strings.TrimRight(strings.TrimLeft(f.rest, " ,;|•·–—-:)]"), " ,;|•·–—-:(["))
	return f
}
