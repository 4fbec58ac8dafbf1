package review

// Grade is one line of the report card.
type Grade struct {
	Area Area
	// Rules is how many rules the area has; Kept is how many of them the profile keeps.
	Rules, Kept int
	// Errors, Warnings and Advice count findings.
	Errors, Warnings, Advice int
}

// Words says in words how the area stands.
func (g Grade) Words() string {
	switch {
	case g.Errors > 0:
		return "must be corrected"
	case g.Warnings > 3:
		return "needs work"
	case g.Warnings > 0:
		return "nearly there"
	case g.Advice > 0:
		return "good, with room to improve"
	}
	return "good"
}

// Card grades every area by what was found. It counts rules that are kept; it
// does not claim to know what any recruiter's system thinks.
func Card(found []Finding) []Grade {
	broken := map[string]bool{}
	grades := map[Area]*Grade{}
	for _, area := range Areas() {
		grades[area] = &Grade{Area: area}
	}
	areaOf := map[string]Area{}
	for _, f := range found {
		broken[f.Rule] = true
	}
	for _, rule := range Rules() {
		areaOf[rule.Name] = rule.Area
		grades[rule.Area].Rules++
		if !broken[rule.Name] {
			grades[rule.Area].Kept++
		}
	}
	for _, f := range found {
		if g := grades[areaOf[f.Rule]]; g != nil {
			g.count(f.Severity)
		}
	}
	card := make([]Grade, 0, len(grades))
	for _, area := range Areas() {
		card = append(card, *grades[area])
	}
	return card
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
