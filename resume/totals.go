package resume

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"
)

// ContributionTotals cover all merged pull requests in other people's repositories that
// the profile wants counted, listed or not.
type ContributionTotals struct {
	// Pulls and Repositories are zero if the list already covers them all in one entry.
	Pulls, Repositories int
	// Since is the year of the first merge.
	Since Date
	// Proof is a GitHub search that lists the pull requests.
	Proof string `text:"address"`
	// Reviews counts pull requests of others that the user reviewed, Issues the user's
	// issues that were completed elsewhere, Answers the user's accepted answers; zero if
	// unknown or too few to mention.
	Reviews, Issues, Answers Tally
	// ActiveYears counts the years with public contributions; zero if unknown or few, or if it
	// would be the only figure, since it has no proof.
	ActiveYears int
}

// Tally is a number with its proof, a GitHub search.
type Tally struct {
	N     int
	Proof string `text:"address"`
}

// countedWork returns the ranked work and what the profile names itself.
func (j *joiner) countedWork() []MergedWork {
	works := j.rankedWork()
	for _, w := range j.snapshot.Contributions {
		named := slices.ContainsFunc(j.profile.Contributions, func(words ContributionEntry) bool { return strings.EqualFold(j.today(words.Repo), w.Repository) })
		listed := slices.ContainsFunc(works, func(o MergedWork) bool { return o.Repository == w.Repository })
		if named && !listed && j.merged(w) > 0 && !j.isPrivate(w) {
			works = append(works, w)
		}
	}
	return works
}

// totals counts the work in other people's repositories, unless the list has it all in one
// entry.
func (j *joiner) totals(list []Contribution) ContributionTotals {
	works, out := j.countedWork(), j.activity()
	isListed := func(c Contribution) bool { return strings.EqualFold(c.Repository, works[0].Repository) }
	if len(works) == 0 || len(works) == 1 && slices.ContainsFunc(list, isListed) {
		if out == (ContributionTotals{ActiveYears: out.ActiveYears}) {
			out.ActiveYears = 0
		}
		return out
	}
	out.Repositories = len(works)
	var first time.Time
	for _, w := range works {
		out.Pulls += j.merged(w)
		if !w.First.IsZero() && (first.IsZero() || w.First.Before(first)) {
			first = w.First
		}
	}
	out.Since = Date{Year: DateOf(first).Year}
	out.Proof = j.searchFor("is:pr is:merged author:"+j.snapshot.Login+" -user:"+j.snapshot.Login, "pullrequests")
	return out
}

// wantsTotals reports whether there are totals to print, even without a list below them.
func (r *Resume) wantsTotals() bool {
	most, isLimited := r.Limits.Sections[ContributionsSection]
	return r.ContributionTotals != (ContributionTotals{}) && r.Limits.Contributions > 0 && (!isLimited || most > 0)
}

// activity returns the figures other than merged pull requests that are large enough to
// print.
func (j *joiner) activity() ContributionTotals {
	a, login := j.snapshot.Activity, j.snapshot.Login
	tally := func(n *int, query, kind string) Tally {
		if atLeast(n, nil, leastActivity) == nil {
			return Tally{}
		}
		return Tally{*n, j.searchFor(query, kind)}
	}
	out := ContributionTotals{
		Reviews: tally(a.Reviews, "is:pr reviewed-by:"+login+" -author:"+login, "pullrequests"),
		Issues:  tally(a.Issues, "is:issue reason:completed author:"+login+" -user:"+login, "issues"),
		Answers: tally(a.Answers, "answered-by:"+login, "discussions"),
	}
	if n := j.activeYears(); n >= leastYears {
		out.ActiveYears = n
	}
	return out
}

// activeYears counts the years with contributions. GitHub always lists the present one, which
// does not count if everything that was read shows that nothing happened in it yet.
func (j *joiner) activeYears() int {
	years := j.snapshot.Activity.Years
	if now := j.snapshot.TakenAt.Year(); slices.Contains(years, now) && j.isIdle(now) {
		return len(years) - 1
	}
	return len(years)
}

// isIdle reports whether a year's commits are known and none, and no pull request was merged
// and no repository created in it.
func (j *joiner) isIdle(year int) bool {
	s, known := j.snapshot, false
	for _, span := range s.Commits {
		if span.From.Year() == year {
			if known = true; span.ReadAt.IsZero() || len(span.Commits) > 0 {
				return false
			}
		}
	}
	isCut := func(c Cut) bool { return c.Part == CutCommits || c.Part == CutContributions || c.Part == CutActivity }
	if !known || s.Unsearched > 0 || slices.ContainsFunc(s.Cut, isCut) {
		return false
	}
	return !slices.ContainsFunc(s.Contributions, func(w MergedWork) bool { return w.Last.Year() == year }) &&
		!slices.ContainsFunc(s.Repositories, func(r Repository) bool { return j.owns(r.Name) && r.CreatedAt.Year() == year })
}

// searchFor returns the address of a search on GitHub's site.
func (j *joiner) searchFor(query, kind string) string {
	return strings.TrimSuffix(j.repositoryURL(""), "/") + "/search?" + url.Values{"q": {query}, "type": {kind}}.Encode()
}

// byOwner orders contributions as a reader expects: the user's own entries unchanged,
// then the owners by the amount merged, then by stars, and their repositories likewise.
func byOwner(list []Contribution) []Contribution {
	merged, best := map[string]int{}, map[string]int{}
	stars := func(c Contribution) int {
		if c.Stars == nil {
			return 0
		}
		return *c.Stars
	}
	for _, c := range list {
		if owner := ownerOf(c.Repository); !c.FromProfile {
			merged[owner] += c.work()
			best[owner] = max(best[owner], stars(c))
		}
	}
	return slices.SortedStableFunc(slices.Values(list), func(a, b Contribution) int {
		if a.FromProfile || b.FromProfile {
			return compareBool(b.FromProfile, a.FromProfile)
		}
		ownerA, ownerB := ownerOf(a.Repository), ownerOf(b.Repository)
		return cmp.Or(
			cmp.Compare(merged[ownerB], merged[ownerA]), cmp.Compare(best[ownerB], best[ownerA]), cmp.Compare(ownerA, ownerB),
			cmp.Compare(b.work(), a.work()), cmp.Compare(stars(b), stars(a)), cmp.Compare(a.Repository, b.Repository))
	})
}

// work returns the amount of work, in merged pull requests.
func (c Contribution) work() int { return c.Merged + c.Commits/commitsOfPull }

func ownerOf(repository string) string {
	owner, _, _ := strings.Cut(repository, "/")
	return strings.ToLower(owner)
}
