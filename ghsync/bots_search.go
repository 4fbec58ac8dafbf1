package ghsync

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// moreToolBranches are how the branches of less frequent tools begin, and those of backports.
// People's branches do not begin like this.
var moreToolBranches = []string{
	"depfu/", "greenkeeper/", "pyup-update-", "whitesource-remediate/", "create-pull-request/", "changeset-release/", "release-please-", "all-contributors/",
	"mergify/bp/", "mergify/copy/", "automated-cherry-pick-of-",
}

// noBranchSearch is the reason for not knowing a tool's pull requests by their branches.
const noBranchSearch = "GitHub does not search by branch"

// branchSearch is what searches by branch found.
type branchSearch struct {
	of     map[string]string // the branch of a pull request
	vain   bool              // one is in two branches: the server does not search by them
	failed *problem
}

// markTools finds the pull requests of tools by searches, if their branches are denied and
// their titles do not show it. If it cannot, a cut says so.
func (r *graphqlRun) markTools(ctx context.Context) error {
	m := &r.merges
	due, first := r.branchless()
	if len(due) == 0 {
		return nil
	}
	query := mergedBetween(mergedElsewhere(r.account.Login), first, time.Time{})
	search := &branchSearch{of: map[string]string{}}
	var pagers []*pager
	for _, branch := range slices.Concat(toolBranches, moreToolBranches) {
		pagers = append(pagers, r.branchPager(query, branch, search))
	}
	if err := r.pages(ctx, pagers...); err != nil {
		return err
	}
	cut := resume.Cut{Part: resume.CutContributions, What: botsUnknown}
	switch {
	case search.failed != nil:
		cut.Why, cut.Lasting = search.failed.why, search.failed.lasting
	case search.vain, m.areUnsearched():
		cut.Why, cut.Lasting = noBranchSearch, true
	}
	if cut.Why != "" {
		r.cuts.add(cut)
	}
	for i := range m.pulls {
		p := &m.pulls[i]
		if branch := search.of[pullKey(p.repo.ID, p.Number)]; due[pullKey(p.repo.ID, p.Number)] && !search.vain {
			p.Kind = kindOf("", branch)
		}
	}
	return nil
}

// branchless returns the pull requests that count as the user's since their branches are
// denied, without those that an earlier read knows, and when the first was merged.
func (r *graphqlRun) branchless() (due map[string]bool, first time.Time) {
	due, known := map[string]bool{}, map[string]bool{}
	if old := r.before(); old != nil && !lacksBots(old) {
		for _, w := range old.Contributions {
			for _, p := range w.Pulls {
				known[pullKey(w.ID, p.Number)] = true
			}
		}
	}
	for _, p := range r.merges.pulls {
		key := pullKey(p.repo.ID, p.Number)
		if !r.merges.branchless[key] || p.Kind != "" || known[key] || ownedBy(r.s.Login, p.repo.Repository) {
			continue
		}
		if due[key] = true; first.IsZero() || p.MergedAt.Before(first) {
			first = p.MergedAt
		}
	}
	return due, first
}

// branchPager lists the pull requests of branches that begin like this.
func (r *graphqlRun) branchPager(query, branch string, search *branchSearch) *pager {
	return &pager{
		kind: "branches", size: pageSize,
		field: func(first int, after string) string { return branchField(query+" head:"+branch, first, after) },
		read: func(a *answer, patient bool) (gqlPageInfo, error) {
			var found struct{ gqlPulls }
			if err := a.unmarshal(&found); err != nil {
				return gqlPageInfo{}, err
			}
			r.mu.Lock()
			defer r.mu.Unlock()
			for i, node := range found.Nodes {
				if _, denied := a.hidden(i); node == nil && !denied && !patient {
					return gqlPageInfo{}, errUnanswered
				} else if node == nil || node.Repository == nil {
					continue
				}
				key := pullKey(node.Repository.ID, node.Number)
				before, twice := search.of[key]
				search.vain = search.vain || twice && !strings.HasPrefix(before, branch)
				search.of[key] = branch
			}
			return found.PageInfo, nil
		},
		miss: func(t problem) error {
			r.mu.Lock()
			defer r.mu.Unlock()
			search.failed = &t
			return nil
		},
	}
}
