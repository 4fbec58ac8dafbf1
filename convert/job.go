package convert

import (
	"regexp"
	"strings"
	"sync"
)

// job is a role, paid or not.
func (o object) job() entry {
	e := entry{
		title: o.line("position", "title", "role", "jobTitle", "job_title", "jobtitle", "roles", "summaryTitle"),
		org:   o.name("name", "company", "organization", "employer", "organisation", "companyName", "company_name", "entity", "institution"),
		url:   o.address("url", "website", "link"),
	}
	o.summary(&e, "summary")
	before := len(e.highlights)
	o.body(&e, "summaryText", "content")
	if text := o.raw("description"); text != "" {
		e.describe(text, before)
		o.read["description"] = true
	}
	o.labels(&e, "department", "team", "client", "industry")
	return o.finish(&e)
}

// describe takes work.description for the company, as JSON Resume has it, unless
// it is plainly what the person did.
func (e *entry) describe(text string, _ int) {
	before, items := splitList(text)
	before = strings.Join(paragraphsOf(before), "\n")
	e.highlights = append(items, e.highlights...)
	if e.summary == "" && (len(items) > 0 || len(e.highlights) == 0 && len(before) > 150) {
		e.summary = before
		return
	}
	e.about = strings.Join(strings.Fields(before), " ")
}

func (o object) course() entry {
	kind, area := o.line("studyType", "degree", "study_type", "title", "qualification", "type"), o.line("area", "field", "fieldOfStudy", "field_of_study", "major", "subject", "program", "course", "specialization")
	e := entry{
		title: degree(kind, area), org: o.name("institution", "school", "university", "organization", "name", "college"),
		grade: o.line("score", "gpa", "grade", "GPA", "marks"),
	}
	if o.flag("expected") {
		e.expected = true
	}
	expected := e.expected
	o.labels(&e, "minor", "thesis", "advisor", "supervisor", "honors", "specialization", "activities")
	o.body(&e, "summary", "description")
	e.expected = (e.expected || expected) && !e.end.IsZero() && !e.end.Present
	e.highlights = append(e.highlights, o.bullets("courses", "coursework", "modules", "curriculum")...)
	return o.finish(&e)
}

// degree joins the kind of a degree and its subject.
func degree(kind, area string) string {
	if kind == "" || area == "" {
		return kind + area
	}
	if strings.Contains(strings.ToLower(kind), strings.ToLower(area)) {
		return kind
	}
	if last := kind[len(kind)-1]; last == ':' || last == ',' {
		return kind + " " + area
	}
	if englishDegree().MatchString(kind) {
		return kind + " in " + area
	}
	return kind + ", " + area
}

// englishDegree is a degree that takes an "in" before its subject.
var englishDegree = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(?:[BM]\.?\s?(?:Sc|A|S|Eng|Tech|Ed|Phil|B\.?A)\.?|Ph\.?\s?D\.?|Doctor(?:ate)?|(?:Bachelor|Master|Associate|Doctor)(?:'s|s)?(?: degree)?(?: of [A-Z]\w+)?|Minor|Major|Degree|Diploma|Certificate)$`)
})
