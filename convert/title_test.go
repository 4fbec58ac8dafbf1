package convert

import (
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// TestHeadingsInTwoLanguages: both parts name the same section, or one of them jobs or
// schools.
func TestHeadingsInTwoLanguages(t *testing.T) {
	for title, want := range map[string]resume.SectionKind{
		"Berufserfahrung / Work Experience": resume.ExperienceSection,
		"FORMATION | EDUCATION":             resume.EducationSection,
		"Työkokemus / Experience":           resume.ExperienceSection,
		"Kenntnisse & Skills":               resume.SkillsSection,
		"Languages / Frameworks":            resume.Free,
		"Education / Projects":              resume.Free,
		"Client / Server":                   resume.Free,
		"/":                                 resume.Free,
	} {
		if got := kindOfTitle(title); got != want {
			t.Errorf("%s: %s, want %s", title, got, want)
		}
	}
}
