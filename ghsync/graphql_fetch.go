package ghsync

import (
	"context"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

// graphqlRun is one read of an account with a token.
type graphqlRun struct {
	*reading
	s   *resume.Snapshot
	old *resume.Snapshot // what a refresh builds upon; nil when all is read anew

	mu        sync.Mutex
	repos     map[string]*resume.Repository // own repositories by ID
	repoTotal int                           // as the listing says
	long      []*gqlRepo                    // repositories with more languages than the listing gives
	pulls     []pull
	pullTotal int // as the first search says

	works    []resume.Repository // other people's repositories, read as wholes
	commits  map[string]*int     // the person's commits by repository ID; nil when not read
	foreign  map[string]*gqlRepo // organizations' repositories with commits, by ID
	listings map[string]listing  // by repository ID
}

// fetchGraphQL reads lists first, then what only a few repositories need.
func (c *reading) fetchGraphQL(ctx context.Context) (*resume.Snapshot, error) {
	o := c.account
	r := &graphqlRun{reading: c, repos: map[string]*resume.Repository{}, listings: map[string]listing{},
		s: &resume.Snapshot{TakenAt: o.Now, FullAt: o.Now, Via: viaGraphQL, Login: o.Login}}
	if old := c.known(); old != nil && old.Via == viaGraphQL && len(old.Cut) == 0 {
		r.old = old
	}
	lists := r.readLists
	if r.old != nil {
		lists = r.refreshLists
	}
	if err := lists(ctx); isReason(err, UnknownUser) {
		return nil, r.whoIsIt(ctx)
	} else if err != nil {
		return nil, err
	}
	for _, step := range []func(context.Context) error{r.details, r.contents, r.languagesLeft} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	r.setCommits()
	return r.s, nil
}

// whoIsIt tells an organization from an account that is not there, for which
// GraphQL has the same answer.
func (r *graphqlRun) whoIsIt(ctx context.Context) error {
	account, _, err := r.rest.Users.Get(ctx, r.account.Login)
	if err == nil && account.GetType() == "Organization" {
		return isOrganization(account.GetLogin())
	}
	return unknownUser(r.account.Login)
}

// readLists reads all repositories and all merged pull requests. The first page
// of each comes in one request and says how to go on.
func (r *graphqlRun) readLists(ctx context.Context) error {
	front, search := r.repoPager(newestFirst, true), r.pullPager(elsewhere(r.account.Login))
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() (err error) {
		r.s.Organizations, err = r.organizations(inner, r.account.Login)
		if isStatus(err, 404) {
			return unknownUser(r.account.Login)
		}
		return err
	})
	group.Go(func() error {
		if err := r.page(inner, []*pager{front, search}); err != nil {
			return err
		}
		return r.readRest(inner, front, search)
	})
	if err := group.Wait(); err != nil {
		return err
	}
	r.s.Repositories = r.ownRepositories()
	r.keepFacts()
	r.s.Contributions = contributions(r.s.Login, nil, r.pulls)
	r.checkRepositories()
	r.checkPulls()
	return nil
}

// fewPages is up to where two lists travel together: calls are saved where time hardly is.
const fewPages = 3

// readRest reads on after the first pages.
func (r *graphqlRun) readRest(ctx context.Context, front, search *pager) error {
	repoPages, pullPages := pagesOf(r.repoTotal), pagesOf(r.pullTotal)
	if repoPages <= fewPages && pullPages <= fewPages {
		return r.pages(ctx, front, search)
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return r.readOwn(ctx, front, repoPages) })
	group.Go(func() error {
		if r.pullTotal > searchCap {
			return r.searchWindows(ctx, elsewhere(r.account.Login))
		}
		return r.pages(ctx, search)
	})
	return group.Wait()
}

// readOwn reads the list of repositories from both ends at once.
func (r *graphqlRun) readOwn(ctx context.Context, front *pager, pages int) error {
	if pages <= fewPages {
		return r.pages(ctx, front)
	}
	back := r.repoPager(oldestFirst, false)
	back.left = (pages - 1) / 2 * pageSize
	front.left = r.repoTotal - pageSize - back.left
	group, inner := errgroup.WithContext(ctx)
	for _, p := range []*pager{front, back} {
		group.Go(func() error { return r.pages(inner, p) })
	}
	return group.Wait()
}

func pagesOf(n int) int { return (n + pageSize - 1) / pageSize }

// checkRepositories compares what came with what GitHub says there is.
func (r *graphqlRun) checkRepositories() {
	if missing := r.repoTotal - len(r.repos); missing > 0 {
		r.cut(english.Count(missing, "repository"), "GitHub's listing left them out")
	}
}

func (r *graphqlRun) checkPulls() {
	if missing := r.pullTotal - len(r.pulls); missing > 0 {
		r.cut(english.Count(missing, "merged pull request"), "GitHub's search left them out")
	}
}

func (r *graphqlRun) ownRepositories() []resume.Repository {
	out := make([]resume.Repository, 0, len(r.repos))
	for _, repo := range r.repos {
		out = append(out, *repo)
	}
	slices.SortFunc(out, func(a, b resume.Repository) int { return compareNames(a.Name, b.Name) })
	return out
}

// keepFacts saves reading files again that were not pushed to since.
func (r *graphqlRun) keepFacts() {
	old := r.account.Old
	if old == nil || !equalFold(old.Login, r.s.Login) {
		return
	}
	known := byName(old.Repositories)
	for i := range r.s.Repositories {
		repo := &r.s.Repositories[i]
		if before, have := known[strings.ToLower(repo.Name)]; have && before.ID == repo.ID && before.PushedAt.Equal(repo.PushedAt) {
			repo.Facts = before.Facts
		}
	}
}
