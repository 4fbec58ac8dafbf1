package resume

import (
	"slices"
	"strings"
)

// DropLeast returns a copy of r without its least relevant entry from GitHub, and names
// that entry. It takes from the longer of projects and contributions, then from the
// skills, but never anything that the profile lists or includes by name. ok is false if
// nothing is left to drop.
func (r *Resume) DropLeast() (shorter *Resume, dropped string, ok bool) {
	out := *r
	projects, project := droppable(r.Projects, r.keepsProject)
	contributions, contribution := droppable(r.Contributions, Contribution.isOwn)
	switch {
	case projects+contributions == 0:
		dropped = out.dropSkill()
	case contributions >= projects:
		dropped = r.Contributions[contribution].Repository
		out.Contributions = without(r.Contributions, contribution)
	default:
		dropped = r.Projects[project].Name
		out.Projects = without(r.Projects, project)
	}
	out.Sections = slices.DeleteFunc(slices.Clone(r.Sections), func(s Section) bool { return out.count(s) == 0 })
	return &out, dropped, dropped != ""
}

func (r *Resume) keepsProject(p Project) bool {
	return p.FromProfile || slices.Contains(r.Limits.Always, strings.ToLower(p.Repository))
}

func (c Contribution) isOwn() bool { return c.FromProfile }

// droppable counts the entries that may be dropped and returns the index of the last one.
func droppable[T any](entries []T, keep func(T) bool) (n, last int) {
	for i, e := range entries {
		if !keep(e) {
			n, last = n+1, i
		}
	}
	return n, last
}

// without returns a copy of a list without its ith entry.
func without[T any](list []T, i int) []T { return slices.Delete(slices.Clone(list), i, i+1) }

// dropSkill drops the last skill that the profile does not list from the longest group.
func (r *Resume) dropSkill() string {
	group, at := -1, 0
	for i, g := range r.Skills {
		if n, last := droppable(g.Skills, func(s Skill) bool { return s.ByHand }); n > 0 && (group < 0 || len(g.Skills) > len(r.Skills[group].Skills)) {
			group, at = i, last
		}
	}
	if group < 0 {
		return ""
	}
	r.Skills = slices.Clone(r.Skills)
	g := &r.Skills[group]
	name := g.Skills[at].Name
	g.Skills = without(g.Skills, at)
	if len(g.Skills) == 0 && len(g.Examples) == 0 {
		r.Skills = without(r.Skills, group)
	}
	return name
}
