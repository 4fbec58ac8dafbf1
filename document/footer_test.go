package document

import (
	"strings"
	"testing"
)

// grownUntil returns the layout of a resume whose second page begins as a condition says.
func grownUntil(t *testing.T, begins func(sheet) bool, lastSection string) *layout {
	t.Helper()
	for n := range 90 {
		md := "# Ada Example\n\n## Experience\n\n" + strings.Repeat("- Wrote a tool for the platform teams\n", n) + lastSection
		l, err := lay([]byte(md), Meta{Author: "Ada · Example"})
		if err != nil {
			t.Fatal(err)
		}
		if len(l.pages) == 2 && begins(l.pages[1]) {
			return l
		}
	}
	t.Fatal("no second page begins so")
	return nil
}

// TestStopsBeforeHeadings: the dot in the footer of a page that begins with a heading is
// text, and a bullet if a list ends before it; other footers contain no text.
func TestStopsBeforeHeadings(t *testing.T) {
	const paragraphs = "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n"
	heading := func(s sheet) bool { return s.placed[0].box.kind == heading }
	for _, test := range []struct {
		name, section, want string
		begins              func(sheet) bool
	}{
		{"after a list", "\n## Education\n\n" + paragraphs, "•", heading},
		{"after a paragraph", "\nA last word.\n\n## Education\n\n" + paragraphs, "·", heading},
		{"inside of a list", strings.Repeat("- More\n", 5), "", func(s sheet) bool { return !heading(s) }},
	} {
		page := grownUntil(t, test.begins, test.section).paint(Meta{Author: "Ada · Example"}).Pages[1]
		got, footer := "", ""
		for _, s := range page.Stop {
			got += s.Text
		}
		for _, f := range page.Footer {
			footer += f.Text
		}
		want := "Ada · Example · 2 / 2"
		if test.want != "" {
			want = "Ada · Example2 / 2"
		}
		if got != test.want || footer != want {
			t.Errorf("%s: stop %q, footer %q", test.name, got, footer)
		}
	}
}
