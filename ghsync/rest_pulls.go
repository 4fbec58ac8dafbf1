package ghsync

import (
	"context"
	"fmt"
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
	found, err := r.searchPulls(ctx, query, maxSearches)
	if isStatus(err, 422) { // a user whose contributions cannot be searched
		r.cuts.add(resume.Cut{Part: resume.CutContributions, What: "merged pull requests", Why: "GitHub does not search this account", Lasting: true})
		return nil, nil
	}
	if lasting, why := denial(err); why != "" {
		r.cuts.add(resume.Cut{Part: resume.CutContributions, What: "merged pull requests", Why: why, Lasting: lasting})
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return found, r.markBots(ctx, query, toolBranches, found)
}

// newPulls searches for pull requests merged since the last known one; for all if some
// were missing.
func (r *restRun) newPulls(ctx context.Context) ([]pull, error) {
	query := mergedElsewhere(r.login)
	if since := lastMerge(r.old.Contributions); !since.IsZero() && !r.lacksPulls() {
		query = mergedBetween(query, since.Add(-overlap), time.Time{})
	}
	return r.pulls(ctx, query)
}

// fewSearches is why a search is not read completely.
const fewSearches = "10 searches a minute without a token"

// searchTimedOut is why a search finds too little.
const searchTimedOut = "GitHub's search ran out of time"

// searchPulls reads at most this many pages of a search.
func (r *restRun) searchPulls(ctx context.Context, query string, most int) ([]pull, error) {
	var out []pull
	opts := &github.SearchOptions{Sort: "created", Order: "desc", ListOptions: github.ListOptions{PerPage: pageSize}}
	for n, items := 1, 0; ; n++ {
		opts.Page = n
		page, res, err := r.rest.Search.Issues(ctx, query, opts)
		if err == nil && page.Total == nil {
			err = incomplete("a search came back without its count")
		}
		if err != nil {
			return nil, err
		}
		items += len(page.Issues)
		for _, issue := range page.Issues {
			if p := pullFromREST(issue); !p.MergedAt.IsZero() { // else it is unknown whether it was merged
				out = append(out, p)
			}
		}
		if page.GetIncompleteResults() {
			r.cut(resume.CutContributions, "some merged pull requests", searchTimedOut)
		} else if missing := page.GetTotal() - items; res.NextPage <= n && missing > 0 && items < searchCap {
			r.cuts.add(resume.Cut{Part: resume.CutContributions, What: english.Count(missing, "merged pull request"), Why: leftOut, Count: missing})
		}
		if res.NextPage <= n {
			return out, nil
		}
		if n == most {
			r.cut(resume.CutContributions, fmt.Sprintf("%d merged pull requests", page.GetTotal()-len(out)), fewSearches)
			return out, nil
		}
	}
}

// overlap covers merges that GitHub's search index includes late.
const overlap = 48 * time.Hour

// lastMerge returns the time of the newest known merge. News is searched from there, not
// from this machine's clock.
func lastMerge(work []resume.MergedWork) time.Time {
	var last time.Time
	for _, w := range work {
		for _, p := range w.Pulls {
			if p.MergedAt.After(last) {
				last = p.MergedAt
			}
		}
	}
	return last
}

func pullFromREST(issue *github.Issue) pull {
	name := repositoryOfURL(issue.GetRepositoryURL())
	page, _, _ := strings.Cut(issue.GetHTMLURL(), "/pull/")
	merged := issue.GetPullRequestLinks().GetMergedAt().Time
	if merged.IsZero() && issue.PullRequestLinks != nil { // older servers: it was merged when it was closed
		merged = issue.GetClosedAt().Time
	}
	return pull{
		Pull: resume.Pull{
			Number:   issue.GetNumber(),
			MergedAt: merged,
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
