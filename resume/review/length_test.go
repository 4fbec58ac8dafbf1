package review

import (
	"strings"
	"testing"
)

// TestLengthGoesByTheLimit: what fits its limit when set tighter is not too long, and neither
// is anything if the profile wants no limit.
func TestLengthGoesByTheLimit(t *testing.T) {
	const junior = "name = \"Ada\"\n[[experience]]\ntitle = \"Engineer\"\ncompany = \"Works\"\nstart = \"2024-02\"\nend = \"2025-01\"\n"
	for _, c := range []struct {
		name   string
		pages  float64
		excess *Excess
		want   []string // severity, and parts of the hint
	}{
		{"unknown", 1.4, nil, []string{"warning", "one page is enough for less than five years: "}},
		{"it fits when set tighter", 1.1, &Excess{MostPages: 1}, nil},
		{"a few lines", 1.2, &Excess{1, 2}, []string{"advice", "one page is enough for less than five years; 2 lines less would make it 1 page"}},
		{"many lines", 1.9, &Excess{1, 31}, []string{"warning", "31 lines less would make it 1 page"}},
		{"a limit of its own", 3.2, &Excess{3, 9}, []string{"warning", "the profile's limit is 3 pages; 9 lines less would make it 3 pages"}},
		{"no limit", 4.5, &Excess{}, nil},
	} {
		in := inputOf(t, junior)
		in.Pages, in.Excess = c.pages, c.excess
		var got []Finding
		for _, f := range Check(in) {
			if f.Rule == "too-long" {
				got = append(got, f)
			}
		}
		switch {
		case len(c.want) == 0 && len(got) > 0:
			t.Errorf("%s: %+v", c.name, got)
		case len(c.want) > 0 && (len(got) != 1 || string(got[0].Severity) != c.want[0] || !strings.Contains(got[0].Hint, c.want[1])):
			t.Errorf("%s: %+v", c.name, got)
		}
	}
}
