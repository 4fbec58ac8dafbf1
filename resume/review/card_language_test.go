package review

import (
	"strings"
	"testing"
)

// TestRulesForEnglishOnly: the report card says how many rules were silent.
func TestRulesForEnglishOnly(t *testing.T) {
	for language, silent := range map[string]bool{"en": false, "de": true, "ja": true} {
		in := inputOf(t, profileIn(language, "PostgreSQL 15"))
		var b strings.Builder
		if err := (Report{Card: ReportCard(in, Check(in))}).WriteText(&b); err != nil {
			t.Fatal(err)
		}
		if found := strings.Contains(b.String(), "for English only"); found != silent {
			t.Errorf("%s: found %v\n%s", language, found, b.String())
		}
	}
	german, japanese := ReportCard(inputOf(t, profileIn("de", "Ablösung von 40 Diensten")), nil), ReportCard(inputOf(t, profileIn("ja", "40 の店舗")), nil)
	for i, g := range german {
		if g.Area == Language && g.EnglishOnly >= japanese[i].EnglishOnly {
			t.Errorf("German has %d rules for English only, Japanese %d", g.EnglishOnly, japanese[i].EnglishOnly)
		}
	}
}
