package safe

import (
	"strings"
	"sync"
	"testing"

	"github.com/ghresume/ghresume/internal/hostile"
)

// harmless has the outline of every place with a harmless text, and with none.
var harmless = sync.OnceValue(func() map[string]string {
	outlines := map[string]string{}
	for _, place := range hostile.Places() {
		for _, text := range []string{"x", ""} {
			md := strings.ReplaceAll(place, "%s", text)
			outlines[md] = hostile.Outline([]byte(md))
		}
	}
	return outlines
})

// checkEscape fails if a value does not show its own text, or changes the structure.
func checkEscape(t *testing.T, value string) {
	t.Helper()
	shown := Line(value)
	for _, place := range hostile.Places() {
		n := strings.Count(place, "%s")
		md := strings.ReplaceAll(place, "%s", Markdown(value))
		stand, read := "x", shown
		if shown == "" {
			stand = ""
		}
		if got, want := hostile.Outline([]byte(md)), harmless()[strings.ReplaceAll(place, "%s", stand)]; got != want {
			t.Errorf("%q in %q becomes %q:\n%s\nwant\n%s", value, place, md, got, want)
		}
		if shown == "" {
			continue
		}
		if got := strings.Count(hostile.Words([]byte(md)), read); got < n {
			t.Errorf("%q in %q becomes %q, which reads %q", value, place, md, hostile.Words([]byte(md)))
		}
	}
}

func TestMarkdownLeavesAloneWhatNeedsNone(t *testing.T) {
	for _, s := range []string{
		"C++", "C#", ".NET", "foo-bar", "snake_case", "1.2k", "(x)", "a < b", "R&D", "AT&T", "it's 5 % \"quoted\"", "v1.2.3", "C:\\Users", "+44 20 7946 0000", "#12", "50% faster!",
		"a - b", "CI/CD", "x = y", "$5", "Zażółć", "日本語", "@ada", "a ~ b", "2019 was good", "1.5x", "-5 °C", "a:b",
	} {
		if got := Markdown(s); got != s {
			t.Errorf("Markdown(%q) = %q", s, got)
		}
	}
}

// FuzzMarkdown puts texts into every place: they show their own text and do nothing else.
func FuzzMarkdown(f *testing.F) {
	for _, value := range hostile.Texts() {
		f.Add(value)
	}
	f.Fuzz(checkEscape)
}
