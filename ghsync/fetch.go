// Package ghsync reads one GitHub account into a [resume.Snapshot]: by GraphQL
// with a token, by REST within 60 requests without one. It is the only package
// that touches the network.
//
// What ends a fetch is an [*Error] with its [Reason] and a hint; it never holds a
// token. A part that GitHub does not give is a [resume.Cut] of the snapshot, which
// keeps what was known of it. [Client.Usage] counts HTTP requests and the points
// that GitHub takes off its hourly limits.
//
// The requests follow https://docs.github.com/rest and https://docs.github.com/graphql.
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

// Account says which account to read and how.
type Account struct {
	// Login is the account's name.
	Login string
	// Now is the time that the snapshot records.
	Now time.Time
	// Old is the snapshot to refresh; nil reads everything.
	Old *resume.Snapshot
	// Full reads everything, whatever Old knows.
	Full bool
	// Include lists repositories (owner/name) named in the profile. They are looked up
	// even if others own them, and followed if they were renamed.
	Include []string
	// Private allows the repositories of Include to be private.
	Private bool
	// Shown lists repositories (owner/name) with technologies in files made earlier. A first
	// read without a token, which has room for the files of a few, reads theirs first.
	Shown []string
	// Catalog says which files prove a technology; nil means the built-in one.
	Catalog *skill.Catalog
	// Progress, if not nil, is called with the number of items read so far and in total.
	Progress func(done, total int)
}

func (a Account) catalog() *skill.Catalog {
	if a.Catalog == nil {
		return skill.Default()
	}
	return a.Catalog
}

func (a Account) progress(done, total int) {
	if a.Progress != nil {
		a.Progress(done, total)
	}
}

// reading is one read of an account.
type reading struct {
	*Client
	account  Account
	cuts     cutList
	losses   losses
	portions *portions
}

// Fetch reads an account. On failure it returns no snapshot. A part that GitHub did not give
// is kept from the old snapshot; the snapshot's Cut lists what was kept or is missing.
func (c *Client) Fetch(ctx context.Context, a Account) (*resume.Snapshot, error) {
	ctx, cancel := c.limit(ctx)
	defer cancel()
	if a.Old != nil && a.Old.FullAt.IsZero() { // not built upon
		a.Full = true
	}
	r := &reading{Client: c, account: a, portions: newPortions()}
	s, err := r.fetch(ctx)
	if err != nil {
		return nil, explain(ctx, err, c.config)
	}
	r.dropImplausible(s)
	r.noteTakenDown(s)
	s.Cut = r.cuts.all(a.Old)
	hidesMore := func(c resume.Cut) bool { return (IsGap(c) || c.Why == leftOut) && !isFailedYears(c) }
	if a.Old == nil && s.API == viaGraphQL && slices.ContainsFunc(s.Cut, hidesMore) {
		s.FullAt = time.Time{} // the rest may lack something, too, of which nothing tells
	}
	keepPublic(s, a)
	tidy(s)
	return s, nil
}

// before returns the old snapshot of this account, or nil.
func (r *reading) before() *resume.Snapshot {
	if old := r.account.Old; old != nil && strings.EqualFold(old.Login, r.account.Login) {
		return old
	}
	return nil
}

func (r *reading) fetch(ctx context.Context) (*resume.Snapshot, error) {
	if r.config.Token == "" {
		return r.fetchREST(ctx)
	}
	return r.fetchGraphQL(ctx)
}

// tidy sorts everything, so that equal accounts give equal bytes.
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
