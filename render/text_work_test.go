package render

import (
	"strings"
	"testing"
)

// TestWrappingGrowsWithTheText: a line of ten thousand dashes is scanned once.
func TestWrappingGrowsWithTheText(t *testing.T) {
	wrap := func(n int) float64 {
		line := strings.Repeat("- ", n)
		return testing.AllocsPerRun(1, func() { wrapLine(line) })
	}
	if one, four := wrap(2500), wrap(10_000); four > 6*one+20 {
		t.Errorf("%.0f values for one, %.0f for four", one, four)
	}
	if got := wrapLine("- " + strings.Repeat("word ", 20)); len(got) != 2 || !strings.HasPrefix(got[1], "  word") {
		t.Errorf("%q", got)
	}
}
