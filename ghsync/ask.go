package ghsync

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/resume"
)

// maxTriesOfLeast is how often the smallest portion is tried, before one last try.
const maxTriesOfLeast = 3

// ask sends parts in one request and makes sure that each is answered or accounted for:
// it splits what is too heavy into smaller portions, leaves out fields that are denied,
// and records as missing what cannot be read at all.
func (r *reading) ask(ctx context.Context, parts ...part) error {
	for requests := r.portions.requests(parts); len(requests) > 0; requests = requests[1:] {
		due, err := r.withoutVain(requests[0])
		if err == nil && len(due) > 0 {
			err = r.askTogether(ctx, due)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// withoutVain records as missing the parts of kinds that have never worked, however small
// the portion, or that work only in tiny ones; it returns the others.
func (r *reading) withoutVain(parts []part) (due []part, err error) {
	for _, p := range parts {
		t := problem{why: gaveUp, err: incomplete("a query came back without an answer")}
		switch {
		case r.portions.isSlow(p.kind):
			t.why, t.lasting = tooSlow, true
		case !r.portions.isVain(p.kind):
			due = append(due, p)
			continue
		}
		if err := p.missing(t); err != nil {
			return nil, err
		}
	}
	return due, nil
}

func (r *reading) askTogether(ctx context.Context, parts []part) error {
	response, err := r.query(ctx, parts)
	if errors.Is(err, errHeavy) {
		return r.askForLess(ctx, parts, err)
	} else if err != nil {
		return err
	}
	left, changed, err := r.readAnswers(parts, response)
	switch {
	case err != nil || len(left) == 0:
		return err
	case changed:
		return r.ask(ctx, left...)
	}
	return r.askForLess(ctx, left, &heavyError{incomplete("a query came back without an answer")})
}

// askForLess asks for one half after the other: fewer parts, then smaller portions of
// each, down to the smallest. If even that fails, the part is missing.
func (r *reading) askForLess(ctx context.Context, parts []part, cause error) error {
	r.portions.failed(parts)
	if r.portions.isSilent() && r.alive(ctx) != nil {
		return cause
	}
	if n := len(parts); n > 1 {
		if err := r.ask(ctx, parts[:n/2]...); err != nil {
			return err
		}
		return r.ask(ctx, parts[n/2:]...)
	}
	p := parts[0]
	if r.portions.isSlow(p.kind) {
		return p.missing(problem{why: tooSlow, lasting: true, err: cause})
	}
	if r.portions.isGivenUp(p.kind) { // halves would fail, too, down to the smallest
		return p.missing(problem{why: gaveUp, err: cause})
	}
	if p.less != nil {
		if less := p.less(); len(less) > 0 {
			return r.askEach(ctx, less)
		}
	}
	if p.tries++; r.portions.hasMissed(p.kind) { // others of its kind failed while GitHub worked
		p.tries = max(p.tries, maxTriesOfLeast)
	}
	if p.tries < maxTriesOfLeast {
		if err := sleep(ctx, r.config.delay(backoff(p.tries))); err != nil {
			return err
		}
		return r.ask(ctx, p)
	}
	if p.tries == maxTriesOfLeast { // if GitHub works, one more try shows whether the fault has passed
		if err := r.alive(ctx); err != nil {
			return cause
		}
		return r.ask(ctx, p)
	}
	r.portions.missed(p.kind)
	return p.missing(problem{why: gaveUp, err: cause})
}

// askEach asks for the halves of a part in requests of their own: together they would be as
// much as what failed.
func (r *reading) askEach(ctx context.Context, parts []part) error {
	for _, p := range parts {
		if err := r.ask(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// gaveUp is the reason for what GitHub does not return, however small the portion.
const gaveUp = "GitHub gave up on it"

// tooSlow is the reason for what GitHub returns only in tiny portions. It is not asked for
// again before the next full read.
const tooSlow = "GitHub gives only a few days at a time"

func (p part) missing(t problem) error {
	if p.miss == nil {
		return cmp.Or[error](t.err, refused(t.why))
	}
	return p.miss(t)
}

// alive sends the smallest possible query.
func (r *reading) alive(ctx context.Context) error {
	response, err := r.query(ctx, []part{{field: "__typename"}})
	if err == nil && len(response.Data) == 0 {
		return errUnanswered
	}
	return err
}

// readAnswers reads the answers. left are the parts to ask again; changed reports whether they
// are fewer than before, or different.
func (r *reading) readAnswers(parts []part, response *graphqlResponse) (left []part, changed bool, err error) {
	answers, whole := response.answers(len(parts))
	if slices.ContainsFunc(whole, graphqlError.isAboutField) {
		left, err = r.leaveOutAll(parts, whole)
		return left, true, err
	}
	if n := len(whole); n > 0 && whole[n-1].isHeavy() {
		return parts, false, nil // no way to tell what is missing
	} else if n > 0 {
		return nil, false, refused(whole[n-1].sentence())
	}
	for i, p := range parts {
		answers[i].swept = len(response.Data) == 0 && !p.takesAll()
		again, err := r.readAnswer(p, &answers[i])
		if err != nil {
			return nil, false, err
		}
		changed = changed || len(again) == 0 || len(again[0].drops) > len(p.drops) || again[0].field != p.field || again[0].patient != p.patient || again[0].doubts != p.doubts
		left = append(left, again...)
	}
	return left, changed, nil
}

// readAnswer reads one answer and returns the parts of it to ask again.
func (r *reading) readAnswer(p part, a *answer) (again []part, err error) {
	if p.doubts && slices.ContainsFunc(a.errors, graphqlError.isNotFound) {
		p.doubts = false
		return []part{p}, nil
	}
	for _, e := range a.errors {
		switch {
		case e.isAboutField():
			return r.leaveOut([]part{p}, &e)
		case e.isHeavy() && !a.isLocal(e):
			return []part{p}, nil
		case e.isNotFound() && a.isNull() && len(e.Path) > 1 && p.instead != nil: // only a thing inside
			if other := p.instead(p.deniedFields(e)); other != nil {
				return []part{*other}, nil
			}
			return nil, p.missing(problem{why: e.sentence(), err: refused(e.sentence())})
		case e.isNotFound() && len(e.Path) == 1 && a.isNull() && p.absent != nil:
			return nil, p.absent()
		case e.isNotFound() && !a.isNull() || e.isDenial():
		case a.swept && len(e.Path) > 1:
			return []part{p}, nil
		case a.isNull():
			return nil, p.missing(problem{why: e.sentence(), lasting: e.isNotFound() && len(e.Path) == 1, err: refused(e.sentence())})
		}
	}
	failure := a.failure()
	if failure != "" && !p.patient {
		return r.askFailedAgain(p, a)
	}
	if again, err, done := r.settleDenied(p, a); done {
		return again, err
	}
	if p.complete(a, r.dropped()); p.held != nil {
		r.cutLost(p.held.lacks, p.namesIn(a, p.held.lacks[0].path))
	}
	switch err := p.read(a); {
	case errors.Is(err, errUnanswered) && failure != "":
		return nil, p.missing(problem{why: failure, err: refused(failure)})
	case errors.Is(err, errUnanswered):
		return p.unanswered(err), nil
	case err != nil:
		return nil, err
	}
	if !a.bare {
		r.portions.succeeded(p)
	}
	return again, nil
}

// unanswered returns what is left to ask: the items that were not answered, if others were.
func (p part) unanswered(err error) []part {
	nodes, some := errors.AsType[unansweredNodes](err)
	if !some || p.some == nil {
		return []part{p}
	}
	rest := p.some(nodes)
	rest.patient = rest.patient || p.patient
	if rest.size == p.size && rest.patient == p.patient {
		return []part{p}
	}
	rest.drops = p.drops
	return []part{rest}
}

// takesAll reports whether the part is never null: if it fails, all others are null, too.
func (p part) takesAll() bool {
	return strings.HasPrefix(p.field, "nodes(") || strings.HasPrefix(p.field, "search(")
}

// leaveOutAll drops all the fields that the errors of one response report as unknown.
func (r *reading) leaveOutAll(parts []part, whole []graphqlError) (left []part, err error) {
	left, seen := parts, map[string]bool{}
	for _, e := range whole {
		field := e.missingField()
		if !e.isAboutField() || seen[field] {
			continue
		}
		seen[field] = true
		if left, err = r.leaveOut(left, &e); err != nil || len(left) == 0 {
			return left, err
		}
	}
	return left, nil
}

// leaveOut drops a field that the server does not have, or the field of a fragment that it
// is in.
func (r *reading) leaveOut(parts []part, e *graphqlError) (left []part, err error) {
	for _, field := range e.missingFields() {
		found := false
		left = nil
		for _, p := range parts {
			drops := slices.DeleteFunc(p.droppable(field, e.Extensions.TypeName != "User"), func(d string) bool { return slices.Contains(p.drops, d) })
			if len(drops) > 0 {
				found = true
				r.lose(drops, unknownField+e.missingField())
				p.drops = append(slices.Clone(p.drops), drops...)
			}
			left = append(left, p)
		}
		if found {
			return left, nil
		}
	}
	i := e.partOf(parts)
	why := e.sentence()
	return slices.Delete(slices.Clone(parts), i, i+1), parts[i].missing(problem{why: why, lasting: true, err: refused(why)})
}

// losses are the fields that are no longer requested.
type losses struct {
	mu     sync.Mutex
	fields []string
}

// lose records fields as denied for the rest of the read and, with the cut, for
// refreshes.
func (r *reading) lose(drops []string, why string) {
	r.losses.mu.Lock()
	defer r.losses.mu.Unlock()
	for _, drop := range drops {
		if !slices.Contains(r.losses.fields, drop) {
			r.losses.fields = append(r.losses.fields, drop)
		}
		r.cuts.add(resume.Cut{Part: resume.CutDetails, What: fieldName(drop), Why: why, Lasting: true, Field: drop})
	}
}

func (r *reading) dropped() []string {
	r.losses.mu.Lock()
	defer r.losses.mu.Unlock()
	return slices.Clone(r.losses.fields)
}
