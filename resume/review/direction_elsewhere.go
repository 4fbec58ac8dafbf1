package review

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// directions are what a language needs to tell which way a figure went.
type directions struct {
	// figures matches the figure before and the one after, each with its unit.
	figures *lazy.Regexp
	// shrinks and grows match what is said to have happened, by verbs and nouns.
	shrinks, grows *lazy.Regexp
	// seconds maps units of time to their length.
	seconds map[string]float64
}

// amountElsewhere matches a number and the word or sign behind it.
const amountElsewhere = `(?:(?:rund|etwa|ca\.|über|unter|fast|knapp|nur|weniger als|environ|près de|moins de|unos|cerca de|menos de|circa|meno di|` +
	`ongeveer|bijna|minder dan|około|prawie)\s)?(\d+(?:[.,]\d+)*)(?:\s?(%|€|\pL+))?`

// directionsOf reads the lists fromTo, whose lines hold the words before the two figures,
// shrinks, grows, and units, whose lines hold a length in seconds and its names.
func directionsOf(lists map[string]*patternList) *directions {
	if lists["fromTo"] == nil {
		return nil
	}
	either := func(name string) *lazy.Regexp {
		return lazy.Of(func() string { return wholeWords(strings.Join(lists[name].lines, "|")) })
	}
	d := &directions{shrinks: either("shrinks"), grows: either("grows"), seconds: map[string]float64{}}
	from, to, _ := strings.Cut(lists["fromTo"].lines[0], " ")
	d.figures = lazy.New(`(?i)(?:^|\P{L})(?:` + from + `)\s` + amountElsewhere + `\s(?:` + to + `)\s` + amountElsewhere)
	for _, line := range lists["units"].lines {
		names := strings.Fields(line)
		seconds, _ := strconv.ParseFloat(names[0], 64)
		for _, name := range names[1:] {
			d.seconds[name] = seconds
		}
	}
	return d
}

// directionsElsewhere finds figures that change against the verb, in another language: "Ladezeit
// von 2 s auf 9 s gesenkt".
func (r *reading) directionsElsewhere(t text) []Finding {
	l := r.knownLanguage(t.field)
	if l == nil || l.directions == nil {
		return nil
	}
	var found []Finding
	for _, m := range l.directions.figures.FindAllStringSubmatchIndex(t.clear, -1) {
		figures := strings.TrimFunc(t.value[m[0]:m[1]], func(c rune) bool { return !isWordRune(c) && c != '%' && c != '€' })
		if verb := l.directions.against(t.clear, m); verb != "" {
			from := m[0] + strings.Index(t.value[m[0]:m[1]], figures)
			found = append(found, t.within(from, from+len(figures), fmt.Sprintf("%q goes against %q", figures, verb), "check both figures, or the verb"))
		}
	}
	return found
}

// against returns the word around two figures that change the other way, or "".
func (d *directions) against(s string, m []int) string {
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	from, to, ok := d.amounts(group(1), group(2), group(3), group(4))
	if !ok {
		return ""
	}
	clause := clauseAround(s, m[0], m[7])
	shrinks, grows := firstGroup(d.shrinks, clause), firstGroup(d.grows, clause)
	switch {
	case shrinks != "" && grows == "" && to > from*sameAmount:
		return shrinks
	case grows != "" && shrinks == "" && to*sameAmount < from:
		return grows
	}
	return ""
}

// amounts returns two figures in the same unit; a word behind the second that is not a unit of
// time must be behind the first, too, or the first has none.
func (d *directions) amounts(first, firstUnit, second, secondUnit string) (from, to float64, ok bool) {
	from, to = decimalOf(first), decimalOf(second)
	firstUnit, secondUnit = strings.ToLower(firstUnit), strings.ToLower(secondUnit)
	if d.seconds[secondUnit] == 0 && secondUnit != "%" && firstUnit != secondUnit {
		secondUnit = "" // "von 4 auf 9 gesenkt": a word of the sentence
	}
	switch {
	case firstUnit == "":
		return from, to, !isYearLike(from) && !isYearLike(to)
	case firstUnit == secondUnit:
		return from, to, true
	case d.seconds[firstUnit] > 0 && d.seconds[secondUnit] > 0:
		return from * d.seconds[firstUnit], to * d.seconds[secondUnit], true
	}
	return 0, 0, false
}

func isYearLike(n float64) bool { return n >= 1950 && n < 2100 }

// decimalOf parses a figure with a comma before decimals and a period between thousands.
func decimalOf(s string) float64 {
	s = strings.TrimRight(s, ".,")
	whole, decimals, _ := strings.Cut(s, ",")
	if before, after, ok := strings.Cut(whole, "."); ok && decimals == "" && len(after) != 3 {
		whole, decimals = before, after
	}
	n, _ := strconv.ParseFloat(strings.ReplaceAll(whole, ".", "")+"."+decimals, 64)
	return n
}

// clauseAround returns the clause of the part of a text: up to a mark or an "and" on both
// sides.
func clauseAround(s string, from, to int) string {
	before, after := s[:from], s[to:]
	if ends := clauseEnd.FindAllStringIndex(before, -1); ends != nil {
		before = before[ends[len(ends)-1][1]:]
	}
	if end := clauseEnd.FindStringIndex(after); end != nil {
		after = after[:end[0]]
	}
	return before + " " + after
}

var clauseEnd = lazy.New(`(?i)[.,;:()–—](?:\s|$)|\s(?:und|sowie|bei|et|y|e|en|i|oraz|och|mit|avec|con|com|met|trotz|malgré|pese|apesar|nonostante|ondanks|mimo)\s`)

// firstGroup returns the first group of the first match.
func firstGroup(re *lazy.Regexp, s string) string {
	m := re.FindStringSubmatch(s)
	if m == nil {
		return ""
	}
	return m[1]
}
