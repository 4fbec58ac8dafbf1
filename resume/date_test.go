package resume

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
)

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

func TestDateBeforeIsCertain(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want bool
	}{
		{"2020", "2021", true},
		{"2021", "2020", false},
		{"2021", "2021-03", false},
		{"2021-03", "2021", false},
		{"2021-02", "2021-03", true},
		{"2021-02-20", "2021-03", true},
		{"2021-03-01", "2021-03", false},
		{"2021-03-01", "2021-03-02", true},
		{"2099", "present", true},
		{"present", "2099", false},
		{"present", "present", false},
	} {
		a, _ := ParseDate(tc.a)
		b, _ := ParseDate(tc.b)
		if got := a.Before(b); got != tc.want {
			t.Errorf("%s before %s: %v, want %v", tc.a, tc.b, got, tc.want)
		}
	}
}

// anyDate returns a date of any precision within a few years, so that many are equal.
func anyDate(r *rand.Rand) Date {
	d := Date{Year: 2015 + r.IntN(6)}
	switch r.IntN(8) {
	case 0:
		return Date{Present: true}
	case 1:
		return Date{}
	case 2, 3:
		return d
	}
	d.Month = 1 + r.IntN(12)
	if r.IntN(4) == 0 {
		d.Day = 1 + r.IntN(28)
	}
	return d
}

func TestDateCompareIsATotalOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 2))
	for range 200_000 {
		a, b, c := anyDate(r), anyDate(r), anyDate(r)
		switch {
		case a.Compare(b) != -b.Compare(a):
			t.Fatalf("%v and %v are not the other way round", a, b)
		case a.Compare(b) == 0 && a != b:
			t.Fatalf("%v and %v are equal", a, b)
		case a.Compare(b) <= 0 && b.Compare(c) <= 0 && a.Compare(c) > 0:
			t.Fatalf("%v, %v, %v are not in order", a, b, c)
		case a.Before(b) && a.Compare(b) >= 0:
			t.Fatalf("%v is before %v and not less", a, b)
		}
	}
}

// TestWordsForPresent checks that words such as "heute" get a hint what to write.
func TestWordsForPresent(t *testing.T) {
	for _, word := range []string{"heute", "Actualidad", "presente", "aujourd'hui", "oggi", "now", "至今"} {
		_, err := ParseProfile("resume.toml", []byte("name = \"Ada\"\n[[experience]]\ntitle = \"Engineer\"\nstart = \"2020\"\nend = \""+word+"\""))
		problems, ok := errors.AsType[Problems](err)
		if !ok || len(problems) != 1 || !strings.HasPrefix(problems[0].Hint, `write "present"`) {
			t.Errorf("%s: got %v", word, err)
		}
	}
}
