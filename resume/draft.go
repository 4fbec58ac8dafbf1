package resume

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume/skill"
)

// How much of an account a draft contains.
const (
	draftSkills        = 6 // per group
	draftContributions = 3
)

// Draft returns a profile made from an account's data as a starting point, without
// inventing anything.
func Draft(s *Snapshot, catalog *skill.Catalog) *Profile {
	p := &Profile{
		Name: s.User.Name, Title: titleInBio(s.User.Bio), Location: s.User.Location, Website: s.User.Website,
		Links: map[string]string{}, Skills: map[string][]string{}, GitHub: GitHub{User: s.Login}, Positions: Positions{},
	}
	if p.Name == "" {
		p.Name = s.Login
	}
	var v validator
	if v.url("website", p.Website); len(v.problems) > 0 {
		p.Website = ""
	}
	full := BuildAll(p, s, catalog)
	for _, link := range full.Links {
		if link.Network != "github" && link.URL != "" {
			p.Links[link.Network] = LinkValue(link.Network, link.URL)
		}
	}
	draftGroups(p, full)
	draftWork(p, s, full)
	return p
}

// draftWork lists what the user pinned: their own repositories as projects, those of
// others as contributions; then the contributions that weigh most.
func draftWork(p *Profile, s *Snapshot, full *Resume) {
	var elsewhere []string
	for _, name := range s.Pinned {
		if owner, _, _ := strings.Cut(name, "/"); strings.EqualFold(owner, s.Login) {
			p.Projects = append(p.Projects, ProjectEntry{Repo: name})
		} else {
			elsewhere = append(elsewhere, name)
		}
	}
	for _, name := range elsewhere {
		if slices.ContainsFunc(s.Contributions, func(w MergedWork) bool { return w.Repository == name }) {
			p.Contributions = append(p.Contributions, ContributionEntry{Repo: name})
		}
	}
	for _, c := range full.Contributions {
		if !slices.Contains(elsewhere, c.Repository) {
			p.Contributions = append(p.Contributions, ContributionEntry{Repo: c.Repository})
		}
	}
	p.Contributions = p.Contributions[:min(draftContributions, len(p.Contributions))]
}

// draftGroups lists the skills that the code proves, best first.
func draftGroups(p *Profile, full *Resume) {
	for i, g := range full.Skills {
		p.Positions[joinPath("skills", g.Name)] = Position{Offset: i + 1}
		for _, s := range g.Skills[:min(draftSkills, len(g.Skills))] {
			p.Skills[g.Name] = append(p.Skills[g.Name], s.Name)
		}
	}
}

var (
	roleInBio = lazy.New(`(?i)\b(?:(?:senior|staff|principal|lead|junior)\s+)?(?:(?:back[- ]?end|front[- ]?end|full[- ]?stack|` +
		`software|platform|data|site reliability|devops|cloud|security|machine learning|mobile|embedded|` +
		`systems|web|infrastructure|go|golang|python|rust|java|kotlin|ruby|php|c\+\+|scala|elixir|ios|` +
		`android)\s+)+(?:engineer|developer|architect|programmer)\b`)
	fullName = map[string]string{"backend": "Backend", "frontend": "Frontend", "devops": "DevOps", "ios": "iOS", "php": "PHP", "golang": "Go"}
)

// titleInBio returns the role in a bio, capitalized as a title; "" if there is none.
func titleInBio(bio string) string {
	words := strings.Fields(roleInBio.FindString(bio))
	for i, word := range words {
		lower := strings.ToLower(word)
		if known, ok := fullName[strings.ReplaceAll(lower, "-", "")]; ok {
			words[i] = known
			continue
		}
		words[i] = strings.ToUpper(lower[:1]) + lower[1:]
	}
	return strings.Join(words, " ")
}
