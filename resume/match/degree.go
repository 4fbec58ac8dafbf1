package match

import (
	"fmt"
	"slices"
	"strings"
)

// asksDegree recognizes a sentence that asks for a degree: not "no cover letter or degree
// required".
func asksDegree(s sentence) bool {
	return slices.ContainsFunc(only(theLexicon().facts.find(s.words), "degree"), func(m mark) bool {
		return !isOtherSense(s.text, s.words, m) && !isDenied(s.text, m.start, m.end)
	})
}

// isOtherSense reports whether a word for a degree means something else: "Scrum Master",
// "a high degree of autonomy", the German "wo".
func isOtherSense(text string, words []word, m mark) bool {
	var before, after string
	if m.first > 0 {
		before = words[m.first-1].text
	}
	if m.next < len(words) {
		after = words[m.next].text
	}
	switch words[m.first].text {
	case "master":
		return before == "scrum" || before == "web" || slices.Contains([]string{"data", "branch", "class", "node", "plan", "slave", "replica"}, after)
	case "degree", "grado":
		return m.next == m.first+1 && slices.Contains([]string{"of", "de"}, after)
	case "bs", "ba", "ms":
		return isOtherAbbreviation(text[m.start:m.end], words[m.next:])
	case "b", "m":
		return len(words[m.next-1].text) == 1 && isOtherAbbreviation(text[m.start:m.end], words[m.next:])
	case "wo", "fp":
		return text[m.start:m.end] != strings.ToUpper(text[m.start:m.end])
	}
	return false
}

// isOtherAbbreviation reports whether letters such as MS are not a degree: "MS SQL", "5 ms". A
// degree is followed by its subject, by "degree" or by another degree: "BS/MS in Physics".
func isOtherAbbreviation(letters string, after []word) bool {
	if letters != strings.ToUpper(letters) {
		return true
	}
	subjects := []string{"in", "degree", "degrees", "computer", "cs"}
	joints := []string{"or", "and", "bs", "ba", "ms", "ma", "phd"}
	for _, w := range after {
		if slices.Contains(subjects, w.text) {
			return false
		}
		if !slices.Contains(joints, w.text) {
			return true
		}
	}
	return true
}

// degreeText compares the degrees that are asked for with those of the resume.
func (r *Report) degreeText() []string {
	answer := "the resume has no education"
	if len(r.Degrees) > 0 {
		answer = "the resume has " + strings.Join(r.Degrees, ", ")
	}
	var out []string
	for _, sentence := range r.Education {
		out = append(out, fmt.Sprintf("%q; %s", shortened(strings.TrimRight(sentence, ".;: "), longestQuote), answer))
	}
	return out
}

// longestQuote limits what is quoted from a posting, in characters.
const longestQuote = 100
