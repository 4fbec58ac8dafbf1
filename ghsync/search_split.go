package ghsync

import (
	"context"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

const (
	searchCap  = 1000 // results that GitHub returns for a search
	windowSize = 500  // results that are read page after page
	// beyondReason is a count that nobody reaches: such a count is not believed.
	beyondReason = 1_000_000
	countsAtOne  = 40  // counts per request
	mostSpans    = 400 // windows per round
)

// span is a window of merge times without its upper bound. The first and the last window
// are open: their outer bound is only a guess.
type span struct {
	from, to         time.Time
	openFrom, openTo bool
	count            int
}

// within restricts a query to the window.
func (w span) within(query string) string {
	from, to := w.from, w.to
	if w.openFrom {
		from = time.Time{}
	}
	if w.openTo {
		to = time.Time{}
	}
	return mergedBetween(query, from, to)
}

// splitSearch reads a search with more than 1,000 results: it is split by merge time
// until each window is small enough, then the windows are read in parallel. A count that
// is not believed says nothing about windows: what GitHub lists is read.
func (r *graphqlRun) splitSearch(ctx context.Context, query string) error {
	if r.merges.total >= beyondReason {
		r.merges.pulls = nil
		r.merges.countAgain()
		return r.pages(ctx, r.pullPager(query))
	}
	spans, err := r.split(ctx, query)
	if err != nil {
		return err
	}
	r.mu.Lock()
	r.merges.pulls = nil // the first page is read again in its window
	r.merges.countAgain()
	r.mu.Unlock()
	group, ctx := errgroup.WithContext(ctx)
	for _, w := range spans {
		if w.count > searchCap {
			r.cuts.add(resume.Cut{Part: resume.CutContributions, What: english.Count(w.count-searchCap, "merged pull request"),
				Why: "more than 1,000 were merged in one second", Count: w.count - searchCap, Lasting: !w.divisible() && w.count < beyondReason})
			r.mu.Lock()
			r.merges.came += w.count - searchCap
			r.mu.Unlock()
		}
		group.Go(func() error { return r.pages(ctx, r.pullPager(w.within(query))) })
	}
	return group.Wait()
}

// mostRounds bounds the splitting, whatever the counts say.
const mostRounds = 8

// split finds windows of at most searchCap results that together cover all time.
func (r *graphqlRun) split(ctx context.Context, query string) ([]span, error) {
	begin, end := r.lifetime()
	due := slice(span{from: begin, to: end, openFrom: true, openTo: true, count: r.merges.total})
	var done []span
	for round := 0; len(due) > 0; round++ {
		if err := r.countSpans(ctx, query, due); err != nil {
			return nil, err
		}
		var next []span
		for _, w := range due {
			if w.count > searchCap && w.divisible() && round < mostRounds && len(next) < mostSpans {
				next = append(next, slice(w)...)
			} else if w.count > 0 {
				done = append(done, w)
			}
		}
		due = next
	}
	slices.SortFunc(done, func(a, b span) int { return a.from.Compare(b.from) })
	return joinWindows(done), nil
}

// lifetime returns when merges can have happened: a guess, because clocks may be wrong.
func (r *graphqlRun) lifetime() (begin, end time.Time) {
	begin, end = r.s.User.CreatedAt, r.account.Now
	if begin.IsZero() && r.old != nil {
		begin = r.old.User.CreatedAt // the profile comes with the same request
	}
	for _, p := range r.merges.pulls {
		if p.MergedAt.After(end) {
			end = p.MergedAt
		}
	}
	for _, repo := range r.repos {
		if repo.PushedAt.After(end) {
			end = repo.PushedAt
		}
	}
	return begin.Truncate(time.Second), end.Truncate(time.Second).Add(time.Hour)
}

func (w span) divisible() bool {
	return w.to.Sub(w.from) > time.Second
}

// slice cuts a window into equal lengths of time, each of which holds about half a
// windowSize if work is steady.
func slice(w span) []span {
	n := max(2, min(countsAtOne, 2*w.count/windowSize+1))
	step := max(time.Second, (w.to.Sub(w.from) / time.Duration(n)).Truncate(time.Second))
	var out []span
	from := w.from
	for at := from.Add(step); len(out) < n-1 && at.Before(w.to); at = at.Add(step) {
		out = append(out, span{from: from, to: at})
		from = at
	}
	out = append(out, span{from: from, to: w.to, openTo: w.openTo})
	out[0].openFrom = w.openFrom
	return out
}

// joinWindows joins adjacent windows that are small enough together.
func joinWindows(spans []span) []span {
	var out []span
	for _, w := range spans {
		if last := len(out) - 1; last >= 0 && out[last].count+w.count <= windowSize {
			out[last].to, out[last].openTo = w.to, w.openTo
			out[last].count += w.count
			continue
		}
		out = append(out, w)
	}
	return out
}

// countSpans asks for the number of results in each window.
func (r *graphqlRun) countSpans(ctx context.Context, query string, spans []span) error {
	group, ctx := errgroup.WithContext(ctx)
	for chunk := range slices.Chunk(spans, countsAtOne) {
		parts := make([]part, len(chunk))
		for i := range chunk {
			w := &chunk[i]
			parts[i] = part{field: countField(w.within(query)), kind: "counts", size: 1, miss: r.endOfPulls, read: func(a *answer) error {
				var found struct{ IssueCount *int }
				if err := a.unmarshal(&found); err != nil || found.IssueCount == nil {
					return errUnanswered
				}
				w.count = *found.IssueCount
				return nil
			}}
		}
		group.Go(func() error { return r.ask(ctx, parts...) })
	}
	return group.Wait()
}
