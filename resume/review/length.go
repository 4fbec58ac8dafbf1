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

// A line over the limit is tolerated if it may be set tighter; up to nearPage, or nearLines,
// the excess is advice.
const (
	pageTolerance = 0.03
	nearPage      = 0.15
	nearLines     = 8
)

func checkPages(r *reading) []Finding {
	f, limit := at("", "the resume has "+r.length(), ""), 0.0
	limit, f.Hint = r.usualPages()
	over, near := r.Pages > limit+pageTolerance, r.Pages <= limit+nearPage
	if e := r.Excess; e != nil {
		over, near = e.Lines > 0, e.Lines <= nearLines
		if float64(e.MostPages) != limit {
			f.Hint = "the profile's limit is " + english.Count(e.MostPages, "page")
		}
		f.Hint += fmt.Sprintf("; %s less would make it %s", english.Count(e.Lines, "line"), english.Count(e.MostPages, "page"))
	}
	if !over {
		return nil
	}
	if career := r.career(); limit == 1 && career > 0 {
		f.Message += " for a career of " + years(career)
	}
	if near {
		f = advice(f)
	}
	if cuts := r.shortening(); len(cuts) > 0 {
		f.Hint += ": " + strings.Join(cuts, "; ")
	} else {
		f.Hint += ": keep the best bullets, and shorten the oldest roles first"
	}
	return []Finding{f}
}

// usualPages returns the number of pages that are enough for the career, and says so.
func (r *reading) usualPages() (most float64, why string) {
	switch career := r.career(); {
	case r.Foreign || career >= 60: // the original length of a foreign file is a guess
		return 2, "two pages are the maximum"
	case career == 0:
		return 1, "one page is enough at the start of a career"
	default:
		return 1, "one page is enough for less than five years"
	}
}

// length returns the printed length: "2.2 pages (118 lines)".
func (r *reading) length() string {
	if r.Lines == 0 {
		return fmt.Sprintf("%.1f pages", r.Pages)
	}
	return fmt.Sprintf("%.1f pages (%s)", r.Pages, english.Count(r.Lines, "line"))
}
