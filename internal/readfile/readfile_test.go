package readfile

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/part"
)

func resumePDF(t testing.TB) []byte {
	t.Helper()
	md := "# Ada Łukasiewicz\n\n**Developer**\n\nLondon · [ada@example.com](mailto:ada@example.com)\n\n## Experience\n\n### " + part.Mark(part.Title, "Senior Engineer") + ", " +
		part.Mark(part.Organization, "Office & Sons") + "\n\n" + part.Mark(part.Dates, "March 2021 – present") + " · " + part.Mark(part.Place, "Paris") +
		"\n\n- Wrote the ledger that a dozen teams of the whole company build their services on without asking anybody first\n- Kept it fast\n"
	file, err := document.PDF([]byte(md), document.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	return file.Data
}

func TestPDF(t *testing.T) {
	lines, err := PDF(resumePDF(t))
	if err != nil {
		t.Fatal(err)
	}
	want := "Ada Łukasiewicz\nDeveloper\nLondon • ada@example.com\nEXPERIENCE\nSenior Engineer  March 2021 – present\nOffice & Sons  Paris\n" +
		"• Wrote the ledger that a dozen teams of the whole company build their services on without asking\nanybody first\n• Kept it fast\n"
	if got := Text(lines); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if !lines[0].Items[0].Bold || lines[1].Items[0].Bold || lines[0].Items[0].Size < 20 {
		t.Errorf("the name: %+v", lines[0].Items[0])
	}
	if text, ok := lines[8].Bullet(); !ok || text != "Kept it fast" {
		t.Errorf("bullet: %q, %v", text, ok)
	}
}

func TestColumnsAreReadOneAfterTheOther(t *testing.T) {
	var lines []Line
	lines = append(lines, Line{Y: 10, Items: []Item{{Text: "Name over both", X: 40, Width: 400}}})
	for i := range 12 {
		lines = append(lines, Line{Y: float64(30 + 12*i), Items: []Item{{Text: "left", X: 40, Width: 100}, {Text: "right", X: 220, Width: 250}}})
	}
	got := inOrder(lines, 595)
	if len(got) != 25 || got[1].Text() != "left" || got[12].Text() != "left" || got[13].Text() != "right" || got[0].Text() != "Name over both" {
		t.Errorf("%d lines: %q", len(got), Text(got))
	}
}

func TestDatesOnTheRightAreNotAColumn(t *testing.T) {
	var lines []Line
	for i := range 12 {
		width := float64(60 + 7*i%40)
		lines = append(lines, Line{Y: float64(12 * i), Items: []Item{{Text: "title", X: 40, Width: 100}, {Text: "dates", X: 540 - width, Width: width}}},
			Line{Y: float64(12*i + 6), Items: []Item{{Text: "• a bullet over the whole width", X: 40, Width: 480}}})
	}
	if got := inOrder(lines, 595); !slices.EqualFunc(got, lines, func(a, b Line) bool { return a.Text() == b.Text() }) {
		t.Errorf("%q", Text(got))
	}
}

func wordFile(t testing.TB, body string) []byte {
	t.Helper()
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	w, err := archive.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write([]byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`))
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDOCX(t *testing.T) {
	lines, err := DOCX(wordFile(t, `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Ada</w:t></w:r></w:p>`+
		`<w:p><w:r><w:t>Engineer</w:t><w:tab/><w:t>2021</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Kept </w:t></w:r><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>it</w:t></w:r></w:p>`+
		`<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:r></w:p>`))
	if err != nil {
		t.Fatal(err)
	}
	if want := "Ada\nEngineer  2021\n• Kept it\nbox\na\nb\n"; Text(lines) != want {
		t.Errorf("got %q, want %q", Text(lines), want)
	}
	if !lines[0].Items[0].Bold {
		t.Error("a heading is not bold")
	}
}

// TestListZero: LibreOffice takes headings out of every list with the number 0.
func TestListZero(t *testing.T) {
	lines, err := DOCX(wordFile(t, `<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr><w:r><w:t>Experience</w:t></w:r></w:p>`+
		`<w:p><w:pPr><w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>Built</w:t></w:r></w:p>`))
	if want := "Experience\n• Built\n"; err != nil || Text(lines) != want {
		t.Errorf("got %q, %v; want %q", Text(lines), err, want)
	}
}

func TestOwnDOCX(t *testing.T) {
	data, err := document.DOCX([]byte("# Ada\n\n## Work\n\n- one\n- two\n"), document.Meta{})
	if err != nil {
		t.Fatal(err)
	}
	lines, err := DOCX(data)
	if err != nil || Text(lines) != "Ada\nWork\n• one\n• two\n" {
		t.Errorf("%q, %v", Text(lines), err)
	}
}

// TestDirectionMarksOfALayout: what a page from right to left adds around a text is not
// part of it, nor what keeps C++ and .NET in order; inside of it, other marks are kept.
func TestDirectionMarksOfALayout(t *testing.T) {
	lines, err := DOCX(wordFile(t, "<w:p><w:r><w:t>\u200Fمهندسة C++\u200E و\u200E.NET\u200F · \u200FGo (1.25\u200E) و Rust\u200F</w:t></w:r></w:p>"))
	if want := "مهندسة C++ و.NET · Go (1.25\u200E) و Rust"; err != nil || len(lines) != 1 || lines[0].Items[0].Text != want {
		t.Errorf("%+v, %v; want %q", lines, err, want)
	}
}

func TestOtherFilesAreRefused(t *testing.T) {
	for _, data := range []string{"", "%PDF-1.7\n", "hello", "PK\x03\x04"} {
		if _, err := PDF([]byte(data)); err == nil {
			t.Errorf("%q is read as PDF", data)
		}
		if _, err := DOCX([]byte(data)); err == nil {
			t.Errorf("%q is read as DOCX", data)
		}
	}
}

func FuzzPDF(f *testing.F) {
	f.Add(resumePDF(f))
	f.Add([]byte(strings.Repeat("%PDF-1.7\n1 0 obj<</Kids[1 0 R]>>endobj\n", 3)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 1<<16 {
			_, _ = PDF(data)
		}
	})
}

func FuzzDOCX(f *testing.F) {
	f.Add(`<w:p><w:t>a</w:t><w:p></w:p></w:p>`)
	f.Add(`</w:p><w:t>`)
	f.Fuzz(func(t *testing.T, body string) { _, _ = DOCX(wordFile(t, body)) })
}

// TestColumnsOnHeightsOfTheirOwn: the lines of two columns need not be at the same heights.
func TestColumnsOnHeightsOfTheirOwn(t *testing.T) {
	var lines []Line
	for i := range 12 {
		lines = append(lines, Line{Y: float64(20 * i), Items: []Item{{Text: "left", X: 40, Width: 100}}},
			Line{Y: float64(20*i + 9), Items: []Item{{Text: "right", X: 220, Width: 300}}})
	}
	if got := inOrder(lines, 595); got[11].Text() != "left" || got[12].Text() != "right" {
		t.Errorf("%q", Text(got))
	}
}

// TestDatesBeforeEntriesAreNotAColumn: they belong to the lines next to them.
func TestDatesBeforeEntriesAreNotAColumn(t *testing.T) {
	var lines []Line
	for i := range 12 {
		lines = append(lines, Line{Y: float64(20 * i), Items: []Item{{Text: "2019 – 2021", X: 40, Width: 70}, {Text: "Engineer", X: 160, Width: 200}}},
			Line{Y: float64(20*i + 9), Items: []Item{{Text: "what it was", X: 160, Width: 300}}})
	}
	if got := inOrder(lines, 595); !slices.EqualFunc(got, lines, func(a, b Line) bool { return a.Text() == b.Text() }) {
		t.Errorf("%q", Text(got))
	}
}

// TestSpacedLetters: headings may be set with wide gaps between letters.
func TestSpacedLetters(t *testing.T) {
	var row []piece
	x := 50.0
	for _, r := range "WORK HISTORY" {
		if r == ' ' {
			x += 6
			continue
		}
		row = append(row, piece{text: string(r), x: x, y: 10, width: 7, height: 11, bold: true})
		x += 11
	}
	if got := assemble(row); len(got) != 1 || got[0].Text() != "WORK HISTORY" {
		t.Errorf("got %+v", got)
	}
}

// TestKernedHeading: kerning closes the gap between A and T.
func TestKernedHeading(t *testing.T) {
	var row []piece
	x := 50.0
	for i, r := range "EDUCATION" {
		if i == len("EDUCA") {
			x -= 3
		}
		row = append(row, piece{text: string(r), x: x, y: 10, width: 7, height: 11, bold: true})
		x += 10
	}
	if got := assemble(row); len(got) != 1 || got[0].Text() != "EDUCATION" {
		t.Errorf("got %+v", got)
	}
}

// TestSideBarBesideTheName: the column with the name comes first, wherever it is.
func TestSideBarBesideTheName(t *testing.T) {
	lines := []Line{{Y: 5, Items: []Item{{Text: "Maren Holt", X: 220, Width: 200, Size: 26}}}}
	for i := range 12 {
		lines = append(lines, Line{Y: float64(20*i + 20), Items: []Item{{Text: "left", X: 40, Width: 100, Size: 11}}},
			Line{Y: float64(20*i + 29), Items: []Item{{Text: "right", X: 220, Width: 300, Size: 11}}})
	}
	if got := inOrder(lines, 595); got[0].Text() != "Maren Holt" || got[1].Text() != "right" || got[13].Text() != "left" {
		t.Errorf("%q", Text(got))
	}
}

// TestTextInAnotherStyle: a margin of one letter parts texts in two styles.
func TestTextInAnotherStyle(t *testing.T) {
	row := []piece{{text: "2021", x: 50, y: 10, width: 20, height: 10}, {text: "Developer", x: 79, y: 10, width: 50, height: 10, bold: true}}
	if got := assemble(row); len(got) != 1 || len(got[0].Items) != 2 {
		t.Errorf("got %+v", got)
	}
	row[1].bold = false
	if got := assemble(row); len(got[0].Items) != 1 {
		t.Errorf("got %+v", got)
	}
}

// TestNarrowColumn: a short column at the side is read apart from the text beside it, but a
// column of dates is not.
func TestNarrowColumn(t *testing.T) {
	page := func(side ...string) []Line {
		var lines []Line
		for i := range 24 {
			l := Line{Y: float64(12 * i), Items: []Item{{X: 50, Width: 250, Size: 10, Text: "wrote a service that finds ferries"}}}
			if i < len(side) {
				l.Items = append(l.Items, Item{X: 400, Width: 80, Size: 10, Text: side[i]})
			}
			lines = append(lines, l)
		}
		return lines
	}
	column := func(lines []Line) bool {
		ordered := inOrder(lines, 595)
		last := ordered[len(ordered)-1]
		return len(last.Items) == 1 && last.Items[0].X == 400
	}
	if !column(page("SKILLS", "Go, SQL", "Kafka", "EDUCATION", "MSc", "Lyon")) {
		t.Error("the column is read line by line with the text beside it")
	}
	if column(page("May 2021", "Jun 2020", "May 2019", "Jun 2018", "May 2017", "Jun 2016")) {
		t.Error("dates are read after all that they belong to")
	}
}
