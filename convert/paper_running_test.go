package convert

import (
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
)

// pages lays out lines, one below the other; a line of "---" begins a page, and two blanks
// part items.
func pages(text string) []readfile.Line {
	var out []readfile.Line
	page, y := 1, 50.0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "---" {
			page, y = page+1, 50
			continue
		}
		l := readfile.Line{Page: page, Y: y}
		x := 50.0
		for _, piece := range gap.Split(line, -1) {
			width := 5 * float64(len([]rune(piece)))
			l.Items = append(l.Items, readfile.Item{X: x, Width: width, Size: 10, Text: piece})
			x += width + 100
		}
		out = append(out, l)
		y += 14
	}
	return out
}

// TestRunningLines: what is printed at the foot or the head of every page is not a part of
// an entry.
func TestRunningLines(t *testing.T) {
	const role = "Ines Prado\nExperience\nEbro Software  Zaragoza, Spain\nSenior Developer  Mar 2021 \u2010 Present\n• Rebuilt the booking of 40 hotels\n"
	const more = "• Led a team of four\nEducation\nBSc Physics, Universidad de Zaragoza  2013 \u2010 2017\n"
	for name, text := range map[string]string{
		"a date, the name and a number": role + "March 3, 2026  INES PRADO · RÉSUMÉ  1\n---\n" + more + "March 3, 2026  INES PRADO · RÉSUMÉ  2\n",
		"one page":                      role + more + "January 6, 2026  INES PRADO · CURRICULUM VITAE  1\n",
		"numbers of pages":              role + "1 of 2\n---\n" + more + "2 of 2\n",
		"a number":                      role + "1\n---\n" + more + "2\n",
		"a head that repeats":           "Ines Prado  +34 976 000 001\n" + role[len("Ines Prado\n"):] + "---\nInes Prado  +34 976 000 001\n" + more,
		"a separator at the foot":       role + "---\n" + more + "•\n",
		"the name of a later page":      role + "---\nInes Prado – Résumé 2\n" + more,
	} {
		in := newReader()
		if err := in.paper(pages(text), "PDF", true, false); err != nil {
			t.Fatal(name, err)
		}
		jobs := in.profile.Experience
		if len(jobs) != 1 || jobs[0].Title != "Senior Developer" || jobs[0].Company != "Ebro Software" || jobs[0].Start != (resume.Date{Year: 2021, Month: 3}) || len(jobs[0].Highlights) != 2 ||
			len(in.profile.Education) != 1 || len(in.profile.Education[0].Highlights) > 0 {
			t.Errorf("%s:\n%s", name, resume.EncodeProfile(in.profile, nil))
		}
		if lost := in.comments[""]; len(lost) > 0 {
			t.Errorf("%s: %q", name, lost)
		}
	}
}

// TestSpansInANarrowColumn: a span of time may be broken behind its dash, with the head of
// its entry beside both parts.
func TestSpansInANarrowColumn(t *testing.T) {
	in := newReader()
	text := "Ines Prado\nEmployment\n2019 -  Ebro Software, Zaragoza, Spain\nPresent  Senior Developer\n• Rebuilt the booking of 40 hotels\n" +
		"2015 -  Jalón Apps, Calatayud, Spain\n2019  Developer\n• Wrote the timetable of 12 ferries\n"
	if err := in.paper(pages(text), "PDF", true, false); err != nil {
		t.Fatal(err)
	}
	jobs := in.profile.Experience
	if len(jobs) != 2 || jobs[0].Start.Year != 2019 || !jobs[0].End.Present || jobs[1].Start.Year != 2015 || jobs[1].End.Year != 2019 || jobs[1].Title != "Developer" {
		t.Errorf("%s", resume.EncodeProfile(in.profile, nil))
	}
}

// TestRoleAndCompanyBesideADash: if nothing else names a company, it follows the dash.
func TestRoleAndCompanyBesideADash(t *testing.T) {
	in := newReader()
	text := "Ines Prado\nExperience\nSenior Developer - Ebro Software  Mar 2021 - Present\n• Rebuilt the booking of 40 hotels\n"
	if err := in.paper(pages(text), "PDF", true, false); err != nil {
		t.Fatal(err)
	}
	if jobs := in.profile.Experience; len(jobs) != 1 || jobs[0].Title != "Senior Developer" || jobs[0].Company != "Ebro Software" {
		t.Errorf("%s", resume.EncodeProfile(in.profile, nil))
	}
}
