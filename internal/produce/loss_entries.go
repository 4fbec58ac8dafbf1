package produce

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// poorerEntries returns what entries of repositories lost and did not replace, by
// repository: an edit, a changed figure and another order are not losses.
func poorerEntries(host string, old, now []byte) map[string][]string {
	lost, had := map[string][]string{}, entriesIn(host, old)
	for name, words := range entriesIn(host, now) {
		if had[name] == nil || len(fewer(words, had[name])) > 0 {
			continue
		}
		if gone := fewer(had[name], words); len(gone) > 0 {
			lost[name] = gone
		}
	}
	return lost
}

// fewer returns the words that one text has more often than another, sorted.
func fewer(have, than map[string]int) []string {
	var out []string
	for word, n := range have {
		if n > than[word] {
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return out
}

// entriesIn counts the words that a document has about each repository. All figures are
// the same word, since they change.
func entriesIn(host string, document []byte) map[string]map[string]int {
	entries := map[string]map[string]int{}
	for name, text := range splitEntries(host, document) {
		entries[name] = map[string]int{}
		countWords(text, entries[name])
	}
	return entries
}

// splitEntries returns what a document in Markdown, HTML, DOCX, JSON or PDF has about each
// repository.
func splitEntries(host string, document []byte) map[string]string {
	if lines := linesOfPDF(document); lines != nil {
		return entriesOfPDF(host, lines)
	}
	start := regexp.MustCompile(`(?m)^#{1,6} |^[-*|] |^ {4}\{|^ {2}"|<article|</?section|<li|<h[1-6]|<w:p>`)
	heading := regexp.MustCompile(`^(#{1,6} |[-*|] | {4}\{| {2}"|<article|</?section|<li|<h[1-6]|<w:p><w:pPr><w:pStyle w:val="Heading)`)
	entries, entry := map[string]string{}, ""
	for _, block := range splitAt(unpacked(document), start) {
		if names := repositoriesIn(host, block); len(names) > 0 {
			entry = names[0]
		} else if heading.Match(block) {
			entry = ""
		}
		if entry != "" {
			entries[entry] += string(block)
		}
	}
	return entries
}

// splitAt splits a text before each match.
func splitAt(text []byte, start *regexp.Regexp) [][]byte {
	var out [][]byte
	from := 0
	for _, at := range start.FindAllIndex(text, -1) {
		out, from = append(out, text[from:at[0]]), at[0]
	}
	return append(out, text[from:])
}

// figure stands for every figure.
const figure = "0"

func countWords(text string, into map[string]int) {
	eachWord(text, func(word string) { into[word]++ })
}

// eachWord calls f on the words of a text, and with figure in the place of each figure.
func eachWord(text string, f func(word string)) {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("+#★.,", r)
	}) {
		word = strings.Trim(word, ".,")
		if word != "" && unicode.IsDigit([]rune(word)[0]) {
			word = figure
		}
		if word != "" {
			f(word)
		}
	}
}
