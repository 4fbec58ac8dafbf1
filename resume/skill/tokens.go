package skill

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/ghresume/ghresume/internal/lazy"
)

// token is a word or a symbol in a text. Symbols are single characters.
type token struct {
	text       string // folded: NFKC, lower case
	start, end int    // bytes of the original
	gap        gap    // the text before it
}

// gap is the text between two tokens.
type gap byte

const (
	glued gap = iota // nothing
	loose            // spaces or one hyphen: "SQL Server", "SQL-Server"
	apart            // a line end, an address, or the start of the text
)

// addresses are skipped: a technology in a URL is not a statement.
var addresses = lazy.New(`(?i)\bhttps?://\S+|\bwww\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// tokenize splits a text into words and symbols. Letters, digits and "_" make words.
func tokenize(text string) []token {
	skipped := skippedSpans(text)
	tokens := make([]token, 0, len(text)/5)
	between := apart
	for i := 0; i < len(text); {
		if len(skipped) > 0 && i >= skipped[0][0] {
			i, between = skipped[0][1], apart
			skipped = skipped[1:]
			continue
		}
		r, size := decode(text, i)
		switch {
		case r == '\n' || r == '\r':
			between = apart
			i += size
		case isSpace(r):
			between = max(between, loose)
			i += size
		case isHyphen(r) && between == glued && len(tokens) > 0:
			between = loose
			i += size
		case isWord(r):
			end := wordEnd(text, i)
			tokens = append(tokens, token{foldWord(text[i:end]), i, end, between})
			i, between = end, glued
		default:
			tokens = append(tokens, token{text[i : i+size], i, i + size, between})
			i, between = i+size, glued
		}
	}
	return tokens
}

func skippedSpans(text string) [][]int {
	if !strings.Contains(text, "://") && !strings.Contains(text, "@") && !strings.Contains(strings.ToLower(text), "www.") {
		return nil
	}
	return addresses.FindAllStringIndex(text, -1)
}

func decode(text string, i int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r > 0x7f && unicode.IsSpace(r) }

// isHyphen reports whether r is a hyphen, including those of typesetters.
func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' || r == '\u00ad' }

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// wordEnd returns the end of a word: at a symbol, and between Chinese and other letters,
// which need no space between them.
func wordEnd(text string, i int) int {
	first, _ := decode(text, i)
	for i < len(text) {
		r, size := decode(text, i)
		if !isWord(r) || isHan(r) != isHan(first) {
			break
		}
		i += size
	}
	return i
}

// isHan reports whether r is of a script that is written without spaces: Chinese, Japanese
// or Korean particles follow a name directly.
func isHan(r rune) bool {
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}

// foldWord returns a word in NFKC and lower case.
func foldWord(word string) string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return strings.ToLower(norm.NFKC.String(word))
		}
	}
	return strings.ToLower(word)
}
