package produce

import (
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// unproven describes the technologies that a text loses because their proofs are denied:
// nothing in the snapshot proves them, so they were not merely outranked. A single one may
// have been removed from a repository whose files were read; two are due to the denial.
func (d denied) unproven(old, now []byte) []string {
	if !slices.ContainsFunc(d.cuts, ofProofs) {
		return nil
	}
	catalog := skill.Default()
	var lost []string
	isDue := false
	texts := splitEntries(d.host, now)
	for name, before := range splitEntries(d.host, old) {
		r, known := d.repository(name)
		if !known || texts[name] == "" {
			continue
		}
		for _, technology := range technologiesLost(catalog, before, texts[name], r) {
			lost = append(lost, technology+" in "+name)
			isDue = isDue || len(r.Facts) == 0
		}
	}
	lists := technologiesLost(catalog, string(readable(old)), string(readable(now)), d.snapshot.Repositories...)
	if all := append(lists, slices.Sorted(slices.Values(lost))...); isDue || len(all) > 1 {
		return all
	}
	return nil
}

// ofProofs reports whether a cut is about what proves technologies: files, languages or
// topics of repositories.
func ofProofs(c resume.Cut) bool {
	isNamed := func(what string) bool { return strings.Contains(c.What, what) }
	return c.Part == resume.CutFiles || c.Part == resume.CutDetails && slices.ContainsFunc([]string{"files", "languages", "topics"}, isNamed)
}

func (d denied) repository(name string) (resume.Repository, bool) {
	i := slices.IndexFunc(d.snapshot.Repositories, func(r resume.Repository) bool { return strings.EqualFold(r.Name, name) })
	if i < 0 {
		return resume.Repository{}, false
	}
	return d.snapshot.Repositories[i], true
}

// technologiesLost returns the technologies that a text no longer names and that the
// repositories do not show.
func technologiesLost(c *skill.Catalog, old, now string, repositories ...resume.Repository) []string {
	lost := technologiesIn(c, old)
	for name := range technologiesIn(c, now) {
		delete(lost, name)
	}
	if len(lost) == 0 {
		return nil
	}
	for _, r := range repositories {
		source := skill.Repository{Name: r.Name, Description: r.Description, Share: 1, PushedAt: r.PushedAt, Languages: r.Languages, Topics: r.Topics, Facts: r.Facts}
		for _, shown := range c.Infer([]skill.Repository{source}, r.PushedAt, skill.Choice{}) {
			delete(lost, shown.Name)
		}
	}
	return slices.Sorted(maps.Keys(lost))
}

func technologiesIn(c *skill.Catalog, text string) map[string]bool {
	out := map[string]bool{}
	for _, match := range c.Find(text) {
		out[match.Name] = true
	}
	return out
}
