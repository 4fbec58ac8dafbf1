package resume

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
)

// usual is the order of sections by format, before the rest, which is the same for all.
var usual = map[Format][]SectionKind{
	Chronological: {SummarySection, ExperienceSection, SkillsSection, ProjectsSection, ContributionsSection, EducationSection},
	Combination:   {SummarySection, SkillsSection, ExperienceSection, ProjectsSection, ContributionsSection, EducationSection},
	Functional:    {SummarySection, SkillsSection, ProjectsSection, ContributionsSection, ExperienceSection, EducationSection},
}

// SectionKinds returns all sections that [layout] may name besides custom titles: the
// usual ones, then the other lists of a [Resume] in its order.
func SectionKinds() []SectionKind { return kindsFor(Chronological) }

// kindsFor returns all sections, in the order of a format.
func kindsFor(format Format) []SectionKind {
	kinds := slices.Clone(usual[format])
	for f := range textFields(reflect.ValueOf(Resume{})) {
		if f.section != "" && !slices.Contains(kinds, f.section) {
			kinds = append(kinds, f.section)
		}
	}
	return kinds
}

// sections returns the sections to print, in order; empty ones are dropped.
func sections(p *Profile, r *Resume) []Section {
	var all []Section
	for _, kind := range kindsFor(r.Format) {
		all = append(all, Section{Kind: kind, Title: titleOf(p.Layout, string(kind)), Brief: kind == ExperienceSection && r.Format == Functional})
	}
	for _, free := range p.Sections {
		all = append(all, Section{Kind: Free, Title: free.Title, Items: free.Items, Entries: free.Entries})
	}
	ordered := inOrder(all, p.Layout.Order)
	hidden := setOf(p.Layout.Hide)
	return slices.DeleteFunc(ordered, func(s Section) bool { return hidden[s.key()] || r.count(s) == 0 })
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
	rank := map[string]int{}
	for i, name := range order {
		if _, known := rank[strings.ToLower(name)]; !known {
			rank[strings.ToLower(name)] = i
		}
	}
	rankOf := func(s Section) int {
		if i, named := rank[s.key()]; named {
			return i
		}
		return len(order)
	}
	return slices.SortedStableFunc(slices.Values(all), func(a, b Section) int { return cmp.Compare(rankOf(a), rankOf(b)) })
}

// key returns the word for a section in [layout]: its kind or, for a custom one, its
// title.
func (s Section) key() string {
	if s.Kind == Free {
		return strings.ToLower(s.Title)
	}
	return string(s.Kind)
}

// setOf returns a set of the words in lower case.
func setOf(words []string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[strings.ToLower(w)] = true
	}
	return set
}

// count returns the number of entries in a section. The totals of the contributions count
// as one, since their repositories may all be projects.
func (r *Resume) count(s Section) int {
	n := len(s.Items) + len(s.Entries)
	if s.Kind == ContributionsSection && r.wantsTotals() {
		n++
	}
	for _, list := range r.lists(s.Kind) {
		n += list.Len()
	}
	return n
}

// lists returns the fields with the content of a section: its entries, or the texts of
// the summary.
func (r *Resume) lists(kind SectionKind) []reflect.Value {
	var out []reflect.Value
	for f, value := range textFields(reflect.ValueOf(r).Elem()) {
		if f.section == kind {
			out = append(out, value)
		}
	}
	return out
}

// Without returns a copy of r in which a section is empty and not printed.
func (r *Resume) Without(kind SectionKind) *Resume {
	out := *r
	out.Sections = slices.DeleteFunc(slices.Clone(r.Sections), func(s Section) bool { return s.Kind == kind })
	for _, list := range out.lists(kind) {
		list.SetZero()
	}
	return &out
}
