package review

import "slices"

// Grade is one line of the report card.
type Grade struct {
	Area Area
	// Rules counts the rules of the area that had something to judge; Kept counts those
	// that the profile keeps.
	Rules, Kept int
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
		broken := 0
		for _, f := range found {
			if f.Rule == rule.Name {
				grades[rule.Area].count(f.Severity)
				broken++
			}
		}
		if broken > 0 {
			grades[rule.Area].Rules++
		} else if rule.judges(r) {
			grades[rule.Area].Rules++
			grades[rule.Area].Kept++
		}
	}
	card := make([]Grade, 0, len(grades))
	for _, area := range areas() {
		card = append(card, *grades[area])
	}
	return card
}

// judges reports whether the rule applies to the profile.
func (rule Rule) judges(r *reading) bool {
	return !(rule.English && !r.english) && !slices.Contains(ignoredRules(r.Profile.Check.Ignore), rule.Name) && (rule.on == nil || rule.on(r))
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
