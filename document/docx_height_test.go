package document

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/part"
)

var (
	docxStyleOf   = regexp.MustCompile(`(?s)<w:style [^>]*w:styleId="(\w+)">.*?</w:style>`)
	docxBased     = regexp.MustCompile(`<w:basedOn w:val="(\w+)"`)
	docxParagraph = regexp.MustCompile(`(?s)<w:p><w:pPr>(.*?)</w:pPr>`)
	docxOwnStyle  = regexp.MustCompile(`<w:pStyle w:val="(\w+)"`)
	docxSpace     = regexp.MustCompile(`w:(before|after|line)="(\d+)"`)
)

// docxHeight is the space of a paragraph in points, and a rule below it.
type docxHeight struct {
	before, after, line float64
	rule                bool
}

// read applies the properties in XML over those of h.
func (h docxHeight) read(properties string) docxHeight {
	h.rule = h.rule || strings.Contains(properties, "<w:pBdr>")
	for _, m := range docxSpace.FindAllStringSubmatch(properties, -1) {
		n, _ := strconv.ParseFloat(m[2], 64)
		switch m[1] {
		case "before":
			h.before = n / 20
		case "after":
			h.after = n / 20
		case "line":
			h.line = n / 20
		}
	}
	return h
}

// docxHeights returns the height of each paragraph of a file.
func docxHeights(t *testing.T, file []byte) []float64 {
	t.Helper()
	sheet := docxPart(t, file, "word/styles.xml")
	usual := docxHeight{}.read(sheet[:strings.Index(sheet, "<w:style ")])
	styles := map[string]docxHeight{"": usual}
	for _, m := range docxStyleOf.FindAllStringSubmatch(sheet, -1) {
		from := usual
		if based := docxBased.FindStringSubmatch(m[0]); based != nil {
			from = styles[based[1]]
		}
		styles[m[1]] = from.read(m[0])
	}
	var all []float64
	for _, m := range docxParagraph.FindAllStringSubmatch(docxPart(t, file, "word/document.xml"), -1) {
		name := ""
		if own := docxOwnStyle.FindStringSubmatch(m[1]); own != nil {
			name = own[1]
		}
		h := styles[name].read(m[1])
		height := h.before + h.line + h.after
		if h.rule {
			height += 1.5 // LibreOffice adds the rule and its distance
		}
		all = append(all, height)
	}
	return all
}

// TestDOCXIsAsHighAsThePDF: what fills a page of the PDF must not need two in a word processor.
func TestDOCXIsAsHighAsThePDF(t *testing.T) {
	entry := "### " + marked("Baker", "Crumb & Co", "2019 – 2021", "Porto") + "\n\n- Baked bread\n- Sold it\n- " + part.Mark(part.Technologies, "Technologies: Excel") + "\n\n"
	md := []byte("# Ines Duarte\n\nEngineer\n\nines@duarte.example · Lisbon\n\n## Summary\n\nBakes.\n\n## Skills\n\n- **Tools**: Excel, Word\n- **Ovens**: wood, gas\n\n## Experience\n\n" +
		strings.Repeat(entry, 5) + "## Projects\n\n### Oven\n\nAn oven.\n\n- Burns wood\n\n## Awards\n\n- Best bread\n- Best cake\n\n## Languages\n\nPortuguese: native\n")
	for _, theme := range Themes() {
		for _, tightness := range []Tightness{AsSet, SmallerType} {
			m := Meta{Theme: theme, Tightness: tightness}
			l, err := lay(md, m)
			if err != nil {
				t.Fatal(err)
			}
			file, err := DOCX(md, m)
			if err != nil {
				t.Fatal(err)
			}
			heights := docxHeights(t, file)
			if len(l.pages) != 1 || len(heights) != len(l.pages[0].placed) {
				t.Fatalf("%s: %d pages, %d paragraphs, %d boxes", theme, len(l.pages), len(heights), len(l.pages[0].placed))
			}
			y := 0.0
			for i, p := range l.pages[0].placed {
				y += heights[i]
				if drift := y - p.y - p.box.height; math.Abs(drift) > 2 && p.box.role != section { // whose space below counts there
					t.Errorf("%s, tightness %d: %q ends %.1f points from its place", theme, tightness, p.box.text(), drift)
					break
				}
			}
		}
	}
}
