package ghsync

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// errRecovered means that GitHub gives again what it denied to an earlier read.
var errRecovered = errors.New("what was denied is given again")

// probe asks for examples of what a cut is about.
type probe struct {
	cut  resume.Cut
	left int // examples that were not given
}

// isDenied reports whether an error is what the cut is about, or no denial: those of other
// organizations may last.
func (p *probe) isDenied(e graphqlError) bool { return !e.isDenial() || e.sentence() == p.cut.Why }

// hasNode reports whether a search found something that can be read.
func (a *answer) hasNode() bool {
	var found struct{ Nodes []*struct{} }
	return a.unmarshal(&found) == nil && slices.ContainsFunc(found.Nodes, func(n *struct{}) bool { return n != nil })
}

// probeParts ask for examples of each thing that an earlier read was denied. They share
// the first request of a refresh, so they cost none. If they were given although the thing
// was not, the cut is left to the next full read.
func (r *graphqlRun) probeParts() []part {
	var parts []part
	for _, c := range r.old.Cut {
		if !c.Lasting || c.Runs > 1 || c.Why == leftOut || c.Why == profileIsPrivate || c.Why == tooSlow || strings.HasPrefix(c.Why, unknownField) {
			continue
		}
		fields := r.examplesOf(c)
		p := &probe{c, len(fields)}
		for _, field := range fields {
			parts = append(parts, r.probePart(field, p))
		}
	}
	return append(parts, r.hiddenPart()...)
}

// hiddenPart asks for a pull request that was read without the token, which returns no
// line counts, because a policy hid it.
func (r *graphqlRun) hiddenPart() []part {
	i := slices.IndexFunc(r.old.Contributions, func(w resume.MergedWork) bool { return slices.ContainsFunc(w.Pulls, isLineless) })
	if i < 0 || slices.ContainsFunc(r.old.Cut, func(c resume.Cut) bool { return c.Field == "Merged.additions" }) {
		return nil
	}
	work := r.old.Contributions[i]
	lineless := work.Pulls[slices.IndexFunc(work.Pulls, isLineless)]
	query := mergedBetween(mergedElsewhere(r.account.Login), lineless.MergedAt, lineless.MergedAt.Add(time.Second))
	hidden := r.probePart(fmt.Sprintf("search(type: ISSUE, query: %s, first: 1) { nodes { ... on PullRequest { number title mergedAt additions repository { nameWithOwner } } } }",
		quote(query)), &probe{left: 1})
	given := hidden.read
	hidden.read = func(a *answer) error {
		var found struct{ Nodes []*struct{ Number int } }
		if a.unmarshal(&found) != nil || len(found.Nodes) == 0 || found.Nodes[0] == nil || found.Nodes[0].Number != lineless.Number {
			return nil
		}
		return given(a)
	}
	return []part{hidden}
}

func isLineless(p resume.Pull) bool { return p.Additions == nil }

func (r *graphqlRun) probePart(field string, p *probe) part {
	ignore := func() error { return nil }
	return part{
		field: field, local: true, absent: ignore, miss: func(problem) error { return nil }, tries: maxTriesOfLeast, patient: true,
		read: func(a *answer) error {
			r.mu.Lock()
			defer r.mu.Unlock()
			if a.isNull() || slices.ContainsFunc(a.errors, p.isDenied) || p.cut.Part == resume.CutContributions && !a.hasNode() {
				return nil
			}
			if p.left--; p.left == 0 {
				r.given = append(r.given, p.cut)
			}
			return nil
		},
	}
}

// again reads everything after all. given are the cuts whose examples were given.
func (r *reading) again(given []resume.Cut) {
	r.account.Full = true
	r.cuts.reset(given)
	r.losses.mu.Lock()
	defer r.losses.mu.Unlock()
	r.losses.fields = nil
}
