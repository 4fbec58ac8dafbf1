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
		page, _, err := r.rest.Search.Issues(ctx, query+" head:"+branch, &github.SearchOptions{ListOptions: github.ListOptions{PerPage: pageSize}})
		if _, why := denial(err); why != "" || isStatus(err, 422) {
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

// isUnmarked reports whether a pull request counts as the user's and was not known.
func (r *restRun) isUnmarked(p pull) bool {
	old := r.before()
	isKnown := old != nil && slices.ContainsFunc(old.Contributions, func(w resume.MergedWork) bool {
		return strings.EqualFold(w.Repository, p.repo.Repository) && slices.ContainsFunc(w.Pulls, func(known resume.Pull) bool { return known.Number == p.Number })
	})
	return p.Kind == "" && !isKnown
}
