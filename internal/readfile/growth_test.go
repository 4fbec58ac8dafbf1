package readfile

import (
	"strings"
	"testing"
)

// TestManyRunsOfAnItem: what is remembered of a paragraph grows with its items, not with its
// runs.
func TestManyRunsOfAnItem(t *testing.T) {
	p := &docxParagraph{}
	d := docxReader{open: []*docxParagraph{p}}
	for range 3 {
		for range 1000 {
			d.write("light ")
		}
		d.write("\t")
	}
	if len(p.light) != 3 || p.items != 3 {
		t.Errorf("%d of %d items are remembered", len(p.light), p.items)
	}
}

// TestBlanksWithoutEnd: a page of wide blanks is rewritten up to a limit.
func TestBlanksWithoutEnd(t *testing.T) {
	content := "BT /F 10 Tf 2 Tw " + strings.Repeat("("+strings.Repeat(" ", 10_000)+") Tj ", 400) + "ET"
	if got := unscaledText([]byte(content)); len(got) > mostRewritten+len(content)+(1<<20) {
		t.Errorf("%d bytes became %d", len(content), len(got))
	}
	for _, odd := range []string{"BT /F 1e-300 Tf 1e300 Tw (a b) Tj ET", "BT /F 0 Tf 2 Tw (a b) Tj ET", "BT /F 10 Tf 2 Tw [(a b) 1e30 (c)] TJ ET"} {
		if got := string(unscaledText([]byte(odd))); strings.Contains(got, "Inf") || strings.Contains(got, "NaN") || strings.Contains(got, "e+") {
			t.Errorf("%q became %q", odd, got)
		}
	}
}
