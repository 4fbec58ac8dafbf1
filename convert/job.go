package convert

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/degree"
	"github.com/ghresume/ghresume/resume"
)

// jobs reads a list of roles; an entry with several positions at one company becomes
// several roles.
func (in *reader) jobs(kind resume.SectionKind, list []object) {
	for _, o := range list {
		for _, role := range o.roles() {
			in.place(kind, role.job())
		}
	}
}

// roles returns the entry itself or, if it lists several positions, one entry for each
// with what they share; what describes all of them stays with the first.
func (o object) roles() []object {
	for _, key := range []string{"positions", "roles"} {
		list, isList := o.node.values[key].([]any)
		if !isList || len(list) == 0 {
			continue
		}
		if _, isObject := list[0].(*node); !isObject {
			continue
		}
		o.node.values[key] = nil
		var out []object
		for i, inner := range o.in.object(o.path, &node{keys: []string{key}, values: map[string]any{key: list}}).objects(key) {
			out = append(out, o.in.object(inner.path, merged(o.node, inner.node, i > 0)))
		}
		return out
	}
	return []object{o}
}

// merged returns inner with the values that only outer has; onlyShared takes only names
// and places from outer.
func merged(outer, inner *node, onlyShared bool) *node {
	out := newNode()
	for _, key := range outer.keys {
		if !onlyShared || slices.Contains(sharedKeys, key) {
			out.set(key, outer.values[key])
		}
	}
	for _, key := range inner.keys {
		if !isAbsent(inner.values[key]) {
			out.set(key, inner.values[key])
		}
	}
	return out
}

var sharedKeys = []string{"name", "company", "organization", "employer", "organisation", "companyName", "location", "url", "website", "link"}

// job reads a role, paid or not.
func (o object) job() entry {
	e := o.heading(
		[]string{"position", "title", "role", "jobTitle", "job_title", "jobtitle", "summaryTitle"},
		[]string{"name", "company", "organization", "employer", "organisation", "companyName", "company_name", "entity", "institution"})
	if e.title == "" {
		e.title = strings.Join(o.names("roles"), ", ")
	}
	o.summary(&e, "summary")
	o.body(&e, "summaryText", "content")
	if text := o.raw("description"); text != "" {
		e.describe(text)
		o.read["description"] = true
	}
	o.labels(&e, "department", "team", "client", "industry", "cause")
	return o.finish(&e)
}

// describe takes work.description as the description of the company, as in JSON Resume,
// unless it clearly says what the user did.
func (e *entry) describe(text string) {
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
	kind, area := o.name("studyType", "degree", "study_type", "title", "qualification", "type"), o.name("area", "field", "fieldOfStudy", "field_of_study", "major", "subject", "program", "course", "specialization")
	e := o.heading(nil, []string{"institution", "school", "university", "organization", "name", "college"})
	e.title, e.grade = o.wholeDegree(kind, area), o.name("score", "gpa", "grade", "GPA", "marks")
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

// wholeDegree joins kind and subject, or returns them as the file has already joined them.
func (o object) wholeDegree(kind, area string) string {
	if whole := o.name("degree"); strings.Contains(whole, kind) && strings.Contains(whole, area) {
		return whole
	}
	return degree.Join(kind, area)
}
