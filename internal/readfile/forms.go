package readfile

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// presentationForms are letters as fonts draw them: ligatures, Arabic letters by their place in
// a word, radicals of Chinese signs, wide Latin letters and digits. What else Unicode calls
// compatible is text of its own: "O(h²)" is not "O(h2)".
var presentationForms = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x00A0, Hi: 0x00A0, Stride: 1}, {Lo: 0x2000, Hi: 0x200A, Stride: 1}, {Lo: 0x202F, Hi: 0x202F, Stride: 1},
	{Lo: 0x2E80, Hi: 0x2FDF, Stride: 1}, {Lo: 0x3000, Hi: 0x3000, Stride: 1}, {Lo: 0xF900, Hi: 0xFAFF, Stride: 1},
	{Lo: 0xFB00, Hi: 0xFDFF, Stride: 1}, {Lo: 0xFE70, Hi: 0xFEFE, Stride: 1},
	{Lo: 0xFF10, Hi: 0xFF19, Stride: 1}, {Lo: 0xFF21, Hi: 0xFF3A, Stride: 1}, {Lo: 0xFF41, Hi: 0xFF5A, Stride: 1},
}}

// composed returns a text in the letters that people write: NFC, without presentation forms.
func composed(text string) string {
	var b strings.Builder
	for _, r := range text {
		if unicode.Is(presentationForms, r) {
			b.WriteString(norm.NFKC.String(string(r)))
		} else {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}
