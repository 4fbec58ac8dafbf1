package review

import "slices"

// Area is an aspect of a resume's quality; the report card has one line for each.
type Area string

// The areas, in the order of the report card.
const (
	Contact  Area = "contact"
	Summary  Area = "summary"
	Skills   Area = "skills"
	Impact   Area = "impact"
	Length   Area = "length"
	Language Area = "language"
)

// areas returns all areas, in the order of the report card.
func areas() []Area { return []Area{Contact, Summary, Skills, Impact, Length, Language} }

// Rule is one rule for good resumes; docs/check.md names the sources.
type Rule struct {
	// Name is the rule's name in [check] ignore, in comments and in findings.
	Name string
	Area Area
	// Severity is the highest severity of the rule's findings; it is lower if the rule is
	// not certain.
	Severity Severity
	// Reason tells in one line why readers care.
	Reason string
	// Bad and Good are profiles, cut down to what the rule checks; only Bad breaks it.
	Bad, Good string
	// Habit means that a profile that breaks the rule once often breaks it everywhere:
	// the first time is a warning, the others are advice.
	Habit bool
	// English means that the rule applies to English only.
	English bool

	// knows reports whether the rule can judge texts of a language other than English; nil
	// means that it judges all.
	knows func(*language) bool
	// on reports whether there is anything for the rule to judge.
	on    subject
	check func(*reading) []Finding
}

// Rules returns all rules, area by area.
func Rules() []Rule {
	return slices.Concat(profileRules, contactRules, phoneRules, contactSenseRules, contactLinkRules, privateRules, parserRules, absenceRules, emptyRules, schoolingRules, summaryRules, skillRules, misspelledNameRules, honestyRules, senseRules,
		bulletRules, passiveRules, tenseRules, dateRules, projectRules, lengthRules, layoutRules,
		proofreadingRules, wordingRules, mixtureRules, spacingRules, placeholderRules, jargonRules, plainRules)
}

// Lookup finds a rule by name.
func Lookup(name string) (Rule, bool) {
	rules := Rules()
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.Name == name })
	if i < 0 {
		return Rule{}, false
	}
	return rules[i], true
}
