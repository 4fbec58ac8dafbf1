package picture

import (
	"fmt"
	"testing"
)

// TestRowsIn: pictures in one paragraph, or in cells of one row, are side by side.
func TestRowsIn(t *testing.T) {
	tag := func(name string) string { return Tag(name, "A | B `") }
	a, b, c := tag("a"), tag("img/b"), tag("c")
	for md, want := range map[string]string{
		a + "\n" + b + "\n\n" + c: "[[a img/b] [c]]",
		"[" + a + "](https://a.example/x) [" + b + "](https://b.example)": "[[a img/b]]",
		"<table><tr>\n<td>\n\n<!-- ghresume:start a.svg -->\n" + a + "\n<!-- ghresume:end -->\n\n</td>\n<td width=\"50%\">" + b + "</td></tr>\n<tr><td>" + c + "</td></tr></table>": "[[a img/b] [c]]",
		"| x | y |\r\n| - | - |\r\n| " + a + " | " + b + " |\r\n":                                    "[[a img/b]]",
		a + "\nand\n" + b + "\n> " + c:                                                               "[[a] [img/b] [c]]",
		a + "<br>" + b + "\n## Next\n" + c:                                                           "[[a] [img/b] [c]]",
		"<p align=center>" + a + "\n  <!-- x -->\n  <a href=\"https://b.example\">" + b + "</a></p>": "[[a img/b]]",
		"no picture": "[]",
	} {
		if got := fmt.Sprint(RowsIn([]byte(md))); got != want {
			t.Errorf("%s\nhas the rows %s, not %s", md, got, want)
		}
	}
}
