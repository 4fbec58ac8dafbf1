package review

import "testing"

func TestSharesAddUp(t *testing.T) {
	for text, want := range map[string]bool{
		"Users: 55 % Android, 38 % iOS, 25 % web":                       true,
		"Time split: 60% coding, 30% reviews and 20% meetings":          true,
		"Zeit: Beratung 50 %, Entwicklung 40 %, Lehre 30 %":             true,
		"Traffic: 50 % search, 30 % mail, 21 % social":                  false,
		"Customers: 40 % retail, 80 % online":                           false,
		"Cut costs: 60 % of compute, 70 % of storage, 20 % of licenses": false,
	} {
		got := len(sharesIn(textOf(text))) > 0
		if got != want {
			t.Errorf("%q is reported: %t, want %t", text, got, want)
		}
	}
}

func TestMojibake(t *testing.T) {
	for text, want := range map[string]string{
		"Itâ€™s late": "’", "ZÃ¼rich": "ü", "naÃ¯ve": "ï", "CafÃ©": "é", "2â€“3": "–", "Â£40k": "£",
		"ÐœÐ¾ÑÐºÐ²Ð°": "М",
		"“AMANHÔ":     "", "Ação, São João, Ångström": "", "GÂTEAU": "", "âge 40": "", "Ðór": "", "Ñandú": "",
	} {
		if _, _, got := mojibake(text); got != want {
			t.Errorf("%q stands for %q, want %q", text, got, want)
		}
	}
}

func textOf(s string) text { return text{value: s, clear: s} }
