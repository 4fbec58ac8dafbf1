package templates

import (
	"testing"

	"github.com/ghresume/ghresume/internal/locale"
)

// TestMarksBetweenItems: a mark follows a right-to-left item where the next one would be
// turned round without it, and nowhere else.
func TestMarksBetweenItems(t *testing.T) {
	for _, c := range []struct {
		language, want string
		items          []any
	}{
		{"en", "חיפה\u200e · 4th floor", []any{"חיפה", "4th floor"}},
		{"he", "חיפה · 4 קומות", []any{"חיפה", "4 קומות"}},
		{"he", "חיפה\u200e · 04 123", []any{"חיפה", "04 123"}},
		{"he", "חיפה\u200e · [04 123](tel:04123)", []any{"חיפה", Markdown("[04 123](tel:04123)")}},
		{"he", "Go · 4 גרסאות\u200e · 8k הורדות", []any{"Go", "4 גרסאות", "8k הורדות"}},
		{"ar", "★ 3 · 4 إصدارات · 8k تنزيلًا", []any{"★ 3", "4 إصدارات", "8k تنزيلًا"}},
	} {
		words, err := locale.For(c.language)
		if err != nil {
			t.Fatal(err)
		}
		p := &printer{words: words}
		if got, err := p.dots(c.items...); err != nil || string(got) != c.want {
			t.Errorf("%s: %q, %v; want %q", c.language, got, err, c.want)
		}
	}
}
