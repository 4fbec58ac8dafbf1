package match

import (
	"slices"
	"strings"
)

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

// isLabel reports whether words are a phrase of the kind and nothing else.
func isLabel(words []word, kind string) bool {
	return len(words) > 0 && slices.ContainsFunc(theLexicon().facts.at(words, 0), func(m mark) bool { return m.kind == kind && m.next == len(words) })
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
