package ghsync

import (
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// runsToLast is after how many consecutive reads a cut is considered lasting.
const runsToLast = 3

// cutList collects what a read could not get.
type cutList struct {
	mu   sync.Mutex
	cuts []resume.Cut
	// isRefresh means that lasting cuts were not requested again.
	isRefresh bool
	// repeated are cuts of an earlier read that this one did not ask about.
	repeated []resume.Cut
	// given are cuts whose examples GitHub gives.
	given []resume.Cut
}

// reset forgets everything. given are the cuts whose examples GitHub gives.
func (l *cutList) reset(given []resume.Cut) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cuts, l.isRefresh, l.repeated, l.given = nil, false, nil, given
}

// add records a cut once.
func (l *cutList) add(c resume.Cut) {
	l.mu.Lock()
	defer l.mu.Unlock()
	i := slices.IndexFunc(l.cuts, func(o resume.Cut) bool { return isSameCut(o, c) })
	switch {
	case i < 0:
		l.cuts = append(l.cuts, c)
	default:
		names := unique(slices.Sorted(slices.Values(slices.Concat(c.Names, l.cuts[i].Names))))
		if c.Count >= l.cuts[i].Count {
			c.Runs = max(c.Runs, l.cuts[i].Runs)
			l.cuts[i] = c
		}
		l.cuts[i].Names = names
	}
}

// repeat keeps a cut of an earlier read, unless this one records the same.
func (l *cutList) repeat(c resume.Cut) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.repeated = append(l.repeated, c)
}

// each calls f on every cut, to change it.
func (l *cutList) each(f func(*resume.Cut)) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := range l.cuts {
		f(&l.cuts[i])
	}
}

// forget drops the cuts of what is requested again.
func (l *cutList) forget(isAsked func(resume.Cut) bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.cuts = slices.DeleteFunc(l.cuts, isAsked)
}

// has reports whether anything in a part is cut.
func (l *cutList) has(part resume.CutPart) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.ContainsFunc(l.cuts, func(c resume.Cut) bool { return c.Part == part })
}

// isSameCut reports whether two cuts are the same except for their count, and for the
// repositories that they name.
func isSameCut(a, b resume.Cut) bool {
	return a.Part == b.Part && a.Why == b.Why && a.Field == b.Field &&
		(a.What == b.What || a.Count > 0 && b.Count > 0 && subjectOf(a.What) == subjectOf(b.What))
}

// subjectOf returns what a cut is about: "languages" of "languages of 3 repositories", ""
// of "3 repositories".
func subjectOf(what string) string {
	subject, _, isOf := strings.Cut(what, " of ")
	if !isOf {
		return ""
	}
	return subject
}

// isGapOf reports whether a snapshot with the old cut has nothing to put in the place of the
// new one.
func isGapOf(old, now resume.Cut) bool {
	return old.Kept.IsZero() && !old.Lasting && old.Part == now.Part && old.Field == now.Field && (old.What == now.What || old.Count > 0 && now.Count > 0)
}

// keepLasting copies the lasting cuts of an old snapshot: a refresh does not ask again.
func (l *cutList) keepLasting(old *resume.Snapshot) {
	l.isRefresh = true
	for _, c := range old.Cut {
		if c.Lasting {
			l.add(c)
		}
	}
}

// all returns the cuts of a read. A cut that recurs in several reads, although it was
// requested each time, is considered lasting: the next full read tries it again.
func (l *cutList) all(old *resume.Snapshot) []resume.Cut {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := withoutIncluded(l.cuts)
	for i := range out {
		if !out[i].Lasting && old != nil && slices.ContainsFunc(old.Cut, func(o resume.Cut) bool { return isGapOf(o, out[i]) }) {
			out[i].Kept = time.Time{} // the old snapshot lacks it, too
		}
		c := out[i]
		if c.Lasting && l.isRefresh || c.Part == "" || old == nil {
			continue
		}
		if j := slices.IndexFunc(old.Cut, func(o resume.Cut) bool { return isSameCut(o, c) }); j >= 0 {
			if c.Lasting { // a denial: if its examples are given, they show nothing
				out[i].Runs = old.Cut[j].Runs
				if slices.ContainsFunc(l.given, func(o resume.Cut) bool { return isSameCut(o, c) }) {
					out[i].Runs = runsToLast - 1
				}
				continue
			}
			out[i].Runs = max(old.Cut[j].Runs, 1) + 1
			out[i].Lasting = out[i].Runs >= runsToLast && c.Kept.IsZero()
		}
	}
	for _, c := range l.repeated {
		if !slices.ContainsFunc(out, func(o resume.Cut) bool { return isSameCut(o, c) }) {
			out = append(out, c)
		}
	}
	return out
}

// withoutIncluded drops the cuts of fields that some repositories lack if all lack them.
func withoutIncluded(cuts []resume.Cut) []resume.Cut {
	return slices.DeleteFunc(slices.Clone(cuts), func(c resume.Cut) bool {
		return c.Part == resume.CutDetails && c.Field == "" && slices.ContainsFunc(cuts, func(o resume.Cut) bool {
			return o.Field != "" && o.Why == c.Why && ofSome(o.Field) == c.What
		})
	})
}

// IsGap reports whether a cut is a failure on GitHub's side that may pass, with no old
// data kept in its place. Denials by a policy and cuts due to rate limits are not gaps.
func IsGap(c resume.Cut) bool {
	return !c.Lasting && c.Kept.IsZero() && c.Why != anonymous && c.Why != fewSearches && c.Why != leftOut
}

// IsShort reports whether a list has fewer items than GitHub counts.
func IsShort(c resume.Cut) bool { return c.Why == leftOut }

// IsDenied reports whether a cut is a lasting denial by GitHub, or items that it counts
// but does not list, with no old data kept in its place. Fields that an old server lacks,
// repeated failures and what belongs to no part are not denials.
func IsDenied(c resume.Cut) bool {
	isPolicy := c.Lasting && c.Part != "" && c.Runs < runsToLast && !strings.HasPrefix(c.Why, unknownField)
	return c.Kept.IsZero() && (isPolicy || c.Why == leftOut)
}

// unknownField begins the reason of a cut for a field that an old server lacks.
const unknownField = "this server does not have the field "

// lacks reports whether a cut of this part may pass, so that it is requested again.
func lacks(s *resume.Snapshot, part resume.CutPart) bool {
	return s != nil && slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return c.Part == part && !c.Lasting })
}

// hasLasting reports whether a snapshot has a lasting cut with this text.
func hasLasting(s *resume.Snapshot, part resume.CutPart, what string) bool {
	return slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return c.Part == part && c.Lasting && c.What == what })
}

// isPrivateIn reports whether a part was kept because the profile was private.
func isPrivateIn(s *resume.Snapshot, part resume.CutPart) bool {
	return s != nil && slices.ContainsFunc(s.Cut, func(c resume.Cut) bool { return c.Part == part && c.Why == profileIsPrivate })
}

// lastingGap returns how many items of a list are missing for good.
func lastingGap(s *resume.Snapshot, part resume.CutPart) int {
	n := 0
	for _, c := range s.Cut {
		if c.Part == part && c.Lasting && c.Why == leftOut {
			n += c.Count
		}
	}
	return n
}

// leftOut is the reason if a list has fewer items than its count.
const leftOut = "GitHub counts more than it lists"
