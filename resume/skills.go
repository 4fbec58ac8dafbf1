package resume

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume/skill"
)

// skills returns the user's own, in their order and groups, joined with what the code
// proves. Nothing that the user wrote is dropped or renamed.
func (j *joiner) skills() []SkillGroup {
	j.inferred = j.catalog.Infer(j.skillSources(), j.snapshot.TakenAt, j.choice())
	groups := grouping{at: map[string]int{}}
	j.writtenSkills(&groups)
	known := map[string]bool{}
	for _, g := range groups.list {
		for _, s := range g.Skills {
			known[j.canonical(s.Name)] = true
		}
	}
	for _, s := range j.inferred {
		if s.Proven && !known[strings.ToLower(s.Name)] && s.Group != skill.Practices {
			groups.add(string(s.Group), Skill{Name: s.Name, Evidence: s.Evidence})
		}
	}
	return groups.list
}

// grouping collects skills by the name of their group, ignoring case.
type grouping struct {
	list []SkillGroup
	at   map[string]int
}

func (g *grouping) add(name string, s Skill) {
	key := strings.ToLower(name)
	i, known := g.at[key]
	if !known {
		i = len(g.list)
		g.at[key] = i
		g.list = append(g.list, SkillGroup{Name: name})
	}
	g.list[i].Skills = append(g.list[i].Skills, s)
}

// writtenSkills adds the groups of [skills] in the order of the file.
func (j *joiner) writtenSkills(groups *grouping) {
	p := j.profile
	names := slices.SortedFunc(maps.Keys(p.Skills), func(a, b string) int {
		return cmp.Or(cmp.Compare(p.Positions[joinPath("skills", a)].Offset, p.Positions[joinPath("skills", b)].Offset), cmp.Compare(a, b))
	})
	for _, name := range names {
		for _, text := range p.Skills[name] {
			groups.add(name, Skill{Name: text, ByHand: true, Evidence: j.evidenceFor(text)})
		}
	}
}

// evidenceFor returns the evidence for a skill under any of its names, even if it is too
// little to list the skill unasked.
func (j *joiner) evidenceFor(name string) []skill.Evidence {
	canonical := j.canonical(name)
	for _, s := range j.inferred {
		if strings.ToLower(s.Name) == canonical {
			return s.Evidence
		}
	}
	return nil
}

// canonical returns the key shared by all spellings of one technology.
func (j *joiner) canonical(name string) string {
	if t, ok := j.catalog.Lookup(name); ok {
		return strings.ToLower(t.Name)
	}
	return strings.ToLower(strings.TrimSpace(name))
}

// skillSources returns the repositories that count for the user's skills.
func (j *joiner) skillSources() []skill.Repository {
	var out []skill.Repository
	for _, r := range j.snapshot.Repositories {
		if r.Empty || r.Disabled || r.Private && !j.named(r.Name) || isSettings(r.Name) && !j.included(r.Name) {
			continue // settings show which editor is used, not what is built
		}
		out = append(out, j.source(r))
	}
	return out
}

func (j *joiner) named(repository string) bool {
	return j.profile.GitHub.Private && j.included(repository)
}

func (j *joiner) source(r Repository) skill.Repository {
	return skill.Repository{
		Name: r.Name, Description: r.Description, Share: j.share(r), Fork: r.Fork, Archived: r.Archived,
		PushedAt: r.PushedAt, Languages: r.Languages, Language: r.Language, Topics: r.Topics, Facts: r.Facts,
	}
}

// provingCommits is how many commits in someone else's repository fully count for its
// technologies, however many others have made.
const provingCommits = 500

// leastPart is the share of commits below which they say nothing about the user's skills.
const leastPart = 0.1

// share returns the user's share of a repository: all of their own, and of another's as
// much as merged pull requests or commits show.
func (j *joiner) share(r Repository) float64 {
	if j.owns(r.Name) {
		return 1
	}
	share := 0.0
	for _, w := range j.snapshot.Contributions {
		if strings.EqualFold(w.Repository, r.Name) && w.Merged >= 5 {
			share = 0.3
		}
	}
	if r.OwnCommits == nil {
		return share
	}
	if part := partOfCommits(r); part >= leastPart {
		share = max(share, 0.6*min(1, part))
	}
	return share
}

// partOfCommits returns the user's part of a repository's commits, which must be known, or of
// those that fully count.
func partOfCommits(r Repository) float64 {
	all := provingCommits
	if r.Commits != nil && *r.Commits > 0 {
		all = min(all, *r.Commits)
	}
	return float64(*r.OwnCommits) / float64(all)
}

// mostTechnologies is how many technologies a project lists.
const mostTechnologies = 6

// evidenceIn returns the technologies of one repository: its main language, then the most
// informative ones.
func (j *joiner) evidenceIn(r Repository) []skill.Skill {
	found := j.catalog.Technologies(j.source(r), mostTechnologies, j.choice())
	main := j.canonical(r.Language)
	slices.SortStableFunc(found, func(a, b skill.Skill) int {
		return compareBool(strings.ToLower(b.Name) == main, strings.ToLower(a.Name) == main)
	})
	return found
}

// choice returns the profile's settings for the skills that code proves.
func (j *joiner) choice() skill.Choice {
	return skill.Choice{Include: j.profile.GitHub.Skills.Include, Exclude: j.profile.GitHub.Skills.Exclude}
}
