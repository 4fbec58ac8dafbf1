package ghsync

import (
	"context"
	"errors"
	"time"
)

// Files reads files of a repository as a ref has them: "refs/heads/main", a
// commit, "HEAD". What is not there is not in the map. Errors are of type
// [*Error], or the context's.
func Files(ctx context.Context, o Options, repository, ref string, paths []string) (map[string][]byte, Usage, error) {
	files := map[string][]byte{}
	usage, err := look(ctx, o, repository, func(ctx context.Context, p *publication) error {
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
	return files, usage, err
}

// Activity tells whether a repository is private, and when somebody last pushed
// to it: GitHub pauses the schedules of quiet public ones. Errors are of type
// [*Error], or the context's.
func Activity(ctx context.Context, o Options, repository string) (private bool, pushed time.Time, usage Usage, err error) {
	var state repositoryState
	usage, err = look(ctx, o, repository, func(ctx context.Context, p *publication) error {
		return p.ask(ctx, p.repositoryQuery("isPrivate pushedAt"), "repository", &state)
	})
	return state.IsPrivate, state.PushedAt, usage, err
}

// look asks about a repository, again while GitHub gives up on the question.
func look(ctx context.Context, o Options, repository string, ask func(context.Context, *publication) error) (Usage, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, o.timeout(), errTimeout)
	defer cancel()
	c, err := newClient(o)
	if err != nil {
		return Usage{}, err
	}
	p := &publication{client: c, Publishing: Publishing{Repository: repository}}
	for try := 1; ; try++ {
		if err = ask(ctx, p); !errors.Is(err, errHeavy) {
			break
		}
		if try == maxTries {
			err = incomplete("a query came back without an answer")
			break
		}
		if err = sleep(ctx, o.pace(backoff(try))); err != nil {
			break
		}
	}
	return c.meter.total(), explain(ctx, err, o)
}
