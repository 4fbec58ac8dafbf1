package convert

import "testing"

// TestSideBarBehindDates: the addresses of a side bar begin a section of their own, though the
// line before them on the page is a date; courses without texts are told apart.
func TestSideBarBehindDates(t *testing.T) {
	p := (&page{}).row(largeText(220, "Noé Garnier")).row(text(220, "Platform Engineer")).row(largeText(220, "Education")).
		row(boldText(220, "MSc Physics, University of Lyon")).row(text(220, "2012 – 2014")).
		row(boldText(220, "BSc Physics, University of Nantes")).row(text(220, "2009 – 2012")).
		row(largeText(50, "Contact")).row(text(50, "noe@garnier.example")).row(text(50, "+33 1 23 45 67 89")).row(text(50, "Lyon, France")).
		row(largeText(50, "Skills")).row(text(50, "Go, SQL")).row(largeText(50, "Personal")).row(text(50, "b. 1984")).row(text(50, "Plays the oboe")).imported(t)
	if p.Email != "noe@garnier.example" || p.Phone != "+33 1 23 45 67 89" || p.Location != "Lyon, France" {
		t.Errorf("got %q, %q, %q", p.Email, p.Phone, p.Location)
	}
	if len(p.Education) != 2 || p.Education[1].Institution != "University of Nantes" || p.Education[1].End.Year != 2012 || p.Education[0].Location != "" {
		t.Errorf("got %+v", p.Education)
	}
	if len(p.Sections) != 1 || len(p.Sections[0].Items) != 2 || p.Sections[0].Items[0] != "b. 1984" {
		t.Errorf("got %+v", p.Sections)
	}
}

// TestReversedDatesAreNamed: a profile refuses an end before the start, so the reader leaves
// both out and says so.
func TestReversedDatesAreNamed(t *testing.T) {
	in := newReader()
	lines := (&page{}).row(largeText(50, "Noé Garnier")).row(largeText(50, "Experience")).
		row(boldText(50, "Platform Engineer, Rhône Energy"), text(430, "Mar 2021 – Feb 2018")).row(text(60, "• Moved 20 services")).lines
	if err := in.paper(lines, "PDF", true, false); err != nil {
		t.Fatal(err)
	}
	refused := in.finish("cv.pdf", "PDF").Refused
	if len(refused) != 1 || refused[0].Field != "experience[0].end" || refused[0].Message != "2018-02 is before the start 2021-03" {
		t.Errorf("got %+v", refused)
	}
}

// TestSeasons: a season is a start and an end, and a winter has two years.
func TestSeasons(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier")).row(largeText(50, "Experience")).
		row(boldText(50, "Intern, Isère Apps"), text(430, "Summer 2019")).row(text(60, "• Wrote 3 shops")).
		row(boldText(50, "Tutor, Rhône College"), text(430, "Fall 2016 – Winter 2017/18")).row(text(60, "• Taught 40 pupils")).imported(t)
	if len(p.Experience) != 2 || p.Experience[0].Start.Year != 2019 || p.Experience[0].End.Year != 2019 ||
		p.Experience[1].Start.Year != 2016 || p.Experience[1].End.Year != 2018 || p.Experience[1].Company != "Rhône College" {
		t.Errorf("got %+v", p.Experience)
	}
}

// TestFactsWithDates: a date behind a label is a fact, not an entry with the next line.
func TestFactsWithDates(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier")).row(largeText(50, "Skills")).row(text(50, "Go, SQL")).
		row(largeText(50, "Languages")).row(text(50, "French: native")).row(largeText(50, "Personal")).row(text(50, "Date of birth: 12/03/1988")).row(text(50, "Divorced")).imported(t)
	if len(p.Sections) != 1 || len(p.Sections[0].Items) != 2 || p.Sections[0].Items[1] != "Divorced" {
		t.Errorf("got %+v", p.Sections)
	}
}

// TestAddressesWithoutHeading: the addresses at the top of a second column belong to the
// person, those of a referee do not.
func TestAddressesWithoutHeading(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier")).row(text(50, "Platform Engineer")).row(text(50, "Last updated in Feb 2026")).row(largeText(50, "Experience")).
		row(boldText(50, "Platform Engineer, Rhône Energy"), text(330, "Mar 2021 – Present")).row(text(60, "• Moved 20 services")).
		row(text(400, "+33 1 23 45 67 89")).row(text(400, "noe@garnier.example")).
		row(largeText(400, "Skills")).row(text(400, "Go, SQL")).row(largeText(400, "References")).row(text(400, "Ida Brun")).row(text(400, "ida@brun.example")).imported(t)
	if p.Email != "noe@garnier.example" || p.Phone != "+33 1 23 45 67 89" || p.Title != "Platform Engineer" || len(p.Experience) != 1 {
		t.Errorf("got %q, %q, %q, %+v", p.Email, p.Phone, p.Title, p.Experience)
	}
	p = (&page{}).row(largeText(50, "Noé Garnier")).row(largeText(50, "Skills")).row(text(50, "Go, SQL")).
		row(largeText(50, "References")).row(text(50, "Ida Brun")).row(text(50, "ida@brun.example")).imported(t)
	if p.Email != "" {
		t.Errorf("a referee's address was taken: %q", p.Email)
	}
}
