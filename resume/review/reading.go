package review

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// reading is a profile prepared for the rules.
type reading struct {
	Input
	// now is the month of Input.Now; 0 if no day was given.
	now month
	// english means that the profile is in English; hasEnglish that a text of it is.
	english, hasEnglish bool
	// language is the language of each text by field, "" if it is not known; foreign holds
	// the fields whose text is not in English.
	language map[string]string
	foreign  map[string]bool
	// texts are the user's prose, in the order of the profile.
	texts []text
	// labels are names, levels and headings, which no language rule checks.
	labels []text
	// dates and addresses are all those in the profile.
	dates     []resume.Text
	addresses []address
	// lists are the bullets, entry by entry; bullets are the same by entry.
	lists   []list
	bullets map[string][]text
	// names are the words of names, in lower case: they are never misspelled.
	names map[string]bool
	// written are the same words as written, for rules about capitals.
	written map[string]bool
	// skills are the skills that the profile lists.
	skills []skillEntry
	// ruleNames are the names of all rules.
	ruleNames map[string]bool
	// read is how many bytes of texts were read; cutAt is the field at which the budget
	// ran out.
	read  int
	cutAt string
	// values are the texts by field, filled on first use.
	values map[string]string
	// places turns offsets of the file into lines and columns; literals are the strings
	// read so far, by field.
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
	// name means that it is a proper name, which others chose.
	name bool
}

// mostText is how many bytes of text are checked, unless the input sets another limit:
// the length of thirty pages.
const mostText = 100_000

type textKind int

const (
	prose  textKind = iota // sentences
	bullet                 // one statement
	title                  // a few words without a verb
)

// list holds the bullets of one entry.
type list struct {
	field string // experience[0].highlights
	items []text
	// role is set for experience: its bullets must show impact.
	role *resume.Experience
	// end is when the entry ended.
	end resume.Date
}

// address is a link of the profile.
type address struct {
	field, value string
}

func newReading(in Input) *reading {
	in.Source = bytes.TrimPrefix(in.Source, []byte("\ufeff"))
	in.Profile = cmp.Or(in.Profile, &resume.Profile{})
	if in.Catalog == nil {
		in.Catalog = skill.Default()
	}
	if in.Resume == nil {
		in.Resume = resume.BuildAll(in.Profile, in.Snapshot, in.Catalog).Limit()
	}
	r := &reading{
		Input: in, now: monthOf(resume.DateOf(in.Now)),
		bullets: map[string][]text{}, names: map[string]bool{}, written: map[string]bool{}, ruleNames: map[string]bool{},
		places: newPlaces(in.Source), literals: map[string]literal{},
	}
	r.readTexts()
	r.readLists()
	r.readSkills()
	r.readLanguages()
	return r
}

// readTexts sorts the texts of the profile by what the rules do with them.
func (r *reading) readTexts() {
	for t := range r.Profile.Texts() {
		switch t.Kind {
		case resume.ProseText, resume.BulletText, resume.LabelText:
			r.readWriting(t)
		case resume.NameText:
			r.readName(t)
		case resume.DateText:
			r.dates = append(r.dates, t)
		case resume.AddressText:
			r.readAddress(t)
		}
	}
	r.addNames(r.Profile.GitHub.User)
	r.addNames(r.Profile.Check.Words...)
}

// readWriting adds what the language rules check: all but a custom section's heading, a
// grade, a level and the settings of [layout].
func (r *reading) readWriting(t resume.Text) {
	switch {
	case t.Key == "links":
		return // the name of a network
	case t.Section == "" && t.Key == "titles", t.Section == resume.Free && t.Key == "title", t.Section == resume.SkillsSection, t.Key == "grade", t.Key == "fluency":
		r.labels = append(r.labels, text{field: t.Field, value: t.Value, kind: title, clear: t.Value})
		return
	}
	t.Value = r.within(t)
	kind := map[resume.TextKind]textKind{resume.ProseText: prose, resume.BulletText: bullet, resume.LabelText: title}[t.Kind]
	if t.Section == resume.EducationSection {
		kind = title // grades and courses need no verb
	}
	written := text{field: t.Field, value: t.Value, kind: kind, clear: blank(t.Value)}
	if strings.TrimSpace(t.Value) != "" {
		r.texts = append(r.texts, written)
	}
	if kind == bullet {
		r.bullets[t.Entry] = append(r.bullets[t.Entry], written)
	}
}

// within returns the part of a text that is still within the budget.
func (r *reading) within(t resume.Text) string {
	left := cmp.Or(r.MaxText, mostText) - r.read
	if len(t.Value) <= left {
		r.read += len(t.Value)
		return t.Value
	}
	if r.cutAt == "" {
		r.cutAt = t.Field
	}
	r.read += left
	return strings.ToValidUTF8(t.Value[:left], "")
}

func (r *reading) readLists() {
	p := r.Profile
	for i := range p.Experience {
		r.addList(fmt.Sprintf("experience[%d]", i), &p.Experience[i], p.Experience[i].End)
	}
	for i, e := range p.Projects {
		r.addList(fmt.Sprintf("projects[%d]", i), nil, e.End)
	}
	for i := range p.Contributions {
		r.addList(fmt.Sprintf("contributions[%d]", i), nil, resume.Date{})
	}
	for i, e := range p.Volunteering {
		r.addList(fmt.Sprintf("volunteering[%d]", i), nil, e.End)
	}
}

func (r *reading) addList(entry string, role *resume.Experience, end resume.Date) {
	r.lists = append(r.lists, list{field: entry + ".highlights", items: r.bullets[entry], role: role, end: end})
}

// readName adds a name: its words count as correctly spelled.
func (r *reading) readName(t resume.Text) {
	r.labels = append(r.labels, text{field: t.Field, value: t.Value, kind: title, clear: t.Value, name: true})
	if t.Section != resume.SkillsSection && t.Key != "skills" {
		r.addNames(t.Value)
	}
}

func (r *reading) readAddress(t resume.Text) {
	value := strings.TrimSpace(t.Value)
	switch {
	case t.Key == "email" || t.Key == "phone" || t.Key == "doi" || value == "":
		return
	case t.Key == "repo" || t.Key == "links" && !strings.Contains(value, "://") && !looksLikeAddress(value):
		r.addNames(t.Value)
	default:
		r.addresses = append(r.addresses, address{t.Field, value})
		if t.Key == "links" {
			r.addNames(t.Value)
		}
	}
}

func (r *reading) addNames(values ...string) {
	for _, v := range values {
		for _, w := range wordsOf(v) {
			r.names[w.lower()], r.written[w.text] = true, true
		}
	}
}

// valuePath returns the path of the string that field holds: a highlight may be a table
// with a text.
func (r *reading) valuePath(field string) string {
	if _, ok := r.Profile.Positions[field+".text"]; ok {
		return field + ".text"
	}
	return field
}

// literal returns the string value of a field as written in the file.
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

// at returns a finding about a whole field.
func at(field, message, hint string) Finding {
	return Finding{Field: field, Message: message, Hint: hint}
}

// within returns a finding about t.value[from:to].
func (t text) within(from, to int, message, hint string) Finding {
	return Finding{Field: t.field, Message: message, Hint: hint, part: &part{from: from, to: to}}
}

// fixable marks a finding within a text as certain: instead is the replacement.
func fixable(f Finding, instead string) Finding {
	f.part.instead, f.part.certain = instead, true
	return f
}

// advice lowers a finding that is not certain to advice.
func advice(f Finding) Finding {
	f.Severity = Advice
	return f
}
