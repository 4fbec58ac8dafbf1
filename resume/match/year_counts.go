package match

import (
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
