package readfile

import "testing"

// TestLinesFromTheRight converts lines from visual order to reading order.
func TestLinesFromTheRight(t *testing.T) {
	lines := []Line{
		{Items: []Item{{Text: "םויה – 2021 יאמ"}, {Text: "הנכות תסדנהמ"}}},
		{Items: []Item{{Text: "Go, SQL :תופש"}}},
		{Items: []Item{{Text: ")2024( םיחתפמ 4 הליבוה"}}},
		{Items: []Item{{Text: "(2024) םיחתפמ 4 הליבוה"}}},
		{Items: []Item{{Text: "ada@b.example • +972 3 123 4567"}}},
		{Items: []Item{{Text: ".C++-ב הבתכ"}}},
		{Items: []Item{{Text: "רחא .Go-ב"}}},
		{Items: []Item{{Text: ".NET-ב הבתכ"}}},
	}
	inReadingOrder(lines)
	want := []string{"מהנדסת תוכנה  מאי 2021 – היום", "שפות: Go, SQL", "הובילה 4 מפתחים (2024)", "הובילה 4 מפתחים (2024)", "ada@b.example • +972 3 123 4567", "כתבה ב-C++.", "ב-Go. אחר", "כתבה ב-.NET"}
	for i, l := range lines {
		if l.Text() != want[i] {
			t.Errorf("got %q, want %q", l.Text(), want[i])
		}
	}
	left := []Line{{Items: []Item{{Text: "Speaks תירבע and English"}, {Text: "Leeds"}}}}
	if inReadingOrder(left); left[0].Text() != "Speaks עברית and English  Leeds" {
		t.Errorf("got %q", left[0].Text())
	}
}
