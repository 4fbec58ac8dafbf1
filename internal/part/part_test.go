package part

import (
	"strings"
	"testing"
)

func TestMarksComeOffAgain(t *testing.T) {
	for _, kind := range Kinds() {
		if got := Strip("### " + Mark(kind, "a **b**") + ", c"); got != "### a **b**, c" {
			t.Errorf("%c: %q", kind, got)
		}
	}
	if got := Mark(Title, ""); got != "" {
		t.Errorf("a mark around nothing: %q", got)
	}
}

func TestReplace(t *testing.T) {
	open := func(k Kind) string { return "<" + string(rune(k)) + ">" }
	for in, want := range map[string]string{
		"plain": "plain",
		Mark(Title, "[Engine](https://a.example)") + " · " + Mark(Dates, "2020"): "<t>[Engine](https://a.example)</> · <d>2020</>",
		Mark(Title, "a"+Mark(Link, "b")+"c"):                                     "<t>a<l>b</>c</>",
		"\uE001tnever closed\nb\uE002":                                           "tnever closed\nb",
		"\uE001zunknown\uE002":                                                   "zunknown",
		"\uE002\uE001":                                                           "",
		Mark(Title, "a") + "\uE002":                                              "<t>a</>",
	} {
		if got := Replace(in, open, "</>"); got != want {
			t.Errorf("%q:\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestCleanTextHoldsNoMarks(t *testing.T) {
	if got := Clean("a\uE001tb\uE002 \uF8FF\U000F0000\U0010FFFDc"); got != "atb c" {
		t.Errorf("%q", got)
	}
}

// FuzzReplace: no end of a mark survives, and what is opened is closed.
func FuzzReplace(f *testing.F) {
	f.Add("### \uE001tTitle\uE002, \uE001oCompany\uE002")
	f.Add("\uE001t\uE001d\uE002")
	f.Add("\xee\x80")
	f.Fuzz(func(t *testing.T, s string) {
		got := Replace(s, func(Kind) string { return "\x01" }, "\x02")
		if strings.ContainsAny(got, "\uE001\uE002") {
			t.Errorf("%q: an end of a mark is left in %q", s, got)
		}
		if !strings.ContainsAny(s, "\x01\x02") && strings.Count(got, "\x01") != strings.Count(got, "\x02") {
			t.Errorf("%q: %q", s, got)
		}
	})
}
