package main

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume/skill"
)

// text lists the skills by group, each with its evidence.
func (r explainReport) text() string {
	var b strings.Builder
	group := ""
	for _, s := range r.Skills {
		if s.Group != group {
			if group != "" {
				b.WriteByte('\n')
			}
			group = s.Group
			fmt.Fprintf(&b, "%s\n", safe.Line(group))
		}
		fmt.Fprintf(&b, "  %s%s\n", safe.Line(s.Name), s.verdict())
		for _, e := range s.Evidence {
			fmt.Fprintf(&b, "    %.1f  %s\n", e.Strength, safe.Line(proofLine(e)))
		}
	}
	if len(r.Skills) == 0 {
		b.WriteString("no skills found in code\n")
	}
	if r.NotOwnWork != "" {
		fmt.Fprintf(&b, "\n%s\n", r.NotOwnWork)
	}
	return b.String()
}

// verdict says whether a skill is printed, and why.
func (s explainedSkill) verdict() string {
	switch {
	case s.Written && len(s.Evidence) == 0:
		return ": in the profile; no code proves it"
	case s.Written:
		return ": in the profile, and proved"
	case s.Proven:
		return ""
	case len(s.Evidence) == 0:
		return ": no code proves it"
	}
	return ": found, but too weak to list (needs one strong piece of evidence, or two repositories)"
}

func proofLine(e skill.Evidence) string {
	place := e.Repository
	if e.Path != "" {
		place += "/" + e.Path
	}
	return fmt.Sprintf("%s: %s %s", place, e.Kind, strings.TrimPrefix(e.Snippet, e.Kind+":"))
}
