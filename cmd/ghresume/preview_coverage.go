package main

import (
	"fmt"

	"github.com/ghresume/ghresume/internal/preview"
	"github.com/ghresume/ghresume/resume/match"
)

// coverageOf words a report as `ghresume match` does.
func coverageOf(r *match.Report) *preview.Coverage {
	c := &preview.Coverage{Title: r.Title, Classes: []preview.CoverageClass{}}
	c.Summary = fmt.Sprintf("%d %%: required %d of %d, preferred %d of %d", r.Percent,
		r.Coverage.Required.Met, r.Coverage.Required.Asked, r.Coverage.Preferred.Met, r.Coverage.Preferred.Asked)
	for _, class := range classes {
		part := preview.CoverageClass{Status: string(class.status), Heading: class.heading}
		for _, s := range r.Skills {
			if s.Status == class.status {
				part.Skills = append(part.Skills, preview.CoveredSkill{Name: s.Name, Demand: demandText(jobReport{Report: r}, s), Proof: proofText(s)})
			}
		}
		if part.Skills != nil {
			c.Classes = append(c.Classes, part)
		}
	}
	return c
}
