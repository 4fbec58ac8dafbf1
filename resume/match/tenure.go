package match

import (
	"cmp"
	"slices"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// months is the time between two dates, as months since the year 0; the end is exclusive.
type months struct{ from, to int }

// tenure is the time worked: in total, in roles that name a technology, and with each.
type tenure struct {
	all     []months
	skilled []months
	byName  map[string][]months
}

// tenureOf reads the roles of a resume. Current roles end at now; they are left out if it
// is not known.
func (c *Inventory) tenureOf(r *resume.Resume, now time.Time) tenure {
	t := tenure{byName: map[string][]months{}}
	for _, company := range r.Experience {
		for _, role := range company.Roles {
			span, ok := monthsOf(role.Start, role.End, now)
			if !ok {
				continue
			}
			t.all = append(t.all, span)
			used := c.usedIn(role)
			if len(used) > 0 {
				t.skilled = append(t.skilled, span)
			}
			for _, name := range used {
				t.byName[name] = append(t.byName[name], span)
			}
		}
	}
	return t
}

// usedIn returns the technologies that a role names, and those they imply.
func (c *Inventory) usedIn(role resume.Experience) []string {
	var out []string
	said := []statement{{text: role.Title}, {text: role.Summary}}
	for _, h := range role.Highlights {
		said = append(said, statement{text: h.Text})
	}
	for _, name := range role.Skills {
		said = append(said, statement{text: name, listed: true})
	}
	for _, s := range said {
		for _, m := range c.matches(s) {
			out = append(out, m.Name)
			if t, ok := c.catalog.Lookup(m.Name); ok {
				out = append(out, t.Implies...)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// monthsOf returns the time of a role: to the end of its last month or year.
func monthsOf(start, end resume.Date, now time.Time) (months, bool) {
	if end.Present {
		end = resume.DateOf(now)
	}
	if start.IsZero() || end.IsZero() {
		return months{}, false
	}
	from := start.Year*12 + max(0, start.Month-1)
	to := end.Year*12 + cmp.Or(end.Month, 1) // of a bare year only the first month is certain
	return months{from, to}, to > from
}

// years returns the time covered by the spans together, in whole years: overlapping roles
// count once.
func years(spans []months) int {
	sorted := slices.SortedFunc(slices.Values(spans), func(a, b months) int { return cmp.Compare(a.from, b.from) })
	total, until := 0, 0
	for _, s := range sorted {
		if s.to > until {
			total += s.to - max(s.from, until)
			until = s.to
		}
	}
	return total / 12
}
