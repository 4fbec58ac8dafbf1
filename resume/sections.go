package resume

import (
	"reflect"
	"slices"
	"strings"
)

// usual is the order of sections by format. The rest follows for all.
var usual = map[Format][]SectionKind{
	Chronological: {SummarySection, ExperienceSection, SkillsSection, ProjectsSection, ContributionsSection, EducationSection},
	Combination:   {SummarySection, SkillsSection, ExperienceSection, ProjectsSection, ContributionsSection, EducationSection},
	Functional:    {SummarySection, SkillsSection, ProjectsSection, ContributionsSection, ExperienceSection, EducationSection},
}

var rest = []SectionKind{CertificationsSection, AwardsSection, PublicationsSection, VolunteeringSection, LanguagesSection}

// SectionKinds are all sections that [layout] may name beside free titles.
func SectionKinds() []SectionKind { return append(slices.Clone(usual[Chronological]), rest...) }

// sections decides which sections are printed and in which order; empty ones vanish.
func sections(p *Profile, r *Resume) []Section {
	all := make([]Section, 0, len(usual[r.Format])+len(rest)+len(p.Sections))
	for _, kind := range append(slices.Clone(usual[r.Format]), rest...) {
		all = append(all, Section{Kind: kind, Title: titleOf(p.Layout, string(kind)), Brief: kind == ExperienceSection && r.Format == Functional})
	}
	for _, free := range p.Sections {
		all = append(all, Section{Kind: Free, Title: free.Title, Items: free.Items, Entries: free.Entries})
	}
	ordered := inOrder(all, p.Layout.Order)
	return slices.DeleteFunc(ordered, func(s Section) bool { return isNamed(s, p.Layout.Hide) || r.count(s) == 0 })
}

func titleOf(l Layout, kind string) string {
	for name, title := range l.Titles {
		if strings.EqualFold(name, kind) {
			return title
		}
	}
	return ""
}

// inOrder puts the named sections first.
func inOrder(all []Section, order []string) []Section {
	var out []Section
	for _, name := range order {
		for _, s := range all {
			if isNamed(s, []string{name}) && !isNamedIn(out, s) {
				out = append(out, s)
			}
		}
	}
	for _, s := range all {
		if !isNamed(s, order) {
			out = append(out, s)
		}
	}
	return out
}

func isNamedIn(list []Section, s Section) bool {
	return slices.ContainsFunc(list, func(t Section) bool { return t.Kind == s.Kind && t.Title == s.Title })
}

// isNamed reports whether a list names the section by kind or, for a free one, by title.
func isNamed(s Section, names []string) bool {
	name := string(s.Kind)
	if s.Kind == Free {
		name = s.Title
	}
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}

// count is how many entries a section has.
func (r *Resume) count(s Section) int {
	n := len(s.Items) + len(s.Entries)
	for _, list := range r.lists(s.Kind) {
		n += list.Len()
	}
	return n
}

// lists are the fields that hold what a section prints: its entries, or the texts of the summary.
func (r *Resume) lists(kind SectionKind) []reflect.Value {
	var out []reflect.Value
	for f, value := range textFields(reflect.ValueOf(r).Elem()) {
		if f.section == kind {
			out = append(out, value)
		}
	}
	return out
}

// Without is a copy of r in which a section is empty and not printed.
func (r *Resume) Without(kind SectionKind) *Resume {
	out := *r
	out.Sections = slices.DeleteFunc(slices.Clone(r.Sections), func(s Section) bool { return s.Kind == kind })
	for _, list := range out.lists(kind) {
		list.SetZero()
	}
	return &out
}
