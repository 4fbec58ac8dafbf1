package ghsync

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

// merges are the merged pull requests that a read found, with GitHub's counts.
type merges struct {
	pulls []pull
	total int // the search's count of those elsewhere
	came  int // nodes that the search returned, each once, including hidden ones
	// counted are the pull requests in came.
	counted map[string]bool
	found   int // a search's count anywhere, including own repositories; -1 if unknown
	listed  int // the count of the account's own list; -1 if unknown
	// elsewhere is a search's count in other people's repositories; -1 if unknown.
	elsewhere int
	// hidden counts those that GitHub hides from the token, by its reason.
	hidden map[string]int
	// isWhole means that a refresh read all time, since something surfaced or is not found.
	isWhole bool
	// hiddenMayShow means that they could not be read without the token this time.
	hiddenMayShow bool
	// lost are the fields of pull requests that are denied.
	lost lostFields
	// lostOf are those of the repositories that lack others, by ID.
	lostOf map[string]lostFields
	// branchless are the pull requests whose branches are denied.
	branchless map[string]bool
	// end is why the list is incomplete.
	end *problem
}

func newMerges() merges {
	return merges{found: -1, listed: -1, elsewhere: -1, hidden: map[string]int{}, lostOf: map[string]lostFields{}, branchless: map[string]bool{}}
}

// lackAt records what a pull request lacks.
func (m *merges) lackAt(p *gqlPull, lost lostFields) {
	if id := p.Repository.ID; len(lost) > 0 {
		m.lostOf[id] = unique(append(m.lostOf[id], lost...))
		m.branchless[pullKey(id, p.Number)] = lost.of("headRefName", "Merged")
	}
}

// areUnsearched reports whether a search finds none of the pull requests that GitHub counts:
// then the profile is private, and searches find nothing else, either.
func (m *merges) areUnsearched() bool { return m.found == 0 && m.listed > 0 }

// pullPager reads the results of a search for merged pull requests, the oldest ones first.
func (r *graphqlRun) pullPager(query string) *pager {
	return r.sortedPulls(query + " sort:created-asc")
}

func (r *graphqlRun) sortedPulls(query string) *pager {
	return &pager{
		kind: "pull requests", size: pageSize,
		field: func(first int, after string) string { return searchField(query, first, after) },
		read: func(a *answer, patient bool) (gqlPageInfo, error) {
			var found *struct {
				IssueCount int
				gqlPulls
			}
			if err := a.unmarshal(&found); err != nil {
				return gqlPageInfo{}, err
			}
			return found.PageInfo, r.takePulls(a, patient, found.IssueCount, found.Nodes)
		},
		miss: r.endOfPulls,
	}
}

// gqlPulls is a page of pull requests.
type gqlPulls struct {
	PageInfo gqlPageInfo
	Nodes    []*gqlPull
}

// readPulls reads the rest of a search from both ends at once, with another list. Results of
// one second have no certain order, so that both halves may miss one: then all are read again
// from one end.
func (r *graphqlRun) readPulls(ctx context.Context, front *pager, with ...*pager) error {
	m, query := &r.merges, mergedElsewhere(r.account.Login)
	pages := pagesOf(m.total)
	if front.done || pages <= 2 || m.total > searchCap {
		return r.pages(ctx, append(with, front)...)
	}
	back := r.sortedPulls(query + " sort:created-desc")
	back.left = (pages - 1) / 2 * pageSize
	front.left = m.total - front.got - back.left
	if err := r.pages(ctx, append(with, front, back)...); err != nil || m.end != nil || m.came >= m.total {
		return err
	}
	m.pulls, m.hidden = nil, map[string]int{}
	m.countAgain()
	return r.pages(ctx, r.pullPager(query))
}

func (r *graphqlRun) endOfPulls(t problem) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.merges.end = &t
	return nil
}

// takePulls reads a page. A page with a null without a reason is requested a second time.
func (r *graphqlRun) takePulls(a *answer, patient bool, total int, nodes []*gqlPull) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	var taken []pull
	hidden := map[string]int{}
	for i, node := range nodes {
		why, denied := a.hidden(i)
		switch {
		case node != nil && node.isMerge():
			if !node.Repository.IsPrivate {
				taken = append(taken, node.pull())
			}
			r.merges.lackAt(node, a.lostAt(i))
		case denied:
			hidden[why]++
		case a.failedAt(i) != "":
			r.merges.end = &problem{why: a.failedAt(i)}
		case !patient && !a.gone(i):
			return errUnanswered
		}
	}
	r.merges.lost = a.lost
	r.merges.total = max(r.merges.total, total)
	r.merges.count(nodes)
	r.merges.pulls = append(r.merges.pulls, taken...)
	for why, n := range hidden {
		r.merges.hidden[why] += n
		r.merges.came += n
	}
	r.progress()
	return nil
}

// count adds the nodes of a page that no page before had.
func (m *merges) count(nodes []*gqlPull) {
	if m.counted == nil {
		m.counted = map[string]bool{}
	}
	for _, node := range nodes {
		if !node.isMerge() {
			continue
		}
		key := cmp.Or(node.Repository.ID, node.Repository.NameWithOwner)
		if name := pullKey(key, node.Number); key == "" || !m.counted[name] {
			m.counted[name] = true
			m.came++
		}
	}
}

// countAgain forgets what the search returned so far.
func (m *merges) countAgain() { m.came, m.counted = 0, nil }

// finishPulls reads what the search did not find, and counts the result.
func (r *graphqlRun) finishPulls(ctx context.Context) error {
	if err := r.readUnsearched(ctx); err != nil {
		return err
	}
	if err := r.pages(ctx, r.private.pagers...); err != nil {
		return err
	}
	var known []resume.MergedWork
	if r.old != nil {
		known = r.refreshHidden(ctx, r.publicWork(r.stillThere()))
		if err := r.readSurfaced(ctx, known); err != nil {
			return err
		}
	}
	if err := r.askWithoutToken(ctx); err != nil {
		return err
	}
	if err := r.checkPulls(ctx, &known); err != nil {
		return err
	}
	if err := r.markTools(ctx); err != nil {
		return err
	}
	r.s.Contributions = contributions(r.s.Login, known, r.merges.pulls)
	if n := r.merges.elsewhere; r.old != nil && n >= 0 && n <= countPulls(r.s.Contributions) {
		r.cuts.forget(isUnreadMerges) // all are known now
	}
	r.addPrivateWork()
	r.keepLostOfWork()
	r.keepFigures()
	return nil
}

// rolesChanged reports whether the user joined or left an organization with merges: then
// GitHub calls them a member's, or no longer.
func (r *graphqlRun) rolesChanged() bool {
	if r.old.Organizations == nil || r.s.Organizations == nil {
		return false
	}
	return slices.ContainsFunc(r.old.Contributions, func(w resume.MergedWork) bool {
		owner, _, _ := strings.Cut(w.Repository, "/")
		return included(r.old.Organizations, owner) != included(r.s.Organizations, owner)
	})
}

// readSurfaced reads all results of a search that finds more than the known and the new
// ones, because a hidden repository is visible again, with old merges; or if roles changed.
func (r *graphqlRun) readSurfaced(ctx context.Context, known []resume.MergedWork) error {
	m := &r.merges
	unread := 0
	for _, c := range r.old.Cut {
		if c.Part == resume.CutContributions {
			unread += c.Count
		}
	}
	have := countPulls(contributions(r.s.Login, known, m.pulls)) + max(unread, m.countHidden()-r.knownButUnseen())
	query := mergedElsewhere(r.account.Login)
	if query == r.newsQuery() || m.end != nil || m.elsewhere <= have && !r.rolesChanged() || m.elsewhere >= beyondReason {
		return nil
	}
	m.isWhole, m.hidden = true, map[string]int{} // all of them are counted again
	if m.elsewhere > searchCap {
		m.total = m.elsewhere
		return r.splitSearch(ctx, query)
	}
	m.total = 0
	m.countAgain()
	return r.pages(ctx, r.pullPager(query))
}

// cutHidden records what GitHub hides from the token, in GitHub's words.
func (r *graphqlRun) cutHidden() {
	for why, n := range r.merges.hidden {
		if n > 0 {
			r.cuts.add(resume.Cut{Part: resume.CutContributions, What: english.Count(n, "merged pull request"), Why: why, Count: n, Lasting: !r.merges.hiddenMayShow})
		}
	}
}

// readUnsearched reads the account's own list of merged pull requests if the search does
// not find all of them: for private profiles, for recently renamed accounts, and if the
// search itself is denied.
func (r *graphqlRun) readUnsearched(ctx context.Context) error {
	m := &r.merges
	if m.listed < 0 || m.found < 0 && m.end == nil {
		return nil
	}
	gap := m.listed - max(m.found, 0)
	before := 0
	if r.old != nil {
		before = r.old.Unsearched
	}
	if gap <= 0 {
		return nil
	}
	r.s.Unsearched = gap
	if r.old != nil && gap == before && m.end == nil {
		return nil
	}
	wasEnd, total, came := m.end, m.total, m.came
	m.end = nil
	p := r.listPager(before > 0)
	if before == 0 {
		m.isWhole, m.hidden = true, map[string]int{} // the list has them, too
	}
	if err := r.pages(ctx, p); err != nil {
		return err
	}
	if m.end == nil {
		m.total = 0 // the list is complete, whatever the search says
		m.countAgain()
	} else {
		m.end, m.total, m.came = firstProblem(wasEnd, m.end), total, came
	}
	return nil
}

func firstProblem(a, b *problem) *problem {
	if a != nil {
		return a
	}
	return b
}

// listPager reads the account's own list: all of it or, for news, the pages that have
// some.
func (r *graphqlRun) listPager(news bool) *pager {
	by := byCreation
	known := map[string]bool{}
	if news {
		by = byChange
		for _, w := range r.old.Contributions {
			for _, p := range w.Pulls {
				known[pullKey(w.ID, p.Number)] = true
			}
		}
	}
	return &pager{
		kind: "list of pull requests", size: pageSize,
		field: func(first int, after string) string { return mergedField(r.account.Login, by, first, after) },
		read: func(a *answer, patient bool) (gqlPageInfo, error) {
			var user *struct{ PullRequests *gqlPulls }
			if err := a.unmarshal(&user); err != nil || user.PullRequests == nil {
				return gqlPageInfo{}, errUnanswered
			}
			page := user.PullRequests
			info := page.PageInfo
			fresh := slices.ContainsFunc(page.Nodes, func(p *gqlPull) bool {
				return p != nil && p.Repository != nil && !ownedBy(r.s.Login, p.Repository.NameWithOwner) && !known[pullKey(p.Repository.ID, p.Number)]
			})
			info.HasNextPage = info.HasNextPage && (!news || fresh)
			return info, r.takePulls(a, patient, 0, page.Nodes)
		},
		miss: r.endOfPulls,
	}
}

func pullKey(id string, number int) string { return fmt.Sprintf("%s#%d", id, number) }
