package ghsync

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/resume"
)

const (
	newestPage = 50
	idsAtOnce  = 100 // GitHub's limit for nodes(ids:)
	idLists    = 5   // such lists per request
	idsMax     = 1000
)

// refreshLists asks for what is new: repositories pushed to, pull requests merged since,
// and the stars, names and visibility of all that may be printed. A list that was
// incomplete last time is read completely.
func (r *graphqlRun) refreshLists(ctx context.Context) error {
	r.s.FullAt, r.s.Organizations = r.old.FullAt, r.old.Organizations
	query := r.newsQuery()
	newest, search := r.repoPager(pushedFirst, true), r.pullPager(query)
	newest.size = newestPage
	changed := r.changedPager()
	recheck := r.recheckParts()
	withLists := min(len(recheck), idLists+1) // those of others make one more
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() error {
		parts := slices.Concat([]part{newest.part(), changed.part()}, r.figureParts(), r.commitParts(), r.namedParts(r.account.Include), r.privateParts(), r.probeParts(), []part{search.part()}, recheck[:withLists])
		if err := r.ask(inner, parts...); err != nil {
			return err
		}
		if len(r.given) > 0 || lacksPrivate(r.old) && !r.merges.areUnsearched() {
			return errRecovered
		}
		if r.merges.total > searchCap {
			return r.splitSearch(inner, query)
		}
		return r.pages(inner, search)
	})
	for chunk := range slices.Chunk(recheck[withLists:], idLists) {
		group.Go(func() error { return r.ask(inner, chunk...) })
	}
	r.takeTurn()
	if r.turn() == organizationsTurn {
		r.cuts.forget(func(c resume.Cut) bool { return c.Part == resume.CutOrganizations })
		group.Go(func() error { return r.readOrganizations(inner) })
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if err := r.confirmNotFound(ctx); err != nil {
		return err
	}
	if err := r.keepUser(); err != nil {
		return err
	}
	r.keepHiddenOrganizations()
	if err := r.refreshOwn(ctx); err != nil {
		return err
	}
	return r.finishPulls(ctx)
}

// dropUnneeded drops repositories of others that a first read would not read: those that
// are neither pinned nor named, nor the only trace of commits, nor of an organization of
// the user's with merges to show.
func (r *graphqlRun) dropUnneeded() {
	sums, merged := r.commitSums(), map[string]bool{}
	for _, w := range r.s.Contributions {
		merged[w.ID] = true
	}
	r.s.Repositories = slices.DeleteFunc(r.s.Repositories, func(repo resume.Repository) bool {
		owner, _, _ := strings.Cut(repo.Name, "/")
		shows := sums[repo.ID] > 0
		if merged[repo.ID] {
			shows = included(r.s.Organizations, owner)
		}
		return !shows && !ownedBy(r.s.Login, repo.Name) && !included(r.s.Pinned, repo.Name) && !r.isNamed(repo.Name)
	})
}

// newsQuery searches for pull requests merged since the last known one; for all if some
// were missing.
func (r *graphqlRun) newsQuery() string {
	query := mergedElsewhere(r.account.Login)
	if last := lastMerge(r.old); !last.IsZero() && !lacks(r.old, resume.CutContributions) {
		query = mergedBetween(query, last.Add(-overlap), time.Time{})
	}
	return query
}

// recheckParts ask for the changeable facts about what may be printed. What GitHub hides
// from the token, or does not return, is not changed. No list has the repositories of
// others, so that all of their facts are asked for.
func (r *graphqlRun) recheckParts() []part {
	isOther := map[string]bool{}
	for _, repo := range r.old.Repositories {
		isOther[repo.ID] = !ownedBy(r.old.Login, repo.Name)
	}
	var others, rest []string
	for _, id := range r.idsToCheck() {
		if isOther[id] && len(others) < worksMax {
			others = append(others, id)
		} else {
			rest = append(rest, id)
		}
	}
	return slices.Concat(r.checkParts(others, "Repo"), r.checkParts(rest, "Brief"))
}

func (r *graphqlRun) checkParts(ids []string, fragment string) []part {
	read := func(id string, node *gqlRepo) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.notFound[id] = node == nil
		if node != nil && node.IsPrivate && !r.mayBePrivate(node.NameWithOwner) {
			node = nil
		}
		if r.checked[id] = node; node != nil {
			node.whole = fragment == "Repo" && !node.hasGaps()
		}
	}
	var parts []part
	for chunk := range slices.Chunk(ids, idsAtOnce) {
		parts = append(parts, r.nodesPart(chunk, fragment, read, r.keepOut, r.keepAsWas))
	}
	return parts
}

// keepOut records that GitHub denies a repository to the token.
func (r *graphqlRun) keepOut(id, _ string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.denied[id] = true
}

// keepAsWas records that there are no news of repositories.
func (r *graphqlRun) keepAsWas(ids []string, t problem) error {
	r.cuts.add(resume.Cut{Part: resume.CutDetails, What: "news of some repositories", Names: r.namesOf(ids), Why: t.why, Lasting: t.lasting, Kept: r.old.TakenAt})
	return nil
}

// idsToCheck returns what is most likely printed: the top of both lists, alternating.
func (r *graphqlRun) idsToCheck() []string {
	work := slices.Clone(r.old.Contributions)
	slices.SortFunc(work, func(a, b resume.MergedWork) int {
		return cmp.Or(b.Merged-a.Merged, compareNames(a.Repository, b.Repository))
	})
	repos := slices.Clone(r.old.Repositories)
	slices.SortFunc(repos, func(a, b resume.Repository) int {
		return cmp.Or(b.Stars-a.Stars, compareNames(a.Name, b.Name))
	})
	var ids []string
	for i := range max(len(work), len(repos)) {
		if i < len(repos) {
			ids = append(ids, repos[i].ID)
		}
		if i < len(work) {
			ids = append(ids, work[i].ID)
		}
	}
	ids = unique(slices.DeleteFunc(ids, func(id string) bool { return id == "" }))
	return ids[:min(len(ids), idsMax)]
}

// unique drops duplicates.
func unique(ids []string) []string {
	have := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		twice := have[id]
		have[id] = true
		return twice
	})
}

// stillThere drops contributions whose repository is gone or hidden, or was given to the
// account, and follows renames.
func (r *graphqlRun) stillThere() []resume.MergedWork {
	var out []resume.MergedWork
	for _, w := range r.old.Contributions {
		node, asked := r.checked[w.ID]
		if asked && (node == nil || ownedBy(r.s.Login, node.NameWithOwner)) {
			continue
		}
		if asked {
			w = node.workOf(w)
		}
		out = append(out, w)
	}
	return out
}

// refreshOwn joins known and new repositories. If their number does not match, some have
// disappeared unnoticed: then the whole list is read.
func (r *graphqlRun) refreshOwn(ctx context.Context) error {
	known := r.knownRepositories()
	if r.repoEnd == nil && (lacks(r.old, resume.CutRepositories) || lacks(r.old, resume.CutDetails) || !r.evenWith(known)) {
		front := r.repoPager(newestFirst, false)
		if err := r.readOwn(ctx, front, pagesOf(r.repoTotal)); err != nil {
			return err
		}
		for id, repo := range known { // finishRepositories decides about those that were not listed
			if ownedBy(r.s.Login, repo.Name) && !repo.Private && r.repos[id] == nil {
				delete(known, id)
			}
		}
	}
	r.takeRepos(r.repoTotal, r.changed)
	return r.finishRepositories(ctx, r.join(known))
}

// changedPager lists the most recently changed repositories, pushed to or not. They are
// processed after those that were pushed to, which show whether the list is complete.
func (r *graphqlRun) changedPager() *pager {
	p := r.repoPager(changedFirst, false)
	p.size, p.miss = newestPage, func(problem) error { return nil }
	p.read = func(a *answer, _ bool) (gqlPageInfo, error) {
		var user struct{ Repositories *struct{ Nodes []*gqlRepo } }
		if err := a.unmarshal(&user); err != nil || user.Repositories == nil {
			return gqlPageInfo{}, errUnanswered
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		for i, node := range user.Repositories.Nodes {
			if node == nil {
				continue
			}
			if node.lost = a.lostAt(i); !node.hasGaps() {
				r.changed = append(r.changed, node)
			}
		}
		return gqlPageInfo{}, nil
	}
	return p
}

// knownRepositories returns the old repositories with their current facts, by ID.
func (r *graphqlRun) knownRepositories() map[string]resume.Repository {
	known, sums := map[string]resume.Repository{}, sumsOf(r.old.Commits)
	for _, repo := range r.old.Repositories {
		node, asked := r.checked[repo.ID]
		switch {
		case asked && node == nil && repo.Private && r.mayBePrivate(repo.Name):
			r.cuts.add(resume.Cut{Part: resume.CutNamed, What: repo.Name, Why: unseen, Lasting: true, Kept: ageOf(r.old, resume.CutNamed)})
		case asked && node == nil:
			continue
		case asked:
			wasOwn := ownedBy(r.old.Login, repo.Name)
			pushed := repo.PushedAt
			isGivenAway := wasOwn && !ownedBy(r.s.Login, node.NameWithOwner) && !r.isNamed(node.NameWithOwner)
			if isGivenAway && (repo.Fork || !showsCommits(node, sums[repo.ID])) {
				continue
			}
			r.updateFrom(node, &repo)
			repo.PushedAt = pushed // the details are as of that push
		}
		known[cmp.Or(repo.ID, repo.Name)] = repo
	}
	return known
}

// updateFrom copies the current facts to a known repository.
func (r *graphqlRun) updateFrom(node *gqlRepo, repo *resume.Repository) {
	if !node.whole {
		node.brief(repo)
		return
	}
	before := *repo
	*repo = node.repository()
	node.lost.keep(repo, &before)
	keepKnown(repo, before)
	keepBranch(repo, before)
	r.noteReleases(repo, before)
}

// noteReleases marks a repository whose number of releases changed.
func (r *graphqlRun) noteReleases(now *resume.Repository, before resume.Repository) {
	if now.Releases != nil && before.Releases != nil && *now.Releases != *before.Releases {
		r.newReleases[now.ID] = true
	}
}

// evenWith reports whether the newest page and the known ones are the whole list.
func (r *graphqlRun) evenWith(known map[string]resume.Repository) bool {
	owned, unchanged := 0, len(r.repos) == r.repoTotal
	for id, repo := range known {
		if ownedBy(r.s.Login, repo.Name) && !repo.Private {
			owned++
		}
		if fresh := r.repos[id]; fresh != nil && fresh.PushedAt.Equal(repo.PushedAt) {
			unchanged = true
		}
	}
	for id := range r.repos {
		if _, have := known[id]; !have {
			owned++
		}
	}
	return unchanged && owned+lastingGap(r.old, resume.CutRepositories) == r.repoTotal
}

// join merges the fresh repositories into the known ones.
func (r *graphqlRun) join(known map[string]resume.Repository) []resume.Repository {
	for id, fresh := range r.repos {
		if before, have := known[id]; have {
			keepKnown(fresh, before)
			r.noteReleases(fresh, before)
		}
		known[id] = *fresh
	}
	r.usage.cached(len(known) - len(r.repos))
	out := make([]resume.Repository, 0, len(known))
	for _, repo := range known {
		out = append(out, repo)
	}
	return out
}
