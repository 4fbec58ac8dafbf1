package resume

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"time"
)

// ContributionTotals are all merged pull requests in other people's
// repositories that the profile wants counted, also of those that are not listed.
type ContributionTotals struct {
	// Pulls and Repositories are zero when there is no more to say than what is listed.
	Pulls, Repositories int
	// Since is the year of the first merge.
	Since Date
	// Proof is a GitHub search that lists the pull requests.
	Proof string `text:"address"`
}

// totals count the ranked work and what the profile names itself.
func (j *joiner) totals() ContributionTotals {
	works := j.rankedWork()
	for _, w := range j.snapshot.Contributions {
		named := slices.ContainsFunc(j.profile.Contributions, func(words ContributionEntry) bool { return strings.EqualFold(j.today(words.Repo), w.Repository) })
		listed := slices.ContainsFunc(works, func(o MergedWork) bool { return o.Repository == w.Repository })
		if named && !listed && j.merged(w) > 0 {
			works = append(works, w)
		}
	}
	if len(works) < 2 {
		return ContributionTotals{}
	}
	out := ContributionTotals{Repositories: len(works)}
	var first time.Time
	for _, w := range works {
		out.Pulls += j.merged(w)
		if !w.First.IsZero() && (first.IsZero() || w.First.Before(first)) {
			first = w.First
		}
	}
	out.Since = Date{Year: DateOf(first).Year}
	query := url.Values{"q": {"is:pr is:merged author:" + j.snapshot.Login + " -user:" + j.snapshot.Login}, "type": {"pullrequests"}}
	out.Proof = strings.TrimSuffix(j.repositoryURL(""), "/") + "/search?" + query.Encode()
	return out
}

// byOwner orders contributions as a reader expects them: the person's own
// entries as they stand, then the owners by what they merged, then by stars, and
// their repositories by the same.
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
			merged[owner] += c.Merged
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
			cmp.Compare(b.Merged, a.Merged), cmp.Compare(stars(b), stars(a)), cmp.Compare(a.Repository, b.Repository))
	})
}

func ownerOf(repository string) string {
	owner, _, _ := strings.Cut(repository, "/")
	return strings.ToLower(owner)
}
