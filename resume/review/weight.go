package review

import "slices"

// minds is what a reader of resumes minds most: whether they can reach you,
// what you did, how it is written. Of advice on how to be reached most is taste.
func (s Severity) minds() []Area {
	if s == Advice {
		return []Area{Impact, Summary, Language, Skills, Length, Contact}
	}
	return []Area{Contact, Impact, Summary, Language, Skills, Length}
}

// ranks are the places of the rules by severity, those whose mistakes cost most first.
func ranks() map[Severity]map[string]int {
	all := map[Severity]map[string]int{}
	for _, s := range Severities() {
		all[s] = map[string]int{}
		for i, rule := range Rules() {
			all[s][rule.Name] = slices.Index(s.minds(), rule.Area)*len(Rules()) + i
		}
	}
	return all
}
