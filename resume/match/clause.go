package match

import (
	"slices"
	"strings"
)

// closesBefore reports whether a wish after a comma leaves the technology at start alone,
// because a clause of its own asks for that one: "You know Redis well, Kafka would be a
// plus". A list that the wish ends is asked for as a whole: "Redis, Kafka or NATS is a plus".
func (s sentence) closesBefore(c cue, start int) bool {
	comma := clauseComma(s.text[:c.start])
	if comma < start {
		return false
	}
	from := max(0, strings.LastIndex(s.text[:start], "; "))
	first := s.hitsWithin(from, comma)
	tail := s.hitsWithin(comma, c.start)
	if len(first) == 0 || len(tail) == 0 || isAround(s.text[first[len(first)-1].End:c.start]) {
		return false
	}
	last := first[len(first)-1].End
	states := s.says(from, comma)
	if s.goesOn(last) {
		return false // "Redis and, one day, Kafka"
	}
	if len(s.plainWords(last, comma)) > 0 && (len(tail) == 1 || states) {
		return true
	}
	if len(tail) > 1 || !states && !s.demandsAt(first[0].Start) || theLexicon().lists.has(s.between(from, comma), "such_as") {
		return false
	}
	return len(first) == 1 || theLexicon().lists.has(s.between(first[len(first)-2].End, last), "and")
}

// goesOn reports whether an "and" or "or" comes right after a name.
func (s sentence) goesOn(end int) bool {
	words := s.between(end, len(s.text))
	return len(words) > 0 && (theLexicon().lists.hasAt(words, 0, "and") || theLexicon().lists.hasAt(words, 0, "or"))
}

// demandsAt reports whether a word of a demand is right before a name: "Solid Redis".
func (s sentence) demandsAt(start int) bool {
	return slices.ContainsFunc(s.marks, func(m mark) bool {
		return m.kind == "demand" && m.end < start && strings.TrimSpace(s.text[m.end:start]) == ""
	})
}

// clauseComma returns the place of the last comma that is not within brackets, or -1.
func clauseComma(text string) int {
	const longest = 200 // bytes
	from := max(0, len(text)-longest)
	for at := strings.LastIndex(text, ", "); at >= from; at = strings.LastIndex(text[:at], ", ") {
		if _, closed := unmatched(text[at:]); !closed {
			return at
		}
	}
	return -1
}

// isAround reports whether brackets are open between two places.
func isAround(between string) bool {
	opened, closed := unmatched(between)
	return opened || closed
}

// hitsWithin returns the technologies of a part of the sentence.
func (s sentence) hitsWithin(from, to int) []hit {
	var out []hit
	for _, h := range s.hits {
		if h.Start >= from && h.End <= to {
			out = append(out, h)
		}
	}
	return out
}

// says reports whether a part of the sentence is about the applicant, or says that
// something is needed.
func (s sentence) says(from, to int) bool {
	return slices.ContainsFunc(s.between(from, to), isYou) || slices.ContainsFunc(s.cues, func(c cue) bool {
		return c.level == Required && c.start >= from && c.end <= to
	})
}

// plainWords returns the words of a part of the sentence that neither name a technology nor
// join two.
func (s sentence) plainWords(from, to int) []word {
	var out []word
	words := s.between(from, to)
	for i, w := range words {
		named := slices.ContainsFunc(s.hits, func(h hit) bool { return w.start >= h.Start && w.end <= h.End })
		if !named && len(theLexicon().lists.at(words, i)) == 0 && strings.Trim(w.text, "0123456789") != "" {
			out = append(out, w)
		}
	}
	return out
}

// deniesAt reports whether the sentence begins with a "no" to the technology at start: "No
// Windows servers", "Keine PHP- oder Perl-Skripte".
func (s sentence) deniesAt(start int) bool {
	for _, m := range s.marks {
		if m.kind == "deny" && m.first == 0 && m.end <= start {
			return len(s.hitsWithin(m.end, len(s.text))) > 0 && len(s.plainWords(m.end, start)) == 0
		}
	}
	return false
}
