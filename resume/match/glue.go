package match

import (
	"slices"
	"strings"
)

// glue describes the text between two neighboring hits.
type glue struct {
	list         bool // the list continues: there are only separators and list words between
	or, and      bool
	slash        bool // only a slash
	opens, close bool // a bracket
	chooses      bool // "one of" or "either" starts a list
	others       bool // brackets list the others: "Angular or another framework ("
}

// glueOf reads the text between two hits.
func glueOf(s sentence, a, b hit) glue {
	a.End += versionsAfter(s.text[a.End:b.Start])
	gap := s.text[a.End:b.Start]
	g := glue{opens: strings.Contains(gap, "("), close: strings.Contains(gap, ")"), slash: strings.TrimSpace(gap) == "/" || isUnknownBetweenSlashes(gap)}
	if len(gap) > 80 || endsSentence(gap) && !(gap == "; " && inBrackets(s.text, a.End)) {
		return g
	}
	if len(gap) <= 2 { // ", " or a slash
		g.list, g.and = strings.Trim(gap, " ") != "", strings.Contains(gap, "&")
		return g
	}
	words := s.between(a.End, b.Start)
	marks := theLexicon().lists.find(words)
	if g.opens && namesOthers(words, marks) && opensExamples(gap) {
		return glue{list: true, or: true, others: true}
	}
	if bridges(words, marks) {
		g.list, g.or = true, true
		return g
	}
	known := make([]bool, len(words))
	for _, m := range marks {
		if m.kind == "so_on" && m.next-m.first > 1 && !strings.HasPrefix(words[m.first].text, "etc") && !endsAt(words, m, "or") {
			return g // in "Kafka or similar, and Docker" the list ends
		}
		g.and, g.chooses = g.and || m.kind == "and", g.chooses || m.kind == "one_of"
		g.or = g.or || m.kind == "or" && !within(m, marks, "one_of") // "of" is Dutch for "or"
		for k := m.first; k < m.next; k++ {
			known[k] = true
		}
	}
	g.and = g.and || strings.Contains(gap, "&") || strings.Contains(gap, " + ")
	joined := slices.ContainsFunc(marks, func(m mark) bool { return m.kind != "filler" }) || strings.ContainsAny(gap, ",/&+()") // not "Python with Django"
	g.list = unknownNames(s.text, words, known, a.End, b.Start) && (joined || len(words) == 0 && strings.Trim(gap, " ") != "")
	return g
}

// versionsAfter returns the length of brackets with versions right after a name: " (17 or
// 20)".
func versionsAfter(gap string) int {
	end := strings.IndexByte(gap, ')')
	if end < 0 || !strings.HasPrefix(gap, " (") || gap[2] < '0' || gap[2] > '9' {
		return 0
	}
	return end + 1
}

// isUnknownBetweenSlashes reports whether one unknown name is between two: "/Foo/".
func isUnknownBetweenSlashes(gap string) bool {
	return len(gap) > 2 && gap[0] == '/' && gap[len(gap)-1] == '/' && !strings.ContainsAny(gap[1:len(gap)-1], "/ ,;()")
}

// endsAt reports whether a phrase like "or another" is right before a name: an "or" with
// words that do not end a list there.
func endsAt(words []word, at mark, kind string) bool {
	return at.next == len(words) && slices.ContainsFunc(theLexicon().lists.at(words, at.first), func(m mark) bool { return m.kind == kind && m.next == at.next })
}

// within reports whether a phrase is part of one of that kind.
func within(m mark, marks []mark, kind string) bool {
	return slices.ContainsFunc(marks, func(o mark) bool { return o.kind == kind && o.first <= m.first && m.next <= o.next })
}

// endsSentence reports whether a gap has a mark that ends a list; the full stop of an
// abbreviation does not.
func endsSentence(gap string) bool {
	for i := range len(gap) {
		if strings.IndexByte(";:!?|", gap[i]) >= 0 || gap[i] == '.' && !abbreviated(gap[:i+1]) {
			return true
		}
	}
	return false
}

// bridges reports whether words such as "or other clouds such as" join two names.
func bridges(words []word, marks []mark) bool {
	if len(words) < 2 || len(words) > 8 {
		return false
	}
	starts := slices.ContainsFunc(marks, func(m mark) bool { return m.first == 0 && (m.kind == "so_on" || m.kind == "or") })
	return starts && slices.ContainsFunc(marks, func(m mark) bool { return m.kind == "such_as" && m.next == len(words) })
}

// namesOthers reports whether words such as "or another front-end framework" precede the
// brackets that list the others.
func namesOthers(words []word, marks []mark) bool {
	return len(words) > 2 && len(words) <= 8 && slices.ContainsFunc(marks, func(m mark) bool { return m.first == 0 && (m.kind == "so_on" && m.next > 1 || m.kind == "or") })
}

// opensExamples reports whether a gap ends in a bracket, or in one with "e.g." after it.
func opensExamples(gap string) bool {
	words := wordsOf(gap[strings.LastIndexByte(gap, '(')+1:])
	return len(words) == 0 || slices.ContainsFunc(theLexicon().lists.at(words, 0), func(m mark) bool { return m.kind == "such_as" && m.next == len(words) })
}

// unknownNames reports whether the words that are in no list are unknown names: at most
// two, each alone between separators.
func unknownNames(text string, words []word, known []bool, from, to int) bool {
	names := 0
	for i, w := range words {
		if known[i] {
			continue
		}
		before := i == 0 && strings.TrimSpace(text[from:w.start]) != "" || i > 0 && (w.firm || known[i-1])
		after := i+1 == len(words) && strings.TrimSpace(text[w.end:to]) != "" || i+1 < len(words) && (words[i+1].firm || known[i+1])
		if !before || !after || !startsUpper(text[w.start:w.end]) {
			return false
		}
		names++
	}
	return names <= 2
}
