// Package bench compares the PDF writer with fpdf, the one before it. It is a
// module of its own, so that fpdf is none of the program's dependencies:
//
//	cd docs/bench && go test -bench .
package bench

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"codeberg.org/go-pdf/fpdf"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/readfile"
)

// plain is a resume of one page, accents one of two pages with letters of many languages.
func plain() []byte {
	return []byte("# Alice Example\n\n**Developer**\n\nBristol · [alice@example.org](mailto:alice@example.org)\n\n## Experience\n\n" +
		strings.Repeat("### Engineer, Works\n\nMarch 2021 – present · Bath\n\n"+strings.Repeat("- Cut the p99 of the ledger from 840 ms to 95 ms with optimistic versions\n", 4)+"\n", 5))
}

func accents() []byte {
	return []byte("# Zoë Żółkiewska-Müller\n\n**Główna inżynierka**\n\nŁódź · [zoe@example.org](mailto:zoe@example.org)\n\n## Doświadczenie\n\n" +
		strings.Repeat("### Ingénieure logiciel sénior, Société Générale d’Œuvres\n\nMarch 2021 – present · Orléans\n\n"+
			"- Reduced µ-latency by 37 % → 12 ms ± 0.5 ms; 5 × faster at €1,200 — naïve-café tests ✓\n- Pracowałam nad źródłem zdarzeń: ślad, koło, łąka, ćma, świt\n"+
			"- Résumé of façade, œuvre, cœur; наладила сборку за 3 минуты вместо 40\n- Kỹ sư phần mềm, Μηχανικός λογισμικού\n\n", 10))
}

func BenchmarkPlain(b *testing.B)   { compare(b, plain()) }
func BenchmarkAccents(b *testing.B) { compare(b, accents()) }

func compare(b *testing.B, md []byte) {
	lines := lines(b, md)
	b.Run("fpdf", func(b *testing.B) {
		for b.Loop() {
			if err := byFpdf(lines); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("ours", func(b *testing.B) {
		for b.Loop() {
			if _, err := document.PDF(md, document.Meta{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// lines are what stands on the pages: fpdf is spared all of the layout.
func lines(b *testing.B, md []byte) []readfile.Line {
	b.Helper()
	file, err := document.PDF(md, document.Meta{})
	if err != nil {
		b.Fatal(err)
	}
	lines, err := readfile.PDF(file.Data)
	if err != nil {
		b.Fatal(err)
	}
	return lines
}

// byFpdf draws the lines with the faces that a document has.
func byFpdf(lines []readfile.Line) error {
	pdf := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 595.28, Ht: 841.89}})
	for style, file := range map[string]string{"": "OpenSans-Regular", "B": "OpenSans-Bold", "I": "OpenSans-Italic", "BI": "OpenSans-BoldItalic"} {
		if err := add(pdf, "OpenSans", style, file); err != nil {
			return err
		}
	}
	for _, family := range []string{"DejaVuSansMono", "DejaVuSans-Symbols"} {
		if err := add(pdf, family, "", family); err != nil {
			return err
		}
	}
	page := 0
	for _, l := range lines {
		if l.Page != page {
			pdf.AddPage()
			page = l.Page
		}
		for _, item := range l.Items {
			style := ""
			if item.Bold {
				style = "B"
			}
			pdf.SetFont("OpenSans", style, item.Size)
			pdf.GetStringWidth(item.Text)
			pdf.Text(item.X, l.Y, item.Text)
		}
	}
	var out bytes.Buffer
	return pdf.Output(&out)
}

func add(pdf *fpdf.Fpdf, family, style, file string) error {
	data, err := os.ReadFile("../../document/fonts/" + file + ".ttf")
	if err != nil {
		return err
	}
	pdf.AddUTF8FontFromBytes(family, style, data)
	return pdf.Error()
}
