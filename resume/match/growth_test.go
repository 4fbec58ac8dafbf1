package match

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume/skill"
)

// TestReadingGrowsWithTheText counts the memory used to read texts of one and of many
// lines: four times the text takes about four times as much.
func TestReadingGrowsWithTheText(t *testing.T) {
	ParsePosting("Engineer\n\nRequirements\n- Go", skill.Default()) // fills what is read only once
	for name, piece := range map[string]string{
		"one line of names":  "Go,",
		"one line of words":  "must have a plus ",
		"many lines":         "- Experience with Go, Kafka or PostgreSQL is a plus\n",
		"labels":             "Requirements: Go ",
		"brackets and links": "[Go](x) (a plus) ",
		"one long word":      "ab",
	} {
		small, large := work(piece, 20_000), work(piece, 80_000)
		if large > 6*small+1000 {
			t.Errorf("%s: %.0f allocations for 20 kB, %.0f for 80 kB", name, small, large)
		}
	}
}

func work(piece string, size int) float64 {
	text := "# Engineer\n\n## Requirements\n" + strings.Repeat(piece, size/len(piece))
	return testing.AllocsPerRun(1, func() { ParsePosting(text, skill.Default()) })
}
