package convert

import "testing"

// TestRowBeforeALineInSmallLetters: a row with text at both ends is whole, even if the next
// line begins as the rest of a sentence does.
func TestRowBeforeALineInSmallLetters(t *testing.T) {
	p := (&page{}).row(largeText(50, "Noé Garnier")).row(largeText(50, "Experience")).
		row(boldText(50, "Platform Engineer"), text(460, "Mar 2021 – Present")).row(text(50, "Rhône Energy"), text(515, "Lyon")).
		row(text(50, "power plants for towns")).row(text(60, "• Moved 20 services")).row(text(60, "• Halved the bill")).
		row(boldText(50, "Web Developer"), text(430, "January 2018 – February 2021")).row(text(50, "Isère Apps"), text(500, "Nantes")).
		row(text(50, "payroll for municipalities")).row(text(60, "• Wrote 3 shops")).imported(t)
	checkJobs(t, p.Experience)
}
