package document

import (
	"strings"
	"testing"
)

// TestLongWordIsCutInLinearTime: a word of a hundred pages is shaped once, not again for
// each line.
func TestLongWordIsCutInLinearTime(t *testing.T) {
	allocated := func(letters int) float64 {
		md := []byte(strings.Repeat("w", letters))
		return testing.AllocsPerRun(1, func() {
			if _, err := PDF(md, Meta{}); err != nil {
				t.Fatal(err)
			}
		})
	}
	small, large := allocated(10_000), allocated(80_000)
	if large > 12*small {
		t.Errorf("8 times the letters cost %.1f times the allocations", large/small)
	}
}
