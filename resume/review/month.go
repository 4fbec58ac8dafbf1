package review

import (
	"cmp"
	"fmt"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

// month counts months since the year 0; 0 means unknown.
type month int

func monthOf(d resume.Date) month {
	if d.Year == 0 {
		return 0
	}
	return month(d.Year*12 + max(1, d.Month) - 1)
}

// lastMonthOf is like monthOf, but takes a bare year as its December.
func lastMonthOf(d resume.Date) month {
	if d.Year != 0 && d.Month == 0 {
		return month(d.Year*12 + 11)
	}
	return monthOf(d)
}

// span is a period of work, from the first month to the last, in the widest reading.
type span struct {
	field      string // the entry
	what       string // "Engineer at Engines"
	company    string
	start, end month
	exact      bool // both ends are given by month
	exactStart bool // the start is given by month
	exactEnd   bool // the end is
	open       bool // has not ended
	stated     bool // an end, or "present", is given
}

// roles returns the spans of the experience, earliest first, without roles that have no
// start.
func (r *reading) roles() []span {
	var spans []span
	for i, e := range r.Profile.Experience {
		if e.Start.IsZero() {
			continue
		}
		what := cmp.Or(e.Title, e.Company)
		if e.Title != "" && e.Company != "" {
			what += " at " + e.Company
		}
		spans = append(spans, r.spanOf(fmt.Sprintf("experience[%d]", i), what, e.Company, e.Start, e.End))
	}
	sortSpans(spans)
	return spans
}

func (r *reading) spanOf(field, what, company string, start, end resume.Date) span {
	s := span{field: field, what: what, company: company, start: monthOf(start), end: lastMonthOf(end),
		stated: !end.IsZero(), open: end.IsZero() || end.Present, exact: start.Month > 0 && (end.Month > 0 || end.IsZero() || end.Present)}
	s.exactStart, s.exactEnd = start.Month > 0, end.Month > 0 || s.open
	if s.open {
		s.end = max(s.start, r.now)
	}
	return s
}

// career returns the number of months between the first start and the last end.
func (r *reading) career() int {
	roles := r.roles()
	if len(roles) == 0 {
		return 0
	}
	last := month(0)
	for _, s := range roles {
		last = max(last, s.end)
	}
	return int(last-roles[0].start) + 1
}

// years returns a length in words: "2 years and 3 months".
func years(months int) string {
	switch y, m := months/12, months%12; {
	case y == 0:
		return english.Count(m, "month")
	case m == 0:
		return english.Count(y, "year")
	default:
		return english.Count(y, "year") + " and " + english.Count(m, "month")
	}
}

func compareSpans(a, b span) int {
	return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.field, b.field))
}
