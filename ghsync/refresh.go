package ghsync

import (
	"cmp"
	"context"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/resume"
)

const (
	newestPage = 50
	idsAtOnce  = 100 // GitHub's limit for nodes(ids:)
	idLists    = 5   // such lists in one request
	idsMax     = 1000
)

// refreshLists asks what is new: repositories pushed to, pull requests merged
// since, and the stars, names and visibility of all that may be shown.
func (r *graphqlRun) refreshLists(ctx context.Context) error {
	r.s.FullAt, r.s.Organizations = r.old.FullAt, r.old.Organizations
	query := elsewhere(r.account.Login)
	if last := lastMerge(r.old.Contributions); !last.IsZero() {
		query = mergedBetween(query, last.Add(-overlap), time.Time{})
	}
	newest, search := r.repoPager(pushedFirst, true), r.pullPager(query)
	newest.size = newestPage
	seen := map[string]*gqlRepo{}
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() error {
		if err := r.page(inner, []*pager{newest, search}); err != nil {
			return err
		}
		if r.pullTotal > searchCap {
			return r.searchWindows(inner, query)
		}
		return r.pages(inner, search)
	})
	group.Go(func() error { return r.lookAgain(inner, seen) })
	if err := group.Wait(); err != nil {
		return err
	}
	r.checkPulls()
	r.s.Contributions = contributions(r.s.Login, stillThere(r.old.Contributions, seen), r.pulls)
	return r.refreshOwn(ctx, seen)
}

// lookAgain reads the changeable facts of what may be shown; nil means gone.
func (r *graphqlRun) lookAgain(ctx context.Context, seen map[string]*gqlRepo) error {
	var parts []part
	for chunk := range slices.Chunk(r.idsToCheck(), idsAtOnce) {
		parts = append(parts, nodesPart(chunk, "Brief", func(id string, node *gqlRepo) {
			r.mu.Lock()
			defer r.mu.Unlock()
			if node != nil && node.IsPrivate && !(r.account.Private && included(r.account.Include, node.NameWithOwner)) {
				node = nil
			}
			seen[id] = node
		}))
	}
	group, ctx := errgroup.WithContext(ctx)
	for chunk := range slices.Chunk(parts, idLists) {
		group.Go(func() error { return r.together(ctx, chunk...) })
	}
	return group.Wait()
}

// idsToCheck are what may be shown first: the top of both lists in turn.
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
	ids = slices.DeleteFunc(ids, func(id string) bool { return id == "" })
	return unique(ids)[:min(len(unique(ids)), idsMax)]
}

// unique keeps the first of each.
func unique(ids []string) []string {
	have := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		twice := have[id]
		have[id] = true
		return twice
	})
}

// stillThere drops contributions whose repository is gone or hidden, and follows renames.
func stillThere(work []resume.MergedWork, seen map[string]*gqlRepo) []resume.MergedWork {
	var out []resume.MergedWork
	for _, w := range work {
		node, asked := seen[w.ID]
		if asked && node == nil {
			continue
		}
		if asked {
			pulls := w.Pulls
			w = node.work()
			w.Pulls = pulls
		}
		out = append(out, w)
	}
	return out
}

// refreshOwn joins what is known with what is new. When the count does not
// come out even, something vanished unseen: then the whole list is read.
func (r *graphqlRun) refreshOwn(ctx context.Context, seen map[string]*gqlRepo) error {
	known := map[string]resume.Repository{}
	for _, repo := range r.old.Repositories {
		node, asked := seen[repo.ID]
		if asked && node == nil {
			continue
		}
		if asked {
			wasOwn := ownedBy(r.s.Login, repo.Name)
			pushed := repo.PushedAt
			if node.brief(&repo); wasOwn && !ownedBy(r.s.Login, repo.Name) {
				continue // given away
			}
			repo.PushedAt = pushed // what was read of its files is of then
		}
		known[repo.ID] = repo
	}
	if !r.evenWith(known) {
		front := r.repoPager(newestFirst, false)
		if err := r.readOwn(ctx, front, pagesOf(r.repoTotal)); err != nil {
			return err
		}
		r.checkRepositories()
		for id, repo := range known {
			if ownedBy(r.s.Login, repo.Name) && !repo.Private && r.repos[id] == nil {
				delete(known, id)
			}
		}
	}
	r.join(known)
	return nil
}

// evenWith tells whether the newest page and what is known are the whole list.
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
	return unchanged && owned == r.repoTotal
}

// join puts the fresh repositories over the known ones.
func (r *graphqlRun) join(known map[string]resume.Repository) {
	for id, fresh := range r.repos {
		if before, have := known[id]; have {
			keepKnown(fresh, before)
			if fresh.Releases != nil && before.Releases != nil && *fresh.Releases != *before.Releases {
				fresh.Downloads = nil
			}
		}
		known[id] = *fresh
	}
	r.usage.cached(len(known) - len(r.repos))
	for _, repo := range known {
		r.s.Repositories = append(r.s.Repositories, repo)
	}
}
