package main

import (
	"github.com/ghresume/ghresume/internal/preview"
	"github.com/ghresume/ghresume/resume/match"
)

// coverageOf words a report as `ghresume match` does.
func coverageOf(r *match.Report) *preview.Coverage {
	c := &preview.Coverage{Title: r.Title, Summary: r.Summary(), Classes: []preview.CoverageClass{}}
	for _, class := range match.Classes() {
		part := preview.CoverageClass{Status: string(class.Status), Heading: class.Heading}
		for _, s := range r.Of(class.Status) {
			part.Skills = append(part.Skills, preview.CoveredSkill{Name: s.Name, Demand: r.Demand(s), Proof: s.ProofText()})
		}
		if part.Skills != nil {
			c.Classes = append(c.Classes, part)
		}
	}
	return c
}
