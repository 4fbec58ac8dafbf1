package doctext

import (
	"testing"

	"github.com/ghresume/ghresume/internal/readfile"
)

// TestPDFItemsWithoutBullets keeps lines that their author ended, though their bullets are
// drawings, and joins those that the edge of the page ended.
func TestPDFItemsWithoutBullets(t *testing.T) {
	const letter, left, high = 6.0, 50.0, 15.0 // points
	var lines []readfile.Line
	for i, text := range []string{
		"The team looks after the looms of forty mills and of their spare", // 64 letters: the edge
		"parts.",
		"Five years of experience with Python and old SQL",
		"Knowledge of Rust, or of another language without",
		"A degree",
	} {
		width := letter * float64(len(text))
		lines = append(lines, readfile.Line{Page: 1, Y: 100 + high*float64(i), Items: []readfile.Item{{Text: text, X: left, Width: width, Size: 11}}})
	}
	p := newPDFPage(lines)
	for i := range lines {
		p.line(i)
	}
	p.flush()
	const want = "The team looks after the looms of forty mills and of their spare parts.\nFive years of experience with Python and old SQL\nKnowledge of Rust, or of another language without\nA degree"
	if got := squeeze(p.out.String()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestTablesOfLabels keeps which cell is the label of the other.
func TestTablesOfLabels(t *testing.T) {
	const page = `<html><body><table><tr><th>Location</th><td>Bend, Oregon</td></tr><tr><td>Languages:</td><td>Go</td></tr><tr><td>a</td><td>b</td><td>c</td></tr></table></body></html>`
	got, err := Read([]byte(page))
	if want := "Location: Bend, Oregon\nLanguages:  Go\na  b  c"; err != nil || squeeze(got) != want {
		t.Errorf("%v: got\n%s\nwant\n%s", err, squeeze(got), want)
	}
}
