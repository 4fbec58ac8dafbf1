package ghsync

import (
	"context"
	"errors"
	"time"
)

// Files reads files of a repository at a ref: "refs/heads/main", a commit, "HEAD".
// Missing files are not in the map.
func (c *Client) Files(ctx context.Context, repository, ref string, paths []string) (map[string][]byte, error) {
	files := map[string][]byte{}
	err := c.inspect(ctx, repository, func(ctx context.Context, p *publication) error {
		blobs, err := p.blobs(ctx, ref, paths)
		if err != nil {
			return err
		}
		for i, blob := range blobs {
			if blob == nil {
				continue
			}
			if files[paths[i]], err = p.content(ctx, blob); err != nil {
				return err
			}
		}
		return nil
	})
	return files, err
}

// Activity is what determines whether GitHub pauses a repository's schedules: it does so for
// public repositories without recent pushes.
type Activity struct {
	Private  bool
	PushedAt time.Time
}

// Activity returns whether a repository is private, and when it was last pushed to.
func (c *Client) Activity(ctx context.Context, repository string) (Activity, error) {
	var state Activity
	err := c.inspect(ctx, repository, func(ctx context.Context, p *publication) error {
		var answer repositoryState
		err := p.ask(ctx, p.repositoryQuery("isPrivate pushedAt"), "repository", &answer)
		state = Activity{answer.IsPrivate, answer.PushedAt}
		return err
	})
	return state, err
}

// inspect asks about a repository, and retries if GitHub gives up on the query.
func (c *Client) inspect(ctx context.Context, repository string, ask func(context.Context, *publication) error) error {
	ctx, cancel := c.limit(ctx)
	defer cancel()
	p := &publication{Client: c, Publishing: Publishing{Repository: repository}}
	for try := 1; ; try++ {
		err := ask(ctx, p)
		if !errors.Is(err, errHeavy) {
			return explain(ctx, err, c.config)
		}
		if try == maxTries {
			return incomplete("a query came back without an answer")
		}
		if err := sleep(ctx, c.config.delay(backoff(try))); err != nil {
			return explain(ctx, err, c.config)
		}
	}
}
