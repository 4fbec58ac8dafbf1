package preview

import (
	"github.com/ghresume/ghresume/resume/match"
)

// coverageOf returns a report in the words of `ghresume match`.
func coverageOf(r *match.Report) *Coverage {
	c := &Coverage{Title: r.Title, Summary: r.Summary(), Classes: []CoverageClass{}}
	for _, class := range match.Classes() {
		part := CoverageClass{Status: string(class.Status), Heading: class.Heading}
		for _, s := range r.Of(class.Status) {
			part.Skills = append(part.Skills, CoveredSkill{Name: s.Name, Demand: r.Demand(s), Proof: s.ProofText()})
		}
		if part.Skills != nil {
			c.Classes = append(c.Classes, part)
		}
	}
	return c
}
