package review

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// reading is a profile prepared for the rules.
type reading struct {
	Input
	// now is the month of Input.Now; 0 when no day was given.
	now month
	// english says that the language rules may speak.
	english bool
	// texts are all texts that the person wrote for people, in the order of the profile.
	texts []text
	// lists are the bullets, entry by entry.
	lists []list
	// names are words that stand in names, in lower case: they are never misspelled.
	names map[string]bool
	// written are the same words as they stand there, for rules about capitals.
	written map[string]bool
	// skills are the skills that the profile lists.
	skills []skillEntry
	// ruleNames are the names of all rules.
	ruleNames map[string]bool
	// places turns offsets of the file into lines and columns; literals are the strings read so far, by field.
	places   *places
	literals map[string]literal
}

// text is one piece of writing.
type text struct {
	field string
	value string
	kind  textKind
	// clear is value with links, code and the like blanked, byte for byte.
	clear string
}

type textKind int

const (
	prose  textKind = iota // sentences
	bullet                 // one statement
	title                  // a few words without a verb
)

// list is the bullets of one entry.
type list struct {
	entry string // experience[0]
	field string // experience[0].highlights
	items []text
	// role is set for experience: its bullets must show impact.
	role *resume.Experience
	// start and end are the entry's dates.
	start, end resume.Date
}

func newReading(in Input) *reading {
	r := &reading{Input: in, now: monthOf(resume.DateOf(in.Now)), places: newPlaces(in.Source), literals: map[string]literal{}}
	r.readHeader()
	r.readExperience()
	r.readProjects()
	r.readRest()
	r.readSkills()
	r.names, r.written = properNames(in.Profile)
	r.english = isEnglish(in.Profile.Layout.Language, r.texts)
	return r
}

func (r *reading) add(kind textKind, field, value string) text {
	t := text{field: field, value: value, kind: kind, clear: blank(value)}
	if strings.TrimSpace(value) != "" {
		r.texts = append(r.texts, t)
	}
	return t
}

func (r *reading) readHeader() {
	p := r.Profile
	r.add(title, "title", p.Title)
	r.add(prose, "summary", p.Summary)
	r.add(prose, "objective", p.Objective)
	for i, v := range p.Variants {
		at := fmt.Sprintf("variants[%d]", i)
		r.add(title, at+".title", v.Title)
		r.add(prose, at+".summary", v.Summary)
		r.add(prose, at+".objective", v.Objective)
	}
}

func (r *reading) readExperience() {
	for i := range r.Profile.Experience {
		e := &r.Profile.Experience[i]
		at := fmt.Sprintf("experience[%d]", i)
		r.add(title, at+".title", e.Title)
		r.add(prose, at+".summary", e.Summary)
		l := r.bullets(at, e.Highlights)
		l.role, l.start, l.end = e, e.Start, e.End
		r.lists = append(r.lists, l)
	}
}

func (r *reading) readProjects() {
	for i, e := range r.Profile.Projects {
		at := fmt.Sprintf("projects[%d]", i)
		r.add(prose, at+".description", e.Description)
		l := r.bullets(at, e.Highlights)
		l.start, l.end = e.Start, e.End
		r.lists = append(r.lists, l)
	}
	for i, e := range r.Profile.Contributions {
		at := fmt.Sprintf("contributions[%d]", i)
		r.add(prose, at+".description", e.Description)
		r.lists = append(r.lists, r.bullets(at, e.Highlights))
	}
}

func (r *reading) readRest() {
	p := r.Profile
	for i, e := range p.Education {
		at := fmt.Sprintf("education[%d]", i)
		r.add(title, at+".degree", e.Degree)
		r.addItems(at+".highlights", e.Highlights)
	}
	for i, e := range p.Awards {
		r.add(prose, fmt.Sprintf("awards[%d].description", i), e.Description)
	}
	for i, e := range p.Publications {
		r.add(prose, fmt.Sprintf("publications[%d].description", i), e.Description)
	}
	for i, e := range p.Volunteering {
		at := fmt.Sprintf("volunteering[%d]", i)
		r.add(title, at+".title", e.Title)
		r.add(prose, at+".description", e.Description)
		l := r.bullets(at, e.Highlights)
		l.start, l.end = e.Start, e.End
		r.lists = append(r.lists, l)
	}
	for i, s := range p.Sections {
		for j, item := range s.Items {
			r.add(title, fmt.Sprintf("sections[%d].items[%d]", i, j), item)
		}
	}
}

// addItems reads highlights that need no verb: grades, courses.
func (r *reading) addItems(field string, highlights []resume.Highlight) {
	for i, h := range highlights {
		r.add(title, fmt.Sprintf("%s[%d]", field, i), h.Text)
	}
}

func (r *reading) bullets(entry string, highlights []resume.Highlight) list {
	l := list{entry: entry, field: entry + ".highlights"}
	for i, h := range highlights {
		l.items = append(l.items, r.add(bullet, fmt.Sprintf("%s[%d]", l.field, i), h.Text))
	}
	return l
}

// valuePath is the path of the string that field holds: a highlight may be a table with a text.
func (r *reading) valuePath(field string) string {
	if _, ok := r.Profile.Positions[field+".text"]; ok {
		return field + ".text"
	}
	return field
}

// literal is the string value of a field as it stands in the file.
func (r *reading) literal(field string) (literal, bool) {
	if known, ok := r.literals[field]; ok {
		return known, true
	}
	p, ok := r.Profile.Positions[r.valuePath(field)]
	if !ok {
		return literal{}, false
	}
	lit, ok := readLiteral(r.Source, p)
	if ok {
		r.literals[field] = lit
	}
	return lit, ok
}

// at is a finding about a whole field.
func at(field, message, hint string) Finding {
	return Finding{Field: field, Message: message, Hint: hint}
}

// within is a finding about the bytes from to to of a text.
func (t text) within(from, to int, message, hint string) Finding {
	return Finding{Field: t.field, Message: message, Hint: hint, part: &part{from: from, to: to}}
}

// fixable marks a finding within a text as certain: instead is what must stand there.
func fixable(f Finding, instead string) Finding {
	f.part.instead, f.part.certain = instead, true
	return f
}

// advice lowers a finding that cannot be sure.
func advice(f Finding) Finding {
	f.Severity = Advice
	return f
}
