package convert

import (
	"slices"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// TestDatesBrokenByTheirColumn: a narrow column of dates breaks them, and places may be below.
func TestDatesBrokenByTheirColumn(t *testing.T) {
	var p page
	got := p.row(largeText(50, "Ilse Maarten")).row(largeText(50, "Experience")).
		row(text(50, "Apr 2020 –"), boldText(150, "Network Engineer")).
		row(text(50, "Present"), text(150, "Waal Telecom")).
		row(text(50, "Nijmegen, Netherlands"), text(170, "• Moved 40 exchanges to IPv6, which took the whole of two years and")).
		row(text(176, "a half")).
		row(text(50, "Aug 2016 – Mar"), boldText(150, "Technician")).
		row(text(50, "2020"), text(150, "Maas Cables")).
		row(text(50, "Roermond, Netherlands"), text(170, "• Spliced 300 km of fibre")).
		row(largeText(50, "Education")).
		row(text(50, "2012 – 2016"), boldText(150, "BSc Physics")).
		row(text(50, "Delft, Netherlands"), text(150, "Delft University of Technology")).
		imported(t)
	want := []resume.Experience{
		{Title: "Network Engineer", Company: "Waal Telecom", Location: "Nijmegen, Netherlands", Start: resume.Date{Year: 2020, Month: 4}, End: resume.Date{Present: true},
			Highlights: []resume.Highlight{{Text: "Moved 40 exchanges to IPv6, which took the whole of two years and a half"}}},
		{Title: "Technician", Company: "Maas Cables", Location: "Roermond, Netherlands", Start: resume.Date{Year: 2016, Month: 8}, End: resume.Date{Year: 2020, Month: 3},
			Highlights: []resume.Highlight{{Text: "Spliced 300 km of fibre"}}},
	}
	if !slices.EqualFunc(got.Experience, want, sameJob) {
		t.Errorf("%s", resume.EncodeProfile(got, nil))
	}
	if e := got.Education; len(e) != 1 || e[0].Institution != "Delft University of Technology" || e[0].Location != "Delft, Netherlands" || e[0].Start.Year != 2012 {
		t.Errorf("%+v", e)
	}
}

func sameJob(a, b resume.Experience) bool {
	return a.Title == b.Title && a.Company == b.Company && a.Location == b.Location && a.Start == b.Start && a.End == b.End &&
		slices.EqualFunc(a.Highlights, b.Highlights, func(a, b resume.Highlight) bool { return a.Text == b.Text })
}

// TestSideBarSections: contacts under a heading of their own, and bold labels of groups.
func TestSideBarSections(t *testing.T) {
	var p page
	got := p.row(largeText(50, "Ilse Maarten")).row(text(50, "Network Engineer")).
		row(largeText(50, "Contact")).row(text(50, "ilse@maarten.example")).row(text(50, "+31 24 123 4567")).row(text(50, "Nijmegen, Netherlands")).
		row(largeText(50, "Skills")).row(boldText(50, "Languages"), text(150, "Go, Rust")).row(boldText(50, "Networks")).row(text(50, "BGP")).row(text(50, "IPv6")).
		row(largeText(50, "Experience")).row(boldText(50, "Technician, Maas Cables"), text(400, "2016 – 2020")).
		imported(t)
	if got.Email != "ilse@maarten.example" || got.Phone != "+31 24 123 4567" || got.Location != "Nijmegen, Netherlands" || len(got.Sections) > 0 {
		t.Errorf("%s", resume.EncodeProfile(got, nil))
	}
	if names := got.Skills["Networks"]; !slices.Equal(names, []string{"BGP", "IPv6"}) || !slices.Equal(got.Skills["Languages"], []string{"Go", "Rust"}) {
		t.Errorf("%s", resume.EncodeProfile(got, nil))
	}
}

// TestMarksInTheHeader: what stands between the facts of a header belongs to none.
func TestMarksInTheHeader(t *testing.T) {
	var p page
	got := p.row(largeText(50, "Ilse Maarten")).row(text(50, "ilse@maarten.example ⋄ +31 24 123 4567 ⋄ Nijmegen, Netherlands ⋄ github.com/ilse")).
		row(largeText(50, "Experience")).row(boldText(50, "Technician, Maas Cables"), text(400, "2016 – 2020")).
		imported(t)
	if got.Title != "" || got.Location != "Nijmegen, Netherlands" {
		t.Errorf("title %q, location %q", got.Title, got.Location)
	}
}
