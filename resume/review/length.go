package review

import "fmt"

var lengthRules = []Rule{{
	Name: "too-long", Area: Length, Severity: Warning,
	Reason: "One page for a career under five years, two for anybody: the third is not read.",
	Bad:    "[[experience]]\ntitle = \"Engineer\"\nstart = \"2024-02\"",
	Good:   "[[experience]]\ntitle = \"Engineer\"\nstart = \"2014-02\"",
	check:  checkPages,
}}

// pageTolerance forgives a line that runs over.
const pageTolerance = 0.03

func checkPages(r *reading) []Finding {
	career := r.career()
	switch {
	case r.Pages > 2+pageTolerance:
		return []Finding{at("", fmt.Sprintf("the resume has %.1f pages", r.Pages), "two pages are the most for anybody: shorten the oldest roles first")}
	case r.Pages > 1+pageTolerance && career < 60:
		return []Finding{at("", fmt.Sprintf("the resume has %.1f pages for a career of %s", r.Pages, years(career)), "one page is enough for less than five years: keep the best bullets")}
	}
	return nil
}
