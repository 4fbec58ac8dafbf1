// Package ghsync reads one GitHub account into a [resume.Snapshot]: by GraphQL
// with a token, by REST within 60 requests without one. It is the only package
// that touches the network.
package ghsync

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// Account says which account to read, and how.
type Account struct {
	// Login is the account's name.
	Login string
	// Now is the moment that the snapshot records.
	Now time.Time
	// Old is the snapshot to refresh; nil reads everything.
	Old *resume.Snapshot
	// Full reads everything, whatever Old knows.
	Full bool
	// Include names repositories (owner/name) that will be shown whatever their rank.
	Include []string
	// Private allows the repositories of Include to be private.
	Private bool
	// Catalogue says which files prove a technology; nil means the built-in one.
	Catalogue *skill.Catalogue
	// Progress may be nil; it gets how many items have arrived of how many.
	Progress func(done, total int)
}

func (a Account) catalogue() *skill.Catalogue {
	if a.Catalogue == nil {
		return skill.Default()
	}
	return a.Catalogue
}

func (a Account) progress(done, total int) {
	if a.Progress != nil {
		a.Progress(done, total)
	}
}

// reading is one read of an account.
type reading struct {
	*Client
	account Account

	cutsMu sync.Mutex
	cuts   []resume.Cut
}

// cut notes something that could not be had, once.
func (r *reading) cut(what, why string) {
	r.cutsMu.Lock()
	defer r.cutsMu.Unlock()
	if cut := (resume.Cut{What: what, Why: why}); !slices.Contains(r.cuts, cut) {
		r.cuts = append(r.cuts, cut)
	}
}

// Fetch reads an account. On failure there is no snapshot: half an answer is
// none. What GitHub keeps to itself is listed in the snapshot's Cut.
func (c *Client) Fetch(ctx context.Context, a Account) (*resume.Snapshot, error) {
	ctx, cancel := c.limit(ctx)
	defer cancel()
	r := &reading{Client: c, account: a}
	s, err := r.fetch(ctx)
	if err != nil {
		return nil, explain(ctx, err, c.config)
	}
	s.Cut = r.cuts
	keepPublic(s, a)
	tidy(s)
	return s, nil
}

func (r *reading) fetch(ctx context.Context) (*resume.Snapshot, error) {
	if r.config.Token == "" {
		return r.fetchREST(ctx)
	}
	return r.fetchGraphQL(ctx)
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
