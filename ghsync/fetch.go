// Package ghsync reads one GitHub account into a [resume.Snapshot]: by GraphQL
// with a token, by REST within 60 requests without one. It is the only package
// that touches the network.
package ghsync

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// Options say which account to read, where, and with what.
type Options struct {
	// Login is the account's name.
	Login string
	// Token authenticates; empty means to read as anyone can, within 60 requests an hour.
	Token string
	// APIURL and GraphQLURL are GITHUB_API_URL and GITHUB_GRAPHQL_URL; empty means github.com,
	// and GraphQL beside REST.
	APIURL, GraphQLURL string
	// Now is the moment that the snapshot records.
	Now time.Time
	// Old is the snapshot to refresh; nil reads everything.
	Old *resume.Snapshot
	// Full reads everything anew, whatever Old knows.
	Full bool
	// Include names repositories (owner/name) that will be shown whatever their rank.
	Include []string
	// Catalogue says which files prove a technology; nil means the built-in one.
	Catalogue *skill.Catalogue
	// Private allows the repositories of Include to be private.
	Private bool
	// Timeout is the total time; 0 means five minutes.
	Timeout time.Duration
	// Notice, Trace and Progress may be nil. Notice gets what people must know while they wait,
	// Trace a line per request, Progress how many items have arrived of how many.
	Notice   func(string)
	Trace    func(string)
	Progress func(done, total int)

	// hurry divides all pauses; tests have no time.
	hurry int
}

// pace is how long to pause for d.
func (o Options) pace(d time.Duration) time.Duration { return d / time.Duration(max(1, o.hurry)) }

func (o Options) timeout() time.Duration { return cmp.Or(o.Timeout, 5*time.Minute) }

func (o Options) catalogue() *skill.Catalogue {
	if o.Catalogue == nil {
		return skill.Default()
	}
	return o.Catalogue
}

func (o Options) notice(s string) {
	if o.Notice != nil {
		o.Notice(s)
	}
}

func (o Options) trace(s string) {
	if o.Trace != nil {
		o.Trace(s)
	}
}

func (o Options) progress(done, total int) {
	if o.Progress != nil {
		o.Progress(done, total)
	}
}

// Fetch reads the account. On failure there is no snapshot: half an answer is
// none. What GitHub keeps to itself is listed in the snapshot's Cut. Errors are
// of type [*Error], or the context's.
func Fetch(ctx context.Context, o Options) (*resume.Snapshot, Usage, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, o.timeout(), errTimeout)
	defer cancel()
	c, err := newClient(o)
	if err != nil {
		return nil, Usage{}, err
	}
	s, err := c.fetch(ctx)
	if err != nil {
		return nil, c.meter.total(), explain(ctx, err, o)
	}
	s.Cut = c.cuts
	keepPublic(s, o)
	tidy(s)
	return s, c.meter.total(), nil
}

func (c *client) fetch(ctx context.Context) (*resume.Snapshot, error) {
	if c.options.Token == "" {
		return c.fetchREST(ctx)
	}
	return c.fetchGraphQL(ctx)
}

// tidy puts everything into the order that makes equal accounts equal bytes.
func tidy(s *resume.Snapshot) {
	s.Schema = resume.SnapshotSchema
	slices.Sort(s.Organizations)
	slices.SortFunc(s.Cut, func(a, b resume.Cut) int {
		return cmp.Or(strings.Compare(a.What, b.What), strings.Compare(a.Why, b.Why))
	})
	slices.SortFunc(s.Repositories, func(a, b resume.Repository) int { return compareNames(a.Name, b.Name) })
	slices.SortFunc(s.Contributions, func(a, b resume.MergedWork) int { return compareNames(a.Repository, b.Repository) })
	for i := range s.Repositories {
		slices.Sort(s.Repositories[i].Topics)
	}
}

func compareNames(a, b string) int {
	return cmp.Or(strings.Compare(strings.ToLower(a), strings.ToLower(b)), strings.Compare(a, b))
}
