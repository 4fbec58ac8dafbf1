package resume

import (
	"cmp"
	"math"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/ghresume/ghresume/resume/skill"
)

// projects returns the user's own entries in their order, then those that the profile
// includes, then pinned ones, then the rest by rank.
func (j *joiner) projects() []Project {
	var out []Project
	taken := map[string]bool{}
	entries := closed(j.profile.Projects, (*ProjectEntry).span)
	named := j.namedBy(entries)
	for _, entry := range entries {
		project := j.joinEntry(entry, named, taken)
		taken[strings.ToLower(project.Repository)] = true
		taken[j.repositoryAbove(entry.URL)] = true
		out = append(out, project)
	}
	for _, words := range j.profile.Contributions {
		if name := j.today(words.Repo); !j.included(name) {
			taken[strings.ToLower(name)] = true
		}
	}
	for _, repo := range j.candidates() {
		if key := strings.ToLower(repo.Name); !taken[key] {
			taken[key] = true
			out = append(out, j.fromRepository(repo))
		}
	}
	return out
}

// namedBy returns the repositories that entries name or link; such a repository is never
// matched to another entry by its name.
func (j *joiner) namedBy(entries []ProjectEntry) map[string]bool {
	named := map[string]bool{}
	for _, e := range entries {
		if name := e.repository(j.host()); name != "" {
			named[strings.ToLower(j.today(name))] = true
		}
	}
	return named
}

// repositoryAbove returns the repository that an address is in, in lower case: if a
// folder of it is a project, the whole repository is not listed after it.
func (j *joiner) repositoryAbove(address string) string {
	if host, name, err := ParseRepository(address); err == nil && host == j.host() {
		return strings.ToLower(j.today(name))
	}
	return ""
}

// joinEntry fills gaps in the user's entry with GitHub's facts. The facts of a repository
// are printed once, with the first of its entries.
func (j *joiner) joinEntry(e ProjectEntry, named, taken map[string]bool) Project {
	project := j.factsOf(e, named)
	if taken[strings.ToLower(project.Repository)] && project.Repository != "" {
		project = Project{Name: project.Name, Repository: project.Repository, URL: project.URL, RepositoryURL: project.RepositoryURL}
	}
	project.Name = cmp.Or(e.Name, project.Name)
	project.URL = cmp.Or(absolute(e.URL), project.URL)
	if page := repositoryPage(j.host(), project.URL); page != "" && strings.EqualFold(j.today(page), project.Repository) {
		project.RepositoryURL = project.URL
	}
	project.Role = e.Role
	if e.Description != "" {
		project.Description, project.OwnWords = e.Description, true
	}
	project.Highlights = e.Highlights
	if len(e.Skills) > 0 {
		project.Technologies = e.Skills
	}
	project.Start, project.End = e.Start, e.End
	project.FromProfile = true
	return project
}

// factsOf returns GitHub's data about the repository that an entry names, links to, or
// shares its name with. A repository that does not exist gets no link.
func (j *joiner) factsOf(e ProjectEntry, named map[string]bool) Project {
	if page := pageElsewhere(j.host(), e.Repo); page != "" {
		return Project{Name: path.Base(page), URL: page, RepositoryURL: page}
	}
	name := e.repository(j.host())
	if name == "" {
		if name = j.ownNamed(e.Name); named[strings.ToLower(name)] {
			name = ""
		}
	}
	if repo := j.repository(name); repo != nil && j.mayShow(*repo, true) {
		return j.fromRepository(*repo)
	}
	project := Project{Repository: j.today(name)}
	if e.Repo != "" {
		project.Name = shortName(project.Repository)
		project.URL = j.repositoryURL(project.Repository)
		project.RepositoryURL = project.URL
	}
	return project
}

func (j *joiner) fromRepository(repo Repository) Project {
	evidence := j.evidenceIn(repo)
	least := j.profile.GitHub.Figures
	return Project{
		Work:       j.workOn(repo),
		Name:       shortName(repo.Name),
		Repository: repo.Name,
		URL:        repo.URL, RepositoryURL: repo.URL,
		Homepage:     webAddress(repo.Homepage),
		Description:  repo.Description,
		Technologies: skillNames(evidence),
		Language:     repo.Language,
		License:      repo.License,
		Stars:        atLeast(&repo.Stars, least.MinStars, defaultMinStars),
		Releases:     repo.Releases,
		Downloads:    atLeast(repo.Downloads, least.MinDownloads, defaultMinDownloads),
		Fork:         repo.Fork,
		Archived:     repo.Archived,
		LastPush:     repo.PushedAt,
		Evidence:     flatten(evidence),
	}
}

// webAddress drops the content of a stranger's homepage field if it is not an address.
func webAddress(homepage string) string {
	address := absolute(strings.TrimSpace(homepage))
	if strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://") {
		return address
	}
	return ""
}

// candidates returns the repositories that may become projects, best first.
func (j *joiner) candidates() []Repository {
	choice := j.profile.GitHub.Projects
	var out []Repository
	for _, name := range choice.Include {
		if repo := j.repository(name); repo != nil && j.mayShow(*repo, true) {
			out = append(out, *repo)
		}
	}
	ranked := slices.DeleteFunc(slices.Clone(j.snapshot.Repositories), func(r Repository) bool { return !j.mayShow(r, false) })
	ranked = j.withoutBare(ranked)
	slices.SortFunc(ranked, func(a, b Repository) int {
		return cmp.Or(
			cmp.Compare(j.pinRank(a.Name), j.pinRank(b.Name)),
			cmp.Compare(rank(b, j.snapshot.TakenAt), rank(a, j.snapshot.TakenAt)),
			cmp.Compare(a.Name, b.Name))
	})
	return append(out, ranked...)
}

// mayShow reports whether a repository may become a project; named means that the profile
// names it, which overrides everything but privacy.
func (j *joiner) mayShow(r Repository, named bool) bool {
	choice := j.profile.GitHub.Projects
	switch {
	case r.Private:
		return named && j.profile.GitHub.Private
	case named:
		return true
	case r.Empty, r.Disabled, r.Fork && !choice.Forks, r.Archived && !choice.Archived, r.Stars < choice.MinStars:
		return false
	}
	if matchesAny(choice.Exclude, r.Name) {
		return false
	}
	if j.owns(r.Name) {
		return j.isPinned(r.Name) || !isJunk(r)
	}
	return j.isPinned(r.Name) && j.shaped(r)
}

func (j *joiner) isPinned(name string) bool { return j.pinRank(name) < len(j.snapshot.Pinned) }

func (j *joiner) owns(name string) bool {
	owner, _, _ := strings.Cut(name, "/")
	return strings.EqualFold(owner, j.snapshot.Login)
}

// isProfileReadme reports whether a repository has the README that GitHub shows on the
// profile: owner/owner.
func isProfileReadme(name string) bool {
	owner, short, _ := strings.Cut(name, "/")
	return strings.EqualFold(owner, short)
}

// repository finds a repository in the snapshot by any spelling of its name, or by a
// former name.
func (j *joiner) repository(name string) *Repository {
	today := j.today(name)
	for i, r := range j.snapshot.Repositories {
		if strings.EqualFold(r.Name, today) {
			return &j.snapshot.Repositories[i]
		}
	}
	return nil
}

func (j *joiner) pinRank(name string) int {
	i := slices.IndexFunc(j.snapshot.Pinned, func(pinned string) bool { return strings.EqualFold(pinned, name) })
	if i < 0 {
		return len(j.snapshot.Pinned)
	}
	return i
}

// rank scores repositories by stars, recency and substance. Ten times the stars weigh as
// much as two years of inactivity.
func rank(r Repository, now time.Time) float64 {
	return math.Log10(float64(1+r.Stars)) + recency(r.PushedAt, now) + substance(r)
}

// recency returns 1 in the first year after the last push, then falls to 0.3.
func recency(pushed, now time.Time) float64 {
	steps := []float64{1, 0.8, 0.5, 0.5}
	if years := int(now.Sub(pushed).Hours() / 24 / 365); years < len(steps) {
		return steps[max(0, years)]
	}
	return 0.3
}

// substance rates what distinguishes a project from an experiment, 0 to 1.
func substance(r Repository) float64 {
	var bytes int64
	for _, n := range r.Languages {
		bytes += n
	}
	if r.Languages == nil && r.Language != "" {
		bytes = usualBytes
	}
	score := min(0.3, math.Log10(float64(1+bytes))/20)
	for _, sign := range []bool{r.Description != "", len(r.Topics) > 0, r.License != "", r.Releases != nil && *r.Releases > 0} {
		if sign {
			score += 0.15
		}
	}
	if r.Template {
		score /= 2
	}
	return score
}

// usualBytes is how much code a repository is taken to have if that is unknown.
const usualBytes = 20_000

// matchesAny reports whether owner/name or the name alone matches a pattern; GitHub's
// names ignore case.
func matchesAny(patterns []string, name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		subject := name
		if !strings.Contains(pattern, "/") {
			subject = shortName(name)
		}
		ok, err := doublestar.Match(strings.ToLower(pattern), subject)
		return ok && err == nil
	})
}

func shortName(name string) string {
	_, short, _ := strings.Cut(name, "/")
	return cmp.Or(short, name)
}

func skillNames(skills []skill.Skill) []string {
	names := make([]string, len(skills))
	for i, s := range skills {
		names[i] = s.Name
	}
	return names
}

func flatten(skills []skill.Skill) []skill.Evidence {
	var out []skill.Evidence
	for _, s := range skills {
		out = append(out, s.Evidence...)
	}
	return out
}
