package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// sentence is a sentence with its words and the cues among them.
type sentence struct {
	text  string
	words []word
	marks []mark
	cues  []cue
	hits  []hit // the technologies, once they are known
}

func readSentence(text string) sentence {
	s := sentence{text: text, words: wordsOf(text)}
	s.marks = theLexicon().cues.find(s.words)
	s.cues = cuesAmong(text, s.marks)
	return s
}

// between returns the words within a part of the sentence.
func (s sentence) between(from, to int) []word {
	first, _ := slices.BinarySearchFunc(s.words, from, func(w word, at int) int { return cmp.Compare(w.start, at) })
	next, _ := slices.BinarySearchFunc(s.words, to, func(w word, at int) int { return cmp.Compare(w.end, at+1) })
	return s.words[first:max(first, next)]
}

// has reports whether the sentence contains a cue of the kind.
func (s sentence) has(kind string) bool {
	return slices.ContainsFunc(s.marks, func(m mark) bool { return m.kind == kind })
}

// isDemand reports whether it sounds like a demand if no heading says so.
func (s sentence) isDemand() bool { return s.has("demand") || s.tellsPast() }

// tellsPast reports whether it begins with what the applicant has done: "You automated
// browsers".
func (s sentence) tellsPast() bool {
	return len(s.words) > 2 && s.words[0].text == "you" && strings.HasSuffix(s.words[1].text, "ed")
}

// isProse reports whether a part of the title's line is a sentence.
func (s sentence) isProse() bool {
	return strings.HasSuffix(strings.TrimSpace(s.text), ".") || len(s.words) > longestTitle
}

// seeks reports whether the sentence, before the lists, describes whom the team is
// looking for and what that person knows.
func (s sentence) seeks() bool {
	return slices.ContainsFunc(s.marks, func(seek mark) bool {
		return seek.kind == "seek" && slices.ContainsFunc(s.marks, func(m mark) bool { return m.kind == "demand" && m.first >= seek.next })
	})
}

// opensWithDemand reports whether it is a demand among the duties: "5+ years of Go",
// "Experience with Kafka".
func (s sentence) opensWithDemand() bool {
	return slices.ContainsFunc(s.marks, func(m mark) bool { return m.kind == "demand" && m.first <= 1 && m.next-m.first == 1 })
}

// speaksOfUs reports whether it says what the team works with before it asks for
// anything.
func (s sentence) speaksOfUs() bool {
	for _, m := range s.marks {
		switch m.kind {
		case "our_stack":
			return true
		case "demand":
			return false
		}
	}
	return false
}

// opensAt reports whether nothing precedes a byte.
func (s sentence) opensAt(at int) bool { return strings.TrimSpace(s.text[:at]) == "" }

// isConditional reports whether it says what the applicant may have: "If you've played with
// Kafka, tell us".
func (s sentence) isConditional() bool {
	return len(s.words) > 0 && slices.ContainsFunc(theLexicon().facts.at(s.words, 0), func(m mark) bool { return m.kind == "condition" })
}

// speaksToYou reports whether it is about the applicant as he is today.
func (s sentence) speaksToYou() bool {
	return slices.ContainsFunc(s.words, isYou) && !theLexicon().facts.has(s.words, "future")
}

// startsWithUs reports whether it is about the team, among the demands: "We use Go".
func (s sentence) startsWithUs() bool {
	return !s.isDemand() && slices.ContainsFunc(s.marks, func(m mark) bool { return m.kind == "our_stack" && m.first == 0 && m.next > 1 })
}

// isOurs reports whether brackets in a demand say what the team uses: "web frameworks (we
// use React)".
func (s sentence) isOurs(at int) bool {
	if !s.has("our_stack") {
		return false
	}
	open := strings.LastIndexAny(s.text[:at], "()")
	if open < 0 || s.text[open] == ')' {
		return false
	}
	return slices.ContainsFunc(s.marks, func(m mark) bool {
		return m.kind == "our_stack" && m.next-m.first > 1 && open < m.start && m.end <= at
	})
}

// disowns reports whether it then says that what it names there need not be known: "We
// also use Kafka and Redis (you don't need to know them)".
func (s sentence) disowns(at int) bool {
	if !s.has("disowned") {
		return false
	}
	from, asks := 0, false
	for _, m := range s.marks {
		switch m.kind {
		case "our_stack":
			from, asks = m.start, false
		case "demand":
			asks = true
		case "disowned":
			if at < m.start {
				return at >= from && !asks
			}
			from = m.end
		}
	}
	return false
}

// requires reports whether it says that something is required: "English is a must".
func (s sentence) requires() bool {
	return slices.ContainsFunc(s.cues, func(c cue) bool { return c.level == Required })
}

// declines reports whether it says that something is not asked for: "no degree required".
func (s sentence) declines() bool {
	return slices.ContainsFunc(s.cues, func(c cue) bool { return c.level == Mentioned })
}

// longestSentence limits what is read at once, in bytes: a list of thousands of names is
// read in parts, so that the time is linear in the text.
const longestSentence = 1500

// sentences cuts a passage at full stops, semicolons and bars.
func sentences(text string) []string {
	var out []string
	from := 0
	for i := 0; i < len(text); i++ {
		if ends := i+1 == len(text) || text[i+1] == ' '; ends && !(text[i] == ';' && inBrackets(text, i)) && (isEnd(text, from, i) || endsAddress(text, from, i)) {
			out = append(out, bounded(text[from:i+1])...)
			from = i + 1
		}
	}
	return append(out, bounded(text[from:])...)
}

// inBrackets reports whether a byte is within brackets: "a script language (Python; Ruby
// is fine, too)".
func inBrackets(text string, i int) bool {
	const longest = 100 // bytes on either side
	before, after := text[max(0, i-longest):i], text[i:min(len(text), i+longest)]
	end := strings.IndexAny(after, "()")
	return strings.LastIndexByte(before, '(') > strings.LastIndexByte(before, ')') && end >= 0 && after[end] == ')'
}

// isEnd reports whether a sentence ends at a byte.
func isEnd(text string, from, i int) bool {
	switch text[i] {
	case '!', '?', ';', '\n':
		return true
	case '|':
		return i > 0 && text[i-1] == ' '
	case '.':
		return !abbreviated(text[max(from, i-24):i+1]) || endsList(text[from:i+1]) && i+2 < len(text) && startsUpper(text[i+2:i+3])
	}
	return false
}

// endsAddress reports whether a byte ends a web address before a new sentence: "Details:
// https://acme.example/jobs We are …".
func endsAddress(text string, from, i int) bool {
	const longest = 200 // bytes
	word := text[max(from, i-longest) : i+1]
	word = word[strings.LastIndexByte(word, ' ')+1:]
	return strings.Contains(word, "://") && i+2 < len(text) && startsUpper(text[i+2:i+3])
}

// shortForms are abbreviations whose full stop does not end a sentence.
var shortForms = map[string]bool{
	"e.g.": true, "eg.": true, "i.e.": true, "etc.": true, "incl.": true, "approx.": true, "min.": true, "max.": true, "vs.": true, "yrs.": true, "sr.": true, "jr.": true,
	"b.sc.": true, "m.sc.": true, "ph.d.": true, "no.": true, "z.b.": true, "b.": true, "bzw.": true, "resp.": true, "ca.": true, "u.a.": true, "o.ä.": true, "inkl.": true, "bspw.": true, "ggf.": true, "mind.": true,
	"p.ex.": true, "ex.": true, "env.": true, "p.ej.": true, "ej.": true, "np.": true, "m.in.": true, "min.in.": true, "itp.": true, "ecc.": true, "ad.": true, "es.": true, "bijv.": true, "d.w.z.": true, "напр.": true, "т.д.": true, "ін.": true,
}

// abbreviated reports whether the last word of a text is an abbreviation or a single
// letter.
func abbreviated(text string) bool {
	last := strings.ToLower(text[strings.LastIndexAny(text, " (,")+1:])
	return shortForms[last] || utf8.RuneCountInString(last) == 2
}

// endsList reports whether an abbreviation usually ends a sentence: "Go, Kafka, etc."
func endsList(text string) bool {
	return slices.ContainsFunc([]string{"etc.", "ecc.", "itp.", "usw.", "enz."}, func(end string) bool { return strings.HasSuffix(text, end) })
}

// bounded cuts a very long sentence at spaces or commas.
func bounded(s string) []string {
	var out []string
	for len(s) > longestSentence {
		cut := strings.LastIndexAny(s[:longestSentence], " ,;")
		if cut <= 0 {
			cut = longestSentence
			for cut > 1 && !utf8.RuneStart(s[cut]) {
				cut--
			}
			cut--
		}
		out = append(out, s[:cut+1])
		s = s[cut+1:]
	}
	if strings.TrimSpace(s) != "" {
		out = append(out, s)
	}
	return out
}
