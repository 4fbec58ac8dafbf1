package resume

import "github.com/ghresume/ghresume/resume/skill"

// Inferred returns the skills found in the account's code, proven or not, with their evidence.
// [Build] prints the proven ones.
func Inferred(p *Profile, s *Snapshot, catalog *skill.Catalog) []skill.Skill {
	j := &joiner{profile: p, snapshot: s, catalog: catalog}
	return catalog.Infer(j.skillSources(), s.TakenAt, j.choice())
}
