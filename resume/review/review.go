// Package review contains the rules of resume practice and finds where a profile breaks them.
// It looks for mistakes, not matters of taste: if a rule cannot be sure, its finding is advice
// and says why.
//
// A rule is one row of a table; [Check] prepares the profile once, applies every rule, and
// locates the findings.
//
// Lines and columns count from 1, columns in characters; a finding whose place is
// not known has none. docs/check.md names the sources of resume practice behind the rules.
package review

import (
	"cmp"
	"slices"
	"time"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// Input is everything that the rules look at. Only Profile is required; a rule stays silent if
// the facts it needs are missing.
type Input struct {
	Profile *resume.Profile
	// Problems are the errors that parsing found; Profile has the valid rest.
	Problems resume.Problems
	// Foreign means that the profile was read from another kind of file, so that findings
	// have no lines.
	Foreign bool
	// Source is the text of the profile; without it findings have no columns and comments
	// cannot silence a rule.
	Source []byte
	// Printed is what the checked output prints of Profile; nil means all of it.
	Printed *resume.Profile
	// Resume is the profile joined with GitHub, in full.
	Resume *resume.Resume
	// Snapshot is GitHub's data; nil if there is none.
	Snapshot *resume.Snapshot
	// Catalog contains the known technologies; nil means the built-in ones.
	Catalog *skill.Catalog
	// MaxText is how many bytes of text are checked; 0 means 100,000.
	MaxText int
	// Pages is the printed length: 1.4 is a page and four tenths. 0 means unknown.
	Pages float64
	// Excess compares the printed resume with its limit; nil if that is unknown.
	Excess *Excess
	// Parsed is what a structural parser, of the kind that applicant tracking systems use,
	// finds in the printed file; nil if none was run.
	Parsed *resume.Profile
	// Lines is the number of printed lines; 0 means unknown.
	Lines int
	// Measure returns the length of a shortened resume; nil if that is unknown.
	Measure func(*resume.Resume) (float64, error)
	// Links holds the result of requesting each address; nil if links were not checked.
	Links map[string]resume.LinkStatus
	// Postings are the names of job postings next to the profile.
	Postings []string
	// TemplateSections are the sections that the chosen template prints; nil if unknown.
	TemplateSections []resume.SectionKind
	// Now is the current day.
	Now time.Time
}

// Excess is how much longer the printed resume is than it should be.
type Excess struct {
	// MostPages is the limit; 0 means none.
	MostPages int
	// Lines is the number of lines that must go, even if the text is set tighter.
	Lines int
}

// Severity tells how serious and how certain a finding is.
type Severity string

// The severities. Advice comes from a rule that cannot be certain.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Advice  Severity = "advice"
)

// Severities returns all severities, worst first.
func Severities() []Severity { return []Severity{Error, Warning, Advice} }

// AtLeast reports whether s is as bad as limit or worse.
func (s Severity) AtLeast(limit Severity) bool {
	return slices.Index(Severities(), s) <= slices.Index(Severities(), limit)
}

// Finding is one remark: what is wrong, where, and what to do.
type Finding struct {
	Rule     string
	Severity Severity
	// File and Position locate it in the profile; File is empty if the finding is only
	// about a repository.
	File     string
	Position resume.Position
	// Field is the path of the value: experience[1].highlights[0].
	Field string
	// Repository is the repository (owner/name) that the finding is about.
	Repository string
	Message    string
	Hint       string

	// quote is the text around the place if there is no line to show; from and to are its
	// bytes.
	quote string
	// absent means that the file has nothing for the field: the position is its
	// beginning.
	absent bool
	// part narrows the place to a part of the field's text.
	part *part
	// edit corrects the mistake; nil if a person has to.
	edit *edit
}

// Fixable reports whether [Fix] can correct the mistake.
func (f Finding) Fixable() bool { return f.edit != nil }

// part is a range of bytes in the text of a field, and its replacement.
type part struct {
	from, to int
	// instead is the correction; it counts only when certain is set.
	instead string
	certain bool
}

// Check applies every rule and returns the findings in the order of the file.
func Check(in Input) []Finding { return check(in, Rules()) }

// check applies some of the rules.
func check(in Input, rules []Rule) []Finding {
	r := newReading(in)
	quiet := readIgnores(r.Input)
	for _, rule := range Rules() {
		r.ruleNames[rule.Name] = true
	}
	var found []Finding
	for _, rule := range rules {
		if rule.English && !r.hasEnglish {
			continue
		}
		var broken []Finding
		for _, f := range rule.check(r) {
			if rule.English && r.isElsewhere(f.Field) {
				continue
			}
			f.Rule = rule.Name
			f.Severity = cmp.Or(f.Severity, rule.Severity)
			r.place(&f)
			if r.Foreign {
				f = r.inFinished(f)
			}
			if !quiet.silences(r, f) {
				broken = append(broken, f)
			}
		}
		sortFindings(broken)
		if rule.Habit {
			lowerRepeats(broken)
		}
		found = append(found, broken...)
	}
	found = withoutEchoes(found)
	sortFindings(found)
	return found
}

// lowerRepeats keeps the first warning of a habit and lowers the others to advice.
func lowerRepeats(found []Finding) {
	warned := false
	for i := range found {
		if found[i].Severity != Warning {
			continue
		}
		if warned {
			found[i].Severity = Advice
		}
		warned = true
	}
}

// place sets the position in the file from the field and the part of a finding.
func (r *reading) place(f *Finding) {
	if f.Repository != "" && f.Field == "" {
		return
	}
	f.File = r.Profile.File
	if r.Foreign {
		f.absent, f.quote = true, r.valueOf(f.Field)
		return
	}
	f.Position = r.Profile.Positions.Find(f.Field)
	if f.Position.Line == 0 {
		f.absent = true
		f.Position = resume.Position{Line: 1, Column: 1}
	}
	if f.part == nil {
		return
	}
	lit, ok := r.literal(f.Field)
	if !ok {
		return
	}
	f.Position = lit.position(r.places, f.part.from, f.part.to)
	if f.part.certain {
		f.edit = lit.edit(f.part)
	}
}
