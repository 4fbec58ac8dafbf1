package safe

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/hostile"
)

// checkCMark puts an escaped text and a harmless one into every place, and compares how
// GitHub's own parser reads them.
func checkCMark(t *testing.T, value string) {
	t.Helper()
	shown := Line(value)
	stand := "x"
	if shown == "" {
		stand = ""
	}
	read := func(text string) string {
		page, err := hostile.CMark(strings.ReplaceAll(strings.Join(hostile.Places(), "\n\n<hr>\n\n"), "%s", text))
		if err != nil {
			t.Fatal(err)
		}
		return page
	}
	page := read(Markdown(value))
	if got, want := hostile.HTMLOutline(page), hostile.HTMLOutline(read(stand)); got != want {
		t.Errorf("%q becomes %q, and that\n%s", value, Markdown(value), page)
	}
	if n, all := strings.Count(hostile.HTMLWords(page), shown), strings.Count(strings.Join(hostile.Places(), ""), "%s"); shown != "" && n < all {
		t.Errorf("%q is read %d times of %d in\n%s", value, n, all, page)
	}
}

func FuzzMarkdownByGitHubsReader(f *testing.F) {
	if !hostile.HasCMark() {
		f.Skip("cmark-gfm is not installed")
	}
	for _, value := range hostile.Texts() {
		f.Add(value)
	}
	f.Fuzz(checkCMark)
}
