package match

import (
	"cmp"
	"slices"
	"strings"
)

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

// isPlace reports whether s is the name of a place rather than a sentence.
func isPlace(s string) bool {
	s = strings.TrimSpace(s)
	return s != "" && len(s) < 80 && len(strings.Fields(s)) <= 8 && startsUpper(s) && !strings.HasSuffix(s, ".")
}
