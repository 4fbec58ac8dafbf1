package templates

import (
	"strings"
	"testing"
)

func TestRenderPrintsEverySection(t *testing.T) {
	out, err := Render(combination(), "resume")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"# Ada Lovelace\n", "[ada@example.com](mailto:ada@example.com)", "[+44 20 7946 0000](tel:+442079460000)",
		"**ten years** of Go and C++", "`p99`", "[the talk](https://ada.example/talk)", "C++, C#",
		"### [Analytical Engines Ltd](https://engines.example)", "March 2021 – present",
		`An \_\_init\_\_ engine for List&lt;T> \| fast`, "★ 1.2k · 14 releases · 120k downloads",
		"[14 merged pull requests](https://github.com/search", "(★ 110k), 2019 to 2026", `2019\. Founder of nothing`, "expected 2027",
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%q is missing", want)
		}
	}
	if strings.Contains(string(out), "\n\n\n") {
		t.Error("two blank lines in a row")
	}
	if t.Failed() {
		t.Logf("%s", out)
	}
}

// TestTemplatesAreText: a link to something else, such as a process's own environment, is
// not printed.
func TestTemplatesAreText(t *testing.T) {
	_, err := Parse("e.tmpl", "HOME=/root\x00TOKEN=secret\x00")
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}
