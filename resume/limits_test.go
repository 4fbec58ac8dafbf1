package resume

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/racing"
)

// shapes are texts that each grow in one way.
var shapes = map[string]func(size int) string{
	"dotted key":         func(n int) string { return strings.Repeat("a.", n/2) + "a = 1" },
	"dotted header":      func(n int) string { return "[" + strings.Repeat("a.", n/2) + "a]" },
	"quoted dotted key":  func(n int) string { return strings.Repeat(`"a".`, n/4) + "a = 1" },
	"lists in lists":     func(n int) string { return "a = " + strings.Repeat("[", n/2) + strings.Repeat("]", n/2) },
	"tables in tables":   func(n int) string { return "a = " + strings.Repeat("{a=", n/4) + "1" + strings.Repeat("}", n/4) },
	"hidden by a string": func(n int) string { return `a = ["""x"""", {` + strings.Repeat("a.", n/2) + "a = 1}]" },
	"not TOML":           func(n int) string { return strings.Repeat("[", n) },
	"one long key":       func(n int) string { return strings.Repeat("a", n) + " = 1" },
	"one long string":    func(n int) string { return `summary = "` + strings.Repeat("a ", n/2) + `"` },
	"unknown keys":       func(n int) string { return numbered(n, "k%d = 1\n") },
	"many sections":      func(n int) string { return numbered(n, "[[sections]]\ntitle = \"S%d\"\nitems = [\"x\"]\n") },
	"sections named": func(n int) string {
		return "layout.order = [" + numbered(n/2, `"X%d", `) + "]\n" + numbered(n/2, "[[sections]]\ntitle = \"S%d\"\n")
	},
	"many roles":          func(n int) string { return numbered(n, "[[experience]]\ntitle = \"T%d\"\nstart = 2020\n") },
	"many skills":         func(n int) string { return "[skills]\n" + numbered(n, "g%d = [\"Go\"]\n") },
	"one group of skills": func(n int) string { return "[skills]\ng = [" + numbered(n, `"s%d", `) + "]" },
	"many projects":       func(n int) string { return numbered(n, "[[projects]]\nrepo = \"ada/r%d\"\n") },
	"many links":          func(n int) string { return "[links]\n" + numbered(n, "n%d = \"https://a.example\"\n") },
	"bullets": func(n int) string {
		return "format = \"functional\"\n[[experience]]\ntitle = \"T\"\nhighlights = [" + numbered(n, `"Did %d", `) + "]"
	},
	"many mistakes": func(n int) string { return numbered(n, "[[experience]]\nstart = \"x%d\"\n") },
}

// numbered repeats a format up to a size.
func numbered(size int, format string) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// allocated returns the bytes that a function allocates, including freed ones.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// TestProfilesOfAnyShapeTakeMemoryByTheirSize parses and builds each shape at the largest
// size, and compares it with a quarter of that size.
func TestProfilesOfAnyShapeTakeMemoryByTheirSize(t *testing.T) {
	const most = 700 // bytes allocated per byte of profile
	limit := MaxProfileSize - 1000
	if testing.Short() {
		limit /= 8
	}
	for name, shape := range shapes {
		t.Run(name, func(t *testing.T) {
			taken := func(size int) float64 {
				text := []byte(shape(size))
				text = text[:min(len(text), MaxProfileSize)]
				return float64(allocated(func() {
					if p, problems := ParseProfileLenient("resume.toml", text); p != nil {
						Build(p, nil)
						_ = problems.Error()
					}
				}))
			}
			quarter, whole := taken(limit/4), taken(limit)
			t.Logf("%.1f MB, a quarter %.1f MB", whole/1e6, quarter/1e6)
			if whole > 6*quarter+4e6 || whole > most*MaxProfileSize && !racing.Detector {
				t.Errorf("takes %.0f MB, a quarter of it %.0f MB", whole/1e6, quarter/1e6)
			}
		})
	}
}
