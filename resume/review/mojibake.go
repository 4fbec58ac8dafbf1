package review

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mojibake finds the first character of a text that is UTF-8 read as Windows-1252, such as
// "â€™" for an apostrophe. It returns its position and what it stands for.
func mojibake(s string) (from, to int, instead string) {
	for i, c := range s {
		size := sizeOfMojibake(c)
		if size == 0 {
			continue
		}
		bytes, length := narrowed(s[i:], size)
		meant, _ := utf8.DecodeRune(bytes)
		if meant != utf8.RuneError && len(bytes) == size && !endsQuotation(s[i:i+length], s[i+length:]) {
			return i, i + length, string(meant)
		}
	}
	return 0, 0, ""
}

// sizeOfMojibake returns how many characters follow from the first of them: those of Latin
// and Cyrillic letters and of punctuation; 0 for all other characters.
func sizeOfMojibake(c rune) int {
	switch c {
	case 'Ã', 'Â', 'Ð':
		return 2
	case 'â':
		return 3
	}
	return 0
}

// narrowed returns the bytes that the first n characters have in Windows-1252, and how many
// bytes of s they take.
func narrowed(s string, n int) (bytes []byte, length int) {
	for _, c := range s {
		b, ok := charmap.Windows1252.EncodeRune(c)
		if len(bytes) == n || !ok {
			break
		}
		bytes = append(bytes, b)
		length += utf8.RuneLen(c)
	}
	return bytes, length
}

// endsQuotation reports whether a letter and a quotation mark are what they look like: the
// end of “AMANHÔ.
func endsQuotation(pair, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(pair)
	next, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("«»“”„‘’‚‹›…–—", last) && utf8.RuneCountInString(pair) == 2 && !unicode.IsLetter(next)
}
