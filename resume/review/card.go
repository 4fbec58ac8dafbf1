package review

import (
	"slices"
	"strings"
)

// Grade is one line of the report card.
type Grade struct {
	Area Area
	// Rules counts the rules of the area that had something to judge; Kept counts those
	// that the profile keeps.
	Rules, Kept int
	// EnglishOnly counts those that stayed silent because the resume is in a language that
	// they do not know.
	EnglishOnly int
	// Errors, Warnings and Advice count findings.
	Errors, Warnings, Advice int
}

// Words returns the grade in words.
func (g Grade) Words() string {
	switch {
	case g.Rules == 0:
		return "nothing to judge"
	case g.Errors > 0:
		return "must be corrected"
	case g.Warnings > 3 || g.Warnings > 0 && g.Kept == 0:
		return "needs work"
	case g.Warnings > 0:
		return "nearly there"
	case g.Advice > 0:
		return "good, with room to improve"
	}
	return "good"
}

// ReportCard grades every area by the findings. It counts the rules that had something to
// judge, and those kept; it does not claim to predict the score of an applicant tracking
// system.
func ReportCard(in Input, found []Finding) []Grade {
	r := newReading(in)
	grades := map[Area]*Grade{}
	for _, area := range areas() {
		grades[area] = &Grade{Area: area}
	}
	for _, rule := range Rules() {
		broken := map[Area]bool{}
		for _, f := range found {
			if f.Rule == rule.Name {
				area := rule.areaOf(f)
				grades[area].count(f.Severity)
				broken[area] = true
			}
		}
		for area := range broken {
			grades[area].Rules++
		}
		switch {
		case len(broken) > 0 || !rule.judges(r):
		case rule.speaks(r):
			grades[rule.Area].Rules++
			grades[rule.Area].Kept++
		default:
			grades[rule.Area].EnglishOnly++
		}
	}
	card := make([]Grade, 0, len(grades))
	for _, area := range areas() {
		card = append(card, *grades[area])
	}
	return card
}

// areaOf returns the area that a finding counts in. A placeholder spoils the part of the
// resume that it stands in: who is called "Your Name" has no good contact details.
func (rule Rule) areaOf(f Finding) Area {
	if rule.Name != "placeholder" {
		return rule.Area
	}
	section, _, _ := strings.Cut(f.Field, ".")
	section, _, _ = strings.Cut(section, "[")
	switch section {
	case "name", "title", "email", "phone", "street", "location", "website", "links", "contacts", "github":
		return Contact
	case "summary", "objective":
		return Summary
	case "skills":
		return Skills
	case "experience", "projects", "education", "volunteering":
		return Impact
	}
	return rule.Area
}

// judges reports whether the rule applies to the profile.
func (rule Rule) judges(r *reading) bool {
	return !slices.Contains(ignoredRules(r.Profile.Check.Ignore), rule.Name) && (rule.on == nil || rule.on(r))
}

// speaks reports whether the rule knows the language of the resume.
func (rule Rule) speaks(r *reading) bool {
	switch {
	case r.english:
		return true
	case rule.English:
		return false
	case rule.knows == nil:
		return true
	}
	return slices.ContainsFunc(r.texts, func(t text) bool {
		l := r.knownLanguage(t.field)
		return l != nil && rule.knows(l)
	})
}

func (g *Grade) count(s Severity) {
	switch s {
	case Error:
		g.Errors++
	case Warning:
		g.Warnings++
	case Advice:
		g.Advice++
	}
}
