package ghsync

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// fieldsDenied are fields that are denied, or that failed, for one reason.
type fieldsDenied struct {
	why   string
	drops []string
	// nodes are the items of a list that lack them; empty if the part itself does.
	nodes map[int]bool
	// path is that of one of the errors.
	path []any
	// failed means that GitHub did not deny them: they may come next time.
	failed bool
	// wide means that they are denied to the token, whoever owns the repository.
	wide bool
}

// settleDenied handles fields that GitHub denies or fails to give. Where one is never null,
// its parents are, up to the first nullable one: they are asked for without it.
func (r *reading) settleDenied(p part, a *answer) (again []part, err error, done bool) {
	denials := p.denials(a)
	drops := dropsOf(denials)
	if p.instead != nil {
		if other := p.instead(drops); other != nil {
			return []part{*other}, nil, true
		}
	}
	switch {
	case len(denials) == 0:
		return nil, nil, false
	case len(drops) == 0 && a.swept:
		return []part{p}, nil, true
	case len(drops) == 0 && a.isNull():
		for _, d := range denials {
			err = cmp.Or(err, p.missing(problem{why: d.why, lasting: !d.failed, err: refused(d.why)}))
		}
		return nil, err, true
	case len(drops) == 0:
		return nil, nil, false // the reader skips the denied nodes
	}
	denials = slices.DeleteFunc(denials, func(d fieldsDenied) bool { return len(d.drops) == 0 })
	if all := slices.DeleteFunc(slices.Clone(denials), func(d fieldsDenied) bool { return !p.isDeniedAll(d, a) }); len(all) > 0 {
		return r.askWithout(p, all), nil, true
	}
	return r.settleNodes(p, a, denials)
}

// askWithout returns the part without fields, which are denied to all that it asks for.
func (r *reading) askWithout(p part, denials []fieldsDenied) []part {
	drops := dropsOf(denials)
	p.drops = append(slices.Clone(p.drops), drops...)
	switch {
	case !p.local, !slices.ContainsFunc(drops, func(d string) bool { return !strings.HasPrefix(d, "Committed.") }):
		for _, d := range denials {
			r.lose(d.drops, d.why)
		}
	case p.kind == "named":
		r.cutLost(denials, p.names)
	}
	return []part{p}
}

// settleNodes handles fields that some items of a list lack: the others keep them. Items
// that are null are asked for again without the fields.
func (r *reading) settleNodes(p part, a *answer, denials []fieldsDenied) (again []part, err error, done bool) {
	nulls := map[int]bool{}
	for _, d := range denials {
		for i := range d.nodes {
			if item, _ := a.item(d.path, i); item == nil {
				nulls[i] = true
			}
		}
	}
	a.lacks = denials
	r.cutLost(denials, p.namesIn(a, denials[0].path))
	switch {
	case len(nulls) == 0:
		return nil, nil, false
	case p.some == nil:
		return []part{p.holding(a, dropsOf(denials))}, nil, true
	}
	rest, err := r.readOthers(p, a, nulls)
	rest.drops = append(slices.Clone(p.drops), dropsOf(denials)...)
	return []part{rest}, err, true
}

// readOthers reads an answer without some items of its list, and returns the part that asks
// for these again.
func (r *reading) readOthers(p part, a *answer, nodes map[int]bool) (rest part, err error) {
	others := a.without(nodes)
	others.lacks = a.lacks
	p.complete(others, r.dropped())
	left := maps.Clone(nodes)
	if err = p.read(others); errors.Is(err, errUnanswered) {
		unanswered, _ := errors.AsType[unansweredNodes](err)
		for _, i := range unanswered {
			left[i] = true
		}
		err = nil
	}
	rest = p.some(slices.Sorted(maps.Keys(left)))
	rest.drops, rest.patient = p.drops, rest.patient || p.patient
	return rest, err
}

// askFailedAgain returns what failed, to be asked for once more: it often passes.
func (r *reading) askFailedAgain(p part, a *answer) (again []part, err error) {
	nodes := map[int]bool{}
	for _, e := range a.errors {
		if i, inList := e.node(); a.isLocal(e) && inList {
			nodes[i] = true
		} else if a.isLocal(e) {
			nodes = nil
			break
		}
	}
	p.patient = true
	if p.some == nil || len(nodes) == 0 {
		return []part{p}, nil
	}
	rest, err := r.readOthers(p, a, nodes)
	return []part{rest}, err
}

// denials returns what an answer lacks because it is denied, or failed twice, by reason and
// field: each organization has its own.
func (p part) denials(a *answer) []fieldsDenied {
	var out []fieldsDenied
	for _, e := range a.errors {
		failed := a.isLocal(e)
		if !e.isDenial() && !failed {
			continue
		}
		why := e.sentence()
		if failed {
			why = gaveUp
		}
		drops := slices.DeleteFunc(p.deniedFields(e), func(drop string) bool { return slices.Contains(p.drops, drop) })
		i := slices.IndexFunc(out, func(d fieldsDenied) bool { return d.why == why && slices.Equal(d.drops, drops) })
		if i < 0 {
			i, out = len(out), append(out, fieldsDenied{why: why, drops: drops, nodes: map[int]bool{}, path: e.Path, failed: failed, wide: e.isOfToken()})
		}
		if node, inList := e.node(); inList && len(drops) > 0 && !isOfUser(drops[0]) {
			out[i].nodes[node] = true
		}
	}
	return out
}

func dropsOf(denials []fieldsDenied) []string {
	var drops []string
	for _, d := range denials {
		drops = append(drops, d.drops...)
	}
	return unique(drops)
}

// isOfUser reports whether a field, given as "Fragment.field", is the account's.
func isOfUser(drop string) bool {
	fragment, _, _ := strings.Cut(drop, ".")
	return strings.Contains(fragments[fragment], " on User {")
}

// isDeniedAll reports whether fields are denied to all that a part asks for, and not only to
// some items of its list: those of other owners may be had.
func (p part) isDeniedAll(d fieldsDenied, a *answer) bool {
	if d.failed {
		return false
	}
	_, length := a.item(d.path, 0)
	isEach := length > 0 && len(d.nodes) == length && (p.kind == "repositories" || len(ownersOf(p.namesIn(a, d.path)(slices.Sorted(maps.Keys(d.nodes))))) > 1)
	return p.local || d.wide || length == 0 || len(d.nodes) == 0 || isEach
}

// ageOfAll returns when repositories were read that the old snapshot has; zero if it lacks one.
func (r *reading) ageOfAll(names []string) (since time.Time) {
	old := r.before()
	if old == nil {
		return since
	}
	var known []string
	for _, repo := range old.Repositories {
		known = append(known, repo.Name)
	}
	for _, w := range old.Contributions {
		known = append(known, w.Repository)
	}
	if slices.ContainsFunc(names, func(name string) bool { return !included(known, name) }) {
		return since
	}
	return ageOf(old, resume.CutDetails)
}

func ownersOf(names []string) []string {
	owners := make([]string, len(names))
	for i, name := range names {
		owners[i], _, _ = strings.Cut(name, "/")
	}
	return unique(owners)
}

// cutLost records fields as denied, or failed, for some items of a list.
func (r *reading) cutLost(denials []fieldsDenied, names func([]int) []string) {
	for _, d := range denials {
		var of []string
		if names != nil {
			of = names(slices.Sorted(maps.Keys(d.nodes)))
		}
		for _, drop := range d.drops {
			what := ofSome(drop)
			if len(d.nodes) == 0 && d.failed {
				what = fieldName(drop)
			}
			cut := resume.Cut{Part: resume.CutDetails, What: what, Names: of, Why: d.why, Lasting: !d.failed}
			if d.failed {
				cut.Kept = r.ageOfAll(of)
			}
			r.cuts.add(cut)
		}
	}
}
