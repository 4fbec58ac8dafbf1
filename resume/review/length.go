package review

import "fmt"

var lengthRules = []Rule{{
	Name: "too-long", Area: Length, Severity: Warning, on: onPages,
	Reason: "One page for a career under five years, two for anybody: the third is not read.",
	Bad:    "[[experience]]\ntitle = \"Engineer\"\nstart = \"2024-02\"",
	Good:   "[[experience]]\ntitle = \"Engineer\"\nstart = \"2014-02\"",
	check:  checkPages,
}, {
	Name: "unchecked-text", Area: Length, Severity: Warning, on: onNothing,
	Reason: "Nobody reads thirty pages, and the check ends there too.",
	Bad:    "summary = \"A book.\"",
	Good:   "summary = \"Page.\"",
	check:  checkBudget,
}}

func checkBudget(r *reading) []Finding {
	if r.cutAt == "" {
		return nil
	}
	return []Finding{at(r.cutAt, "the check ends here: the profile has more text than thirty pages hold", "shorten it; what follows was not looked at")}
}

// A line that runs over is forgiven; up to nearPage a smaller margin may do, which is advice.
const (
	pageTolerance = 0.03
	nearPage      = 0.15
)

func checkPages(r *reading) []Finding {
	limit, career := 2.0, r.career()
	f := at("", fmt.Sprintf("the resume has %.1f pages", r.Pages), "two pages are the most for anybody: shorten the oldest roles first")
	if career < 60 {
		limit = 1
		f.Message += " for a career of " + years(career)
		f.Hint = "one page is enough for less than five years: keep the best bullets"
	}
	if r.Pages <= limit+pageTolerance {
		return nil
	}
	if r.Pages <= limit+nearPage {
		f = advice(f)
		f.Message += "; a smaller margin may do"
	}
	return []Finding{f}
}
