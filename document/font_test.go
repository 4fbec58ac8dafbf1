package document

import (
	"os"
	"strings"
	"testing"
)

// TestFamilies: capitals, spaces and hyphens of a family's name do not matter, and one that is
// not there is named.
func TestFamilies(t *testing.T) {
	mono, err := os.ReadFile("fonts/DejaVuSansMono.ttf")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct{ text, substitute string }{
		"": {"Open Sans", ""}, "tinos": {"Tinos", ""}, "open-sans": {"Open Sans", ""}, "dejavu sans mono": {"DejaVu Sans Mono", ""},
		"Nowhere": {"Open Sans", "Open Sans"},
	} {
		m := Meta{Font: name, Fonts: [][]byte{mono}}
		file, err := PDF([]byte("# Ada\n"), m)
		if err != nil {
			t.Fatal(err)
		}
		l, err := newLayout(m)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.set.Family(); got != want.text || file.Substitute != want.substitute {
			t.Errorf("%q: the text is in %q, the substitute %q", name, got, file.Substitute)
		}
	}
}

// TestContactRowsKeepWords: balancing the lines of a contact row cuts no word.
func TestContactRowsKeepWords(t *testing.T) {
	md := "# Ada\n\nSan Cristóbal de La Laguna, Santa Cruz de Tenerife, España · +34 912 345 678 ext. 12345 · " +
		"maria.guadalupe.de.los.angeles.fernandez-villaverde@a-very-long-company-domain-name.example.com · " +
		"maria-guadalupe-fernandez-villaverde.example.com/portfolio/2024/english/resume/index.html?utm=none · " +
		"linkedin.com/in/maria-guadalupe-fernandez-villaverde-y-echeverria-montmorency · gitlab.com/mgf\n\n## Work\n\ntext\n"
	for margin := 20.0; margin < 180; margin += 2 {
		l, err := lay([]byte(md), Meta{Theme: Classic, Page: Page{Margins: &Margins{margin, margin, margin, margin}}})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range l.pages[0].placed {
			if p.box.role != contact {
				continue
			}
			whole := false
			for _, line := range p.lines {
				for _, f := range line.fragments {
					whole = whole || strings.Contains(f.text, "España")
				}
			}
			if !whole {
				t.Errorf("margins of %.0f pt: España is cut", margin)
			}
		}
	}
}
