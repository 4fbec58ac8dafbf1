package readfile

import (
	"strings"
	"testing"
)

// pageIn returns a page with one font and its table of letters.
func pageIn(font, content, table string) []byte {
	return pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		streamOf("BT /F 10 Tf 50 700 Td "+content+" ET", ""), font,
		streamOf("begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "+table+" endcmap", ""))
}

// TestWidthsOfStandardFonts: programs leave out the widths of Helvetica, and kern its letters.
func TestWidthsOfStandardFonts(t *testing.T) {
	lines, err := PDF(pageIn("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"[(Platfor) 15 (m Engineer, ) 20 (W) 70 (A)] TJ", ""))
	if got, want := strings.TrimSpace(Text(lines)), "Platform Engineer, WA"; err != nil || got != want {
		t.Errorf("got %q, want %q, %v", got, want, err)
	}
}

// TestNamesOfLetters: a font's table of letters may have only what its names do not tell.
func TestNamesOfLetters(t *testing.T) {
	font := "<</Type/Font/Subtype/Type1/BaseFont/AAAAAA+Nimbus/ToUnicode 6 0 R/Encoding<</Type/Encoding/Differences[131/bullet 137/endash 139/ff]>>>>"
	for name, test := range map[string]struct{ table, want string }{
		"one of three": {"1 beginbfchar <008B> <00660066> endbfchar", "• a–b"},
		"all":          {"3 beginbfchar <0083> <2023> <0089> <2014> <008B> <00660066> endbfchar", "‣ a—b"},
	} {
		lines, err := PDF(pageIn(font, "<83206189> Tj (b) Tj", test.table))
		if got := strings.TrimSpace(Text(lines)); err != nil || got != test.want {
			t.Errorf("%s: got %q, want %q, %v", name, got, test.want, err)
		}
	}
}

// TestFreeCodesAreBullets: the encoding of Windows has no letters for some codes, and PDF
// draws bullets there.
func TestFreeCodesAreBullets(t *testing.T) {
	lines, err := PDF(pageIn("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", "<7F2061> Tj", ""))
	if got := strings.TrimSpace(Text(lines)); err != nil || got != "• a" {
		t.Errorf("got %q, %v", got, err)
	}
}
