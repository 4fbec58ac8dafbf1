package match

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/resume/skill"
)

// hit is a technology in a sentence.
type hit struct {
	skill.Match
	group int // of alternatives within the sentence; 0 means alone
}

// glue is what stands between two neighboring hits.
type glue struct {
	list         bool // a list goes on: only separators and words of lists stand between
	or, and      bool
	slash        bool // nothing but a slash
	opens, close bool // a bracket
}

// glueOf reads what stands between two hits.
func glueOf(sentence string, a, b hit) glue {
	gap := sentence[a.End:b.Start]
	g := glue{opens: strings.Contains(gap, "("), close: strings.Contains(gap, ")"), slash: strings.TrimSpace(gap) == "/"}
	if strings.ContainsAny(gap, ".;:!?|") && !strings.Contains(gap, "e.g.") || len(gap) > 80 {
		return g
	}
	words := wordsOf(gap)
	known := make([]bool, len(words))
	for _, m := range theLexicon().lists.find(words) {
		g.or = g.or || m.kind == "or" || m.kind == "so_on" && !strings.HasPrefix(words[m.first].text, "etc")
		g.and = g.and || m.kind == "and"
		for k := m.first; k < m.next; k++ {
			known[k] = true
		}
	}
	g.and = g.and || strings.Contains(gap, "&") || strings.Contains(gap, " + ")
	g.list = bridges(words) || unknownNames(gap, words, known) && (len(words) > 0 || strings.Trim(gap, " ") != "")
	return g
}

// bridges knows "or other clouds such as" between two names.
func bridges(words []word) bool {
	if len(words) < 2 || len(words) > 8 {
		return false
	}
	lists := theLexicon().lists
	starts := slices.ContainsFunc(lists.at(words, 0), func(m mark) bool { return m.kind == "so_on" || m.kind == "or" })
	return starts && slices.ContainsFunc(lists.find(words), func(m mark) bool { return m.kind == "such_as" && m.next == len(words) })
}

// fillers are words that change nothing in a list.
var fillers = []string{"also", "similar", "other", "another", "a", "an", "the", "even", "maybe", "either", "both", "any", "with", "some", "preferred", "preferably"}

// unknownNames reports whether the words that belong to no list are names that
// nobody knows: at most two, each alone between separators.
func unknownNames(gap string, words []word, known []bool) bool {
	names := 0
	for i, w := range words {
		if known[i] || slices.Contains(fillers, w.text) {
			continue
		}
		before := i == 0 || w.firm || known[i-1]
		after := i+1 == len(words) && strings.TrimSpace(gap[w.end:]) != "" || i+1 < len(words) && (words[i+1].firm || known[i+1])
		if !before || !after || !startsUpper(gap[w.start:]) || separatorless(gap, w) {
			return false
		}
		names++
	}
	return names <= 2
}

// separatorless knows a word that stands in the gap without any comma or list word on one side: "Go Developer Kafka".
func separatorless(gap string, w word) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(gap, " "))
	return w.start <= len(gap)-len(strings.TrimLeft(gap, " ")) && isLetter(r)
}

// alternatives numbers the hits that satisfy one demand together: "Java, C++ or
// Go", "databases such as MySQL, PostgreSQL, etc.". It returns the last number.
func alternatives(s sentence, hits []hit, last int) int {
	if len(hits) < 2 {
		return last
	}
	ours := s.speaksOfUs()
	for i := 0; i < len(hits); {
		n := runOf(s.text, hits[i:])
		for _, part := range splitRun(s.text, hits[i:i+n]) {
			if len(part) > 1 && isChoice(s.text, part, ours) {
				last++
				for k := range part {
					part[k].group = last
				}
			}
		}
		i += n
	}
	return last
}

// runOf is how many hits from the first on are one list.
func runOf(sentence string, hits []hit) int {
	n := 1
	for n < len(hits) && glueOf(sentence, hits[n-1], hits[n]).list {
		n++
	}
	return n
}

// splitRun parts a list: at brackets, "AWS (EC2 or S3)", around pairs with a
// slash, "Swift, Kotlin/Java", and at the "and" of "Go and MySQL or PostgreSQL",
// which binds less than "or".
func splitRun(sentence string, run []hit) [][]hit {
	ors := false
	for k := 1; k < len(run); k++ {
		ors = ors || glueOf(sentence, run[k-1], run[k]).or
	}
	var out [][]hit
	from := 0
	for k := 1; k < len(run); k++ {
		g := glueOf(sentence, run[k-1], run[k])
		if !g.or && (g.opens || g.close || ors && g.and) || startsPair(sentence, run, k) || endsPair(sentence, run, k) {
			out = append(out, run[from:k])
			from = k
		}
	}
	return append(out, run[from:])
}

// startsPair and endsPair isolate two exchangeable technologies with a slash
// between them within a list of commas.
func startsPair(sentence string, run []hit, k int) bool {
	return k+1 < len(run) && isPair(sentence, run, k) && !glueOf(sentence, run[k-1], run[k]).or
}

func endsPair(sentence string, run []hit, k int) bool {
	return k >= 2 && isPair(sentence, run, k-2) && !glueOf(sentence, run[k-1], run[k]).or
}

// isPair reports whether hits k and k+1 are a pair such as "JS/TS", and no longer list of slashes.
func isPair(sentence string, run []hit, k int) bool {
	slash := func(i int) bool { return i >= 1 && i < len(run) && glueOf(sentence, run[i-1], run[i]).slash }
	return slash(k+1) && !slash(k) && !slash(k+2) && exchangeable(run[k], run[k+1])
}

// isSlashList knows "Go/Java/Kotlin": languages of which one may stand for any other.
func isSlashList(sentence string, run []hit) bool {
	for k := 1; k < len(run); k++ {
		if !exchangeable(run[k-1], run[k]) || !glueOf(sentence, run[k-1], run[k]).slash {
			return false
		}
	}
	return true
}

// isFrontEnd knows "React, JavaScript, HTML, CSS, etc.": who writes pages needs all of them.
func isFrontEnd(run []hit) bool {
	named := func(name string) bool { return slices.ContainsFunc(run, func(h hit) bool { return h.Name == name }) }
	return named("HTML") && named("CSS")
}

// exchangeable are two languages of which one may stand for the other: not HTML/CSS, and not C/C++, which is said of both.
func exchangeable(a, b hit) bool {
	apart := []string{"HTML", "CSS", "SQL", "Sass", "Less", "C", "C++"}
	return a.Group == skill.Languages && b.Group == skill.Languages && !slices.Contains(apart, a.Name) && !slices.Contains(apart, b.Name)
}

// isChoice says whether any one of a list is enough. What a team uses "such as
// Go and Kafka" is not a choice.
func isChoice(sentence string, run []hit, ours bool) bool {
	for k := 1; k < len(run); k++ {
		if glueOf(sentence, run[k-1], run[k]).or {
			return true
		}
	}
	if len(run) == 2 && isPair(sentence, run, 0) || len(run) > 2 && isSlashList(sentence, run) {
		return true
	}
	if ours || isFrontEnd(run) {
		return false
	}
	before, after := sentence[:run[0].Start], sentence[run[len(run)-1].End:]
	return namesKind(before) && strings.HasPrefix(after, ")") || introduces(before) || goesOn(after)
}

// namesKind knows a plural before a bracket: "queue services (SQS, Pub/Sub)".
func namesKind(before string) bool {
	plural, opens := strings.CutSuffix(before, "s (")
	return opens && len(plural) > 3 && isLetter(rune(plural[len(plural)-1])) && isLetter(rune(plural[len(plural)-2])) &&
		!slices.ContainsFunc([]string{"technologie", "skill", "tool", "practice", "principle", "concept", "framework"}, func(w string) bool { return strings.HasSuffix(plural, w) })
}

// introduces looks for "such as" right before a list, and for "at least one of" further back.
func introduces(before string) bool {
	const near, far = 12, 60
	if i := strings.LastIndexAny(before, ".;!?"); i >= 0 && i+1 < len(before) && before[i+1] == ' ' && !abbreviated(before[:i+1]) {
		before = before[i+1:]
	}
	words := wordsOf(before)
	for _, m := range theLexicon().lists.find(words) {
		if m.kind == "such_as" && len(before)-m.end <= near || m.kind == "one_of" && len(before)-m.end <= far {
			return true
		}
	}
	return false
}

// goesOn looks for "or similar", "etc." right behind a list.
func goesOn(after string) bool {
	after = strings.TrimLeft(after, " ,)")
	if strings.HasPrefix(after, "...") || strings.HasPrefix(after, "…") {
		return true
	}
	words := wordsOf(after[:min(len(after), 60)])
	if len(words) == 0 || words[0].start > 1 {
		return false
	}
	return slices.ContainsFunc(theLexicon().lists.at(words, 0), func(m mark) bool { return m.kind == "so_on" })
}
