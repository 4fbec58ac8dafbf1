package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

var parserRules = []Rule{
	{
		Name: "parser-contact", Area: Contact, Severity: Warning, on: onParsedContact,
		Reason: "Applicant tracking systems read the file before people do; if they miss your address, you get no answer.",
		Bad:    `email = "ada@example.com"`,
		Good:   `name = "Ada Lovelace"`,
		check:  checkParsedContact,
	},
	{
		Name: "parser-jobs", Area: Impact, Severity: Advice, on: onParsedJobs,
		Reason: "A job for which the system finds no title, company or dates does not count.",
		Bad:    "[[experience]]\ntitle = \"Engineer\"\ncompany = \"Engines\"\nstart = \"2020-01\"",
		Good:   `name = "Ada Lovelace"`,
		check:  checkParsedJobs,
	},
}

func onParsed(r *reading) bool        { return r.Parsed != nil && !r.Foreign }
func onParsedContact(r *reading) bool { return onParsed(r) && len(r.contacts()) > 0 }
func onParsedJobs(r *reading) bool    { return onParsed(r) && len(r.jobs()) > 0 }

// job is a role as it is printed.
type job struct {
	field, title, company string
	start, end            resume.Date
}

func (j job) what() string {
	if j.title == "" || j.company == "" {
		return j.title + j.company
	}
	return j.title + " at " + j.company
}

// jobs returns the roles of the printed resume, with the fields of the profile that they
// come from: what an output leaves out lies between them there. An entry that explains a
// gap is not a job.
func (r *reading) jobs() []job {
	var all []job
	next, profile := 0, r.Profile.Experience
	for _, e := range cmp.Or(r.Printed, r.Profile).Experience {
		for next < len(profile)-1 && (profile[next].Start != e.Start || profile[next].End != e.End) {
			next++
		}
		if !isLeave(e) {
			all = append(all, job{fmt.Sprintf("experience[%d]", next), e.Title, e.Company, e.Start, e.End})
		}
		next++
	}
	return all
}

// parsedJob returns the job that a parser found for a printed one: the one that shares
// the most with it.
func (r *reading) parsedJob(j job) (best job) {
	most := 0
	for _, e := range r.Parsed.Experience {
		found := job{title: e.Title, company: e.Company, start: e.Start, end: e.End}
		shared := 0
		for _, same := range []bool{sameText(j.title, found.title),
			sameText(j.company, found.company), sameDate(j.start, found.start),
			sameDate(j.end, found.end)} {
			if same {
				shared++
			}
		}
		if shared > most {
			best, most = found, shared
		}
	}
	return best
}

// isWhole reports whether a job has what parsers look for; work without an employer says so
// in its title.
func (j job) isWhole() bool {
	return j.title != "" && (j.company != "" || noEmployer.MatchString(j.title)) && !j.start.IsZero()
}

// lost returns the parts of a job that a parser does not find.
func (j job) lost(found job) []string {
	var lost []string
	if !sameText(j.title, found.title) {
		lost = append(lost, "title")
	}
	if !sameText(j.company, found.company) {
		lost = append(lost, "company")
	}
	if !sameDate(j.start, found.start) || !sameDate(j.end, found.end) {
		lost = append(lost, "dates")
	}
	return lost
}

// sameText reports whether two texts have the same letters and digits; what is not
// printed is not lost.
func sameText(printed, found string) bool {
	a, b := letters(printed), letters(found)
	return a == "" || b != "" && (a == b || strings.Contains(b, a))
}

func letters(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}

// sameDate reports whether a parser found the printed date; a missing end means
// "present".
func sameDate(printed, found resume.Date) bool {
	switch {
	case printed.IsZero():
		return true
	case printed.Present:
		return found.Present || found.IsZero()
	}
	return printed.Year == found.Year && (printed.Month == 0 || found.Month == 0 || printed.Month == found.Month)
}

// datesReversed reports whether the role ends before it starts.
func (j job) datesReversed() bool {
	return !j.end.IsZero() && !j.end.Present && j.end.Before(j.start)
}

func checkParsedJobs(r *reading) []Finding {
	if !onParsed(r) {
		return nil
	}
	var found []Finding
	for _, j := range r.jobs() {
		if j.title == "" || j.datesReversed() {
			continue // other rules say so, and what a parser makes of it follows
		}
		if lost := j.lost(r.parsedJob(j)); len(lost) > 0 {
			found = append(found, at(j.field, fmt.Sprintf("a parser does not find the %s of %s", strings.Join(lost, ", "), j.what()), r.parserHint(j, lost)))
		}
	}
	return found
}

// legalFormBehindComma matches the legal form of a company: "Engines, Inc.".
var legalFormBehindComma = lazy.New(`(?i),\s*(?:inc|ltd|llc|llp|plc|gmbh|ag|se|corp|co|s\.?a\.?|s\.?r\.?l|b\.?v|a/s|ab|oy|pty)\b`)

// parserHint returns the advice that helps parsers most.
func (r *reading) parserHint(j job, lost []string) string {
	switch {
	case r.Resume.Format == resume.Functional:
		return "parsers look for jobs with their own dates: the combination format keeps them together"
	case legalFormBehindComma.MatchString(j.company):
		return "a comma splits the company's name: leave the legal form out"
	case strings.ContainsAny(j.company, ",|·"):
		return "a comma or a bar splits the company's name: put what follows it into location, or in brackets"
	case strings.ContainsAny(j.title, ",|·"):
		return "a comma splits the title: write it without, or with brackets"
	case slices.Contains(lost, "dates") && (j.start.Month == 0 || !j.end.Present && !j.end.IsZero() && j.end.Month == 0):
		return "give start and end by month"
	case slices.Contains(lost, "dates"):
		return "keep other dates and numbers out of the title and the company"
	}
	return "parsers tell both by their words: leave words for roles out of the company, and write a title that job boards use"
}

func checkParsedContact(r *reading) []Finding {
	if !onParsed(r) {
		return nil
	}
	var found []Finding
	for _, c := range r.contacts() {
		if !c.found {
			found = append(found, at(c.field, fmt.Sprintf("a parser does not find the %s", c.what), "keep it on its own line in the header, without other words"))
		}
	}
	return found
}

// contact is a printed way to reach the user.
type contact struct {
	field, what string
	found       bool
}

func (r *reading) contacts() []contact {
	var all []contact
	put := func(field, what, printed, parsed string) {
		if strings.TrimSpace(printed) != "" || r.Foreign {
			all = append(all, contact{field, what, parsed != "" && sameText(printed, parsed)})
		}
	}
	if r.Foreign || strings.Count(strings.Map(digitsOnly, r.Resume.Phone), "0") >= 7 {
		put("phone", "phone number", r.Resume.Phone, r.Parsed.Phone)
	}
	put("email", "e-mail address", r.Resume.Email, r.Parsed.Email)
	return all
}

// AsParsed describes in one line what a parser finds in the printed resume: "a parser
// finds 5 of 5 jobs with title, company and dates; phone number; e-mail address". It
// returns "" if no parser was run.
func AsParsed(in Input) string {
	if in.Parsed == nil {
		return ""
	}
	r := newReading(in)
	parts := r.parsedJobs()
	for _, c := range r.contacts() {
		if c.found {
			parts = append(parts, c.what)
		} else {
			parts = append(parts, "no "+c.what)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "A parser finds " + strings.Join(parts, "; ")
}

// Unread reports whether a parser misses parts of a finished file: a job, or the e-mail
// address.
func Unread(in Input) bool {
	if in.Parsed == nil || !in.Foreign {
		return false
	}
	r := newReading(in)
	return len(r.jobs()) == 0 || r.wholeJobs() < len(r.jobs()) || in.Parsed.Email == ""
}

// parsedJobs summarizes how many jobs a parser finds in full.
func (r *reading) parsedJobs() []string {
	jobs, whole := r.jobs(), r.wholeJobs()
	switch {
	case len(jobs) == 0 && r.Foreign:
		return []string{"no job"}
	case len(jobs) == 0:
		return nil
	}
	return []string{fmt.Sprintf("%d of %s with title, company and dates", whole, english.Count(len(jobs), "job"))}
}

func (r *reading) wholeJobs() int {
	jobs, whole := r.jobs(), 0
	for _, j := range jobs {
		if j.isWhole() && len(j.lost(r.parsedJob(j))) == 0 {
			whole++
		}
	}
	return whole
}
