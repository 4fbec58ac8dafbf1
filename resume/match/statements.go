package match

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// statement is one text of a resume, and its place.
type statement struct {
	text, place string
	listed      bool // an entry of a list of skills
}

// bringIn tells how to bring a statement that the limits leave out into the resume.
func (s statement) bringIn() string {
	switch kind, name, _ := strings.Cut(s.place, " "); kind {
	case "skills":
		return " beyond github.skills.max_per_group: list it under [skills]"
	case "project":
		return ": add " + name + " to github.projects.include"
	case "contribution":
		return ": list it under [[contributions]]"
	}
	return ", which [layout] leaves out"
}

// statements returns everything that a resume says about the user's work, in print order.
func statements(r *resume.Resume) []statement {
	out := []statement{{text: r.Title, place: "title"}}
	for t := range r.Texts() {
		if isTechnology(t) || speaks(t) {
			out = append(out, statement{t.Value, placeOf(r, t), isTechnology(t)})
		}
	}
	return out
}

// isTechnology reports whether a text is an entry in a list of skills.
func isTechnology(t resume.Text) bool {
	return t.Kind == resume.NameText && (t.Key == "skills" || t.Key == "technologies" || t.Section == resume.SkillsSection && t.Key == "name")
}

// speaks reports whether a text can name technologies: a company called Go shows nothing,
// nor does a heading, a grade or a license.
func speaks(t resume.Text) bool {
	switch {
	case t.Section == "" || t.Section == resume.LanguagesSection:
		return false
	case t.Kind == resume.ProseText || t.Kind == resume.BulletText:
		return true
	case t.Key == "title" && t.Kind == resume.LabelText && isHeading(t):
		return false
	case t.Key == "title" || t.Key == "role" || t.Key == "degree" || t.Key == "items":
		return true
	}
	return t.Section == resume.CertificationsSection && t.Key == "name"
}

func isHeading(t resume.Text) bool {
	return strings.HasPrefix(t.Field, "sections[") && !strings.Contains(t.Field, ".entries[")
}

// placeOf returns the name of the entry that a text belongs to.
func placeOf(r *resume.Resume, t resume.Text) string {
	switch t.Section {
	case resume.SkillsSection:
		return skillPlace(r, t)
	case resume.ExperienceSection:
		company := r.Experience[t.Index]
		name := company.Name
		if name == "" && len(company.Roles) > 0 {
			name = company.Roles[0].Title
		}
		return "experience at " + name
	case resume.ProjectsSection:
		return "project " + r.Projects[t.Index].Name
	case resume.ContributionsSection:
		return "contribution " + r.Contributions[t.Index].Repository
	case resume.Free:
		return r.Sections[t.Index].Title
	}
	return cmp.Or(singular[t.Section], string(t.Section))
}

// singular maps a section to the name of one entry.
var singular = map[resume.SectionKind]string{
	resume.CertificationsSection: "certification", resume.AwardsSection: "award", resume.PublicationsSection: "publication",
}

// skillPlace returns the original place of a bullet that is printed under a group of
// skills.
func skillPlace(r *resume.Resume, t resume.Text) string {
	var group, shown int
	if n, _ := fmt.Sscanf(t.Field, "skills[%d].shown[%d].", &group, &shown); n == 2 {
		return r.Skills[group].Examples[shown].Where
	}
	return "skills"
}
