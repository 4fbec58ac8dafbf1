package match

import (
	"slices"
	"strings"
)

// seniorityBeside returns the level beside a title, in its line: "Internship – Data
// Scientist", "Developer (mid to senior)".
func seniorityBeside(lines []passage, title string) string {
	for _, l := range lines[:min(len(lines), 5)] {
		before, after, found := strings.Cut(l.text, title)
		if !found || title == "" {
			continue
		}
		for _, beside := range titleParts(before) {
			if words := wordsOf(beside); len(words) > 0 && len(words) <= 2 {
				if level := seniorityOf(beside); level != "" {
					return level
				}
			}
		}
		if _, inner, opens := strings.Cut(after, "("); opens {
			inner, _, _ = strings.Cut(inner, ")")
			return seniorityOf(inner)
		}
	}
	return ""
}

// seniorityOf returns the first level that a title names, the most specific levels first.
func seniorityOf(title string) string {
	words := wordsOf(title)
	marks := slices.DeleteFunc(theLexicon().seniority.find(words), func(m mark) bool {
		return words[m.first].text == "stage" && m.first > 0 && slices.Contains([]string{"early", "late", "seed", "growth"}, words[m.first-1].text)
	})
	for _, level := range []string{"intern", "junior", "principal", "staff", "lead", "senior", "middle"} {
		if slices.ContainsFunc(marks, func(m mark) bool { return m.kind == level }) {
			return level
		}
	}
	return ""
}
