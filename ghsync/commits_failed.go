package ghsync

import (
	"slices"
	"strconv"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// someYears is the text of the cut for years that cannot be read.
const someYears = "commits of some years"

func (r *graphqlRun) missCommits(span time.Time, t problem) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.commits.missing[span] = true
	r.cuts.add(resume.Cut{Part: resume.CutCommits, What: someYears, Names: []string{strconv.Itoa(span.Year())}, Why: t.why, Lasting: t.lasting})
	return nil
}

func isFailedYears(c resume.Cut) bool {
	return c.Part == resume.CutCommits && c.What == someYears && !c.Lasting
}

// hasFailed reports whether the last reads did not get a year, so that a refresh asks for it
// again. After several it is left to the next full read, which has requests to spare.
func (r *graphqlRun) hasFailed(year int) bool {
	return slices.ContainsFunc(r.old.Cut, func(c resume.Cut) bool {
		return isFailedYears(c) && c.Runs < runsToLast && slices.Contains(c.Names, strconv.Itoa(year))
	})
}

// noteKeptYears tells the age of the years that were not read, if all of them were known, and
// repeats what this read did not ask for again.
func (r *graphqlRun) noteKeptYears(before []resume.CommitSpan) {
	isKnown := func(year string) bool {
		return slices.ContainsFunc(before, func(s resume.CommitSpan) bool { return !s.ReadAt.IsZero() && strconv.Itoa(s.From.Year()) == year })
	}
	r.cuts.each(func(c *resume.Cut) {
		if isFailedYears(*c) && len(before) > 0 && !slices.ContainsFunc(c.Names, func(year string) bool { return !isKnown(year) }) {
			c.Kept = ageOf(r.before(), resume.CutCommits)
		}
	})
	if r.old == nil || r.allSpans {
		return
	}
	for _, c := range r.old.Cut {
		if isFailedYears(c) && c.Runs >= runsToLast {
			r.cuts.repeat(c)
		}
	}
}
