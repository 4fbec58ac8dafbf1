package resume

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// showSkills moves each bullet to the printed group whose skills it names, for the
// functional format. A bullet that names none of them stays under its role, so that
// nothing is lost.
func (r *Resume) showSkills() {
	if r.Format != Functional || !r.prints(SkillsSection) || r.catalog == nil {
		return
	}
	r.unmoved = r.Experience
	r.Skills, r.Experience = slices.Clone(r.Skills), slices.Clone(r.Experience)
	for i := range r.Skills {
		r.Skills[i].Examples = slices.Clone(r.Skills[i].Examples)
	}
	for c := range r.Experience {
		company := &r.Experience[c]
		company.Roles = slices.Clone(company.Roles)
		for i := range company.Roles {
			r.showBullets(&company.Roles[i], company.Name)
		}
	}
}

func (r *Resume) showBullets(role *Experience, where string) {
	role.Highlights = slices.DeleteFunc(slices.Clone(role.Highlights), func(h Highlight) bool {
		g := r.bestGroup(namesIn(h.Text, r.catalog))
		if g >= 0 {
			r.Skills[g].Examples = append(r.Skills[g].Examples, Example{Text: h.Text, Where: where})
		}
		return g >= 0
	})
}

// employers returns the companies with the bullets under the roles, even if the format
// shows them elsewhere.
func (r *Resume) employers() []Company {
	if r.unmoved != nil {
		return r.unmoved
	}
	return r.Experience
}

// prints reports whether a section is printed.
func (r *Resume) prints(kind SectionKind) bool {
	return slices.ContainsFunc(r.Sections, func(s Section) bool { return s.Kind == kind })
}

func namesIn(text string, catalog *skill.Catalog) []string {
	var names []string
	for _, m := range catalog.Find(text) {
		names = append(names, m.Name, m.Text)
	}
	return names
}

// bestGroup returns the group with most of the named skills; -1 if there is none.
func (r *Resume) bestGroup(named []string) int {
	best, most := -1, 0
	for i, g := range r.Skills {
		if n := g.overlap(named); n > most {
			best, most = i, n
		}
	}
	return best
}

// overlap counts the group's skills that are among the names.
func (g SkillGroup) overlap(names []string) int {
	n := 0
	for _, s := range g.Skills {
		if slices.ContainsFunc(names, func(name string) bool { return strings.EqualFold(name, s.Name) }) {
			n++
		}
	}
	return n
}
