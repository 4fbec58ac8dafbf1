package convert

import (
	"slices"
	"testing"

	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
)

// TestDatesInTheMargin: some layouts print the dates beside the first bullets, and how long
// that was; bullets are then narrower than the page.
func TestDatesInTheMargin(t *testing.T) {
	y := 0.0
	line := func(items ...readfile.Item) readfile.Line {
		y += 12
		for i := range items {
			items[i].Size = 10
			items[i].Width = 4.6 * float64(len([]rune(items[i].Text)))
		}
		return readfile.Line{Page: 1, Y: y, Items: items}
	}
	at := func(x float64, text string) readfile.Item { return readfile.Item{X: x, Text: text} }
	heading := func(text string) readfile.Line {
		l := line(at(50, text))
		l.Items[0].Size, l.Items[0].Bold = 14, true
		return l
	}
	lines := []readfile.Line{
		heading("Ines Prado"), heading("Summary"),
		line(at(50, "Developer of booking systems for hotels and ferries, with nine years in two countries and in the cloud.")),
		heading("Experience"),
		line(at(50, "Ebro Software, Senior Developer"), at(480, "Zaragoza, Spain")),
		line(at(54, "• Rebuilt the booking of 40 hotels in Go, without one hour of down\u00adtime in two"), at(470, "Mar 2021 – present")),
		line(at(62, "years, and cut the bill by a third"), at(480, "5 years 8 months")),
		line(at(54, "• Led a team of four developers, who moved the billing of all hotels to Kafka tele\u00ad")),
		line(at(62, "metry")),
		line(at(50, "Jalón Apps, Developer"), at(480, "Calatayud, Spain")),
		line(at(54, "• Wrote the timetable of 12 ferries"), at(470, "Jan 2018 – Feb 2021")),
		line(at(54, "• Halved the build from 40 to 20 minutes"), at(480, "3 years 2 months")),
		heading("Education"), line(at(50, "BSc Physics, Universidad de Zaragoza, 2013 – 2017")),
	}
	in := newReader()
	if err := in.paper(lines, "PDF", true, false); err != nil {
		t.Fatal(err)
	}
	want := []resume.Experience{
		{Title: "Senior Developer", Company: "Ebro Software", Location: "Zaragoza, Spain", Start: resume.Date{Year: 2021, Month: 3}, End: resume.Date{Present: true}, Highlights: []resume.Highlight{
			{Text: "Rebuilt the booking of 40 hotels in Go, without one hour of down-time in two years, and cut the bill by a third"},
			{Text: "Led a team of four developers, who moved the billing of all hotels to Kafka telemetry"},
		}},
		{Title: "Developer", Company: "Jalón Apps", Location: "Calatayud, Spain", Start: resume.Date{Year: 2018, Month: 1}, End: resume.Date{Year: 2021, Month: 2}, Highlights: []resume.Highlight{
			{Text: "Wrote the timetable of 12 ferries"}, {Text: "Halved the build from 40 to 20 minutes"},
		}},
	}
	got := in.profile.Experience
	if len(got) != len(want) || len(in.comments[""]) > 0 {
		t.Fatalf("%s", resume.EncodeProfile(in.profile, nil))
	}
	for i, w := range want {
		g := got[i]
		same := g.Title == w.Title && g.Company == w.Company && g.Location == w.Location && g.Start == w.Start && g.End == w.End &&
			slices.EqualFunc(g.Highlights, w.Highlights, func(a, b resume.Highlight) bool { return a.Text == b.Text })
		if !same {
			t.Errorf("got %+v\nwant %+v", g, w)
		}
	}
}

// TestDatedItems: the date of the first item of a section is not that of its heading.
func TestDatedItems(t *testing.T) {
	item := func(x float64, text string) readfile.Item {
		return readfile.Item{X: x, Text: text, Size: 10, Width: 4.6 * float64(len(text))}
	}
	lines := []readfile.Line{
		{Page: 1, Y: 12, Items: []readfile.Item{item(50, "CERTIFICATIONS")}},
		{Page: 1, Y: 24, Items: []readfile.Item{item(54, "• Registered Nurse, New York State"), item(480, "Jun 2009")}},
		{Page: 1, Y: 36, Items: []readfile.Item{item(54, "• Basic Life Support, Red Cross"), item(480, "Feb 2010")}},
	}
	p := paper{in: newReader()}
	for i, l := range p.withMarginDates(lines) {
		if want := min(i, 1) + 1; len(l.Items) != want {
			t.Errorf("line %d has %d items, want %d", i, len(l.Items), want)
		}
	}
}
