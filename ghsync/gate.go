package ghsync

import (
	"context"
	"sync"
	"time"
)

// rateGate holds back all requests while GitHub asks to wait. Then one goes first: the
// others follow once GitHub accepts it, since asking on prolongs a limit.
type rateGate struct {
	mu    sync.Mutex
	until time.Time
	// refusals counts the times that GitHub asked to wait, in a row.
	refusals int
	// hasScout means that the one that goes first is on its way.
	hasScout bool
	// over is the error of all requests until then: GitHub asked to wait too often, or for
	// longer than there is time.
	over    error
	changed chan struct{} // closed when one of the above changes; nil if nobody waits
}

// waits returns how many times in a row GitHub asked to wait.
func (g *rateGate) waits() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.refusals
}

// close holds requests back for d after one was refused. isNew is false if others that were
// sent with it were refused before. ok is false if the context ends too early, or after too
// many refusals: then all requests fail with err until the limit is over, except if it is
// only that of searches.
func (g *rateGate) close(ctx context.Context, d time.Duration, err error, onlySearches bool) (isNew, ok bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.refusals > 0 && !g.hasScout {
		return false, g.over == nil
	}
	g.refusals++
	g.hasScout, g.until = false, time.Now().Add(d)
	deadline, has := ctx.Deadline()
	ok = g.refusals <= maxWaits && (!has || g.until.Before(deadline))
	if !ok && !onlySearches {
		g.over = err
	} else if !ok {
		g.until, g.refusals = time.Time{}, 0
	}
	g.notify()
	return true, ok
}

// open lets all requests pass: one was accepted.
func (g *rateGate) open() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.refusals > 0 || g.hasScout {
		g.refusals, g.hasScout = 0, false
		g.notify()
	}
}

// release lets another request go first: this one was neither accepted nor refused.
func (g *rateGate) release() {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.hasScout {
		g.hasScout = false
		g.notify()
	}
}

func (g *rateGate) notify() {
	if g.changed != nil {
		close(g.changed)
		g.changed = nil
	}
}

// pass waits until the gate is open.
func (g *rateGate) pass(ctx context.Context) error {
	for {
		left, changed, err := g.try()
		switch {
		case err != nil:
			return err
		case left < 0:
			return ctx.Err()
		}
		timer := time.NewTimer(left)
		select {
		case <-timer.C:
		case <-changed:
		case <-ctx.Done():
			timer.Stop()
			return ctx.Err()
		}
		timer.Stop()
	}
}

// aScoutsTime is how long others wait at least for the request that goes first.
const aScoutsTime = time.Minute

// try returns a negative duration if a request may pass, else how long to wait for a change.
func (g *rateGate) try() (left time.Duration, changed chan struct{}, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	left = time.Until(g.until)
	switch {
	case left > 0 && g.over != nil:
		return 0, nil, g.over
	case left <= 0 && g.over != nil:
		g.over, g.refusals = nil, 0
	}
	if left <= 0 && !g.hasScout {
		g.hasScout = g.refusals > 0
		return -1, nil, nil
	}
	if g.changed == nil {
		g.changed = make(chan struct{})
	}
	if left <= 0 {
		left = aScoutsTime
	}
	return left, g.changed, nil
}
