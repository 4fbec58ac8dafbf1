package resume

import "github.com/ghresume/ghresume/resume/skill"

// Inferred returns the skills found in the account's code, proven or not, with their evidence.
// [Build] prints the proven ones. Any argument may be nil, as in [BuildAll].
func Inferred(p *Profile, s *Snapshot, catalog *skill.Catalog) []skill.Skill {
	j := newJoiner(p, s, catalog)
	return j.catalog.Infer(j.skillSources(), j.snapshot.TakenAt, j.choice())
}
