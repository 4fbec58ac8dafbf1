package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// Reason tells why an entry was moved or chosen.
type Reason struct {
	Entry, Why string
}

// Tailor returns a copy of a full resume in the order that suits a posting, with a reason for
// each change. It orders skills, groups, projects, contributions and highlights, and chooses
// among the profile's wordings; it adds nothing. A choice that would reduce the coverage of
// the printed resume is undone. It still holds everything: [resume.Resume.Limit] makes it
// ready to print. A nil catalog is the built-in one.
func Tailor(full *resume.Resume, p *Posting, catalog *skill.Catalog) (*resume.Resume, []Reason) {
	if catalog == nil {
		catalog = skill.Default()
	}
	found := map[statement][]skill.Match{}
	before := worthOf(full, p, catalog, found)
	for _, attempt := range []tailoring{{choose: true, pick: true}, {pick: true}, {choose: true}, {}} {
		attempt.posting, attempt.catalog, attempt.weights = p, catalog, weights(p)
		r := attempt.apply(full)
		if worthOf(r, p, catalog, found) >= before {
			return r, attempt.reasons
		}
	}
	return full, nil
}

// worthOf returns the coverage of what the resume prints, in units that need no rounding.
func worthOf(full *resume.Resume, p *Posting, catalog *skill.Catalog, found map[statement][]skill.Match) int {
	return newInventory(full.Limit(), full, nil, catalog, found).Cover(p).Coverage.worth()
}

// weights returns how much each asked skill counts in the order of entries.
func weights(p *Posting) map[string]int {
	out := map[string]int{}
	for _, a := range p.Skills {
		switch a.Level {
		case Required:
			out[a.Name] = 6
		case Preferred:
			out[a.Name] = 2
		default:
			out[a.Name] = 1
		}
	}
	return out
}

// tailoring is one way to fit a resume to a posting.
type tailoring struct {
	posting *Posting
	catalog *skill.Catalog
	weights map[string]int
	// choose selects variants of title and summary; pick reorders projects and
	// contributions.
	choose, pick bool
	// first is the technology that leads the skills.
	first   string
	reasons []Reason
}

func (t *tailoring) apply(full *resume.Resume) *resume.Resume {
	r := *full
	r.Projects = slices.Clone(full.Projects)
	if t.choose {
		t.variant(&r)
	}
	if t.pick {
		r.Limits.ByRelevance = len(t.weights) > 0
		r.Projects = pick(t, full.Projects, t.projectSkills, func(p resume.Project) string { return "project " + p.Name })
		r.Contributions = pick(t, full.Contributions, t.contributionSkills, func(c resume.Contribution) string { return "contribution " + c.Repository })
	}
	r.Skills = t.groups(full.Skills)
	r.Experience = t.experience(full.Experience)
	for i := range r.Projects {
		r.Projects[i].Highlights = t.highlights("project "+r.Projects[i].Name, r.Projects[i].Highlights)
		r.Projects[i].Technologies = t.names(r.Projects[i].Technologies)
	}
	if t.pick {
		t.sections(&r)
	}
	return &r
}

func (t *tailoring) because(entry, format string, args ...any) {
	t.reasons = append(t.reasons, Reason{entry, fmt.Sprintf(format, args...)})
}

// variant chooses the wording whose tags the posting asks for most.
func (t *tailoring) variant(r *resume.Resume) {
	best, score := -1, 0
	for i, v := range r.Variants {
		if s := t.tags(v.For); s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		return
	}
	v := r.Variants[best]
	tags := strings.Join(v.For, ", ")
	if v.Title != "" {
		r.Title = v.Title
		t.because("title", "your wording for %s", tags)
	}
	if v.Summary != "" || v.Objective != "" {
		r.Summary, r.Objective = strings.TrimSpace(v.Summary), strings.TrimSpace(v.Objective)
		t.because("summary", "your wording for %s", tags)
	}
}

// tags returns how much a posting asks for any of the tags: as skills, or as words of its
// title.
func (t *tailoring) tags(tags []string) int {
	total := 0
	title := strings.FieldsFunc(strings.ToLower(t.posting.Title), func(r rune) bool { return strings.ContainsRune(" ,/()-–|:", r) })
	for _, tag := range tags {
		if known, ok := t.catalog.Lookup(tag); ok && t.weights[known.Name] > 0 {
			total += t.weights[known.Name]
		} else if slices.Contains(title, strings.ToLower(tag)) {
			total += 6
		}
	}
	return total
}

// relevance returns the total weight of the asked skills among names, each counted once.
func (t *tailoring) relevance(names []string) int {
	total := 0
	for i, name := range names {
		if !slices.Contains(names[:i], name) {
			total += t.weights[name]
		}
	}
	return total
}

// canonical returns names as the catalog spells them.
func (t *tailoring) canonical(names []string) []string {
	out := make([]string, 0, len(names))
	for _, name := range names {
		if known, ok := t.catalog.Lookup(name); ok {
			name = known.Name
		}
		out = append(out, name)
	}
	return out
}

func (t *tailoring) found(texts ...string) []string {
	var out []string
	for _, m := range t.catalog.Find(strings.Join(texts, "\n")) {
		out = append(out, m.Name)
	}
	return out
}

func (t *tailoring) projectSkills(p resume.Project) []string {
	out := t.canonical(p.Technologies)
	texts := []string{p.Description}
	for _, h := range p.Highlights {
		texts = append(texts, h.Text)
	}
	return append(out, t.found(texts...)...)
}

func (t *tailoring) contributionSkills(c resume.Contribution) []string {
	_, name, _ := strings.Cut(c.Repository, "/")
	out := t.found(c.Description)
	if known, ok := t.catalog.Lookup(name); ok {
		out = append(out, known.Name)
	}
	return out
}

// byRelevance sorts a copy; equal entries keep their order.
func byRelevance[T any](list []T, relevance func(T) int) []T {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b T) int { return cmp.Compare(relevance(b), relevance(a)) })
	return out
}

// spelled returns a skill as the posting spells it, if the catalog considers both
// spellings as good in print: k8s and Kubernetes, Golang and Go. A full name is never
// shortened.
func (t *tailoring) spelled(name string) string {
	known, ok := t.catalog.Lookup(name)
	if !ok || !slices.ContainsFunc(append(known.Equal, known.Name), func(s string) bool { return strings.EqualFold(s, name) }) {
		return name
	}
	for _, a := range t.posting.Skills {
		if a.Name == known.Name && !a.Narrower && known.Prints(a.Text) && !strings.EqualFold(a.Text, name) && !shortens(a.Text, name) {
			t.because("skill "+name, "written %q as the posting does", a.Text)
			return a.Text
		}
	}
	return name
}

// shortens reports whether a text is an abbreviation of a name of several words, or only
// some of the words.
func shortens(text, name string) bool {
	words, isAbbreviation := strings.Fields(strings.ToLower(name)), text == strings.ToUpper(text) && !strings.Contains(text, " ")
	isOther := func(word string) bool { return !slices.Contains(words, word) }
	return isAbbreviation && len(words) > 1 || !slices.ContainsFunc(strings.Fields(strings.ToLower(text)), isOther)
}

func (t *tailoring) names(names []string) []string {
	return byRelevance(names, func(name string) int { return t.standing(t.canonical([]string{name})) })
}

// experience keeps the roles in order of time, and orders the content of each.
func (t *tailoring) experience(companies []resume.Company) []resume.Company {
	out := slices.Clone(companies)
	for i := range out {
		out[i].Roles = slices.Clone(out[i].Roles)
		for k := range out[i].Roles {
			role := &out[i].Roles[k]
			role.Highlights = t.highlights(role.Title+" at "+out[i].Name, role.Highlights)
			role.Skills = t.names(role.Skills)
		}
	}
	return out
}

func (t *tailoring) highlights(place string, list []resume.Highlight) []resume.Highlight {
	relevance := func(h resume.Highlight) int { return t.relevance(t.found(h.Text)) + t.tags(h.For) }
	out := byRelevance(list, relevance)
	if len(out) > 0 && out[0].Text != list[0].Text {
		t.because("first highlight of "+place, "%s", t.why(append(t.found(out[0].Text), t.canonical(out[0].For)...)))
	}
	return out
}

// why lists the asked skills among the given ones.
func (t *tailoring) why(names []string) string {
	var out []string
	for _, a := range t.posting.Skills {
		if slices.Contains(names, a.Name) {
			out = append(out, a.Name+" ("+string(a.Level)+")")
		}
	}
	if len(out) == 0 {
		return "its tags fit the posting"
	}
	return "shows " + strings.Join(out, ", ")
}
