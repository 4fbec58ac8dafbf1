package safe

import "testing"

func TestPhoneURL(t *testing.T) {
	for phone, want := range map[string]string{
		"+44 20 7946 0000":                "tel:+442079460000",
		"+44 (0)20 7946 0000":             "tel:+442079460000",
		"+49 (0) 30 / 1234567":            "tel:+49301234567",
		"(020) 7946 0000":                 "tel:02079460000",
		"+1 (555) 010-1234 ext. 56":       "tel:+15550101234;ext=56",
		"+1 555.010.1234 x56":             "tel:+15550101234;ext=56",
		"+1-555-010-1234, extension 7":    "tel:+15550101234;ext=7",
		"+49 30 123456 Durchwahl 12":      "tel:+4930123456;ext=12",
		"030/1234567":                     "tel:0301234567",
		"٠٢٠ ٧٩٤٦ ٠٠٠٠":                   "tel:02079460000",
		"+44\u00A020\u20117946\u20110000": "tel:+442079460000",
		"112":                             "tel:112",
		// More than one number, or none.
		"+1 555 010 1234 / +1 555 010 9999": "", "030 1234567 / 030 7654321": "", "555 1234 or 555 9876": "", "+44 20 7946 0000, +44 20 7946 0001": "",
		"030 123456/57": "", "1-800-FLOWERS": "", "on request": "", "": "", "+": "", "12": "", "+1234567890123456": "",
	} {
		if got := PhoneURL(phone); got != want {
			t.Errorf("%q: %q, want %q", phone, got, want)
		}
	}
}

func TestAddressesAreShownDecodedAndLinkedEncoded(t *testing.T) {
	for _, c := range []struct{ address, shown, linked string }{
		{"https://de.wikipedia.org/wiki/M%C3%BCnchen", "de.wikipedia.org/wiki/München", "https://de.wikipedia.org/wiki/M%C3%BCnchen"},
		{"https://x.example/wiki/München", "x.example/wiki/München", "https://x.example/wiki/M%C3%BCnchen"},
		{"https://münchen.example/", "münchen.example", "https://xn--mnchen-3ya.example/"},
		{"https://xn--mnchen-3ya.example", "münchen.example", "https://xn--mnchen-3ya.example"},
		{"https://x.example/a%20b", "x.example/a%20b", "https://x.example/a%20b"},
		{"https://x.example/%28a%29", "x.example/(a)", "https://x.example/%28a%29"},
		{"https://x.example/100%25", "x.example/100%25", "https://x.example/100%25"},
		{"https://x.example/%E2%80%AEb", "x.example/%E2%80%AEb", "https://x.example/%E2%80%AEb"},
		{"https://x.example/%FF%2f", "x.example/%FF%2f", "https://x.example/%FF%2f"},
		{"http://www.x.example:8080/", "x.example:8080", "http://www.x.example:8080/"},
		{"mailto:ada@example.com", "ada@example.com", "mailto:ada@example.com"},
	} {
		if got := ShownURL(c.address); got != c.shown {
			t.Errorf("%s is shown as %q, want %q", c.address, got, c.shown)
		}
		if got := URL(c.address); got != c.linked {
			t.Errorf("%s is linked as %q, want %q", c.address, got, c.linked)
		}
	}
}

func TestAddressesThatAreNotLinked(t *testing.T) {
	for _, address := range []string{
		"", "x.example", "//x.example", "ftp://x.example", "javascript:alert(1)", "data:text/html,x", "https:x.example", "https://", "mailto://x", "tel:",
		"https://github.com@evil.example", "https://github.com:443@evil.example/", "https://a b.example",
	} {
		if got := URL(address); got != "" {
			t.Errorf("%q is linked as %q", address, got)
		}
	}
	if got := QuoteURL("a\x7f\x1fb"); got != "a%7F%1Fb" {
		t.Errorf("got %q", got)
	}
}

func FuzzAddresses(f *testing.F) {
	f.Add("https://x.example/%E2%82%AC?a=%25#b")
	f.Add("+44 (0)20 7946 0000 ext. 1")
	f.Fuzz(func(t *testing.T, s string) {
		checkHidden(t, "ShownURL", s, ShownURL(s), joiners)
		if tel := PhoneURL(s); tel != "" && URL(tel) != tel {
			t.Errorf("%q: %q is not a safe address", s, tel)
		}
		if linked := URL(s); linked != "" && URL(linked) == "" {
			t.Errorf("%q: %q is not a safe address", s, linked)
		}
	})
}
