package match

import (
	"slices"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// groups orders the groups and their skills by the weight of what is asked for, with the
// technology that the posting names first before all, and uses the posting's spelling of
// a skill if it is as good.
func (t *tailoring) groups(groups []resume.SkillGroup) []resume.SkillGroup {
	t.first = t.firstNamed(groups)
	out := slices.Clone(groups)
	for i := range out {
		g := &out[i]
		before := g.Skills
		g.Skills = byRelevance(g.Skills, func(s resume.Skill) int { return t.standing(t.canonical([]string{s.Name})) })
		g.Examples = byRelevance(g.Examples, func(s resume.Example) int { return t.relevance(t.found(s.Text)) })
		if len(before) > 0 && g.Skills[0].Name != before[0].Name {
			t.because("first of "+g.Name, "%s, as the posting %s it", g.Skills[0].Name, t.levelVerb(g.Skills[0].Name))
		}
		for k := range g.Skills {
			if said := t.spelled(g.Skills[k].Name); said != g.Skills[k].Name {
				g.Skills[k].Name, g.Skills[k].Listed = said, g.Skills[k].Name
			}
		}
	}
	out = byRelevance(out, func(g resume.SkillGroup) int {
		total := 0
		for _, s := range g.Skills {
			total += t.standing(t.canonical([]string{s.Name}))
		}
		return total
	})
	if len(out) > 0 && out[0].Name != groups[0].Name {
		t.because("first group of skills", "%s: it holds most of what is asked", out[0].Name)
	}
	return out
}

// levelVerb returns the verb for the level of a skill: "requires", "prefers", "names".
func (t *tailoring) levelVerb(name string) string {
	for _, a := range t.posting.Skills {
		if a.Name == t.canonical([]string{name})[0] {
			return map[Level]string{Required: "requires", Preferred: "prefers", Mentioned: "names"}[a.Level]
		}
	}
	return "names"
}

// firstNamed returns the technology that the posting names first among those that it asks
// for most and the skills include.
func (t *tailoring) firstNamed(groups []resume.SkillGroup) string {
	held := map[string]bool{}
	for _, g := range groups {
		for _, s := range g.Skills {
			held[t.canonical([]string{s.Name})[0]] = true
		}
	}
	for _, level := range []Level{Required, Preferred, Mentioned} {
		for _, a := range t.posting.Skills {
			if a.Level == level && a.Group != skill.Practices && held[a.Name] {
				return a.Name
			}
		}
	}
	return ""
}

// standing ranks skills: by the weight of what is asked for, then by the order of the
// posting.
func (t *tailoring) standing(names []string) int {
	const weight, lead = 1000, 1 << 30
	total := weight * t.relevance(names)
	for i, a := range t.posting.Skills {
		if slices.Contains(names, a.Name) {
			total += max(0, weight/2-i)
			break
		}
	}
	if t.first != "" && slices.Contains(names, t.first) {
		total += lead
	}
	return total
}

// movable are the sections whose order may follow a posting: roles and courses stay where
// the format puts them.
var movable = []resume.SectionKind{resume.ProjectsSection, resume.ContributionsSection, resume.CertificationsSection, resume.PublicationsSection}

// sections orders the movable ones by the weight of what they show, unless the user set
// their order.
func (t *tailoring) sections(r *resume.Resume) {
	if len(r.Layout.Order) > 0 || len(t.weights) == 0 {
		return
	}
	var at []int
	var kinds []resume.Section
	for i, s := range r.Sections {
		if slices.Contains(movable, s.Kind) {
			at, kinds = append(at, i), append(kinds, s)
		}
	}
	sorted := byRelevance(kinds, func(s resume.Section) int { return t.relevance(t.shownIn(r, s.Kind)) })
	r.Sections = slices.Clone(r.Sections)
	for i, k := range at {
		if r.Sections[k].Kind != sorted[i].Kind {
			t.because("section "+string(sorted[i].Kind), "earlier: it %s", t.why(t.shownIn(r, sorted[i].Kind)))
		}
		r.Sections[k] = sorted[i]
	}
}

// shownIn returns the technologies that a section of the printed resume shows.
func (t *tailoring) shownIn(r *resume.Resume, kind resume.SectionKind) []string {
	only := *r
	only.Sections = []resume.Section{{Kind: kind}}
	var out []string
	for _, s := range statements(only.Limit()) {
		if s.listed {
			out = append(out, t.canonical([]string{s.text})...)
		} else {
			out = append(out, t.found(s.text)...)
		}
	}
	return out
}
