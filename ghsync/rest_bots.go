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
func (r *restRun) markBots(ctx context.Context, query string, pulls []pull) error {
	if len(pulls) > mostMarked || !slices.ContainsFunc(pulls, r.isUnmarked) {
		return nil
	}
	of := map[int]string{} // the branch of the pull request at an index
	for _, branch := range toolBranches {
		found, err := r.byBranch(ctx, query, branch, pulls)
		why := searchRefusal(err)
		if err != nil && why == "" {
			if err := r.optional(err); err != nil {
				return err
			}
			why = "GitHub's limit of searches a minute"
		}
		if why != "" {
			r.cuts.add(resume.Cut{Part: resume.CutContributions, What: botsUnknown, Why: why})
			break
		}
		for _, i := range found {
			if of[i] != "" {
				return nil // this server does not search by branch: one pull request has one
			}
			of[i] = branch
		}
	}
	for i := range of {
		pulls[i].Kind = resume.PullBot
	}
	return nil
}

// botsUnknown is the text of a cut for pull requests that may be a tool's.
const botsUnknown = "which merged pull requests tools made"

// lacksBots reports whether an earlier read did not find out which those are, and the next one
// may.
func lacksBots(old *resume.Snapshot) bool {
	return old != nil && slices.ContainsFunc(old.Cut, func(c resume.Cut) bool { return c.What == botsUnknown && !c.Lasting })
}

// byBranch returns the indexes of the pull requests from a tool's branches. It reads on while
// a page has some of them.
func (r *restRun) byBranch(ctx context.Context, query, branch string, pulls []pull) (found []int, err error) {
	for n := 1; n <= mostMarked/pageSize; n++ {
		page, res, err := r.branchPage(ctx, query+" head:"+branch, n)
		if err != nil {
			return nil, err
		}
		before := len(found)
		for _, issue := range page.Issues {
			bot := pullFromREST(issue)
			i := slices.IndexFunc(pulls, func(p pull) bool {
				return p.Number == bot.Number && strings.EqualFold(p.repo.Repository, bot.repo.Repository)
			})
			if i >= 0 && !slices.Contains(found, i) {
				found = append(found, i)
			}
		}
		if res.NextPage <= n || len(found) == before {
			break
		}
	}
	return found, nil
}

// branchPage requests a page, twice if GitHub refuses: else a tool's would count as the
// user's.
func (r *restRun) branchPage(ctx context.Context, query string, n int) (*github.IssuesSearchResult, *github.Response, error) {
	page, res, err := r.pullPage(ctx, query, n)
	if searchRefusal(err) != "" {
		r.usage.repeat()
		page, res, err = r.pullPage(ctx, query, n)
	}
	return page, res, err
}

// searchRefusal returns why GitHub refuses a search, or "".
func searchRefusal(err error) string {
	if isStatus(err, 422) {
		return noBranchSearch
	}
	return refusal(err)
}

// isUnmarked reports whether a pull request counts as the user's and was not known.
func (r *restRun) isUnmarked(p pull) bool {
	old := r.before()
	isKnown := old != nil && !lacksBots(old) && slices.ContainsFunc(old.Contributions, func(w resume.MergedWork) bool {
		return strings.EqualFold(w.Repository, p.repo.Repository) && slices.ContainsFunc(w.Pulls, func(known resume.Pull) bool { return known.Number == p.Number })
	})
	return p.Kind == "" && !isKnown
}
