package review

import (
	"fmt"
	"math"
	"runtime"
	"strings"
	"testing"
)

// hostile are texts that, repeated, made a rule scan the same bytes again and again.
var hostile = map[string]string{
	"one long word":          "abcdefghij",
	"one long word, dotted":  "abc.",
	"dots and hard spaces":   "a.\u00a0",
	"pronouns that are none": "Engineer I, ",
	"misspelled words":       "recieve ",
	"doubled words":          "the the ",
	"open brackets":          "( ",
	"smileys":                ":)",
	"articles":               "a API ",
	"years":                  "5 years of ",
	"acronyms":               "QZPX ",
	"technologies":           "javascript, ",
	"passive voice":          "was developed, ",
	"numbers":                "10x by 150 % ",
	"addresses":              "https://a.example/?utm_source=b ",
	"quotes":                 `'" `,
	"marks":                  ",,,;;",
	"lines":                  "recieve\n",
}

// TestWorkGrowsWithTheText counts the bytes that a check allocates: twice the text may
// take twice as many, not four times.
func TestWorkGrowsWithTheText(t *testing.T) {
	for name, piece := range hostile {
		t.Run(name, func(t *testing.T) {
			once, twice := bytesOfCheck(t, piece, 1_000), bytesOfCheck(t, piece, 2_000)
			if float64(twice) > 3*float64(once) {
				t.Errorf("twice the text takes %.1f times the memory: %d and %d bytes", float64(twice)/float64(once), once, twice)
			}
		})
	}
}

func bytesOfCheck(t *testing.T, piece string, size int) uint64 {
	text := strings.Repeat(piece, size/len(piece))
	in := inputOf(t, fmt.Sprintf("name = \"Ada\"\nsummary = %q\n[[experience]]\ntitle = \"Engineer\"\nhighlights = [%q]\n", text, text))
	least := uint64(math.MaxUint64)
	for range 3 { // one-time work and what the collector took from a pool count in one run only
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Check(in)
		runtime.ReadMemStats(&after)
		least = min(least, after.TotalAlloc-before.TotalAlloc)
	}
	return least
}

// TestLongWordsAreNotVaried checks that variants of a word are tried only if one of them
// could be a word that resumes use.
func TestLongWordsAreNotVaried(t *testing.T) {
	s := spelling()
	word := strings.Repeat("abcdefghij", 1_000)
	if n := testing.AllocsPerRun(1, func() { s.right(word) }); n > 0 {
		t.Errorf("%.0f variants of a word of %d letters were made", n, len(word))
	}
}
