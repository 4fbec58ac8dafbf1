package document

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// randomMarkdown returns a document of arbitrary characters in the structures of resumes.
func randomMarkdown(random *rand.Rand) []byte {
	var b strings.Builder
	shapes := []string{"# ", "## ", "### ", "- ", "  - ", "1. ", "> ", "", "**", "`", "| a | b |\n|-|-|\n| ", "\n\n"}
	for range 40 {
		b.WriteString(shapes[random.IntN(len(shapes))])
		plane := rune(random.IntN(17)) << 16
		if random.IntN(2) == 0 {
			plane = 0
		}
		start := plane + rune(random.IntN(0xFFFF))
		for range random.IntN(60) {
			r := start + rune(random.IntN(200))
			if random.IntN(8) == 0 {
				r = rune(random.IntN(0x11_0000))
			}
			b.WriteRune(r)
		}
		b.WriteString([]string{"\n", "\n\n", " ", " · "}[random.IntN(4)])
	}
	return []byte(b.String())
}

// TestDocumentsOfAnyCharacters: all planes, controls, surrogates and marks without letters
// included.
func TestDocumentsOfAnyCharacters(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 8
	}
	for seed := range uint64(rounds) {
		md := randomMarkdown(rand.New(rand.NewPCG(seed, 7)))
		m := Meta{Title: string(md[:40]), Author: string(md[40:80]), Theme: Themes()[seed%4], Language: []string{"en", "ar", "zh", "th"}[seed%4]}
		file, err := PDF(md, m)
		if err != nil || file.Pages <= 0 {
			t.Fatalf("seed %d: PDF: %v", seed, err)
		}
		page, err := HTML(md, m)
		if err != nil {
			t.Fatal(err)
		}
		harmless(t, page)
		data, err := DOCX(md, m)
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, docxPart(t, data, "word/document.xml"))
	}
}
