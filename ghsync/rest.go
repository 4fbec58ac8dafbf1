package ghsync

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/google/go-github/v62/github"
	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/resume"
)

// Without a token GitHub allows 60 requests an hour and 10 searches a minute. A full read
// leaves ten requests for refreshes, and for what has to be asked again.
const (
	anonymousBudget = 50
	spareRequests   = 5
	refreshBudget   = 10
	maxRepoPages    = 20
	maxSearches     = 7
)

// restRun is one read of an account without a token.
type restRun struct {
	*reading
	login  string
	old    *resume.Snapshot // nil for a full read
	budget int
	// spentBefore and repeatedBefore count the requests that the client had already made.
	spentBefore, repeatedBefore int
	// limited reports that the rate limit ended the extras.
	limited bool
	// outages counts the details that GitHub failed to give.
	outages atomic.Int32
	// unfound is why a search for repositories did not find all of them.
	unfound problem
	// refused has the details that GitHub did not give; mayPass counts the refusals.
	refused refusals
	mayPass atomic.Int32
	// askedAgain counts the refusals after which a request was sent again.
	askedAgain atomic.Int32
	// turn is what a refresh reads beside the list of repositories.
	turn string
	// changed has the lower-case names of the repositories that changed.
	changed map[string]bool
	// listedAgain says how many repositories a whole list has, if it has all that were known.
	listedAgain int
	// withdrawn has the own repositories that are no longer shown, by ID.
	withdrawn map[string]bool
	// vanished means that a complete search finds fewer pull requests than are known.
	vanished bool
}

const anonymous = "60 requests an hour without a token"

// limitUsedUp is the reason if fewer than those requests were left.
const limitUsedUp = "GitHub's rate limit is used up"

// left returns how many requests are left. Some that had to be sent again do not count:
// what there is room for depends on the account, not on a passing fault.
func (r *restRun) left() int {
	spent := r.usage.requests() - r.spentBefore
	return r.budget - spent + min(r.usage.repeated()-r.repeatedBefore, spareRequests)
}

// cut records what the rate limits do not allow to read.
func (r *restRun) cut(part resume.CutPart, what, why string) {
	r.cuts.add(resume.Cut{Part: part, What: what, Why: why})
}

// fetchREST reads what is printed first: the account, its repositories and merged pull
// requests; then, within the budget, what ranks and explains them.
func (r *reading) fetchREST(ctx context.Context) (*resume.Snapshot, error) {
	run := &restRun{reading: r, login: r.account.Login, old: r.known(), budget: anonymousBudget, spentBefore: r.usage.requests(), changed: map[string]bool{}, withdrawn: map[string]bool{}}
	if old := r.before(); old != nil && old.API == viaGraphQL && !r.account.Full {
		run.old = old // complete, if older: REST could not read it again
	}
	if run.old != nil {
		run.budget = refreshBudget
		s, err := run.refresh(ctx)
		if isStatus(err, 404) && run.old != nil { // the account may have a new name
			return run.startAgain(ctx)
		}
		return s, err
	}
	return run.readAll(ctx)
}

// startAgain reads everything, since the account is not what it was.
func (r *restRun) startAgain(ctx context.Context) (*resume.Snapshot, error) {
	r.old, r.budget, r.spentBefore, r.repeatedBefore = nil, anonymousBudget, r.usage.requests(), r.usage.repeated()
	r.cuts.reset(nil)
	return r.readAll(ctx)
}

func (r *restRun) readAll(ctx context.Context) (*resume.Snapshot, error) {
	s := &resume.Snapshot{TakenAt: r.account.Now, FullAt: r.account.Now, ProfileAt: r.account.Now, API: viaREST}
	user, err := r.user(ctx, s)
	if err != nil {
		return nil, err
	}
	r.login = s.Login
	var pulls []pull
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() (err error) { s.Repositories, err = r.repositories(inner, user.GetPublicRepos()); return err })
	group.Go(func() (err error) { pulls, err = r.pulls(inner, mergedElsewhere(r.login)); return err })
	group.Go(func() error { return r.profile(inner, s) })
	if err := group.Wait(); err != nil {
		return nil, err
	}
	s.Contributions = contributions(s.Login, r.keptPulls(pulls), pulls)
	if old := r.before(); old != nil {
		r.keepTokenParts(s, old)
		if err := r.dropWithdrawn(ctx, s, pulls); err != nil {
			return nil, err
		}
		r.noteUnfound(s, pulls)
	}
	if err := r.readDetails(ctx, s); err != nil {
		return nil, err
	}
	r.noteNothingPublic(s)
	if old := r.before(); old != nil { // the rate limit may have cut the read short
		r.keepNamed(s, old)
		s.Repositories = keepDetails(old.Repositories, s.Repositories)
		keepFiles(old.Repositories, s.Repositories)
		keepFacts(old, s.Contributions)
	}
	return s, nil
}

// readDetails reads, within the budget, what ranks and explains the lists.
func (r *restRun) readDetails(ctx context.Context, s *resume.Snapshot) error {
	for _, step := range []func(context.Context, *resume.Snapshot) error{r.named, r.contributed, r.languages, r.releases, r.manifests} {
		if err := step(ctx, s); err != nil {
			return err
		}
	}
	s.Contributions = joined(s.Contributions)
	for _, c := range r.refused.cuts() {
		r.cuts.add(c)
	}
	if r.outages.Load() > 0 {
		s.FullAt = time.Time{} // the next read is a full one, too, since a refresh has room for a few only
	}
	if r.limited {
		r.cut(resume.CutDetails, "details of some repositories", limitUsedUp)
		s.FullAt = time.Time{} // a refresh would not read unchanged repositories
	}
	return nil
}

// refresh asks for the most recently pushed repositories and, in turn, for the pull
// requests and other parts: two requests if nothing is new.
func (r *restRun) refresh(ctx context.Context) (*resume.Snapshot, error) {
	old := r.old
	s := &resume.Snapshot{TakenAt: r.account.Now, FullAt: old.FullAt, ProfileAt: old.ProfileAt, API: viaREST, Login: old.Login, User: old.User,
		Pinned: old.Pinned, Organizations: old.Organizations, Commits: old.Commits, Activity: old.Activity, Unsearched: old.Unsearched}
	r.cuts.keepLasting(old)
	r.login = old.Login
	total := -1
	r.turn = r.nextTurn()
	r.takeTurn(s, r.turn)
	if r.turn == profileTurn {
		user, err := r.user(ctx, s)
		if err == nil && !strings.EqualFold(s.Login, old.Login) {
			r.login = s.Login
			return r.startAgain(ctx)
		}
		if err != nil {
			return nil, err
		}
		s.User.Social, s.ProfileAt, total = old.User.Social, r.account.Now, user.GetPublicRepos()
	}
	var pulls []pull
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() (err error) { s.Repositories, err = r.refreshRepositories(inner, total); return err })
	searches := r.turn == searchTurn || r.lacksPulls()
	if searches {
		group.Go(func() (err error) { pulls, err = r.newPulls(inner); return err })
	}
	if r.turn == accountsTurn {
		group.Go(func() error { return r.accounts(inner, s) })
	}
	if r.turn == organizationsTurn {
		group.Go(func() error { return r.publicOrganizations(inner, s) })
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	if isGiven, err := r.probe(ctx, s); err != nil {
		return nil, err
	} else if isGiven {
		return r.startAgain(ctx)
	}
	s.Repositories = slices.DeleteFunc(s.Repositories, func(repo resume.Repository) bool { return r.withdrawn[repo.ID] })
	s.Contributions = contributions(s.Login, old.Contributions, pulls)
	r.noteNews(pulls)
	r.keepCuts(searches)
	if r.vanished {
		if err := r.dropVanished(ctx, s, pulls); err != nil {
			return nil, err
		}
	}
	if strings.HasPrefix(r.turn, workTurn) {
		if err := r.refreshWork(ctx, s, r.turn); err != nil {
			return nil, err
		}
	}
	if err := r.readDetails(ctx, s); err != nil {
		return nil, err
	}
	return s, nil
}

// noteNews records the repositories of pull requests that were not known.
func (r *restRun) noteNews(pulls []pull) {
	known := map[string]bool{}
	for _, w := range r.old.Contributions {
		for _, p := range w.Pulls {
			known[pullKey(strings.ToLower(w.Repository), p.Number)] = true
		}
	}
	for _, p := range pulls {
		if name := strings.ToLower(p.repo.Repository); !known[pullKey(name, p.Number)] {
			r.changed[name] = true
		}
	}
}

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// known returns the old snapshot if a refresh may start from it, else nil.
func (r *reading) known() *resume.Snapshot {
	old := r.before()
	if old == nil || r.account.Full || r.account.Now.Sub(old.FullAt) > week {
		return nil
	}
	return old
}

const week = 7 * 24 * time.Hour

// lacksPulls reports whether a search for all pull requests returned too few.
func (r *restRun) lacksPulls() bool { return slices.ContainsFunc(r.old.Cut, isShortSearch) }

func isShortSearch(c resume.Cut) bool {
	return c.Part == resume.CutContributions && !c.Lasting && c.Why != fewSearches && c.Why != notFound && c.Why != anonymous
}

// keepCuts repeats the cuts of earlier reads, but not of what was searched again.
func (r *restRun) keepCuts(searched bool) {
	for _, c := range r.old.Cut {
		if searched && (isShortSearch(c) || c.Why == notSearched) {
			continue
		}
		if turn := turnOf(c); turn != "" {
			if turn != r.turn {
				r.cuts.repeat(c)
			}
			continue
		}
		if c.Part == resume.CutRepositories && r.isListedAgain(c) {
			continue
		}
		switch c.Part {
		case resume.CutRepositories, resume.CutContributions, resume.CutActivity, resume.CutCommits, "":
			r.cuts.add(c)
		}
	}
}

// isListedAgain reports whether the list has again what it lacked.
func (r *restRun) isListedAgain(c resume.Cut) bool {
	before := countOwn(r.login, r.old.Repositories)
	if c.Kept.IsZero() {
		before += c.Count
	}
	return r.listedAgain > 0 && r.listedAgain >= before
}

// user reads the public profile.
func (r *restRun) user(ctx context.Context, s *resume.Snapshot) (*github.User, error) {
	user, err := twice(r, func() (*github.User, error) {
		user, _, err := r.rest.Users.Get(ctx, r.login)
		return user, err
	})
	switch {
	case isStatus(err, 404):
		return nil, unknownUser(r.login)
	case err != nil:
		return nil, err
	case user.GetType() == "Organization":
		return nil, isOrganization(r.login)
	case user.GetLogin() == "":
		return nil, notGitHub(r.rest.BaseURL.Host)
	}
	if s.Login = user.GetLogin(); !strings.EqualFold(s.Login, r.login) {
		r.config.notice(r.login + " is now called " + s.Login + ": use that name")
	}
	s.User = resume.User{
		Name: user.GetName(), Bio: user.GetBio(), Company: user.GetCompany(), Location: user.GetLocation(),
		Website: website(user.GetBlog()), URL: user.GetHTMLURL(), CreatedAt: user.GetCreatedAt().Time,
	}
	return user, nil
}

// profile reads the accounts on other networks and the public organizations. Neither ends
// a read.
func (r *restRun) profile(ctx context.Context, s *resume.Snapshot) error {
	if err := r.accounts(ctx, s); err != nil {
		return err
	}
	return r.publicOrganizations(ctx, s)
}

// accounts reads the accounts on other networks; go-github has no call for them.
func (r *restRun) accounts(ctx context.Context, s *resume.Snapshot) error {
	old := r.before()
	if old == nil {
		old = &resume.Snapshot{}
	}
	social, err := twice(r, func() ([]resume.Social, error) {
		return askTwice(len(old.User.Social), func() (list []resume.Social, err error) {
			req, err := r.rest.NewRequest("GET", fmt.Sprintf("users/%s/social_accounts?per_page=100", s.Login), nil)
			if err == nil {
				_, err = r.rest.Do(ctx, req, &list)
			}
			return list, err
		})
	})
	kept, err := r.keepOf(err, resume.CutProfile, "accounts on other networks", len(old.User.Social))
	if err != nil {
		return err
	}
	if s.User.Social = old.User.Social; kept {
		return nil
	}
	s.User.Social = []resume.Social{}
	for _, account := range social {
		account.Provider = strings.ToLower(account.Provider)
		if !slices.Contains(s.User.Social, account) {
			s.User.Social = append(s.User.Social, account)
		}
	}
	return nil
}

// publicOrganizations reads the organizations whose membership is public. A private profile
// hides them, and its pull requests are not found: then the known ones are kept.
func (r *restRun) publicOrganizations(ctx context.Context, s *resume.Snapshot) error {
	old := r.before()
	if old == nil {
		old = &resume.Snapshot{}
	}
	names, err := twice(r, func() ([]string, error) { return r.organizations(ctx, s.Login) })
	kept, err := r.keepOf(err, resume.CutOrganizations, "organizations", len(old.Organizations))
	isHidden := len(names) == 0 && slices.ContainsFunc(old.Cut, func(c resume.Cut) bool { return c.Why == notSearched })
	if s.Organizations = names; kept || err == nil && isHidden {
		s.Organizations = old.Organizations
	}
	return err
}
