package ghsync

import (
	"context"
	"slices"

	"github.com/ghresume/ghresume/resume"
)

// FetchNamed adds to the snapshot Old the repositories that Include names and Old lacks.
// It requests nothing else and keeps the snapshot's time: without a token, each request
// counts.
func (c *Client) FetchNamed(ctx context.Context, a Account) (*resume.Snapshot, error) {
	ctx, cancel := c.limit(ctx)
	defer cancel()
	run := &restRun{
		reading: &reading{Client: c, account: a, portions: newPortions()},
		login:   a.Old.Login, old: a.Old, budget: refreshBudget, spentBefore: c.usage.requests(), changed: map[string]bool{},
	}
	s := *a.Old
	s.Repositories = slices.Clone(a.Old.Repositories)
	for _, step := range []func(context.Context, *resume.Snapshot) error{run.named, run.languages, run.releases, run.manifests} {
		if err := step(ctx, &s); err != nil {
			return nil, explain(ctx, err, c.config)
		}
	}
	keepPublic(&s, a)
	tidy(&s)
	return &s, nil
}
