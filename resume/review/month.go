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

// lastMonthOf is monthOf, but a bare year means its December.
func lastMonthOf(d resume.Date) month {
	if d.Year != 0 && d.Month == 0 {
		return month(d.Year*12 + 11)
	}
	return monthOf(d)
}

// span is a time at work, from the first month to the last, at its widest reading.
type span struct {
	field      string // the entry
	what       string // "Engineer at Engines"
	company    string
	start, end month
	exact      bool // both ends are given by month
	open       bool // goes on
	stated     bool // an end, or "present", is written
}

// roles are the spans of the experience, earliest first; roles without a start are left out.
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
	if s.open {
		s.end = max(s.start, r.now)
	}
	return s
}

// career is how many months lie between the first start and the last end.
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

// years is a length in words: "2 years and 3 months".
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
