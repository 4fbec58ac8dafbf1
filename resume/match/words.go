package match

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a run of letters and digits of a text; a Chinese or Japanese character is a word
// of its own.
type word struct {
	text       string // folded: lower case, without accents
	start, end int    // bytes
	// firm means that more than a space or a hyphen precedes it: a comma, a bracket, a
	// full stop.
	firm bool
}

// wordsOf cuts a text into words.
func wordsOf(text string) []word {
	out := make([]word, 0, len(text)/6+1)
	last := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) {
			i += size
			continue
		}
		end := i + size
		for !isHan(r) && end < len(text) {
			next, n := utf8.DecodeRuneInString(text[end:])
			if !isLetter(next) || isHan(next) {
				break
			}
			end += n
		}
		out = append(out, word{text: foldWord(text[i:end]), start: i, end: end, firm: isFirm(text, last, i)})
		i, last = end, end
	}
	return out
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// isHan reports whether r is a character of Chinese or Japanese, kana included.
func isHan(r rune) bool {
	return r >= 0x2E80 && (unicode.Is(unicode.Han, r) || r >= 0x3041 && r <= 0x30FF)
}

// isFirm reports whether more than a space or a hyphen separates two words.
func isFirm(text string, from, to int) bool {
	gap := text[from:to]
	switch {
	case from == 0, gap == "", gap == " ", gap == "-":
		return from == 0
	case isDigit(text[from-1]) && isDigit(text[to]) && strings.Trim(gap, " -–—") == "":
		return false // "3 - 5 years"
	case strings.ContainsAny(gap, ",;:!?()[]{}|•\n\"…、，；：。（）") || strings.Contains(gap, " – ") || strings.Contains(gap, " — ") || strings.Contains(gap, " - "):
		return true
	}
	return strings.Contains(gap, ". ") && from > 1 && isLetter(rune(text[from-2])) // "z. B." is one phrase
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// plainLetters replaces letters that have no accent to remove.
var plainLetters = strings.NewReplacer("ł", "l", "ß", "ss", "ø", "o", "đ", "d", "æ", "ae", "œ", "oe", "ı", "i", "ʼ", "")

// foldWord returns a word in lower case without accents.
func foldWord(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return foldRare(s)
		}
	}
	return strings.ToLower(s)
}

func foldRare(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		if !unicode.IsMark(r) || r == '\u3099' || r == '\u309a' { // these make other letters of kana
			b.WriteRune(r)
		}
	}
	return plainLetters.Replace(b.String())
}
