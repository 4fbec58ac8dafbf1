package readfile

import (
	"strings"
	"testing"
)

// typesetIn returns a page with text in a font of TeX; table is its own table of letters.
func typesetIn(font, codes, table string) []byte {
	entry := ""
	if table != "" {
		entry = "/ToUnicode 6 0 R"
	}
	return pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		streamOf("BT /F 10 Tf 50 700 Td <"+codes+"> Tj ET", ""),
		"<</Type/Font/Subtype/Type1/BaseFont/"+font+entry+">>",
		streamOf("begincmap 1 begincodespacerange <00> <FF> endcodespacerange "+table+" endcmap", ""))
}

// TestFontsOfTeX: fonts that do not say which letters they have are read in the orders of TeX.
func TestFontsOfTeX(t *testing.T) {
	for name, test := range map[string]struct{ font, codes, table, want string }{
		"a bullet":                {"ABCDEF+CMSY10", "0F", "", "•"},
		"a point":                 {"ABCDEF+CMSY10", "01", "", "·"},
		"a ligature":              {"ABCDEF+CMR10", "4E65740D6978206F0E6365", "", "Netflix office"},
		"dashes and quotes":       {"ABCDEF+CMBX12", "5C61227B627C2763", "", "“a”–b—’c"},
		"a letter of mathematics": {"CMMI10", "3C353A", "", "<5."},
		"a table with a hole":     {"ABCDEF+CMSY10", "0105", "1 beginbfchar <05> <22C4> endbfchar", "·⋄"},
		"a table that differs":    {"ABCDEF+CMSY10", "01", "1 beginbfchar <01> <0041> endbfchar", "A"},
		"another font":            {"ABCDEF+Minion", "4E65740D", "", "Net"},
	} {
		lines, err := PDF(typesetIn(test.font, test.codes, test.table))
		if got := strings.TrimSpace(Text(lines)); err != nil || got != test.want {
			t.Errorf("%s: got %q, want %q, %v", name, got, test.want, err)
		}
	}
}

// TestDrawnFonts: the widths of Type 3 fonts are in a unit of their own, which decides where
// the pieces of a line are.
func TestDrawnFonts(t *testing.T) {
	file := pdfOf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		streamOf("BT /F 10 Tf 50 700 Td [(T)83(ools)-333(of)-333(T)83(ec)28(hnology)] TJ ET", ""),
		"<</Type/Font/Subtype/Type3/FontMatrix[.01 0 0 .01 0 0]/FirstChar 32/LastChar 122/Widths["+strings.Repeat("50 ", 91)+"]"+
			"/Encoding<</Differences[84/T 99/c 101/e 102/f 103/g/h 108/l 110/n/o 115/s 121/y]>>/CharProcs<<>>>>")
	lines, err := PDF(file)
	if got := strings.TrimSpace(Text(lines)); err != nil || got != "Tools of Technology" {
		t.Errorf("got %q, %v", got, err)
	}
}
