package convert

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// separators separate the start of a span from its end. Marks that also occur inside dates
// are tried last, and only if both sides can be read.
var separators = []*lazy.Regexp{
	lazy.New(`\s+[-–—―−~〜→>]+\s*|\s*[–—―−~〜→]+\s*`),
	lazy.New(`(?i)\s+(?:to|until|till|through|thru|bis|zu|hasta|al?|à|au|jusqu['’]?à|fino|tot|t/m|do|até|по|до)\s+`),
	lazy.New(`\s*[至到]\s*`),
	lazy.New(`-`),
	lazy.New(`/`),
}

// length matches a duration after the dates.
var length = lazy.New(`(?i)[\s,;·]+(?:\d{1,2}(?:[.,]\d)?\+?\s*(?:years?|yrs?|months?|mos?|jahre?|monate?|años?|mes(?:es)?|` +
	`ans?|mois|ann[io]|mes[ei]|jaar|maand(?:en)?|lata?|rok|miesiąc[ea]?|miesięcy|anos?|рік|роки|років|` +
	`місяц[іь]|місяців)\.?[\s,]*(?:and|und|y|et|e|en|i|та)?\s*)+$`)

// readSpan reads "Mar 2021 – Present", "2014-2016", "seit 2019" or a single date, which is
// the end. It is ok if all of it could be read.
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
	text = length.ReplaceAllString(text, "")
	for _, separator := range separators {
		for _, at := range separator.FindAllStringIndex(text, -1) {
			start, end := readPair(withoutOpenWord(text[:at[0]]), text[at[1]:])
			if start.ok && end.ok && !start.date.Present {
				return start, end, true
			}
		}
	}
	return readShort(text)
}

var slashed = lazy.New(`^\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*$`)

// readPair reads a start and an end: each may supply what the other omits, the year ("June
// – August 2019") or which of two numbers is the day.
func readPair(start, end string) (from, to moment) {
	start, end = seasonYear(start, false), seasonYear(end, true)
	a, b := slashed.FindStringSubmatch(start), slashed.FindStringSubmatch(end)
	if a != nil && b != nil && (a[1] > "12" && len(a[1]) == 2 || b[1] > "12" && len(b[1]) == 2) {
		start, end = strings.ReplaceAll(start, "/", "."), strings.ReplaceAll(end, "/", ".")
	} else if a != nil && b != nil && (len(a[2]) == 2 && a[2] > "12" || len(b[2]) == 2 && b[2] > "12") {
		start, end = monthFirst(a), monthFirst(b)
	}
	from, to = readDate(start), readDate(end)
	if month := lookUp(strings.ToLower(strings.Trim(start, " ."))); month.kind == monthWord && to.ok && !to.rough && month.month <= to.date.Month {
		from = moment{date: resume.Date{Year: to.date.Year, Month: month.month}, ok: true}
	}
	return from, to
}

// winterYear matches two years that a season spans: "Winter 2018/19".
var winterYear = lazy.New(`^(\PN*)(20|19)(\d\d)/(?:20|19)?(\d\d)$`)

// seasonYear returns a season that spans two years with the first or the last of them.
func seasonYear(text string, last bool) string {
	m := winterYear.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil || !isSeason(m[1]) || m[4] <= m[3] {
		return text
	}
	if last {
		return m[1] + m[2] + m[4]
	}
	return m[1] + m[2] + m[3]
}

// isSeason reports whether a text names a season.
func isSeason(text string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(w string) bool { return slices.Contains(strings.Fields(seasonWords), w) })
}

func monthFirst(parts []string) string { return parts[3] + "/" + parts[1] + "/" + parts[2] }

var shortEnd = lazy.New(`^(.*?)(\d{2})(\d{2})\s*[-–—/]\s*['’]?(\d{2})$`)

// readShort reads a span whose end omits the century: "2014-16".
func readShort(text string) (start, end moment, ok bool) {
	m := shortEnd.FindStringSubmatch(text)
	if m == nil || m[4] <= m[3] {
		return moment{}, moment{}, false
	}
	start, end = readDate(m[1]+m[2]+m[3]), readDate(m[2]+m[4])
	return start, end, start.ok && end.ok
}

// isOngoing reports whether a text is a phrase like "en cours", "up to now".
func isOngoing(text string) bool {
	at := ongoingAt(text)
	return at >= 0 && strings.Trim(text[:at], " -–—") == ""
}

// ongoingAt returns where such a phrase begins at the end of a text, or -1.
func ongoingAt(text string) int {
	lower := strings.ToLower(text)
	at := ongoingPhrase().FindStringIndex(lower)
	if at == nil || len(lower) != len(text) {
		return -1
	}
	return at[0]
}

// readOpen reads a start that is marked as ongoing: "since 2019", "2019 –", "2019至今".
func readOpen(text string) (moment, bool) {
	if before, ok := strings.CutSuffix(text, "至今"); ok {
		m := readDate(strings.TrimRight(before, " -–—~"))
		return m, m.ok
	}
	if at := ongoingAt(text); at >= 0 {
		m := readDate(withoutOpenWord(strings.TrimRight(text[:at], " -–—")))
		return m, m.ok && !m.date.Present
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

// withoutOpenWord removes "since", "seit", "od".
func withoutOpenWord(text string) string {
	first, rest, found := strings.Cut(text, " ")
	if found && lookUp(strings.ToLower(first)).kind == openWord {
		return rest
	}
	return text
}
