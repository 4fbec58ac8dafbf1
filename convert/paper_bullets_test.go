package convert

import (
	"slices"
	"testing"

	"github.com/ghresume/ghresume/internal/readfile"
)

// TestTechnologiesBelowBullets: they are not part of the bullet above, even if that is the
// longest line but one, and begins where they do.
func TestTechnologiesBelowBullets(t *testing.T) {
	y := 0.0
	line := func(text string) readfile.Line {
		y += 14
		return readfile.Line{Page: 1, Y: y, Items: []readfile.Item{{X: 50, Text: text, Size: 10, Width: 4.6 * float64(len([]rune(text)))}}}
	}
	heading := func(text string) readfile.Line {
		l := line(text)
		l.Items[0].Size, l.Items[0].Bold = 14, true
		return l
	}
	const bullet = "Split the claims into 9 services, so that they are released monthly"
	for label, want := range map[string][]string{
		"Technologies: Java, Spring Boot": {"Java", "Spring Boot"},
		"Technologien: Java, Kafka":       {"Java", "Kafka"},
		"التقنيات: Java, Kafka":           {"Java", "Kafka"},
	} {
		y = 0
		lines := []readfile.Line{heading("Ines Prado"), heading("Experience"), line("Developer, Ebro Software, 2019 – 2021"),
			line("• " + bullet + " now"), line("• " + bullet), line(label)}
		in := newReader()
		if err := in.paper(lines, "PDF", true, false); err != nil {
			t.Fatal(err)
		}
		got := in.profile.Experience
		if len(got) != 1 || len(got[0].Highlights) != 2 || got[0].Highlights[1].Text != bullet || !slices.Equal(got[0].Skills, want) {
			t.Errorf("%s: %+v", label, got)
		}
	}
}
