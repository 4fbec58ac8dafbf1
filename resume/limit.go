package resume

import (
	"reflect"
	"slices"
	"strings"
)

// How many entries come from GitHub unless the profile sets it.
const (
	defaultProjects       = 6
	defaultContributions  = 8
	defaultSkillsPerGroup = 8
)

// The smallest figures that are printed unless the profile sets them: less is not
// impressive.
const (
	defaultMinStars     = 5
	defaultMinDownloads = 50
	defaultMinLines     = 100

	leastActivity = 10 // reviews, issues, answers, commits without a pull request
	leastYears    = 5
)

// atLeast returns a figure if it is large enough to be printed, or nil.
func atLeast(figure, least *int, usual int) *int {
	if figure == nil || *figure < orDefault(least, usual) {
		return nil
	}
	return figure
}

func (j *joiner) limits() Limits {
	p := j.profile
	l := Limits{
		Projects:       orDefault(p.GitHub.Projects.Max, defaultProjects),
		Contributions:  orDefault(p.GitHub.Contributions.Max, defaultContributions),
		SkillsPerGroup: orDefault(p.GitHub.Skills.MaxPerGroup, defaultSkillsPerGroup),
		Sections:       map[SectionKind]int{},
	}
	for kind, n := range p.Layout.Max {
		l.Sections[SectionKind(strings.ToLower(kind))] = n
	}
	for _, name := range p.GitHub.Projects.Include {
		l.Always = append(l.Always, strings.ToLower(j.today(name)))
	}
	return l
}

func orDefault(n *int, usual int) int {
	if n == nil {
		return usual
	}
	return *n
}

// Limit returns a copy of r with no more entries than the profile allows. Entries that
// the profile lists or includes by name are kept first, whatever their rank.
func (r *Resume) Limit() *Resume {
	out := *r
	out.Projects = keep(r.Projects, r.Limits.Projects, func(p Project) bool {
		return p.FromProfile || slices.Contains(r.Limits.Always, strings.ToLower(p.Repository))
	})
	out.Contributions = keep(r.Contributions, r.Limits.Contributions, func(c Contribution) bool { return c.FromProfile })
	if !r.Limits.ByRelevance {
		out.Contributions = byOwner(out.Contributions)
	}
	out.Skills = nil
	for _, g := range r.Skills {
		g.Skills = keep(g.Skills, r.Limits.SkillsPerGroup, func(s Skill) bool { return s.ByHand })
		if len(g.Skills) > 0 {
			out.Skills = append(out.Skills, g)
		}
	}
	out.limitSections()
	out.Sections = slices.DeleteFunc(slices.Clone(r.Sections), func(s Section) bool { return out.count(s) == 0 })
	out.showSkills()
	return &out
}

// keep keeps at most n entries, dropping from the end those that are not the user's own.
func keep[T any](entries []T, n int, own func(T) bool) []T {
	room := n
	for _, e := range entries {
		if own(e) {
			room--
		}
	}
	var out []T
	for _, e := range entries {
		switch {
		case own(e):
			out = append(out, e)
		case room > 0:
			out = append(out, e)
			room--
		}
	}
	return out
}

// limitSections applies [layout] max, which also counts the user's own entries.
func (r *Resume) limitSections() {
	for kind, n := range r.Limits.Sections {
		for _, list := range r.lists(kind) {
			if list.Kind() == reflect.Slice && list.Len() > n {
				list.Set(list.Slice(0, n))
			}
		}
	}
}
