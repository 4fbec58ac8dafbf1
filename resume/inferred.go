package resume

import "github.com/ghresume/ghresume/resume/skill"

// Inferred are the skills that the account's code speaks of, claimed or not,
// with their evidence: the ground of what [Build] prints.
func Inferred(p *Profile, s *Snapshot, catalogue *skill.Catalogue) []skill.Skill {
	j := &joiner{profile: p, snapshot: s, catalogue: catalogue}
	return catalogue.Infer(j.skillSources(), s.TakenAt, j.choice())
}
