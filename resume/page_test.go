package resume

import (
	"strings"
	"testing"
)

func TestMargins(t *testing.T) {
	for in, want := range map[string][4]float64{
		"18mm": {51.02, 51.02, 51.02, 51.02}, "1in 20mm": {72, 56.69, 72, 56.69}, "20pt 30pt 40pt 50pt": {20, 30, 40, 50}, "1.5cm": {42.52, 42.52, 42.52, 42.52},
	} {
		got, ok := PageLayout{Margins: in}.MarginsInPoints()
		for i := range got {
			if !ok || got[i]-want[i] > 0.01 || want[i]-got[i] > 0.01 {
				t.Errorf("%s: %v, want %v", in, got, want)
				break
			}
		}
	}
	if _, ok := (PageLayout{}).MarginsInPoints(); ok {
		t.Error("margins without any")
	}
}

func TestPageIsValidated(t *testing.T) {
	for table, want := range map[string]string{
		`margins = "18"`: "layout.page.margins", `margins = "1mm"`: "layout.page.margins", `margins = "9mm 9mm 9mm"`: "layout.page.margins",
		`font_size = 3`: "layout.page.font_size", `spacing = "wide"`: "layout.page.spacing", `dates = "iso"`: "layout.page.dates",
		`header = "right"`: "layout.page.header", `fonts = [""]`: "layout.page.fonts",
	} {
		_, err := ParseProfile("r.toml", []byte("name = \"Ada\"\n[layout.page]\n"+table+"\n"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", table, err)
		}
	}
	if _, err := ParseProfile("r.toml", []byte("name = \"Ada\"\n[layout.page]\nfont = \"Inter\"\nfont_size = 10.5\nmargins = \"18mm\"\nspacing = \"airy\"\ndates = \"numeric\"\nheader = \"center\"\nfooter = false\n")); err != nil {
		t.Error(err)
	}
}
