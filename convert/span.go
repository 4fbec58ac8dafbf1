package convert

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// separators part the start of a span from its end. Marks that also stand
// inside dates are tried last, and only where both sides can be read.
var separators = []*lazy.Regexp{
	lazy.New(`\s+[-–—―−~〜→>]+\s*|\s*[–—―−~〜→]+\s*`),
	lazy.New(`(?i)\s+(?:to|until|till|through|thru|bis|zu|hasta|al?|à|au|jusqu['’]?à|fino|tot|t/m|do|até|по|до)\s+`),
	lazy.New(`\s*[至到]\s*`),
	lazy.New(`-`),
	lazy.New(`/`),
}

// readSpan reads "Mar 2021 – Present", "2014-2016", "seit 2019" or a single
// date, which is the end. It is ok when all of it could be read.
func readSpan(text string) (start, end moment, ok bool) {
	text = strings.TrimSpace(text)
	if len(text) > longestDate {
		return moment{}, moment{}, false
	}
	if start, ok := readOpen(text); ok {
		return start, moment{date: presentDate, ok: true}, true
	}
	if single := readDate(text); single.ok {
		return moment{}, single, true
	}
	for _, separator := range separators {
		for _, at := range separator.FindAllStringIndex(text, -1) {
			start, end := readDate(withoutOpenWord(text[:at[0]])), readDate(text[at[1]:])
			if start.ok && end.ok && !start.date.Present {
				return start, end, true
			}
		}
	}
	return moment{}, moment{}, false
}

// readOpen reads a start that says that it goes on: "since 2019", "2019 –", "2019至今".
func readOpen(text string) (moment, bool) {
	if before, ok := strings.CutSuffix(text, "至今"); ok {
		m := readDate(before)
		return m, m.ok
	}
	if rest := withoutOpenWord(text); rest != text {
		m := readDate(rest)
		return m, m.ok && !m.date.Present
	}
	if before := strings.TrimRight(text, " -–—"); before != text {
		m := readDate(before)
		m.rough = true
		return m, m.ok && !m.date.Present
	}
	return moment{}, false
}

// withoutOpenWord takes "since", "seit", "od" off.
func withoutOpenWord(text string) string {
	first, rest, found := strings.Cut(text, " ")
	if found && lookUp(strings.ToLower(first)).kind == openWord {
		return rest
	}
	return text
}
