package ghsync

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/resume"
)

// graphqlRun is one read of an account with a token.
type graphqlRun struct {
	*reading
	s   *resume.Snapshot
	old *resume.Snapshot // base of a refresh; nil for a full read

	mu          sync.Mutex
	repos       map[string]*resume.Repository // own repositories by ID
	reposBefore map[string]resume.Repository  // of the old snapshot, by ID
	repoTotal   int                           // according to the listing
	repoDenied  string                        // why GitHub hides some of them from the token
	repoEnd     *problem                      // why the listing ended early
	long        []*gqlRepo                    // repositories with more languages than the listing returns
	userMissing *problem                      // why the profile was not returned
	hiddenPins  func()                        // restores the pins that GitHub hides from the token

	merges  merges
	private privatePulls

	works         []resume.Repository // other people's repositories, read completely
	commits       commits
	given         []resume.Cut            // denials of earlier reads whose examples are given now
	allSpans      bool                    // read the commits of all years, known or not
	namedReleases map[string]*gqlReleases // of repositories looked up by name, by ID
	noDownloads   map[string]problem      // why those have no downloads, by the requested name
	changed       []*gqlRepo              // the most recently changed repositories, pushed to or not
	checked       map[string]*gqlRepo     // known repositories by ID, nil if gone
	notFound      map[string]bool         // those that GitHub does not find, by ID
	denied        map[string]bool         // those that GitHub denies to the token, by ID
	lookedUp      map[string]string       // requested names, with the current ones
	newReleases   map[string]bool         // repositories whose number of releases changed, by ID
	listings      map[string]listing      // by repository ID
	files         map[string]*filesRead
}

// fetchGraphQL reads the lists first, then what only a few repositories need.
func (r *reading) fetchGraphQL(ctx context.Context) (*resume.Snapshot, error) {
	a := r.account
	g := &graphqlRun{reading: r, repos: map[string]*resume.Repository{}, listings: map[string]listing{}, files: map[string]*filesRead{},
		merges: newMerges(), commits: newCommits(), checked: map[string]*gqlRepo{}, notFound: map[string]bool{}, denied: map[string]bool{}, lookedUp: map[string]string{}, namedReleases: map[string]*gqlReleases{}, noDownloads: map[string]problem{}, newReleases: map[string]bool{},
		s: &resume.Snapshot{TakenAt: a.Now, FullAt: a.Now, API: viaGraphQL, Login: a.Login}}
	if old := r.before(); old != nil {
		g.reposBefore = byID(old.Repositories)
	}
	if old := r.known(); old != nil && old.API == viaGraphQL {
		g.old = old
		g.cuts.keepLasting(old)
		g.avoidDenied()
	}
	lists := g.readLists
	if g.old != nil {
		lists = g.refreshLists
	}
	if err := lists(ctx); errors.Is(err, errRecovered) {
		r.again(g.given)
		return r.fetchGraphQL(ctx)
	} else if isReason(err, UnknownUser) {
		if err := g.whoIsIt(ctx); err != nil {
			return nil, err
		}
		return r.fetchGraphQL(ctx)
	} else if err != nil {
		return nil, err
	}
	for _, step := range []func(context.Context) error{g.details, g.contents, g.languagesLeft} {
		if err := step(ctx); err != nil {
			return nil, err
		}
	}
	if g.repoEnd == nil {
		g.noteNothingPublic(g.s)
	}
	g.setCommits()
	g.noteYears()
	g.notePrivate()
	g.keepVanished()
	g.keepUnknown()
	g.setNamed()
	if g.old != nil {
		g.dropUnneeded()
	}
	return g.s, nil
}

// avoidDenied leaves out the fields that were denied last time: the next full read tries
// them again.
func (r *graphqlRun) avoidDenied() {
	for _, c := range r.old.Cut {
		if c.Field != "" && c.Lasting {
			r.lose([]string{c.Field}, c.Why)
		}
	}
}

// whoIsIt distinguishes an organization, and an account that has a new name, from one that
// does not exist: GraphQL gives the same answer for all. It returns nil if the account is to
// be read under its new name.
func (r *graphqlRun) whoIsIt(ctx context.Context) error {
	name, err := r.LookUp(ctx, r.account.Login)
	switch {
	case isReason(err, IsOrganization):
		return err
	case name != "" && !strings.EqualFold(name, r.account.Login):
		r.rename(name)
		return nil
	}
	return unknownUser(r.account.Login)
}

// rename goes on with the account's new name, and says so.
func (r *reading) rename(login string) {
	r.config.notice(r.account.Login + " is now called " + login + ": use that name")
	r.account.Login = login
	r.cuts.reset(nil)
}

// readLists reads all repositories and all merged pull requests. One request returns the
// first page of each, which determines how to continue.
func (r *graphqlRun) readLists(ctx context.Context) error {
	front, search := r.repoPager(newestFirst, true), r.pullPager(mergedElsewhere(r.account.Login))
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() error { return r.readOrganizations(inner) })
	group.Go(func() error {
		if err := r.ask(inner, slices.Concat([]part{front.part()}, r.figureParts(), r.namedParts(r.account.Include), r.privateParts(), []part{search.part()})...); err != nil {
			return err
		}
		return r.readRest(inner, front, search)
	})
	if err := group.Wait(); err != nil {
		return err
	}
	if err := r.keepUser(); err != nil {
		return err
	}
	r.keepHiddenOrganizations()
	if err := r.finishRepositories(ctx, r.ownRepositories()); err != nil {
		return err
	}
	r.keepDetails()
	return r.finishPulls(ctx)
}

// fewPages is the length up to which lists share requests, to save calls.
const fewPages = 3

// mostPages bounds the pages of a list whose count is implausible.
const mostPages = 2000

// readRest reads the pages after the first ones.
func (r *graphqlRun) readRest(ctx context.Context, front, search *pager) error {
	repoPages, pullPages := pagesOf(r.repoTotal), pagesOf(r.merges.total)
	if repoPages <= fewPages && pullPages <= 2*fewPages { // the search is read from both ends
		return r.readPulls(ctx, search, front)
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return r.readOwn(ctx, front, repoPages) })
	group.Go(func() error {
		if r.merges.total > searchCap {
			return r.splitSearch(ctx, mergedElsewhere(r.account.Login))
		}
		return r.readPulls(ctx, search)
	})
	return group.Wait()
}

// readOwn reads the list of repositories from both ends at once, or what is left of it.
func (r *graphqlRun) readOwn(ctx context.Context, front *pager, pages int) error {
	if pages <= fewPages || pages > mostPages {
		return r.pages(ctx, front)
	}
	back := r.repoPager(oldestFirst, false)
	back.left = (pages - 1) / 2 * pageSize
	front.left = r.repoTotal - front.got - back.left
	group, inner := errgroup.WithContext(ctx)
	for _, p := range []*pager{front, back} {
		group.Go(func() error { return r.pages(inner, p) })
	}
	return group.Wait()
}

func pagesOf(n int) int { return (n + pageSize - 1) / pageSize }

// readOrganizations reads the organizations; if GitHub denies them, the old ones are
// kept, if any.
func (r *graphqlRun) readOrganizations(ctx context.Context) error {
	names, err := r.organizations(ctx, r.account.Login)
	old := r.before()
	lasting, why := denial(err)
	switch {
	case err == nil:
		r.s.Organizations = names
		return nil
	case isStatus(err, 404) && (old == nil || len(old.Organizations) == 0): // GraphQL tells whether the user exists
		return nil
	case why == "" && (old == nil && !isReason(err, Incomplete) || ctx.Err() != nil):
		return err
	}
	cut := resume.Cut{Part: resume.CutOrganizations, What: "organizations", Why: why, Lasting: lasting}
	if cut.Why == "" {
		cut.Why = firstLine(explain(ctx, err, r.config).Error())
	}
	if old != nil {
		r.s.Organizations, cut.Kept = old.Organizations, ageOf(old, resume.CutOrganizations)
	}
	r.cuts.add(cut)
	return nil
}

// profileIsPrivate is the reason for keeping organizations that a private profile hides.
const profileIsPrivate = "the profile is private"

// keepHiddenOrganizations keeps the known organizations if the profile became private: then
// GitHub lists none, and its search finds none of the pull requests that it counts.
func (r *graphqlRun) keepHiddenOrganizations() {
	old := r.before()
	if old == nil || !r.merges.areUnsearched() || len(r.s.Organizations) > 0 || len(old.Organizations) == 0 {
		return
	}
	r.s.Organizations = old.Organizations
	r.cuts.add(resume.Cut{Part: resume.CutOrganizations, What: "organizations", Why: profileIsPrivate, Lasting: true, Kept: ageOf(old, resume.CutOrganizations)})
}

// hiddenByPrivacy is the text of the cut for what a private profile hides from a first read.
const hiddenByPrivacy = "organizations, commits, reviews and issues"

// notePrivate says what a private profile hides if no earlier read knows it. A search that
// finds nothing by the account counts nothing.
func (r *graphqlRun) notePrivate() {
	old := r.before()
	isKnown := old != nil && !lacksPrivate(old)
	if isKnown || !r.merges.areUnsearched() || len(r.s.Organizations) > 0 || r.hasCommits() {
		return
	}
	r.s.Activity.Reviews, r.s.Activity.Issues = positive(r.s.Activity.Reviews), positive(r.s.Activity.Issues)
	r.cuts.add(resume.Cut{Part: resume.CutActivity, What: hiddenByPrivacy, Why: profileIsPrivate, Lasting: true})
}

// lacksPrivate reports whether a snapshot lacks what a private profile hid from every read.
func lacksPrivate(s *resume.Snapshot) bool { return hasLasting(s, resume.CutActivity, hiddenByPrivacy) }

// positive returns nil for zero.
func positive(n *int) *int {
	if known(n) == 0 {
		return nil
	}
	return n
}

// ageOf returns when a part of a snapshot was read, which may be earlier if it was kept.
func ageOf(s *resume.Snapshot, part resume.CutPart) time.Time {
	for _, c := range s.Cut {
		if c.Part == part && !c.Kept.IsZero() {
			return c.Kept
		}
	}
	return s.TakenAt
}

// keepUser keeps the profile of the old snapshot if it was not returned.
func (r *graphqlRun) keepUser() error {
	old := r.before()
	switch {
	case r.userMissing == nil && r.hiddenPins != nil:
		r.hiddenPins()
		return nil
	case r.userMissing == nil:
		return nil
	case old == nil:
		return part{}.missing(*r.userMissing)
	}
	r.s.Login, r.s.User, r.s.Pinned = old.Login, old.User, old.Pinned
	r.cuts.add(resume.Cut{Part: resume.CutProfile, What: "the profile", Why: r.userMissing.why, Lasting: r.userMissing.lasting,
		Kept: ageOf(old, resume.CutProfile)})
	return nil
}

// noteNothingPublic says why a resume may be empty: managed users have no public repositories.
func (r *reading) noteNothingPublic(s *resume.Snapshot) {
	switch {
	case len(s.Repositories) > 0 || len(s.Contributions) > 0:
	case r.account.Private && len(r.account.Include) > 0:
		r.config.notice(s.Login + " has no public work, and none of the repositories that the profile includes can be read")
	default:
		r.config.notice(s.Login + " has no public work: private and internal repositories are read when the profile includes them by name, with private = true under [github]")
	}
}

// keepUnknown keeps figures of the old snapshot that were not returned.
func (r *graphqlRun) keepUnknown() {
	old := r.before()
	if old == nil {
		return
	}
	for i := range r.s.Repositories {
		repo := &r.s.Repositories[i]
		before, have := r.repositoryBefore(repo.ID)
		if !have {
			continue
		}
		repo.Releases = keep(repo.Releases, before.Releases)
		repo.OwnCommits = keep(repo.OwnCommits, before.OwnCommits)
		if !repo.Empty { // a share of a few less is better than an unknown one
			repo.Commits = keep(repo.Commits, before.Commits)
		}
		if repo.Releases != nil && before.Releases != nil && *repo.Releases == *before.Releases {
			repo.Downloads = keep(repo.Downloads, before.Downloads)
		}
	}
}

func hasID(list []resume.Repository, id string) bool {
	return id != "" && slices.ContainsFunc(list, func(r resume.Repository) bool { return r.ID == id })
}

func (r *graphqlRun) ownRepositories() []resume.Repository {
	out := make([]resume.Repository, 0, len(r.repos))
	for _, repo := range r.repos {
		out = append(out, *repo)
	}
	slices.SortFunc(out, func(a, b resume.Repository) int { return compareNames(a.Name, b.Name) })
	return out
}

// keepDetails avoids reading the files of repositories again that have no new push, and
// keeps the values of denied fields.
func (r *graphqlRun) keepDetails() {
	old := r.before()
	if old == nil || r.account.Full {
		return
	}
	for i := range r.s.Repositories {
		repo := &r.s.Repositories[i]
		if before, have := r.repositoryBefore(repo.ID); have && isReadAt(before, *repo) {
			repo.Facts, repo.FilesAt = before.Facts, before.FilesAt
		}
	}
}

// isReadAt reports whether the files of a repository were read at its last push. Without
// facts they may have been denied.
func isReadAt(before, now resume.Repository) bool {
	return before.Facts != nil && !before.FilesAt.IsZero() && before.FilesAt.Equal(now.PushedAt)
}

func byID(repos []resume.Repository) map[string]resume.Repository {
	out := make(map[string]resume.Repository, len(repos))
	for _, repo := range repos {
		if repo.ID != "" {
			out[repo.ID] = repo
		}
	}
	return out
}
