package resume

import "testing"

func TestParseDate(t *testing.T) {
	for text, want := range map[string]Date{
		"2021":       {Year: 2021},
		"2021-03":    {Year: 2021, Month: 3},
		"2021-03-09": {Year: 2021, Month: 3, Day: 9},
		" Present ":  {Present: true},
	} {
		if got, err := ParseDate(text); err != nil || got != want {
			t.Errorf("ParseDate(%q) = %+v, %v; want %+v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "21", "2021-13", "2021-3", "2021-02-30", "March 2021", "0000", "2021-03-09T00:00:00Z"} {
		if got, err := ParseDate(text); err == nil {
			t.Errorf("ParseDate(%q) = %+v, want an error", text, got)
		}
	}
}

func TestDateCompareUsesSharedPrecision(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want int
	}{
		{"2020", "2021", -1},
		{"2021", "2021-03", 0},
		{"2021-03", "2021-02", 1},
		{"2021-03-01", "2021-03", 0},
		{"2021-03-01", "2021-03-02", -1},
		{"present", "2099", 1},
		{"present", "present", 0},
	} {
		a, _ := ParseDate(tc.a)
		b, _ := ParseDate(tc.b)
		if got := a.Compare(b); got != tc.want {
			t.Errorf("%s against %s: %d, want %d", tc.a, tc.b, got, tc.want)
		}
	}
}
