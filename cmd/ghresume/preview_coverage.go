package main

import (
	"fmt"

	"github.com/ghresume/ghresume/resume/match"
)

// coverage says what the resume shows of a posting, for the page.
type coverage struct {
	Title   string          `json:"title"`
	Summary string          `json:"summary"`
	Classes []coverageClass `json:"classes"`
}

// coverageClass are the skills of one status.
type coverageClass struct {
	Status  match.Status   `json:"status"`
	Heading string         `json:"heading"`
	Skills  []coveredSkill `json:"skills"`
}

// coveredSkill is a skill that a posting names, how much it wants it, and what proves it.
type coveredSkill struct {
	Name   string `json:"name"`
	Demand string `json:"demand"`
	Proof  string `json:"proof"`
}

// coverageOf words a report as `ghresume match` does.
func coverageOf(r *match.Report) *coverage {
	c := &coverage{Title: r.Title, Classes: []coverageClass{}}
	c.Summary = fmt.Sprintf("%d %%: required %d of %d, preferred %d of %d", r.Percent,
		r.Coverage.Required.Met, r.Coverage.Required.Asked, r.Coverage.Preferred.Met, r.Coverage.Preferred.Asked)
	for _, class := range classes {
		part := coverageClass{class.status, class.heading, nil}
		for _, s := range r.Skills {
			if s.Status == class.status {
				part.Skills = append(part.Skills, coveredSkill{s.Name, demandText(jobReport{Report: r}, s), proofText(s)})
			}
		}
		if part.Skills != nil {
			c.Classes = append(c.Classes, part)
		}
	}
	return c
}
