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

// TestAddressesAreNotCutAfterAHyphen: programs that read the file take it for hyphenation.
func TestAddressesAreNotCutAfterAHyphen(t *testing.T) {
	l, err := newLayout(Meta{})
	if err != nil {
		t.Fatal(err)
	}
	address := "https://example.com/" + strings.Repeat("walk-over-the-edge-of-it", 8)
	for width := 60.0; width < 200; width += 7 {
		lines := l.breakLines(l.words(block{spans: []span{{text: address}}}), width, width)
		var all strings.Builder
		for _, line := range lines {
			text := textOfLine(line)
			all.WriteString(text)
			if strings.HasSuffix(text, "-") {
				t.Errorf("%.0f wide: a line ends with %q", width, text)
			}
		}
		if all.String() != address {
			t.Errorf("%.0f wide: %q", width, all.String())
		}
	}
}
