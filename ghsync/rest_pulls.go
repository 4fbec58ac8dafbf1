package ghsync

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

// mergedElsewhere returns a search for pull requests merged in other people's repositories.
func mergedElsewhere(login string) string {
	return fmt.Sprintf("author:%s is:pr is:merged is:public -user:%s", login, login)
}

// pulls searches for merged pull requests, limited to a few pages: without a token GitHub
// allows ten searches a minute.
func (r *restRun) pulls(ctx context.Context, query string) ([]pull, error) {
	found, err := twice(r, func() ([]pull, error) { return r.searchPulls(ctx, query, maxSearches) })
	if r.isUnsearched(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	return found, r.markBots(ctx, query, found)
}

// notSearched is why a search for a user's pull requests is refused.
const notSearched = "GitHub does not search this account"

// isUnsearched reports whether GitHub refuses a search, which is a cut.
func (r *restRun) isUnsearched(err error) bool {
	lasting, why := denial(err)
	if isStatus(err, 422) { // a user whose contributions cannot be searched
		lasting, why = true, notSearched
	}
	if why != "" {
		r.cuts.add(resume.Cut{Part: resume.CutContributions, What: "merged pull requests", Why: why, Lasting: lasting})
	}
	return why != ""
}

// newPulls searches for the pull requests that were created last, which also counts all of
// them; then, if others are new, for those merged since the last known one; then, if a
// hidden repository is visible again with older ones, for all.
func (r *restRun) newPulls(ctx context.Context) ([]pull, error) {
	whole := mergedElsewhere(r.login)
	last := lastMerge(r.old)
	if last.IsZero() || r.lacksPulls() {
		return r.pulls(ctx, whole)
	}
	page, _, err := r.pullPage(ctx, whole, 1)
	if r.isUnsearched(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	r.cuts.forget(func(c resume.Cut) bool { return c.Why == notSearched })
	found := pullsOf(page)
	if page.GetIncompleteResults() || r.unknown(page.GetTotal(), found) > 0 {
		more, err := r.pulls(ctx, mergedBetween(whole, last.Add(-overlap), time.Time{}))
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	switch unknown := r.unknown(page.GetTotal(), found); {
	case page.GetIncompleteResults():
	case unknown > 0:
		return r.pulls(ctx, whole)
	case unknown < 0:
		r.vanished = len(page.Issues) == page.GetTotal() && !slices.ContainsFunc(r.old.Cut, func(c resume.Cut) bool { return c.Why == notFound })
	}
	return found, r.markBots(ctx, whole, found)
}

// unknown returns how many of the pull requests that GitHub counts are neither known nor
// found; a negative number if it counts fewer.
func (r *restRun) unknown(total int, found []pull) int {
	for _, c := range r.old.Cut {
		if c.Part == resume.CutContributions {
			total -= c.Count
		}
	}
	return total - countPulls(contributions(r.login, r.old.Contributions, found))
}

// fewSearches is why a search is not read completely.
const fewSearches = "10 searches a minute without a token"

// searchTimedOut is why a search finds too little.
const searchTimedOut = "GitHub's search ran out of time"

// pullPage reads a page of a search, the pull requests that were created last first.
func (r *restRun) pullPage(ctx context.Context, query string, n int) (*github.IssuesSearchResult, *github.Response, error) {
	opts := &github.SearchOptions{Sort: "created", Order: "desc", ListOptions: github.ListOptions{PerPage: pageSize, Page: n}}
	page, res, err := r.rest.Search.Issues(ctx, query, opts)
	if err == nil && page.Total == nil {
		err = incomplete("a search came back without its count")
	}
	return page, res, err
}

// pullsOf returns the pull requests of a page that are known to be merged. One without its
// number or repository would count beside the same one.
func pullsOf(page *github.IssuesSearchResult) []pull {
	var out []pull
	for _, issue := range page.Issues {
		if p := pullFromREST(issue); !p.MergedAt.IsZero() && p.Number > 0 && p.repo.Repository != "" {
			out = append(out, p)
		}
	}
	return out
}

// searchPulls reads at most this many pages of a search.
func (r *restRun) searchPulls(ctx context.Context, query string, most int) ([]pull, error) {
	var out []pull
	items := map[string]bool{}
	for n := 1; ; n++ {
		page, res, err := r.pullPage(ctx, query, n)
		if err != nil {
			return nil, err
		}
		pulls := pullsOf(page)
		for _, p := range pulls {
			items[pullKey(p.repo.Repository, p.Number)] = true
		}
		out = append(out, pulls...)
		if page.GetIncompleteResults() {
			r.cut(resume.CutContributions, "some merged pull requests", searchTimedOut)
		} else if missing := page.GetTotal() - len(items); res.NextPage <= n && missing > 0 && len(items) < searchCap {
			r.cuts.add(resume.Cut{Part: resume.CutContributions, What: english.Count(missing, "merged pull request"), Why: leftOut, Count: missing})
		}
		if res.NextPage <= n {
			return out, nil
		}
		if n == most {
			left := page.GetTotal() - len(out)
			r.cuts.add(resume.Cut{Part: resume.CutContributions, What: fmt.Sprintf("%d merged pull requests", left), Why: fewSearches, Count: left})
			return out, nil
		}
	}
}

// overlap covers merges that GitHub's search index includes late.
const overlap = 48 * time.Hour

// lastMerge returns the time of the newest known merge. News is searched from there, not
// from this machine's clock, unless that time has not come yet.
func lastMerge(old *resume.Snapshot) time.Time {
	var last time.Time
	for _, w := range old.Contributions {
		for _, p := range w.Pulls {
			if p.MergedAt.After(last) {
				last = p.MergedAt
			}
		}
	}
	if last.After(old.TakenAt.Add(clockError)) {
		return old.TakenAt
	}
	return last
}

func pullFromREST(issue *github.Issue) pull {
	name := repositoryOfURL(issue.GetRepositoryURL())
	page, _, _ := strings.Cut(issue.GetHTMLURL(), "/pull/")
	merged := issue.GetPullRequestLinks().GetMergedAt().Time
	if merged.IsZero() && issue.GetPullRequestLinks() != nil { // older servers: it was merged when it was closed
		merged = issue.GetClosedAt().Time
	}
	return pull{
		Pull: resume.Pull{
			Number:   issue.GetNumber(),
			MergedAt: mergeDate(merged),
			Kind:     kindOf(issue.GetTitle(), ""),
		},
		role: role(issue.GetAuthorAssociation()),
		repo: resume.MergedWork{Repository: name, URL: page},
	}
}

// repositoryOfURL returns the end of https://api.github.com/repos/owner/name.
func repositoryOfURL(url string) string {
	_, name, _ := strings.Cut(url, "/repos/")
	return name
}
