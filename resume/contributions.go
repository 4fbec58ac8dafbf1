package resume

import (
	"cmp"
	"math"
	"net/url"
	"slices"
	"strings"
	"time"
)

// contributions returns the user's own entries in their order, then merged work in other
// people's repositories by rank. A repository listed as a project is not repeated.
func (j *joiner) contributions(projects []Project) []Contribution {
	taken, printed := map[string]bool{}, j.limits().Projects
	for i, p := range projects {
		if p.FromProfile || j.included(p.Repository) || i < printed {
			taken[strings.ToLower(p.Repository)] = true
		}
	}
	var out []Contribution
	for _, words := range j.profile.Contributions {
		taken[strings.ToLower(j.today(words.Repo))] = true
		out = append(out, j.joinWords(words))
	}
	for _, c := range j.rankedContributions() {
		if !taken[strings.ToLower(c.Repository)] {
			out = append(out, c)
		}
	}
	return out
}

// joinWords fills gaps in the user's entry with GitHub's data about the work, or else
// about the repository.
func (j *joiner) joinWords(words ContributionEntry) Contribution {
	c := j.workNamed(words.Repo)
	c.URL = cmp.Or(absolute(words.URL), c.URL)
	if words.Description != "" {
		c.Description, c.OwnWords = words.Description, true
	}
	c.Highlights = words.Highlights
	c.FromProfile = true
	return c
}

// workNamed returns what is known of a repository, on the account's host or on another one.
func (j *joiner) workNamed(repository string) Contribution {
	if page := pageElsewhere(j.host(), repository); page != "" {
		_, name, _ := ParseRepository(repository)
		return Contribution{Repository: name, URL: page}
	}
	return j.workIn(j.today(repository))
}

func (j *joiner) workIn(repository string) Contribution {
	for _, work := range j.snapshot.Contributions {
		if strings.EqualFold(work.Repository, repository) && (!j.isPrivate(work) || j.named(work.Repository)) {
			return j.fromWork(work)
		}
	}
	if repo := j.repository(repository); repo != nil && j.mayShow(*repo, true) {
		return j.fromCommits(*repo)
	}
	return Contribution{Repository: repository, URL: j.repositoryURL(repository)}
}

func (j *joiner) fromWork(w MergedWork) Contribution {
	least := j.profile.GitHub.Figures
	added, removed := w.Additions, w.Deletions
	if added != nil && removed != nil && *added+*removed < orDefault(least.MinLines, defaultMinLines) {
		added, removed = nil, nil
	}
	c := Contribution{
		Repository:      w.Repository,
		URL:             w.URL,
		Description:     w.Description,
		Stars:           atLeast(w.Stars, least.MinStars, defaultMinStars),
		Merged:          j.merged(w),
		Role:            j.roleIn(w),
		First:           DateOf(w.First),
		Last:            DateOf(w.Last),
		Additions:       added,
		Deletions:       removed,
		Proof:           w.URL + "/pulls?q=" + url.QueryEscape("is:pr is:merged author:"+j.snapshot.Login),
		OwnOrganization: j.inOwnOrganization(w.Repository),
	}
	if w.Disabled {
		c.URL, c.Proof = "", "" // GitHub does not show the pages
	}
	return c
}

// roleIn returns the role in a repository. Membership that only the token's owner sees is not
// told unless the profile allows what is private.
func (j *joiner) roleIn(w MergedWork) Role {
	role := roleOf(w.Role)
	isHidden := j.snapshot.Organizations != nil && !j.inOwnOrganization(w.Repository)
	if role == RoleMember && isHidden && !j.profile.GitHub.Private {
		return ""
	}
	return role
}

// merged counts the pull requests that the profile wants counted.
func (j *joiner) merged(w MergedWork) int {
	n := w.Merged
	if j.profile.GitHub.Contributions.Bots {
		n += w.Bots
	}
	if j.profile.GitHub.Contributions.Backports {
		n += w.Backports
	}
	return n
}

func (j *joiner) inOwnOrganization(repository string) bool {
	owner, _, _ := strings.Cut(repository, "/")
	return slices.ContainsFunc(j.snapshot.Organizations, func(o string) bool { return strings.EqualFold(o, owner) })
}

// rankedContributions returns the ranked work, merged with other people's repositories
// that the user committed to without a pull request. Pinned ones lead.
func (j *joiner) rankedContributions() []Contribution {
	type weighed struct {
		Contribution
		weight float64
	}
	var all []weighed
	for _, w := range j.rankedWork() {
		if w.Disabled {
			continue // the totals count it
		}
		all = append(all, weighed{j.fromWork(w), j.weigh(w, j.snapshot.TakenAt)})
	}
	for _, repo := range j.committedTo() {
		w := MergedWork{Merged: *repo.OwnCommits / commitsOfPull, Stars: &repo.Stars, Last: j.lastCommits(repo)}
		all = append(all, weighed{j.fromCommits(repo), j.weigh(w, j.snapshot.TakenAt)})
	}
	slices.SortStableFunc(all, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(j.pinRank(a.Repository), j.pinRank(b.Repository)), cmp.Compare(b.weight, a.weight))
	})
	return each(all, func(w weighed) Contribution { return w.Contribution })
}

// isPrivate reports whether work is in a private or internal repository: it is told with the
// project that the profile includes, but is not open source.
func (j *joiner) isPrivate(w MergedWork) bool {
	return slices.ContainsFunc(j.snapshot.Repositories, func(r Repository) bool {
		return r.Private && (w.ID != "" && w.ID == r.ID || strings.EqualFold(w.Repository, r.Name))
	})
}

func (j *joiner) rankedWork() []MergedWork {
	choice := j.profile.GitHub.Contributions
	kept := slices.DeleteFunc(slices.Clone(j.snapshot.Contributions), func(w MergedWork) bool {
		return j.merged(w) == 0 || j.owns(w.Repository) || j.isPrivate(w) || matchesAny(choice.Exclude, w.Repository) ||
			choice.MinStars > 0 && (w.Stars == nil || *w.Stars < choice.MinStars) ||
			choice.HideOwnOrganizations && j.inOwnOrganization(w.Repository)
	})
	slices.SortFunc(kept, func(a, b MergedWork) int {
		return cmp.Or(
			cmp.Compare(j.weigh(b, j.snapshot.TakenAt), j.weigh(a, j.snapshot.TakenAt)),
			cmp.Compare(a.Repository, b.Repository))
	})
	return kept
}

// weigh ranks contributions: the amount merged counts more than the repository's
// popularity.
func (j *joiner) weigh(w MergedWork, now time.Time) float64 {
	stars := 0
	if w.Stars != nil {
		stars = *w.Stars
	}
	return 1.5*math.Log10(float64(1+j.merged(w))) + math.Log10(float64(1+stars)) + recency(w.Last, now)/2
}
