package review

import "slices"

// areasByWeight returns the areas that a reader of resumes minds most, in order: how to reach
// you, what you did, how it is written. Advice on being reachable comes last, as most is
// taste.
func (s Severity) areasByWeight() []Area {
	if s == Advice {
		return []Area{Impact, Summary, Language, Skills, Length, Contact}
	}
	return []Area{Contact, Impact, Summary, Language, Skills, Length}
}

// ranks maps severities and rules to ranks; the rules whose mistakes cost most come
// first.
func ranks() map[Severity]map[string]int {
	all := map[Severity]map[string]int{}
	for _, s := range Severities() {
		all[s] = map[string]int{}
		for i, rule := range Rules() {
			area := rule.Area
			switch rule.Name {
			case "misspelled-technology":
				area = Language // it weighs as much as any misspelled word
			case "years-of-technology":
				area = Impact // it is about the career
			}
			all[s][rule.Name] = slices.Index(s.areasByWeight(), area)*len(Rules()) + i
		}
	}
	return all
}
