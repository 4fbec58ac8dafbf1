package review

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

var (
	// shrinkVerb and growVerb match what is said to have happened.
	shrinkVerb, growVerb = pattern("shrinkVerb"), pattern("growVerb")
	// otherSubject matches words after which the figures may be those of something else.
	otherSubject = pattern("otherSubject")
	// twoFigures matches a figure before and one after: "from 40 minutes to 3 hours". What
	// follows the second may make it a rate.
	twoFigures = lazy.New(`(?i)\bfrom\s+(?:about |around |over |almost |nearly |more than |roughly |some |~)?([$€£]?)` + amountPattern +
		`(?:\s+\pL+){0,2}?\s+(?:down |up )?to\s+(?:about |around |over |under |almost |nearly |more than |less than |roughly |some |just |only |~)?([$€£]?)` + amountPattern +
		`(\s*(?:/|per\b|an?\b|every\b|in\s+\d|of\b|out\b|times\b))?`)
)

// amountPattern matches a number in digits or in words, and the word or sign behind it.
const amountPattern = `(\d[\d,]*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?:\s?(%|\pL+))?`

// rateWords follow a number of something else: "2 a week", "1 in 10".
const rateWords = " a an per every each in of out times "

// units maps units to what they measure and to their size in the smallest of them.
var units = map[string]struct {
	of   string
	size float64
}{
	"ms": {"time", 0.001}, "millisecond": {"time", 0.001}, "s": {"time", 1}, "sec": {"time", 1}, "second": {"time", 1},
	"m": {"m", 1}, "min": {"time", 60}, "minute": {"time", 60}, "h": {"time", 3600}, "hr": {"time", 3600}, "hour": {"time", 3600},
	"day": {"time", 86400}, "week": {"time", 604800}, "month": {"time", 2.63e6}, "quarter": {"time", 7.9e6}, "year": {"time", 3.16e7},
	"kb": {"bytes", 1e3}, "mb": {"bytes", 1e6}, "gb": {"bytes", 1e9}, "tb": {"bytes", 1e12},
	"k": {"", 1e3}, "thousand": {"", 1e3}, "million": {"", 1e6}, "billion": {"", 1e9},
}

// amount is a figure with what it measures.
type amount struct {
	value    float64
	unit, of string
}

func readAmount(number, unit string) amount {
	a := amount{unit: strings.ToLower(unit)}
	value, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", ""), 64)
	if a.value = value; err != nil {
		a.value = float64(numberOf(number)) // in words
	}
	if unit == "M" {
		a.unit = "million" // a minute is written small
	}
	known, ok := units[a.unit]
	if !ok {
		known, ok = units[strings.TrimSuffix(a.unit, "s")]
	}
	if ok {
		a.of, a.value, a.unit = known.of, a.value*known.size, ""
	}
	return a
}

// checkDirections finds figures that change against the verb: "Cut the load from 40 minutes to
// 3 hours".
func checkDirections(r *reading) []Finding {
	var found []Finding
	for _, t := range r.texts {
		if r.foreign[t.field] {
			found = append(found, r.directionsElsewhere(t)...)
			continue
		}
		if !strings.Contains(t.clear, " to ") {
			continue
		}
		for _, m := range twoFigures.FindAllStringSubmatchIndex(t.clear, -1) {
			if verb := againstVerb(t.clear, m); verb != "" {
				figures := rateBehind.ReplaceAllString(strings.TrimSpace(t.value[m[0]:lastOf(m)]), "")
				found = append(found, t.within(m[0], m[0]+len(figures), fmt.Sprintf("%q goes against %q", figures, verb), "check both figures, or the verb"))
			}
		}
	}
	return found
}

// rateBehind matches where a rate begins behind a figure.
var rateBehind = lazy.New(`(?i)\s(?:an?|per|every|each|in|of|out|times)$`)

// lastOf returns where the second amount of a match ends.
func lastOf(m []int) int { return max(m[11], m[13]) }

// againstVerb returns the verb before two figures that change the other way, or "".
func againstVerb(s string, m []int) string {
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	if group(3) != "" && group(7) != "" {
		return "" // two rates
	}
	unit := group(6)
	if group(3) == "" && isOneOf(rateWords, strings.ToLower(unit)) {
		unit = "" // "from $900 to $4,000 a month": the rate is that of both
	}
	from, to := readAmount(group(2), cmp.Or(group(3), unit)), readAmount(group(5), unit)
	if !from.comparable(to) || group(1) != group(4) && group(4) != "" {
		return ""
	}
	clause := s[max(strings.LastIndexAny(s[:m[0]], ".;:,(")+1, 0):m[0]]
	shrinks, grows := shrinkVerb.FindString(clause), growVerb.FindString(clause)
	if shrinks != "" && grows != "" || otherSubject.MatchString(clause) {
		return ""
	}
	if shrinks != "" && to.value > from.value*sameAmount {
		return shrinks
	}
	if grows != "" && to.value*sameAmount < from.value {
		return grows
	}
	return ""
}

// sameAmount is up to which ratio two amounts are the same: 30 days and a month.
const sameAmount = 1.05

// comparable reports whether two amounts measure the same; years are not amounts.
func (a amount) comparable(b amount) bool {
	isYear := func(a amount) bool { return a.of == "" && a.unit == "" && isYearLike(a.value) }
	return !isOneOf(rateWords, a.unit) && !isOneOf(rateWords, b.unit) && a.of == b.of && (a.unit == b.unit || b.unit == "" || a.of != "") && !(isYear(a) && isYear(b))
}
