package produce

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// unproven describes the technologies that a text loses because their proofs are denied:
// nothing in the snapshot proves them, so they were not merely outranked. A single one of an
// entry may have been removed from the repository if its files were read.
func (d denied) unproven(old, now []byte) []string {
	if !slices.ContainsFunc(d.cuts, ofProofs) {
		return nil
	}
	catalog := skill.Default()
	var lost []string
	isDue := false
	texts := splitEntries(d.host, now)
	for name, before := range splitEntries(d.host, old) {
		r, known := repositoryNamed(d.snapshot, name)
		if !known || texts[name] == "" {
			continue
		}
		for _, technology := range technologiesLost(catalog, before, texts[name], r) {
			lost = append(lost, technology+" in "+name)
			isDue = isDue || len(r.Facts) == 0
		}
	}
	lists := technologiesLost(catalog, string(readable(old)), string(readable(now)), d.snapshot.Repositories...)
	if isDue || len(lists) > 0 || len(lost) > 1 {
		return append(lists, slices.Sorted(slices.Values(lost))...)
	}
	return nil
}

// ofProofs reports whether a cut is about what proves technologies: files, languages or
// topics of repositories.
func ofProofs(c resume.Cut) bool {
	isNamed := func(what string) bool { return strings.Contains(c.What, what) }
	return c.Part == resume.CutFiles || c.Part == resume.CutDetails && slices.ContainsFunc([]string{"files", "languages", "topics"}, isNamed)
}

// technologies describes those that only the old text names and that files or languages
// which were not read may prove. Two that entries do not name may have been the profile's.
func (u *unseen) technologies(old, now []byte) []string {
	catalog := skill.Default()
	var lost []string
	gone, more := map[string]bool{}, 2
	if u.lacks(resume.CutRepositories) {
		more = 0
	}
	texts := splitEntries(u.host, now)
	for name, before := range splitEntries(u.host, old) {
		r, known := repositoryNamed(u.snapshot, name)
		named := technologiesIn(catalog, before)
		switch isLeftOut := known && (r.Archived || r.Disabled || r.Empty || r.Fork); {
		case known && !r.FilesAt.IsZero() && r.Languages != nil:
			maps.Copy(gone, named)
		case isLeftOut, !known && u.owns(name) && !u.lacks(resume.CutRepositories):
			maps.Copy(gone, named)
			more += len(named) // the entry may have named only the first ones
		case known && texts[name] != "":
			for _, technology := range technologiesLost(catalog, before, texts[name], r) {
				lost = append(lost, technology+" in "+name)
			}
		}
	}
	slices.Sort(lost)
	proofs := u.snapshot.Repositories
	if slices.ContainsFunc(u.cuts, isShort) {
		proofs = nil // another rank may be due to what is missing
	}
	lists := technologiesLost(catalog, string(readable(old)), string(readable(now)), proofs...)
	lists = slices.DeleteFunc(lists, func(technology string) bool { return gone[technology] })
	isWhole := !u.lacks(resume.CutRepositories) && !slices.ContainsFunc(u.cuts, ofProofs)
	if isWhole && !u.isAnonymous || len(lost) == 0 && (isWhole || len(lists) <= more) {
		return nil
	}
	return append(lists, lost...)
}

// isShort reports whether a list of repositories has fewer items than its count.
func isShort(c resume.Cut) bool {
	return c.Part == resume.CutRepositories && !c.Lasting && ghsync.IsDenied(c)
}

func repositoryNamed(s *resume.Snapshot, name string) (resume.Repository, bool) {
	i := slices.IndexFunc(s.Repositories, func(r resume.Repository) bool { return strings.EqualFold(r.Name, name) })
	if i < 0 {
		return resume.Repository{}, false
	}
	return s.Repositories[i], true
}

// technologiesLost returns the technologies that a text no longer names and that the
// repositories do not show.
func technologiesLost(c *skill.Catalog, old, now string, repositories ...resume.Repository) []string {
	lost := technologiesIn(c, old)
	for name := range technologiesIn(c, now) {
		delete(lost, name)
	}
	maps.DeleteFunc(lost, func(name string, _ bool) bool { return hasWord(now, name) }) // alone, an ordinary word is none
	if len(lost) == 0 {
		return nil
	}
	for _, r := range repositories {
		source := skill.Repository{Name: r.Name, Description: r.Description, Share: 1, PushedAt: r.PushedAt, Languages: r.Languages, Language: r.Language, Topics: r.Topics, Facts: r.Facts}
		for _, shown := range c.Infer([]skill.Repository{source}, r.PushedAt, skill.Choice{}) {
			delete(lost, shown.Name)
		}
	}
	return slices.Sorted(maps.Keys(lost))
}

// hasWord reports whether a text contains a word.
func hasWord(text, word string) bool {
	return regexp.MustCompile(`(?:^|[^\pL\pN])` + regexp.QuoteMeta(word) + `(?:$|[^\pL\pN])`).MatchString(text)
}

func technologiesIn(c *skill.Catalog, text string) map[string]bool {
	out := map[string]bool{}
	for _, match := range c.Find(text) {
		out[match.Name] = true
	}
	return out
}
