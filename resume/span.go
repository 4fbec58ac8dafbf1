package resume

import (
	"cmp"
	"slices"
	"strings"
)

// span is the time covered by an entry. Either date may be unknown.
type span struct{ start, end Date }

func (e *Experience) span() (start, end *Date)   { return &e.Start, &e.End }
func (e *ProjectEntry) span() (start, end *Date) { return &e.Start, &e.End }
func (e *Volunteering) span() (start, end *Date) { return &e.Start, &e.End }

// span returns the expected end of a course, if it is set.
func (e *Education) span() (start, end *Date) {
	if !e.Expected.IsZero() {
		return &e.Start, &e.Expected
	}
	return &e.Start, &e.End
}

// closed returns a copy of the entries in which a missing end becomes "present" for the
// one that started last, and unknown for the others: a later entry may well have ended an
// earlier one.
func closed[T any](entries []T, span func(*T) (start, end *Date)) []T {
	out := slices.Clone(entries)
	var latest Date
	for i := range out {
		if start, _ := span(&out[i]); start.Compare(latest) > 0 {
			latest = *start
		}
	}
	for i := range out {
		if start, end := span(&out[i]); end.IsZero() && !start.IsZero() && start.Compare(latest) == 0 {
			*end = Date{Present: true}
		}
	}
	return out
}

// newestFirst sorts a copy by the end, or by the start if only that is known. Equal
// entries keep the user's order.
func newestFirst[T any](entries []T, span func(*T) (start, end *Date)) []T {
	last := func(e T) Date {
		start, end := span(&e)
		return cmp.Or(*end, *start)
	}
	return slices.SortedStableFunc(slices.Values(entries), func(a, b T) int { return last(b).Compare(last(a)) })
}

// companies groups neighboring roles at one company, newest first. Roles with a gap
// between them stay apart: the company's dates never cover it.
func companies(roles []Experience) []Company {
	var out []Company
	for _, role := range newestFirst(closed(roles, (*Experience).span), (*Experience).span) {
		if n := len(out); n > 0 && out[n-1].holds(role) {
			out[n-1].add(role)
			continue
		}
		out = append(out, Company{Name: role.Company, Location: role.Location, URL: role.URL, Start: role.Start, End: role.End, Roles: []Experience{role}})
	}
	return out
}

// holds reports whether a role, which is not newer, belongs to the company's list.
func (c *Company) holds(role Experience) bool {
	oneAddress := c.URL == "" || role.URL == "" || c.URL == role.URL
	return role.Company != "" && strings.TrimSpace(c.Name) == strings.TrimSpace(role.Company) && oneAddress &&
		span{role.Start, role.End}.touches(span{c.Start, c.End})
}

func (c *Company) add(role Experience) {
	c.Roles = append(c.Roles, role)
	c.URL = cmp.Or(c.URL, role.URL)
	if role.Start.IsZero() || role.Start.Compare(c.Start) < 0 {
		c.Start = role.Start
	}
	if role.End.Compare(c.End) > 0 {
		c.End = role.End
	}
}

// touches reports whether no month lies between two spans. Unknown spans touch only each
// other.
func (s span) touches(t span) bool {
	if s == (span{}) || t == (span{}) {
		return s == t
	}
	return s.firstMonth() <= t.lastMonth()+1 && t.firstMonth() <= s.lastMonth()+1
}

// firstMonth counts from the year 0; the first month of a bare year is January.
func (s span) firstMonth() int {
	start := cmp.Or(s.start, s.end)
	return start.Year*12 + max(1, start.Month)
}

func (s span) lastMonth() int {
	end := cmp.Or(s.end, s.start)
	switch {
	case end.Present:
		return 10_000 * 12
	case end.Month == 0:
		return end.Year*12 + 12
	}
	return end.Year*12 + end.Month
}
