package ghsync

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/google/go-github/v62/github"
)

// Access is what GitHub grants to a token. It never contains the token.
type Access struct {
	// Login owns the token; empty without one, and for the token of a workflow.
	Login string
	// Scopes are the permissions of a classic token. Scoped is true for such a token, even if
	// it has no scopes.
	Scopes []string
	Scoped bool
	// Expires is when the token expires; zero if it does not, or if GitHub does not say.
	Expires time.Time
	// Private is the number of private repositories that the token can read; -1 if unknown.
	Private int
	// REST, Search and GraphQL are the remaining rate limits; zero if the server has none.
	REST, Search, GraphQL Limit
}

// Limit is a rate limit: remaining and total requests (points, for GraphQL), and when it resets.
type Limit struct {
	Left, Total int
	Reset       time.Time
}

// Access returns what the client's token may do. It costs at most two requests.
func (c *Client) Access(ctx context.Context) (*Access, error) {
	ctx, cancel := c.limit(ctx)
	defer cancel()
	limits, res, err := c.rest.RateLimit.Get(ctx)
	if err != nil && !hasNoLimits(err) {
		return nil, explain(ctx, err, c.config)
	}
	a := &Access{Private: -1, REST: limitOf(limits.GetCore()), Search: limitOf(limits.GetSearch()), GraphQL: limitOf(limits.GetGraphQL())}
	if c.config.Token != "" {
		a.readHeader(res.Header)
		c.askOwner(ctx, a)
	}
	return a, nil
}

// LookUp returns the present login of a person's account, which redirects tell after a
// renaming. It is an error if nobody has the login, or an organization. It costs one request.
func (c *Client) LookUp(ctx context.Context, login string) (string, error) {
	ctx, cancel := c.limit(ctx)
	defer cancel()
	account, _, err := c.rest.Users.Get(ctx, login)
	switch {
	case isStatus(err, http.StatusNotFound):
		return "", unknownUser(login)
	case err != nil:
		return "", explain(ctx, err, c.config)
	case account.GetType() == "Organization":
		return "", isOrganization(account.GetLogin())
	}
	return account.GetLogin(), nil
}

// hasNoLimits reports whether err is from a GitHub Enterprise Server without rate limits:
// there they are off by default.
func hasNoLimits(err error) bool {
	return isStatus(err, 404) && strings.Contains(err.Error(), "ate limiting is not enabled")
}

func limitOf(r *github.Rate) Limit {
	if r == nil {
		return Limit{}
	}
	return Limit{Left: r.Remaining, Total: r.Limit, Reset: r.Reset.Time}
}

// readHeader reads the facts about the token that GitHub sends with every response.
func (a *Access) readHeader(h http.Header) {
	_, a.Scoped = h["X-Oauth-Scopes"]
	for scope := range strings.SplitSeq(h.Get("X-OAuth-Scopes"), ",") {
		if scope = strings.TrimSpace(scope); scope != "" {
			a.Scopes = append(a.Scopes, scope)
		}
	}
	a.Expires = expiry(h.Get("GitHub-Authentication-Token-Expiration"))
}

// expiry parses the time when a token expires: GitHub writes UTC, or an offset.
func expiry(header string) time.Time {
	for _, form := range []string{"2006-01-02 15:04:05 MST", "2006-01-02 15:04:05 -0700", time.RFC3339} {
		if at, err := time.Parse(form, header); err == nil {
			return at
		}
	}
	return time.Time{}
}

// askOwner reads whose token it is and how many private repositories it can read. A
// workflow's token belongs to nobody and is refused here; that is not a failure.
func (c *Client) askOwner(ctx context.Context, a *Access) {
	user, _, err := c.rest.Users.Get(ctx, "")
	if err != nil {
		return
	}
	a.Login = user.GetLogin()
	list := &github.RepositoryListByAuthenticatedUserOptions{Visibility: "private", ListOptions: github.ListOptions{PerPage: 1}}
	repositories, res, err := c.rest.Repositories.ListByAuthenticatedUser(ctx, list)
	if err != nil {
		return
	}
	a.Private = max(len(repositories), res.LastPage)
}
