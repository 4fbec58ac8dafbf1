package resume

import "github.com/ghresume/ghresume/resume/skill"

// Inferred returns the skills found in the account's code, proven or not, with their evidence.
// [Build] prints the proven ones.
func Inferred(p *Profile, s *Snapshot, catalogue *skill.Catalogue) []skill.Skill {
	j := &joiner{profile: p, snapshot: s, catalogue: catalogue}
	return catalogue.Infer(j.skillSources(), s.TakenAt, j.choice())
}
