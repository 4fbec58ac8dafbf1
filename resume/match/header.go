package match

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// counted is a number of years that a sentence asks for, and its position.
type counted struct {
	years, at int
	part      bool // of the years before it: "of which 2 with Go"
}

// yearsIn returns the years of experience that a sentence asks for.
func yearsIn(words []word) []counted {
	var out []counted
	for i := range words {
		n := numberOf(words[i].text)
		if years := gluedYears(words[i].text); years > 0 && (i < 2 || gluedYears(words[i-2].text) == 0) { // not the end of "3ans à 8ans"
			out = append(out, counted{years: years, at: words[i].start})
		}
		if n == 0 || n > 30 {
			continue
		}
		unit := unitAfter(words, i+1)
		if unit < 0 && n > 1 && len(out) > 0 && isPart(words, i) {
			out = append(out, counted{n, words[i].start, true})
			continue
		}
		if unit < 0 || isPast(words, i, unit) || isTerm(words, i, unit) || i > 0 && numberOf(words[i-1].text) > 0 && unitAfter(words, i) >= 0 {
			continue
		}
		out = append(out, counted{years: n, at: words[i].start})
	}
	return out
}

// isPart reports whether a number counts some of the years before it: "5 years, 3 of them
// with Java", "5 Jahre, davon 3 mit Java".
func isPart(words []word, i int) bool {
	const near = 3 // words
	return slices.ContainsFunc(theLexicon().facts.find(words[max(0, i-near):min(len(words), i+near)]), func(m mark) bool { return m.kind == "thereof" })
}

// gluedYears returns the number of "3ans" or "5yrs"; 0 for any other word.
func gluedYears(word string) int {
	if word[0] < '0' || word[0] > '9' {
		return 0
	}
	unit := strings.TrimLeft(word, "0123456789")
	n, err := strconv.Atoi(word[:len(word)-len(unit)])
	if err != nil || n > 30 || unit == "" || !isLabel(wordsOf(unit), "years") {
		return 0
	}
	return n
}

// unitAfter returns the word "years" after a number, or after the range that it begins;
// -1 if there is none.
func unitAfter(words []word, i int) int {
	for k := i; k < min(i+4, len(words)); k++ {
		if slices.ContainsFunc(theLexicon().facts.at(words, k), func(m mark) bool { return m.kind == "years" || m.kind == "experience" && k == i }) {
			return k // "2+ years", "2+ experience"
		}
		if words[k].firm && numberOf(words[k].text) > 0 {
			return -1 // "a bac+5, 3 years"
		}
		if numberOf(words[k].text) == 0 && !slices.Contains(rangeWords, words[k].text) {
			return -1
		}
	}
	return -1
}

// rangeWords come between a number and its unit: "5 to 7", "5 or more", "3 o más".
var rangeWords = []string{"to", "or", "more", "plus", "bis", "oder", "mehr", "a", "ou", "plus", "mas", "o", "mais", "piu", "of", "meer", "lub", "wiecej", "do", "або", "більше", "full", "good", "і", "и", "или"}

// isPast reports whether years are not asked for, such as the age of a company: "for 10
// years in business", "5 years ago", "seit 12 Jahren".
func isPast(words []word, number, unit int) bool {
	for k := max(0, number-3); k < min(len(words), unit+6); k++ {
		if k > number && k <= unit || k > unit && words[k].firm && k > unit+1 {
			continue
		}
		if slices.ContainsFunc(theLexicon().facts.at(words, k), func(m mark) bool {
			return m.kind == "past" || m.kind == "since" && k < number && !isAboutApplicant(words)
		}) {
			return true
		}
	}
	return false
}

// isAboutApplicant reports whether words are about the applicant's experience: "seit zwei
// Jahren nutzt du Go", "od 2 do 5 lat doświadczenia".
func isAboutApplicant(words []word) bool {
	facts := theLexicon().facts
	return slices.ContainsFunc(words, isYou) || facts.has(words, "experience") || facts.has(words, "least")
}

// isTerm reports whether the words right before a number or right after its unit say that
// the years are an age or the length of something: "18 years of age", "contract length: 2
// years".
func isTerm(words []word, number, unit int) bool {
	facts := theLexicon().facts
	for k := max(0, number-3); k < number; k++ {
		if slices.ContainsFunc(facts.at(words, k), func(m mark) bool { return m.kind == "term_of" && m.next == number }) {
			return true
		}
	}
	return unit+1 < len(words) && slices.ContainsFunc(facts.at(words, unit+1), func(m mark) bool { return m.kind == "term" })
}

// numberWords returns the words for one to ten in all languages.
var numberWords = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	files, err := localeFiles.ReadDir("locales")
	if err != nil {
		panic(err) // embedded
	}
	for _, file := range files {
		var l locale
		if _, err := toml.DecodeFS(localeFiles, "locales/"+file.Name(), &l); err != nil {
			panic(err)
		}
		for i, text := range l.Facts["numbers"] {
			if w := wordsOf(text); len(w) == 1 {
				out[w[0].text] = i + 1
			}
		}
	}
	return out
})

// numberOf returns the number that a word spells; 0 for any other word.
func numberOf(word string) int {
	if word[0] >= '0' && word[0] <= '9' {
		n, err := strconv.Atoi(word)
		if err != nil {
			return 0
		}
		return n
	}
	return numberWords()[word]
}

// readPlace sets Place and Remote as far as the posting states them.
func (p *Posting) readPlace(lines []passage) {
	p.readJob(lines)
	for i, l := range lines[:min(len(lines), 60)] {
		if p.Place != "" && p.Remote != "" {
			return
		}
		label, rest, found := strings.Cut(l.text, ":")
		if l.label != "" {
			label, rest, found = l.label, l.text, true
		}
		if !found && i+1 < len(lines) { // a table: the label above its text
			label, rest, found = l.text, lines[i+1].text, true
		}
		const longest = 40 // bytes of a label
		if found && p.Place == "" && len(label) <= longest && isLabel(wordsOf(label), "place") {
			p.Place = placeIn(rest)
		}
		if p.Place == "" && len(l.text) < 200 {
			p.Place = placeAmongLabels(l.text)
		}
		if p.Remote == "" && (len(l.text) < 200 || l.section == noise) {
			p.readRemote(l.text, wordsOf(l.text))
		}
	}
	if p.Place == "" {
		p.Place = cmp.Or(placeBeside(lines), placeInProse(lines))
	}
	if p.Remote == "" {
		p.readProse(lines)
	}
}

// readProse sets Remote from the short sentences of paragraphs.
func (p *Posting) readProse(lines []passage) {
	const longest = 20 // words
	for _, l := range lines[:min(len(lines), 60)] {
		for _, text := range sentences(l.text) {
			if words := wordsOf(text); len(words) <= longest && p.Remote == "" {
				p.readRemote(text, words)
			}
		}
	}
}

// placeInProse returns the town that a paragraph names as that of the office: "our office
// in Lisbon", "am Standort Hamburg".
func placeInProse(lines []passage) string {
	const top, longest = 30, 600 // lines, bytes
	for _, l := range lines[:min(len(lines), top)] {
		text := l.text[:min(len(l.text), longest)]
		words := wordsOf(text)
		for _, m := range only(theLexicon().facts.find(words), "site", "onsite", "hybrid", "remote") {
			if place := townAfter(text, words, m.next); place != "" {
				return place
			}
		}
	}
	return ""
}

// townAfter returns the name after the word for an office and a preposition.
func townAfter(text string, words []word, i int) string {
	if i < len(words) && slices.Contains([]string{"in", "a", "en", "em", "w", "di", "de", "te", "do", "da"}, words[i].text) && !words[i].firm {
		i++
	}
	from := i
	for i < len(words) && i < from+3 && (i == from || !words[i].firm) && startsUpper(text[words[i].start:words[i].end]) && len(words[i].text) > 2 {
		i++
	}
	for ; i > from; i-- {
		if isPlaceName(words[from:i]) {
			return text[words[from].start:words[i-1].end]
		}
	}
	return ""
}

// placeAmongLabels returns the place from a line such as "Team: Maps · Where: Lyon · Pay:
// 60k".
func placeAmongLabels(text string) string {
	parts := titleParts(text)
	if len(parts) < 2 {
		return ""
	}
	for _, part := range parts {
		if label, rest, found := strings.Cut(part, ":"); found && isLabel(wordsOf(label), "place") {
			return placeIn(rest)
		}
	}
	return ""
}

// isRegion reports whether a text is the short name of a country or a region: "UK", "EU".
func isRegion(text string) bool {
	return slices.Contains([]string{"UK", "EU", "US", "USA", "EMEA", "LATAM", "DACH", "EEA"}, strings.TrimSpace(text))
}

// placeIn returns the place after a label, without what follows it: "Grenoble, remote in
// part. Contract: permanent".
func placeIn(text string) string {
	if before, inner, found := strings.Cut(text, "("); found && isLabel(wordsOf(before), "remote") {
		if inner, _, _ = strings.Cut(inner, ")"); isPlaceName(wordsOf(inner)) || isRegion(inner) {
			return inner // "Remote (UK)"
		}
	}
	text = withoutBrackets(text)
	if isLabel(wordsOf(text), "hybrid") || isLabel(wordsOf(text), "onsite") {
		return ""
	}
	for _, end := range []string{" – ", " — ", " - ", " | ", " · ", " • ", "; ", ". "} {
		text, _, _ = strings.Cut(text, end)
	}
	if town, rest, found := strings.Cut(text, ", "); found && isAside(rest) && !isPlaceName(wordsOf(rest)) {
		text = town
	}
	if text = strings.TrimSpace(withoutRemote(text)); !isPlace(text) {
		return ""
	}
	return text
}

// withoutRemote cuts "Bogotá or remote" before the "or".
func withoutRemote(text string) string {
	words := wordsOf(text)
	for i := 1; i+1 < len(words); i++ {
		joint := slices.ContainsFunc(theLexicon().lists.at(words, i), func(m mark) bool { return m.kind == "or" && m.next == i+1 })
		if joint && isLabel(words[i+1:], "remote") {
			return text[:words[i].start]
		}
	}
	return text
}

// placeBeside returns the first town or country that is a whole part of a line at the top:
// "Acme | Go Engineer | Berlin or remote".
func placeBeside(lines []passage) string {
	const top, longest = 6, 20 // lines, words
	for _, l := range lines[:min(len(lines), top)] {
		if len(strings.Fields(l.text)) > longest && !strings.Contains(l.text, " | ") || isSentence(l.text) {
			continue
		}
		for _, part := range titleParts(strings.NewReplacer("(", " | ", ")", " | ", " / ", " | ", ",", " | ", ". ", " | ").Replace(l.text)) {
			if place := townIn(part); place != "" {
				return place
			}
		}
	}
	return placeBesideDays(lines)
}

// placeBesideDays returns what is beside "hybrid" or "on site" in a line at the top, and
// nothing else: "Dingle · hybrid · permanent".
func placeBesideDays(lines []passage) string {
	const top, longest = 6, 3 // lines, words
	for _, l := range lines[min(len(lines), 1):min(len(lines), top)] {
		rest, found := []string{}, false
		for _, part := range titleParts(strings.NewReplacer("(", " | ", ")", " | ", ",", " | ").Replace(l.text)) {
			words := wordsOf(part)
			switch {
			case theLexicon().facts.has(words, "hybrid") || theLexicon().facts.has(words, "onsite"):
				found = true
			case strings.ContainsAny(part, "0123456789") && len(words) > 1 && !startsUpper(part[strings.IndexAny(part, " ")+1:]): // "39 hours"
			case !slices.ContainsFunc(words, func(w word) bool { return slices.Contains(contractWords, w.text) }):
				rest = append(rest, part)
			}
		}
		if found && len(rest) == 1 && startsUpper(rest[0]) && len(wordsOf(rest[0])) <= longest && !namesRole(rest[0]) && !isEmployer(wordsOf(rest[0])) {
			return rest[0]
		}
	}
	return ""
}

// townIn returns the town that a part of a line names: "Berlin", "Berlin or remote", "Go
// Engineer in Berlin".
func townIn(part string) string {
	words := wordsOf(part)
	if len(words) > 1 && words[0].text == "in" {
		return townIn(part[words[0].end:])
	}
	for i, w := range words {
		joint := slices.ContainsFunc(theLexicon().lists.at(words, i), func(m mark) bool { return m.kind == "or" })
		if joint && i > 0 && isPlaceName(words[:i]) {
			return strings.TrimSpace(part[:w.start])
		}
		if i > 0 && slices.Contains([]string{"in", "a", "en", "w"}, w.text) && i+1 < len(words) && isPlaceName(words[i+1:]) && namesRole(part[:w.start]) {
			return strings.TrimSpace(part[w.end:])
		}
	}
	if isPlaceName(words) {
		return strings.TrimSpace(part[words[0].start:words[len(words)-1].end])
	}
	return ""
}

// isLabel reports whether words are a phrase of the kind and nothing else.
func isLabel(words []word, kind string) bool {
	return len(words) > 0 && slices.ContainsFunc(theLexicon().facts.at(words, 0), func(m mark) bool { return m.kind == kind && m.next == len(words) })
}

// isPlace reports whether s is the name of a place rather than a sentence.
func isPlace(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && len(s) < 80 && len(strings.Fields(s)) <= 8 && startsUpper(s) && !strings.HasSuffix(s, ".")
}

// readJob sets Remote from what a sentence says of this job, whatever the company says of
// itself: "We are remote-first. This role is on site."
func (p *Posting) readJob(lines []passage) {
	const most = 3 // words up to where the work is done
	facts := theLexicon().facts
	for _, l := range lines {
		words := wordsOf(l.text)
		for _, m := range only(facts.find(words), "this_job") {
			near := words[m.next:min(len(words), m.next+most)]
			for _, kind := range []string{"hybrid", "onsite", "remote"} {
				if p.Remote == "" && facts.has(untilFirm(near), kind) && !countsDays(words) {
					p.Remote = kind
				}
			}
		}
	}
}

func (p *Posting) readRemote(text string, words []word) {
	if countsDays(words) || countsShare(text, words) {
		p.Remote = "hybrid"
	}
	for _, kind := range []string{"hybrid", "remote", "onsite"} {
		if p.Remote == "" && theLexicon().facts.has(words, kind) {
			p.Remote = kind
		}
	}
}

// countsShare reports whether a part of the work may be done at home: "up to 60 % home
// office".
func countsShare(text string, words []word) bool {
	const near = 4 // words
	for _, m := range only(theLexicon().facts.find(words), "remote") {
		for _, w := range words[max(0, m.first-near):min(len(words), m.next+near)] {
			if n := numberOf(w.text); n > 0 && n < 100 && strings.HasPrefix(strings.TrimLeft(text[w.end:], " "), "%") {
				return true
			}
		}
	}
	return false
}

// countsDays reports whether some days of the week are spent at home or in the office:
// "remote, 2 days a week", but not "remote, 4-day week".
func countsDays(words []word) bool {
	facts := theLexicon().facts
	for i := range words {
		if n := numberOf(words[i].text); n == 0 || n > 4 {
			continue
		}
		for k := i + 1; k < min(i+4, len(words)); k++ {
			days := slices.ContainsFunc(facts.at(words, k), func(m mark) bool { return m.kind == "days" })
			if days && (k+1 == len(words) || !slices.Contains([]string{"week", "workweek", "woche", "arbeitswoche"}, words[k+1].text)) {
				return facts.has(words, "remote") || facts.has(words, "onsite") || facts.has(words, "desk")
			}
		}
	}
	return false
}
