package review

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/golangci/misspell"
)

//go:embed spelling.txt
var spellingList string

// speller knows misspelled words: those in misspell's dictionary, and those that are one
// typing mistake away from a word that resumes use.
type speller struct {
	listed map[string]string // misspelled → right
	common map[string]bool   // words that resumes use
	words  map[string]bool   // words that only look like slips
	// single maps the long common words without doubled letters to the words; "" if two
	// share a key.
	single map[string]string
	// longest is the length of the longest common word.
	longest int
}

var spelling = sync.OnceValue(func() speller {
	s := speller{listed: map[string]string{}, common: map[string]bool{}, words: map[string]bool{}, single: map[string]string{}}
	list := misspell.DictMain
	for i := 0; i+1 < len(list); i += 2 {
		s.listed[list[i]] = list[i+1]
	}
	into := s.common
	for line := range strings.Lines(spellingList) {
		switch w := strings.TrimSpace(line); {
		case w == "---":
			into = s.words
		case w != "" && !strings.HasPrefix(w, "#"):
			into[w] = true
			s.addSingle(w)
			s.longest = max(s.longest, len(w))
		}
	}
	return s
})

// right returns the correction of a misspelled word in lower case, or "" if it may be
// right.
func (s speller) right(w string) string {
	if !isASCIIWord(w) || s.common[w] || s.words[w] {
		return ""
	}
	if right := s.listed[w]; right != "" {
		return right
	}
	if len(w) < shortestSlip || len(w) > s.longest+1 {
		return "" // too short to be sure, or more than one slip from every word
	}
	if right := s.single[withoutDoubles(w)]; right != "" && len(w) >= shortestDoubled && !nearWords()[w] {
		return right
	}
	right := ""
	for near := range slips(w) {
		if s.common[near] && near != right {
			if right != "" {
				return "" // it could be either of two words
			}
			right = near
		}
	}
	return right
}

// shortestSlip is the length from which a word may be a slip; for the shortest, only a
// letter left out and two letters swapped count.
const shortestSlip = 6

// shortestDoubled is the length from which a word with different doubled letters is the
// same word: "succesfull".
const shortestDoubled = 9

// addSingle adds a word; in verb forms a doubled letter makes another word: "scraping",
// "scrapping".
func (s speller) addSingle(w string) {
	if len(w) < shortestDoubled || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "er") || strings.HasSuffix(w, "ers") {
		return
	}
	key := withoutDoubles(w)
	if _, taken := s.single[key]; taken {
		w = ""
	}
	s.single[key] = w
}

// withoutDoubles returns the word with repeated letters reduced to one.
func withoutDoubles(w string) string {
	var b strings.Builder
	for i := range len(w) {
		if i == 0 || w[i] != w[i-1] {
			b.WriteByte(w[i])
		}
	}
	return b.String()
}

func isASCIIWord(w string) bool {
	for _, c := range []byte(w) {
		if c < 'a' || c > 'z' {
			return false
		}
	}
	return len(w) > 2
}

// slips yields the words from which w results by one slip inside the word: a letter left
// out, two letters swapped, a letter too many, a wrong vowel, the key beside the right one.
func slips(w string) func(yield func(string) bool) {
	const vowels, letters = "aeiouy", "abcdefghijklmnopqrstuvwxyz"
	return func(yield func(string) bool) {
		for i := 1; i < len(w); i++ {
			for _, c := range letters {
				if !yield(w[:i] + string(c) + w[i:]) {
					return
				}
			}
			if i == len(w)-1 {
				return
			}
			if !yield(w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:]) {
				return
			}
			if len(w) == shortestSlip {
				continue
			}
			if !yield(w[:i] + w[i+1:]) {
				return
			}
			instead := keysBeside[w[i]]
			if strings.Contains(vowels, w[i:i+1]) {
				instead += vowels
			}
			for _, c := range instead {
				if !yield(w[:i] + string(c) + w[i+1:]) {
					return
				}
			}
		}
	}
}

// keysBeside are the letters beside each on a keyboard. S and z are left out: they are
// two spellings of English.
var keysBeside = map[byte]string{
	'a': "qwsz", 'b': "vghn", 'c': "xdfv", 'd': "serfcx", 'e': "wrds", 'f': "drtgvc", 'g': "ftyhbv", 'h': "gyujnb", 'i': "uokj",
	'j': "huikmn", 'k': "jiolm", 'l': "kop", 'm': "njk", 'n': "bhjm", 'o': "iplk", 'p': "ol", 'q': "wa", 'r': "etfd", 's': "awedx",
	't': "rygf", 'u': "yijh", 'v': "cfgb", 'w': "qesa", 'x': "zsdc", 'y': "tuhg", 'z': "ax",
}
