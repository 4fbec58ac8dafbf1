package ghsync

import (
	"slices"
	"sync"

	"github.com/ghresume/ghresume/resume"
)

// runsToLast is after how many reads in a row a cut is taken to last.
const runsToLast = 3

// cutList gathers what a read could not have.
type cutList struct {
	mu   sync.Mutex
	cuts []resume.Cut
}

// add notes a cut once.
func (l *cutList) add(c resume.Cut) {
	l.mu.Lock()
	defer l.mu.Unlock()
	i := slices.IndexFunc(l.cuts, func(o resume.Cut) bool { return isSameCut(o, c) })
	switch {
	case i < 0:
		l.cuts = append(l.cuts, c)
	case c.Count >= l.cuts[i].Count:
		l.cuts[i] = c
	}
}

// each lets f change the cuts.
func (l *cutList) each(f func(*resume.Cut)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := range l.cuts {
		f(&l.cuts[i])
	}
}

// has tells whether something of a part is cut.
func (l *cutList) has(part resume.CutPart) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.ContainsFunc(l.cuts, func(c resume.Cut) bool { return c.Part == part })
}

// isSameCut tells whether two cuts are about the same thing, if not of the same size.
func isSameCut(a, b resume.Cut) bool {
	return a.Part == b.Part && a.Why == b.Why && a.Field == b.Field && (a.What == b.What || a.Count > 0 && b.Count > 0)
}

// keepLasting takes over what an old snapshot says cannot be had: a refresh does
// not ask for it.
func (l *cutList) keepLasting(old *resume.Snapshot) {
	for _, c := range old.Cut {
		if c.Lasting {
			l.add(c)
		}
	}
}

// all are the cuts of a read, after an old snapshot. A cut that comes again and
// again although it is asked for is taken to last: the next full read tries it.
func (l *cutList) all(old *resume.Snapshot) []resume.Cut {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := slices.Clone(l.cuts)
	for i, c := range out {
		if c.Lasting || c.Part == "" || old == nil {
			continue
		}
		if j := slices.IndexFunc(old.Cut, func(o resume.Cut) bool { return isSameCut(o, c) }); j >= 0 {
			out[i].Runs = max(old.Cut[j].Runs, 1) + 1
			out[i].Lasting = out[i].Runs >= runsToLast && c.Kept.IsZero()
		}
	}
	return out
}

// IsGap tells whether a cut is a failure of GitHub's that may pass, and nothing is
// kept in place of it: neither what a policy denies nor what the limits leave no room for.
func IsGap(c resume.Cut) bool {
	return !c.Lasting && c.Kept.IsZero() && c.Why != anonymous && c.Why != fewSearches && c.Why != leftOut
}

// lacks tells whether a snapshot has a cut of a part that may pass: it is asked for again.
func lacks(s *resume.Snapshot, part resume.CutPart) bool {
	return s != nil && slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return c.Part == part && !c.Lasting })
}

// hasLasting tells whether something of a snapshot is cut for good.
func hasLasting(s *resume.Snapshot, part resume.CutPart, what string) bool {
	return slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return c.Part == part && c.Lasting && c.What == what })
}

// lastingGap is how many items of a list are known to be missing for good.
func lastingGap(s *resume.Snapshot, part resume.CutPart) int {
	n := 0
	for _, c := range s.Cut {
		if c.Part == part && c.Lasting && c.Why == leftOut {
			n += c.Count
		}
	}
	return n
}

// leftOut is why a list holds less than its count says.
const leftOut = "GitHub counts more than it lists"
