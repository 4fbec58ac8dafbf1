package resume

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// mostShown is how many projects a group of skills points to.
const mostShown = 3

// showSkills moves each highlight to the group of skills that it shows best
// and points from groups to projects, as the functional format wants it. A
// highlight that shows no skill stays with its role, so that nothing is lost.
func (r *Resume) showSkills(catalogue *skill.Catalogue) {
	for c := range r.Experience {
		company := &r.Experience[c]
		company.Roles = slices.Clone(company.Roles)
		for i := range company.Roles {
			role := &company.Roles[i]
			role.Highlights = slices.DeleteFunc(slices.Clone(role.Highlights), func(h Highlight) bool {
				g := r.bestGroup(namesIn(h.Text, catalogue), role.Skills)
				if g >= 0 {
					r.Skills[g].Shown = append(r.Skills[g].Shown, Shown{Text: h.Text, Where: company.Name})
				}
				return g >= 0
			})
		}
	}
	for i := range r.Skills {
		r.pointToProjects(&r.Skills[i])
	}
}

func namesIn(text string, catalogue *skill.Catalogue) []string {
	var names []string
	for _, m := range catalogue.Find(text) {
		names = append(names, m.Name, m.Text)
	}
	return names
}

// bestGroup is the group with most of the named skills, else the first with one of the role's; -1 if none.
func (r *Resume) bestGroup(named, ofRole []string) int {
	best, most := -1, 0
	for i, g := range r.Skills {
		if n := g.overlap(named); n > most {
			best, most = i, n
		}
	}
	if best >= 0 || len(ofRole) == 0 {
		return best
	}
	return slices.IndexFunc(r.Skills, func(g SkillGroup) bool { return g.overlap(ofRole) > 0 })
}

// overlap counts the group's skills that the names mention.
func (g SkillGroup) overlap(names []string) int {
	n := 0
	for _, s := range g.Skills {
		if slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, s.Name) }) {
			n++
		}
	}
	return n
}

func (r *Resume) pointToProjects(g *SkillGroup) {
	shown := 0
	for _, p := range r.Projects {
		if shown < mostShown && g.overlap(p.Technologies) > 0 {
			g.Shown = append(g.Shown, Shown{Where: p.Name, URL: p.URL})
			shown++
		}
	}
}
