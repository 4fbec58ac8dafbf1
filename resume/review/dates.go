package review

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

var dateRules = []Rule{
	{
		Name: "missing-start", Area: Impact, Severity: Warning, on: onRoles,
		Reason: "A role without a start hides how long you did it; readers assume the worst.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nend = \"2020\"",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-04\"\nend = \"2020-06\"",
		check:  checkMissingStart,
	},
	{
		Name: "missing-end", Area: Impact, Severity: Warning, on: onRoles,
		Reason: "A role without an end is printed as your current one.",
		Bad: "[[experience]]\ntitle = \"Lead\"\ncompany = \"A\"\nstart = \"2020-07\"\n[[experience]]\n" +
			"title = \"Engineer\"\ncompany = \"A\"\nstart = \"2018-04\"",
		Good: "[[experience]]\ntitle = \"Lead\"\ncompany = \"A\"\nstart = \"2020-07\"\n[[experience]]\n" +
			"title = \"Engineer\"\ncompany = \"A\"\nstart = \"2018-04\"\nend = \"2020-06\"",
		check: checkMissingEnd,
	},
	{
		Name: "future-date", Area: Impact, Severity: Warning, on: onDates,
		Reason: "A date in the future is a typo, or a plan that belongs elsewhere.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-04\"\nend = \"2199-06\"",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-04\"\nend = \"present\"",
		check:  checkFuture,
	},
	{
		Name: "implausible-date", Area: Impact, Severity: Warning, on: onDates,
		Reason: "A year long before your working life is a typo.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nstart = \"0218-04\"\nend = \"2020-06\"",
		Good:   "[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-04\"\nend = \"2020-06\"",
		check:  checkImplausible,
	},
	{
		Name: "overlap", Area: Impact, Severity: Warning, on: onTwoRoles,
		Reason: "Two roles at the same time raise a question; part-time and side work are fine if labeled as such.",
		Bad: "[[experience]]\ntitle = \"Lead\"\ncompany = \"B\"\nstart = \"2019-01\"\nend = \"2021-01\"\n" +
			"[[experience]]\ntitle = \"Engineer\"\ncompany = \"A\"\nstart = \"2018-04\"\nend = \"2020-06\"",
		Good: "[[experience]]\ntitle = \"Lead\"\ncompany = \"B\"\nstart = \"2020-06\"\nend = \"2021-01\"\n" +
			"[[experience]]\ntitle = \"Engineer\"\ncompany = \"A\"\nstart = \"2018-04\"\nend = \"2020-06\"",
		check: checkOverlap,
	},
	{
		Name: "gap-in-experience", Area: Impact, Severity: Warning, on: onRoles,
		Reason: "A gap of more than six months is the first thing that interviewers ask about; say in a line what you did.",
		Bad: "[[experience]]\ntitle = \"Lead\"\nstart = \"2021-08\"\nend = \"present\"\n[[experience]]\n" +
			"title = \"Engineer\"\nstart = \"2018-04\"\nend = \"2020-06\"",
		Good: "[[experience]]\ntitle = \"Lead\"\nstart = \"2020-08\"\nend = \"present\"\n[[experience]]\n" +
			"title = \"Engineer\"\nstart = \"2018-04\"\nend = \"2020-06\"",
		check: checkGaps,
	},
	{
		Name: "entry-order", Area: Impact, Severity: Advice, on: onTwoRoles,
		Reason: "The newest role comes first; a file in that order is easier to keep.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-04\"\nend = \"2020-06\"\n[[experience]]\ntitle = \"Lead\"\nstart = \"2020-07\"",
		Good:   "[[experience]]\ntitle = \"Lead\"\nstart = \"2020-07\"\n[[experience]]\ntitle = \"Engineer\"\nstart = \"2018-04\"\nend = \"2020-06\"",
		check:  checkOrder,
	},
}

func sortSpans(spans []span) { slices.SortFunc(spans, compareSpans) }

func checkMissingStart(r *reading) []Finding {
	var found []Finding
	for i, e := range r.Profile.Experience {
		if e.Start.IsZero() && !r.isRefused(fmt.Sprintf("experience[%d].end", i)) {
			found = append(found, at(fmt.Sprintf("experience[%d].start", i), "the role has no start", `add start = "2021-03"`))
		}
	}
	return found
}

// isRefused reports whether a field holds what is not a date, which another rule says.
func (r *reading) isRefused(field string) bool {
	return slices.ContainsFunc(r.Problems, func(p resume.Problem) bool { return p.Field == field })
}

func checkMissingEnd(r *reading) []Finding {
	var found []Finding
	roles := r.roles()
	for i, s := range roles {
		if s.stated {
			continue
		}
		newer := slices.DeleteFunc(slices.Clone(roles[i+1:]), func(o span) bool { return o.start <= s.start })
		if len(newer) == 0 {
			continue
		}
		f := at(s.field+".end", fmt.Sprintf("the role has no end, so only its start is printed, since %s began %s later", newer[0].what, years(int(newer[0].start-s.start))),
			`add end = "2020-06", or end = "present" if you still hold it`)
		if !slices.ContainsFunc(newer, func(o span) bool { return sameCompany(o, s) }) {
			f = advice(f)
			f.Message += "; both may be current"
		}
		found = append(found, f)
	}
	return found
}

// hintOf returns what to do about a wrong date in this section and key.
func hintOf(d resume.Text) string {
	switch {
	case d.Section == resume.ExperienceSection:
		return `check the year; a current role has end = "present"`
	case d.Section == resume.EducationSection:
		return `a course in progress has expected = "…" instead of end`
	case d.Section == resume.CertificationsSection:
		return "leave out what you do not have yet; expires is the date at which it ends"
	case d.Section == resume.PublicationsSection:
		return `leave out what is not published, or say "to appear" in the title`
	}
	return "check the year"
}

// longestTerm is how many months of a fixed term may be ahead.
const longestTerm = 36

// longestCourse is how many months of a course may be ahead.
const longestCourse = 72

func checkFuture(r *reading) []Finding {
	if r.now == 0 {
		return nil
	}
	today := resume.DateOf(r.Now)
	var found []Finding
	for _, d := range r.dates {
		if d.Key == "expected" || d.Key == "expires" || d.Date.Present || d.Date.Compare(today) <= 0 {
			continue
		}
		studying := d.Section == resume.EducationSection && d.Key == "end" && monthOf(d.Date) <= r.now+longestCourse
		if studying && r.Foreign {
			continue // "2022 – 2026" says that the course goes on
		}
		f := at(d.Field, fmt.Sprintf("%s is in the future", d.Date), hintOf(d))
		// The end of a course, a fixed term or a notice period is known in advance.
		if studying || d.Key == "end" && monthOf(d.Date) <= r.now+longestTerm || d.Section == resume.PublicationsSection {
			f = advice(f)
		}
		found = append(found, f)
	}
	return found
}

func checkImplausible(r *reading) []Finding {
	var found []Finding
	for _, d := range r.dates {
		if d.Date.Year != 0 && d.Date.Year < 1950 {
			found = append(found, at(d.Field, fmt.Sprintf("%s is before any career of today", d.Date), "check the year"))
		}
	}
	for i, e := range r.Profile.Education {
		if !e.Expected.IsZero() && r.now > 0 && lastMonthOf(e.Expected) < r.now {
			found = append(found, at(fmt.Sprintf("education[%d].expected", i), fmt.Sprintf("%s is past, but the course is still expected to end then", e.Expected), "write end instead of expected, or a new date"))
		}
	}
	for i, e := range r.Profile.Certifications {
		if !e.Expires.IsZero() && r.now > 0 && lastMonthOf(e.Expires) < r.now {
			found = append(found, advice(at(fmt.Sprintf("certifications[%d].expires", i), fmt.Sprintf("the certificate expired on %s", e.Expires), "renew it, or leave it out if a job requires a valid one")))
		}
	}
	return found
}

func checkOverlap(r *reading) []Finding {
	var found []Finding
	beside := r.rolesBesideOthers()
	roles := slices.DeleteFunc(r.roles(), func(s span) bool { return beside[s.field] })
	for i, later := range roles {
		for _, earlier := range roles[:i] {
			if !earlier.stated && earlier.open {
				continue
			}
			shared := int(min(earlier.firstEnd(), later.firstEnd()) - max(earlier.lastStart(), later.lastStart()))
			if shared < 2 {
				continue
			}
			f := at(later.field+".start", fmt.Sprintf("the role overlaps %s by %s", earlier.what, years(shared)),
				`check both dates; if both roles were real, say "part-time" or "freelance" in the title`)
			if shared <= longOverlap || sameCompany(earlier, later) {
				f = advice(f)
			}
			found = append(found, f)
			break
		}
	}
	return found
}

// firstEnd returns the first month in which a span may have ended: a year may be its January.
func (s span) firstEnd() month {
	if s.exactEnd || s.open {
		return s.end
	}
	return s.end - 11
}

// lastStart returns the last month in which a span may have begun.
func (s span) lastStart() month {
	if s.exactStart {
		return s.start
	}
	return s.start + 11
}

// longOverlap is up to how many months two roles may overlap because of a notice period, or
// a change that was slow.
const longOverlap = 12

func sameCompany(a, b span) bool { return a.company != "" && strings.EqualFold(a.company, b.company) }

// besideOthers matches what is done beside another role, in the output languages.
var besideOthers = pattern("besideOthers")

// rolesBesideOthers returns the fields of the roles that say that they leave time for
// another.
func (r *reading) rolesBesideOthers() map[string]bool {
	beside := map[string]bool{}
	for i, e := range r.Profile.Experience {
		beside[fmt.Sprintf("experience[%d]", i)] = besideOthers.MatchString(strings.Join([]string{e.Title, e.Company, e.Location, e.About}, " | "))
	}
	return beside
}

// gapLimit is the longest gap between two roles that needs no explanation, in months.
const gapLimit = 6

func checkGaps(r *reading) []Finding {
	busy := r.busy()
	roles := slices.DeleteFunc(r.roles(), r.hasWrongDates)
	if len(roles) == 0 {
		return nil
	}
	var found []Finding
	latest := roles[0]
	for _, next := range roles[1:] {
		from, months := gapBetween(busy, latest.end, next.start)
		if months > gapLimit && !r.mayCover(latest.end, next.start) {
			f := at(latest.field+".end", fmt.Sprintf("no entry covers the %s between %s and %s", years(months), latest.what, next.what),
				"say what you did: study, family, travel, own projects; or ignore gap-in-experience in [check]")
			if !latest.exact || !next.exact || int(r.now-from) > 120 {
				f = advice(f)
				f.Message += gapDoubt(latest, next)
			}
			found = append(found, f)
		}
		if next.end > latest.end {
			latest = next
		}
	}
	if _, months := gapBetween(busy, latest.end, r.now); r.now > 0 && !latest.open && months > gapLimit && !r.mayCover(latest.end, r.now) {
		found = append(found, advice(at(latest.field+".end", fmt.Sprintf("no entry covers the %s since %s", years(months), latest.what),
			`add what you do now, or end = "present" if the role is current`)))
	}
	return found
}

// hasWrongDates reports whether a role ends before it starts or is yet to start: another
// rule says so, and no gap follows from it.
func (r *reading) hasWrongDates(s span) bool {
	return s.end < s.start || r.now > 0 && s.start > r.now
}

// mayCover reports whether a role with wrong dates, or without a start, may be what fills a
// gap.
func (r *reading) mayCover(from, to month) bool {
	for _, e := range r.Profile.Experience {
		if e.Start.IsZero() && (e.End.IsZero() || e.End.Present || lastMonthOf(e.End) > from) {
			return true
		}
	}
	return slices.ContainsFunc(r.roles(), func(s span) bool {
		if !r.hasWrongDates(s) {
			return false
		}
		isNewest := s.end >= s.start && to >= r.now
		return isNewest || s.end < s.start && (s.start >= from-1 && s.start <= to+1 || s.end >= from-1 && s.end <= to+1)
	})
}

func gapDoubt(latest, next span) string {
	if latest.exact && next.exact {
		return "; that was long ago"
	}
	return "; with months the gap may be smaller"
}

// busy returns all spans that account for time: roles, studies, voluntary work, dated
// projects.
func (r *reading) busy() []span {
	spans := r.roles()
	for i, e := range r.Profile.Education {
		end := e.End
		if end.IsZero() {
			end = e.Expected
		}
		start := e.Start
		if start.IsZero() && !end.IsZero() && !end.Present {
			start = resume.Date{Year: end.Year - 3, Month: 1}
		}
		if !start.IsZero() {
			spans = append(spans, r.spanOf(fmt.Sprintf("education[%d]", i), e.Degree, "", start, end))
		}
	}
	for i, e := range r.Profile.Volunteering {
		if !e.Start.IsZero() {
			spans = append(spans, r.spanOf(fmt.Sprintf("volunteering[%d]", i), e.Title, "", e.Start, e.End))
		}
	}
	for i, e := range r.Profile.Projects {
		if !e.Start.IsZero() {
			spans = append(spans, r.spanOf(fmt.Sprintf("projects[%d]", i), e.Name, "", e.Start, e.End))
		}
	}
	sortSpans(spans)
	return spans
}

// gapBetween returns the start of the longest gap after from and before to, and its
// length in whole months.
func gapBetween(busy []span, from, to month) (start month, months int) {
	covered := from
	for _, s := range busy {
		if s.start > to {
			break
		}
		if free := int(min(s.start, to)-covered) - 1; free > months {
			start, months = covered, free
		}
		covered = max(covered, s.end)
	}
	if free := int(to-covered) - 1; free > months {
		start, months = covered, free
	}
	return start, months
}

func checkOrder(r *reading) []Finding {
	var found []Finding
	entries := r.Profile.Experience
	for i := 1; i < len(entries); i++ {
		before, e := entries[i-1], entries[i]
		if before.Start.IsZero() || e.Start.IsZero() || before.End.IsZero() || before.End.Present {
			continue
		}
		if before.Start.Before(e.Start) && (e.End.IsZero() || before.End.Before(e.End)) {
			found = append(found, at(fmt.Sprintf("experience[%d].start", i), "the role is newer than the one above it", "put the newest role first; ghresume prints them in that order anyway"))
		}
	}
	return found
}
