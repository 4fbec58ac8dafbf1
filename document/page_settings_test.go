package document

import (
	"math"
	"testing"

	"github.com/ghresume/ghresume/internal/pdf"
)

// TestPageSettings: the size, margins, spacing and font of [layout.page] are those of the
// page, in every theme.
func TestPageSettings(t *testing.T) {
	const md = "# Ada\n\n## Work\n\nFirst paragraph.\n\nSecond paragraph.\n"
	for _, theme := range Themes() {
		usual := paragraphOf(t, md, Meta{Theme: theme})
		larger := paragraphOf(t, md, Meta{Theme: theme, Page: Page{FontSize: 14}})
		if larger.size != 14 || usual.size == 14 {
			t.Errorf("%s: the text has size %.1f, without the setting %.1f", theme, larger.size, usual.size)
		}
		moved := paragraphOf(t, md, Meta{Theme: theme, Page: Page{Margins: &Margins{10, 20, 30, usual.left + 40}}})
		if math.Abs(moved.left-usual.left-40) > 0.01 {
			t.Errorf("%s: the text begins at %.1f, without the setting at %.1f", theme, moved.left, usual.left)
		}
		airy := paragraphOf(t, md, Meta{Theme: theme, Page: Page{Spacing: 1.5}})
		if airy.apart <= usual.apart {
			t.Errorf("%s: paragraphs are %.1f apart, without the setting %.1f", theme, airy.apart, usual.apart)
		}
	}
	for family, other := range map[string]string{sans: serif, serif: sans} {
		if paragraphOf(t, md, Meta{Font: family}).width == paragraphOf(t, md, Meta{Font: other}).width {
			t.Errorf("%s is as wide as %s", family, other)
		}
	}
}

// paragraphSetting is how the two paragraphs of a page are set.
type paragraphSetting struct{ size, left, width, apart float64 }

// paragraphOf lays out two paragraphs and returns their setting.
func paragraphOf(t *testing.T, md string, m Meta) paragraphSetting {
	t.Helper()
	l, err := lay([]byte(md), m)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]pdf.Text{}
	for _, text := range l.paint(m).Pages[0].Texts {
		found[text.Text] = text
	}
	first, second := found["First paragraph."], found["Second paragraph."]
	if first.Text == "" || second.Text == "" {
		t.Fatalf("%s: the paragraphs are not set whole: %v", m.Theme, found)
	}
	return paragraphSetting{first.Style.Size, first.X, first.Width, second.Y - first.Y}
}
