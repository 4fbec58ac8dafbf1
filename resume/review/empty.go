package review

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

var emptyRules = []Rule{{
	Name: "empty-part", Area: Length, Severity: Warning, Habit: true, on: onWriting,
	Reason: "An empty bullet or section is something that you meant to write, or to delete.",
	Bad:    "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by 12 %\", \"\"]\n[[sections]]\ntitle = \"Talks\"\nitems = []",
	Good:   "[[experience]]\ntitle = \"Engineer\"\nhighlights = [\"Cut costs by 12 %\"]\n[[sections]]\ntitle = \"Talks\"\nitems = [\"GoLab 2025\"]",
	check:  checkEmptyParts,
}}

func checkEmptyParts(r *reading) []Finding {
	const hint = "fill it, or delete it"
	var found []Finding
	for entry, bullets := range r.bulletsByEntry() {
		for i, b := range bullets {
			if strings.IndexFunc(b.Text, isWordRune) < 0 {
				found = append(found, at(fmt.Sprintf("%s.highlights[%d]", entry, i), "the bullet is empty", hint))
			}
		}
	}
	for i, s := range r.Profile.Sections {
		if isEmptySection(s) {
			found = append(found, at(fmt.Sprintf("sections[%d]", i), fmt.Sprintf("the section %q is empty", s.Title), hint))
		}
	}
	return found
}

// bulletsByEntry returns all bullets of the profile, empty ones among them.
func (r *reading) bulletsByEntry() map[string][]resume.Highlight {
	p, all := r.Profile, map[string][]resume.Highlight{}
	for i, e := range p.Experience {
		all[fmt.Sprintf("experience[%d]", i)] = e.Highlights
	}
	for i, e := range p.Projects {
		all[fmt.Sprintf("projects[%d]", i)] = e.Highlights
	}
	for i, e := range p.Education {
		all[fmt.Sprintf("education[%d]", i)] = e.Highlights
	}
	for i, e := range p.Volunteering {
		all[fmt.Sprintf("volunteering[%d]", i)] = e.Highlights
	}
	return all
}

// isEmptySection reports whether a section has a heading and nothing below it.
func isEmptySection(s resume.FreeSection) bool {
	for _, item := range s.Items {
		if strings.IndexFunc(item, isWordRune) >= 0 {
			return false
		}
	}
	return len(s.Entries) == 0 && strings.TrimSpace(s.Title) != ""
}
