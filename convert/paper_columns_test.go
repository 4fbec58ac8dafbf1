package convert

import (
	"testing"

	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
)

// page builds the lines of a page with letters of ten points.
type page struct {
	lines []readfile.Line
	y     float64
}

func (p *page) row(items ...readfile.Item) *page {
	p.y += 12
	for i := range items {
		if items[i].Size == 0 {
			items[i].Size = 10
		}
		items[i].Width = 0.46 * items[i].Size * float64(len([]rune(items[i].Text)))
	}
	p.lines = append(p.lines, readfile.Line{Page: 1, Y: p.y, Items: items})
	return p
}

func text(x float64, s string) readfile.Item     { return readfile.Item{X: x, Text: s} }
func boldText(x float64, s string) readfile.Item { return readfile.Item{X: x, Text: s, Bold: true} }
func largeText(x float64, s string) readfile.Item {
	return readfile.Item{X: x, Text: s, Bold: true, Size: 15}
}

func (p *page) imported(t *testing.T) *resume.Profile {
	t.Helper()
	in := newReader()
	if err := in.paper(p.lines, "PDF", true, false); err != nil {
		t.Fatal(err)
	}
	return in.profile
}

// wantJobs are those that every layout below prints.
var wantJobs = []resume.Experience{
	{Title: "Platform Engineer", Company: "Rhône Energy", Start: resume.Date{Year: 2021, Month: 3}, End: resume.Date{Present: true},
		Highlights: []resume.Highlight{{Text: "Moved 20 services"}, {Text: "Halved the bill"}}},
	{Title: "Web Developer", Company: "Isère Apps", Start: resume.Date{Year: 2018, Month: 1}, End: resume.Date{Year: 2021, Month: 2},
		Highlights: []resume.Highlight{{Text: "Wrote 3 shops"}}},
}

func checkJobs(t *testing.T, got []resume.Experience) {
	t.Helper()
	if len(got) != len(wantJobs) {
		t.Fatalf("got %d jobs: %+v", len(got), got)
	}
	for i, want := range wantJobs {
		g := got[i]
		same := g.Title == want.Title && g.Company == want.Company && g.Start == want.Start && g.End == want.End && len(g.Highlights) == len(want.Highlights)
		for j := range want.Highlights {
			same = same && g.Highlights[j].Text == want.Highlights[j].Text
		}
		if !same {
			t.Errorf("got %+v, want %+v", g, want)
		}
	}
}

// TestHeadingsInAColumn: some layouts have the headings in a column before the sections,
// level with their first lines.
func TestHeadingsInAColumn(t *testing.T) {
	p := (&page{}).row(largeText(150, "Noé Garnier")).
		row(boldText(50, "EXPERIENCE"), boldText(150, "Rhône Energy"), text(430, "Mar 2021 – Present")).
		row(text(150, "Platform Engineer")).row(text(160, "• Moved 20 services")).row(text(160, "• Halved the bill")).
		row(boldText(150, "Isère Apps"), text(430, "Jan 2018 – Feb 2021")).
		row(text(150, "Web Developer")).row(text(160, "• Wrote 3 shops")).
		row(boldText(50, "EDUCATION"), boldText(150, "Université de Lyon"), text(430, "2015 – 2017")).
		row(text(150, "Master Informatique")).imported(t)
	checkJobs(t, p.Experience)
	if len(p.Education) != 1 || p.Education[0].Institution != "Université de Lyon" {
		t.Errorf("got %+v", p.Education)
	}
}

// TestHeadingColumnReadFirst: the same, as a reader of columns returns it.
func TestHeadingColumnReadFirst(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier"))
	top := p.y
	for range 2 {
		p.row(boldText(50, "EXPERIENCE"))
	}
	p.lines = p.lines[:2]
	p.lines = append(p.lines, readfile.Line{Page: 1, Y: top + 84, Items: []readfile.Item{{X: 50, Width: 50, Size: 10, Bold: true, Text: "EDUCATION"}}})
	p.y = top
	p.row(boldText(150, "Rhône Energy"), text(430, "Mar 2021 – Present")).
		row(text(150, "Platform Engineer")).row(text(160, "• Moved 20 services")).row(text(160, "• Halved the bill")).
		row(boldText(150, "Isère Apps, Web Developer"), text(430, "Jan 2018 – Feb 2021")).row(text(160, "• Wrote 3 shops")).
		row(boldText(150, "Université de Lyon"), text(430, "2015 – 2017")).row(text(150, "Master Informatique"))
	got := p.imported(t)
	checkJobs(t, got.Experience)
	if len(got.Education) != 1 {
		t.Errorf("got %+v", got.Education)
	}
}

// TestDrawnBullets: browsers draw the bullets of lists, so that only the indent shows them.
func TestDrawnBullets(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier")).row(text(50, "2019-2021 | +33 1 23 45 67 89")).row(largeText(50, "Work Experience (2)")).
		row(boldText(50, "Platform Engineer")).row(text(50, "Rhône Energy | March 2021 – Present")).
		row(text(80, "Moved 20 services")).row(text(80, "Halved the bill")).
		row(boldText(50, "Web Developer")).row(text(50, "Isère Apps | January 2018 – February 2021")).
		row(text(80, "Wrote 3 shops")).imported(t)
	checkJobs(t, p.Experience)
	if p.Phone != "+33 1 23 45 67 89" {
		t.Errorf("phone %q", p.Phone)
	}
}

// TestYearInAddress: the last digits of a telephone number, or of a name, may look like a year.
func TestYearInAddress(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier")).row(text(50, "noe.1994@garnier.example | +39 081 552 1938")).row(largeText(50, "Work Experience")).
		row(boldText(50, "Platform Engineer")).row(text(50, "Rhône Energy | March 2021 – Present")).row(text(80, "• Moved 20 services")).imported(t)
	if p.Phone != "+39 081 552 1938" || p.Email != "noe.1994@garnier.example" {
		t.Errorf("phone %q, e-mail %q", p.Phone, p.Email)
	}
}

// TestLabelsInEntries: a label before bullets is not an entry, and not a section.
func TestLabelsInEntries(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier")).row(largeText(50, "Research and Work Experience")).
		row(boldText(50, "Platform Engineer, Rhône Energy"), text(430, "Mar 2021 – Present")).
		row(boldText(50, "Accomplishments:")).row(text(60, "\x7f Moved 20 services")).row(text(60, "\x00 Halved the bill")).
		row(boldText(50, "Web Developer, Isère Apps"), text(430, "Jan 2018 – Feb 2021")).
		row(boldText(50, "Accomplishments:")).row(text(60, "• Wrote 3 shops")).row(largeText(50, "★ Skills")).row(text(50, "Go, SQL")).imported(t)
	checkJobs(t, p.Experience)
}

func TestIssuersOfCertificates(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier")).row(largeText(50, "Certifications")).
		row(text(50, "• Kubernetes Administrator, CNCF, May 2022")).row(text(50, "• Certified Tester, Foundation Level, 2015")).imported(t)
	if len(p.Certifications) != 2 || p.Certifications[0].Issuer != "CNCF" || p.Certifications[1].Name != "Certified Tester, Foundation Level" {
		t.Errorf("got %+v", p.Certifications)
	}
}

// TestCompaniesThatArePlaces: a legal form is not a country, and what follows a company is
// its place.
func TestCompaniesThatArePlaces(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier")).row(largeText(50, "Experience")).
		row(boldText(50, "Riverbed, Inc."), text(430, "riverbed.example/a")).row(text(50, "Web Developer"), text(430, "Jan 2018 – Feb 2021")).row(text(60, "• Wrote 3 shops")).
		row(text(50, "2015 – 2017 Tester, Isère Apps, Lyon, France.")).imported(t)
	if len(p.Experience) != 2 || p.Experience[0].Company != "Riverbed, Inc." || p.Experience[1].Company != "Isère Apps" || p.Experience[1].Location != "Lyon, France" {
		t.Errorf("got %+v", p.Experience)
	}
}
