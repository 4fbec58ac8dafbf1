package convert

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

// moment is a date as it is written, and its interpretation.
type moment struct {
	date     resume.Date
	expected bool // it is in the future
	rough    bool // the text says more or less than the date: "Summer 2003", "2024-09-31"
	ok       bool // it could be read
}

// readDate reads a date in any language of [monthNames], in ISO 8601 or in figures. If it
// can't read one, the result is not ok; it never guesses.
func readDate(text string) moment {
	if len(text) > longestDate {
		return moment{}
	}
	if d, err := resume.ParseDate(text); err == nil {
		return moment{date: d, ok: true}
	}
	day, isStamp := timestamp(text)
	if isStamp {
		return moment{date: day, ok: true}
	}
	if isOngoing(text) {
		return moment{date: presentDate, ok: true}
	}
	var p dateParts
	rest := clock.ReplaceAllString(withoutNote(text, &p), "")
	tokens := dateTokens(rest)
	for i, token := range tokens {
		if i == 0 && lookUp(token).kind == openWord {
			continue
		}
		if isDash := strings.ContainsAny(token, "-–—"); isDash && (i == 0 || i == len(tokens)-1) || !p.add(token) {
			return moment{}
		}
	}
	return p.moment()
}

// longestDate is longer than any date or span, in bytes.
const longestDate = 200

// timestamp reads the day of a timestamp.
func timestamp(text string) (resume.Date, bool) {
	day, clock, found := strings.Cut(strings.TrimSpace(text), "T")
	if !found {
		day, clock, found = strings.Cut(strings.TrimSpace(text), " ")
	}
	d, err := resume.ParseDate(day)
	return d, found && err == nil && d.Day > 0 && strings.Contains(clock, ":")
}

// clock matches the time of day after a date, as in mails.
var clock = lazy.New(`(?i)\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:gmt|utc|z|am|pm|[+-]\d{4}))?\s*$`)

// note matches a remark in brackets after a date: a duration, or that the date is
// expected.
var note = lazy.New(`[(（\[][^()（）\[\]]*[)）\]]`)

// withoutNote removes remarks in brackets, and records whether one says that the date is
// expected.
func withoutNote(text string, p *dateParts) string {
	return note.ReplaceAllStringFunc(text, func(bracketed string) string {
		for _, token := range dateTokens(strings.Trim(bracketed, "()（）[]")) {
			switch lookUp(token).kind {
			case expectedWord:
				p.expected = true
			case presentWord, roughWord:
				p.rough = true
			}
		}
		return " "
	})
}

// dateTokens splits a text into words, numbers and the marks between them.
func dateTokens(text string) []string {
	var out []string
	last := blank
	for _, r := range strings.ToLower(text) {
		kind := kindOf(r)
		switch {
		case kind == blank:
		case kind == last && kind != mark, kind == letter && last == digit && isApostrophe(r), last == apostrophe && kind == digit:
			out[len(out)-1] += string(r)
		default:
			out = append(out, string(r))
		}
		switch {
		case isApostrophe(r) && last != letter:
			kind = apostrophe
		case last == digit && isDateSign(r):
			kind = blank
		}
		last = kind
	}
	return joinQuarters(out)
}

// The kinds of characters in a date.
const (
	blank = iota
	digit
	letter
	han
	mark
	apostrophe // before a number: '19
)

func kindOf(r rune) int {
	switch {
	case unicode.IsSpace(r) || r == ',' || r == ';':
		return blank
	case unicode.IsDigit(r):
		return digit
	case unicode.Is(unicode.Han, r):
		return han
	case unicode.IsLetter(r) || unicode.IsMark(r) || isApostrophe(r):
		return letter
	}
	return mark
}

// isApostrophe includes the Hebrew sign of an abbreviation.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '׳' }

// isDateSign reports whether r is a Chinese sign that ends a number.
func isDateSign(r rune) bool { return strings.ContainsRune("年月日号", r) }

// joinQuarters joins "q" and "3" into one word.
func joinQuarters(tokens []string) []string {
	var out []string
	for _, token := range tokens {
		if n := len(out); n > 0 && (out[n-1] == "q" || out[n-1] == "h") {
			out[n-1] += token
			continue
		}
		out = append(out, token)
	}
	return out
}

// dateParts holds what the tokens of a date mean.
type dateParts struct {
	numbers  []number
	marks    []string
	month    int
	present  bool
	expected bool
	rough    bool
}

type number struct {
	value, digits int
	short         bool // '19
}

// add interprets a token; it returns false if the token cannot be part of a date.
func (p *dateParts) add(token string) bool {
	if strings.Contains("/.-–:", token) {
		p.marks = append(p.marks, token)
		return true
	}
	digits := strings.TrimLeft(token, "'’")
	if n, err := strconv.Atoi(digits); err == nil {
		p.numbers = append(p.numbers, number{n, len(digits), len(digits) == 2 && digits != token})
		return len(digits) <= 4
	}
	switch w := lookUp(token); w.kind {
	case monthWord:
		if p.month != 0 {
			return false
		}
		p.month = w.month
	case presentWord:
		p.present = true
	case expectedWord:
		p.expected = true
	case roughWord:
		p.rough = true
	case fillerWord:
	default:
		return false
	}
	return true
}

func (p *dateParts) moment() moment {
	m := moment{expected: p.expected, rough: p.rough}
	if p.present {
		m.ok = len(p.numbers) == 0 && p.month == 0
		m.date.Present = true
		return m
	}
	year := slices.IndexFunc(p.numbers, func(n number) bool { return n.digits == 4 || n.short })
	if year < 0 {
		return moment{}
	}
	m.date.Year = p.numbers[year].year()
	rest := slices.Delete(slices.Clone(p.numbers), year, year+1)
	m.ok = m.date.Year >= 1900 && m.date.Year < 2100 && p.fill(&m, rest, year == 0)
	if p.rough {
		m.date.Month, m.date.Day = 0, 0
	}
	return m
}

func (n number) year() int {
	switch {
	case !n.short:
		return n.value
	case n.value >= 50:
		return 1900 + n.value
	}
	return 2000 + n.value
}

// fill sets month and day, as far as they are certain.
func (p *dateParts) fill(m *moment, rest []number, yearFirst bool) bool {
	if slices.ContainsFunc(rest, func(n number) bool { return n.digits > 2 || n.short }) {
		return false
	}
	month, day := p.month, 0
	switch {
	case slices.ContainsFunc(rest, func(n number) bool { return n.value == 0 }):
		return false
	case month != 0 && len(rest) == 1:
		day = rest[0].value
	case month == 0 && len(rest) == 1:
		month = rest[0].value
	case month == 0 && len(rest) == 2:
		month, day = p.order(rest[0].value, rest[1].value, yearFirst, &m.rough)
	case len(rest) > 0:
		return false
	}
	return m.setDay(month, day)
}

// order tells month and day apart: 2020/03/15, 15.03.2020, 03/15/2020. If 04/05/2020 can
// be either, it returns neither.
func (p *dateParts) order(a, b int, yearFirst bool, rough *bool) (month, day int) {
	switch {
	case yearFirst, b > 12:
		return a, b
	case a > 12, a == b, slices.Contains(p.marks, "."):
		return b, a
	}
	*rough = true
	return 0, 0
}

// setDay sets a month and a day if they exist; a day that its month doesn't have is left
// out.
func (m *moment) setDay(month, day int) bool {
	if month < 0 || month > 12 || month == 0 && day != 0 {
		return false
	}
	m.date.Month = month
	if day == 0 {
		return true
	}
	if day < 1 || day > 31 {
		return false
	}
	if time.Date(m.date.Year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Day() != day {
		m.rough = true
		return true
	}
	m.date.Day = day
	return true
}
