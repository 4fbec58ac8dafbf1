package ghsync

import (
	"context"
	"slices"
	"strings"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/resume"
)

// toolBranches are how the branches of tools begin, the most frequent one first. A search
// returns no branches, but it finds pull requests by them.
var toolBranches = []string{"renovate/", "dependabot/", "snyk-upgrade-", "snyk-fix-"}

// mostMarked is how many pull requests of a search are checked: those of more would need
// more than 10 searches a minute.
const mostMarked = 3 * pageSize

// markBots finds the pull requests of tools, by their branches, whose titles do not show
// it.
func (r *restRun) markBots(ctx context.Context, query string, branches []string, pulls []pull) error {
	if len(pulls) > mostMarked || !slices.ContainsFunc(pulls, r.isUnmarked) {
		return nil
	}
	for _, branch := range branches {
		page, err := r.byBranch(ctx, query, branch)
		if why := searchRefusal(err); why != "" {
			r.cuts.add(resume.Cut{Part: resume.CutContributions, What: botsUnknown, Why: why})
			return nil
		} else if err != nil {
			return r.optional(err)
		}
		if len(page.Issues) >= len(pulls) && len(pulls) > 1 {
			return nil // this server does not search by branch
		}
		for _, issue := range page.Issues {
			bot := pullFromREST(issue)
			i := slices.IndexFunc(pulls, func(p pull) bool {
				return p.Number == bot.Number && strings.EqualFold(p.repo.Repository, bot.repo.Repository)
			})
			if i >= 0 {
				pulls[i].Kind = resume.PullBot
			}
		}
	}
	return nil
}

// botsUnknown is the text of a cut for pull requests that may be a tool's.
const botsUnknown = "which merged pull requests tools made"

// byBranch searches for pull requests from a tool's branches, twice if GitHub refuses: else
// a tool's would count as the user's.
func (r *restRun) byBranch(ctx context.Context, query, branch string) (*github.IssuesSearchResult, error) {
	opts := &github.SearchOptions{ListOptions: github.ListOptions{PerPage: pageSize}}
	page, _, err := r.rest.Search.Issues(ctx, query+" head:"+branch, opts)
	if searchRefusal(err) != "" {
		r.usage.repeat()
		page, _, err = r.rest.Search.Issues(ctx, query+" head:"+branch, opts)
	}
	return page, err
}

// searchRefusal returns why GitHub refuses a search, or "".
func searchRefusal(err error) string {
	if isStatus(err, 422) {
		return "GitHub does not search by branch"
	}
	return refusal(err)
}

// isUnmarked reports whether a pull request counts as the user's and was not known.
func (r *restRun) isUnmarked(p pull) bool {
	old := r.before()
	isKnown := old != nil && !slices.ContainsFunc(old.Cut, func(c resume.Cut) bool { return c.What == botsUnknown }) && slices.ContainsFunc(old.Contributions, func(w resume.MergedWork) bool {
		return strings.EqualFold(w.Repository, p.repo.Repository) && slices.ContainsFunc(w.Pulls, func(known resume.Pull) bool { return known.Number == p.Number })
	})
	return p.Kind == "" && !isKnown
}
