package review

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
)

var lengthRules = []Rule{{
	Name: "too-long", Area: Length, Severity: Warning, on: onPages,
	Reason: "One page for a career under five years, two for everyone else: a third is not read.",
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

// A line over the limit is tolerated; up to nearPage it is advice.
const (
	pageTolerance = 0.03
	nearPage      = 0.15
)

func checkPages(r *reading) []Finding {
	limit, career := 2.0, r.career()
	f := at("", "the resume has "+r.length(), "two pages are the maximum")
	switch {
	case r.Foreign: // its original length is a guess
	case career == 0:
		limit = 1
		f.Hint = "one page is enough at the start of a career"
	case career < 60:
		limit = 1
		f.Message += " for a career of " + years(career)
		f.Hint = "one page is enough for less than five years"
	}
	if r.Pages <= limit+pageTolerance {
		return nil
	}
	if r.Pages <= limit+nearPage {
		f = advice(f)
	}
	if cuts := r.shortening(); len(cuts) > 0 {
		f.Hint += ": " + strings.Join(cuts, "; ")
	} else {
		f.Hint += ": keep the best bullets, and shorten the oldest roles first"
	}
	return []Finding{f}
}

// length returns the printed length: "2.2 pages (118 lines)".
func (r *reading) length() string {
	if r.Lines == 0 {
		return fmt.Sprintf("%.1f pages", r.Pages)
	}
	return fmt.Sprintf("%.1f pages (%s)", r.Pages, english.Count(r.Lines, "line"))
}
