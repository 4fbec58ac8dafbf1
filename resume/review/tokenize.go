package review

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word of a text and its position.
type word struct {
	text     string
	from, to int // byte offsets
}

// lower returns the word in lower case.
func (w word) lower() string { return strings.ToLower(w.text) }

// wordsOf splits a text into words: letters and digits, with apostrophes, hyphens and the
// like inside. Punctuation on its own is not a word.
func wordsOf(s string) []word {
	var words []word
	for i := 0; i < len(s); {
		start := i
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isWordRune(r) {
			i += size
			continue
		}
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !isWordRune(r) && !joins(s, i, r, size) {
				break
			}
			i += size
		}
		words = append(words, word{s[start:i], start, i})
	}
	return words
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// joins reports whether the rune at i is inside a word: it's, full-stack, 1,000, 99.9,
// TCP/IP, C++.
func joins(s string, i int, r rune, size int) bool {
	if r == '+' || r == '#' {
		return true
	}
	if !strings.ContainsRune("'’-‑.,/&_@:", r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[i+size:])
	if r == ',' || r == ':' {
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		return unicode.IsDigit(before) && unicode.IsDigit(next)
	}
	return isWordRune(next)
}

// countWords returns the number of words as a reader counts them; in scripts without blanks
// between words, it follows from the number of signs.
func countWords(s string) int {
	n, signs, letters := 0, 0, 0
	for _, field := range strings.Fields(s) {
		isSpaced := false
		for _, r := range field {
			switch {
			case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
				signs++
			case unicode.In(r, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar):
				letters++
			default:
				isSpaced = isSpaced || isWordRune(r)
			}
		}
		if isSpaced {
			n++
		}
	}
	const signsOfWord, lettersOfWord = 2, 5 // on average, in Japanese and in Thai
	return n + (signs+signsOfWord-1)/signsOfWord + (letters+lettersOfWord-1)/lettersOfWord
}

// blanked matches the parts of a text that no language rule may touch: code, addresses of
// any kind, paths, handles, versions, identifiers.
var blanked = pattern("blanked")

// blank replaces what is not prose with underscores, which keeps the offsets.
func blank(s string) string {
	return blanked.ReplaceAllStringFunc(s, func(m string) string {
		keep := len(m) - len(strings.TrimLeftFunc(m, func(c rune) bool { return c == '(' || unicode.IsSpace(c) }))
		return m[:keep] + strings.Repeat("_", len(m)-keep)
	})
}

// sentencesOf splits a text into sentences; abbreviations and numbers do not end one.
func sentencesOf(s string) []word {
	var sentences []word
	start := 0
	put := func(to int) {
		if trimmed := strings.TrimSpace(s[start:to]); trimmed != "" && strings.IndexFunc(trimmed, isWordRune) >= 0 {
			from := start + strings.Index(s[start:to], trimmed)
			sentences = append(sentences, word{trimmed, from, from + len(trimmed)})
		}
		start = to
	}
	for i, r := range s {
		switch r {
		case '.', '!', '?', '…':
			if endsSentence(s, i, r) {
				put(i + utf8.RuneLen(r))
			}
		case '。', '！', '？':
			put(i + utf8.RuneLen(r))
		case '\n':
			if strings.HasPrefix(strings.TrimLeft(s[i+1:], " \t\r"), "\n") {
				put(i)
			}
		}
	}
	put(len(s))
	return sentences
}

var abbreviations = map[string]bool{
	"e.g": true, "i.e": true, "etc": true, "vs": true, "approx": true, "ca": true, "inc": true, "ltd": true,
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "st": true, "no": true, "dept": true,
	"incl": true, "resp": true, "jr": true, "sr": true, "corp": true, "co": true, "u.s": true, "u.k": true,
	"ph.d": true, "m.sc": true, "b.sc": true, "est": true, "max": true, "min": true, "jan": true, "feb": true,
	"aug": true, "sept": true, "oct": true, "nov": true, "dec": true, "a.k.a": true, "z.b": true, "bzw": true,
}

// endsSentence reports whether the mark at i ends a sentence: it is followed by a space
// and no small letter, and the word before it is not an abbreviation.
func endsSentence(s string, i int, mark rune) bool {
	rest := strings.TrimLeft(s[i+utf8.RuneLen(mark):], `"'”’)]`)
	if rest == "" {
		return true
	}
	after := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if after == "" {
		return true
	}
	if len(after) == len(rest) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(after)
	if mark == '.' {
		before := lastBytes(s[:i], wordLimit)
		before = strings.ToLower(before[strings.LastIndexAny(before, " \t\n(")+1:])
		if utf8.RuneCountInString(before) == 1 && before != "i" || abbreviations[before] && unicode.IsLetter(next) && before != "etc" {
			return false
		}
	}
	return !unicode.IsLower(next)
}

// wordLimit is how far back a rule looks for the previous word: it knows no longer word,
// and looking back to the start each time would take hours in a text without spaces.
const wordLimit = 64

// lastBytes returns the end of s, at most n bytes.
func lastBytes(s string, n int) string { return s[max(0, len(s)-n):] }
