package ghsync

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/go-github/v62/github"
	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/resume"
)

// Without a token GitHub allows 60 requests an hour and 10 searches a minute.
// A full read leaves ten for the next refresh.
const (
	anonymousBudget = 50
	refreshBudget   = 10
	maxRepoPages    = 20
	maxSearches     = 7
)

// restRun is one read of an account without a token.
type restRun struct {
	*reading
	login  string
	old    *resume.Snapshot // nil when everything is read anew
	budget int
}

const anonymous = "60 requests an hour without a token"

// left is how many requests may still be spent.
func (r *restRun) left() int { return r.budget - r.usage.requests() }

// fetchREST reads what is shown first: the account, its repositories and merged
// pull requests; then, within the budget, what ranks and explains them.
func (c *reading) fetchREST(ctx context.Context) (*resume.Snapshot, error) {
	r := &restRun{reading: c, login: c.account.Login, old: c.known(), budget: anonymousBudget}
	if old := c.account.Old; old != nil && old.Via == viaGraphQL && !c.account.Full && equalFold(old.Login, r.login) {
		r.old = old // whole, if not new: REST could not read it again
	}
	if r.old != nil {
		r.budget = refreshBudget
	}
	s := &resume.Snapshot{TakenAt: c.account.Now, FullAt: c.account.Now, Via: viaREST, Pinned: r.pinned()}
	if r.old != nil {
		s.FullAt = r.old.FullAt
	}
	user, err := r.user(ctx, s)
	if err != nil {
		return nil, err
	}
	r.login = s.Login
	var pulls []pull
	group, inner := errgroup.WithContext(ctx)
	group.Go(func() (err error) { s.Repositories, err = r.repositories(inner, user.GetPublicRepos()); return err })
	group.Go(func() (err error) { pulls, err = r.pulls(inner); return err })
	group.Go(func() error { return r.profile(inner, s) })
	if err := group.Wait(); err != nil {
		return nil, err
	}
	s.Contributions = contributions(s.Login, r.knownWork(), pulls)
	for _, step := range []func(context.Context, *resume.Snapshot) error{r.contributed, r.languages, r.releases, r.manifests} {
		if err := step(ctx, s); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// known is the old snapshot when it may be built upon.
func (c *reading) known() *resume.Snapshot {
	old := c.account.Old
	if old == nil || c.account.Full || c.account.Now.Sub(old.FullAt) > week || !equalFold(old.Login, c.account.Login) {
		return nil
	}
	return old
}

const week = 7 * 24 * time.Hour

// keepCut repeats what the earlier reads left out, as long as something is missing.
func (r *restRun) keepCut(what string, missing int) {
	for _, c := range r.old.Cut {
		if missing > 0 && strings.HasSuffix(c.What, what) && !strings.Contains(c.What, " of ") {
			r.cut(c.What, c.Why)
		}
	}
}

func (r *restRun) knownWork() []resume.MergedWork {
	if r.old == nil {
		return nil
	}
	return r.old.Contributions
}

// pinned is nil: REST does not tell. A refresh keeps what was known.
func (r *restRun) pinned() []string {
	if r.old == nil {
		return nil
	}
	return r.old.Pinned
}

// user reads the public profile.
func (r *restRun) user(ctx context.Context, s *resume.Snapshot) (*github.User, error) {
	user, _, err := r.rest.Users.Get(ctx, r.login)
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
	s.Login = user.GetLogin()
	s.User = resume.User{
		Name: user.GetName(), Bio: user.GetBio(), Company: user.GetCompany(), Location: user.GetLocation(),
		Website: website(user.GetBlog()), URL: user.GetHTMLURL(), CreatedAt: user.GetCreatedAt().Time,
	}
	return user, nil
}

// profile reads the accounts on other networks and the public organizations;
// go-github has no call for the first.
func (r *restRun) profile(ctx context.Context, s *resume.Snapshot) error {
	if r.old != nil {
		s.User.Social, s.Organizations = r.old.User.Social, r.old.Organizations
		return nil
	}
	req, err := r.rest.NewRequest("GET", fmt.Sprintf("users/%s/social_accounts?per_page=100", s.Login), nil)
	if err != nil {
		return err
	}
	social := []resume.Social{}
	if _, err := r.rest.Do(ctx, req, &social); err == nil {
		s.User.Social = social
	} else if !isStatus(err, 404) { // old GitHub Enterprise
		return err
	}
	s.Organizations, err = r.organizations(ctx, s.Login)
	return err
}

// organizations lists the organizations whose membership is public. GraphQL
// would list hidden ones too when the token is the person's own.
func (c *reading) organizations(ctx context.Context, login string) ([]string, error) {
	names := []string{}
	opts := &github.ListOptions{PerPage: 100}
	for {
		page, res, err := c.rest.Organizations.List(ctx, login, opts)
		if err != nil {
			return nil, err
		}
		for _, o := range page {
			names = append(names, o.GetLogin())
		}
		if res.NextPage == 0 {
			return names, nil
		}
		opts.Page = res.NextPage
	}
}
