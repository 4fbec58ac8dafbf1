package convert

import "testing"

// TestRolesLikeHeadings: where roles and headings look the same, a role is above its dates
// and place.
func TestRolesLikeHeadings(t *testing.T) {
	lines := pages("Grace Wanjiru\nExperience\nPython Developer, Afya Records\nApril 2025 – present · Nairobi\n• Automated the stock reports\nPharmacist, Mombasa Hospital\nFebruary 2018 – May 2024 · Nairobi\n• Dispensed to 200 patients\nEducation\nBachelor of Pharmacy, University of Nairobi\n2012 – 2017\n")
	for _, i := range []int{0, 1, 2, 5, 8, 9} {
		lines[i].Items[0].Bold = true
	}
	in := newReader()
	if err := in.paper(lines, "PDF", true, false); err != nil {
		t.Fatal(err)
	}
	got := in.profile
	if len(got.Experience) != 2 || got.Experience[0].Company != "Afya Records" || got.Experience[1].Location != "Nairobi" || len(got.Education) != 1 || len(got.Sections) != 0 {
		t.Errorf("%+v, %+v, %+v", got.Experience, got.Education, got.Sections)
	}
}
