package ghsync

import (
	"context"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

// notFound is the reason for keeping a merge that a full read does not find: merges only
// disappear with their repository.
const notFound = "GitHub no longer finds them, although their repositories exist"

// checkPulls compares what was returned with GitHub's counts. It sets known to what is
// kept from the old snapshot.
func (r *graphqlRun) checkPulls(ctx context.Context, known *[]resume.MergedWork) error {
	m, old := &r.merges, r.before()
	cut := resume.Cut{Part: resume.CutContributions}
	switch missing := m.total - m.came; {
	case m.end != nil:
		cut.What, cut.Why, cut.Lasting = "merged pull requests", m.end.why, m.end.lasting
		if old == nil && len(m.pulls) == 0 && !cut.Lasting {
			return part{}.missing(*m.end)
		}
	case missing > 0:
		cut.What, cut.Why, cut.Count = english.Count(missing, "merged pull request"), leftOut, missing
	}
	if old != nil && r.old == nil {
		kept, err := r.keepUnseen(ctx, r.publicWork(old.Contributions))
		if err != nil {
			return err
		}
		*known = kept
		m.foundWithout(pullsIn(kept), false)
		if n := countPulls(kept); n > 0 && cut.What == "" && len(m.hidden) == 0 {
			cut.What, cut.Why = english.Count(n, "merged pull request"), notFound
		}
	}
	r.cutHidden()
	if cut.What != "" {
		if len(*known) > 0 {
			cut.Kept = ageOf(old, resume.CutContributions)
		}
		r.cuts.add(cut)
	}
	return nil
}

// pullsIn returns the pull requests of known work.
func pullsIn(work []resume.MergedWork) []pull {
	var out []pull
	for _, w := range work {
		for _, p := range w.Pulls {
			out = append(out, pull{Pull: p, repo: w})
		}
	}
	return out
}

func countPulls(work []resume.MergedWork) int {
	n := 0
	for _, w := range work {
		n += len(w.Pulls)
	}
	return n
}

// keepUnseen returns the old merges that were not returned, under the current names of
// their repositories, unless those are gone or private.
func (r *graphqlRun) keepUnseen(ctx context.Context, before []resume.MergedWork) ([]resume.MergedWork, error) {
	unseen := r.unseen(before)
	var ids []string
	var parts []part
	now := map[string]*gqlRepo{} // by ID, or by name if the ID is unknown; nil if gone
	take := func(key string, node *gqlRepo) {
		r.mu.Lock()
		defer r.mu.Unlock()
		if node != nil && node.IsPrivate {
			node = nil
		}
		now[key] = node
	}
	for _, w := range unseen[:min(len(unseen), idsMax)] {
		if w.ID != "" {
			ids = append(ids, w.ID)
		} else {
			parts = append(parts, briefPart(w.Repository, take))
		}
	}
	for chunk := range slices.Chunk(ids, idsAtOnce) {
		parts = append(parts, r.nodesPart(chunk, "Brief", take, func(string, string) {}, func([]string, problem) error { return nil }))
	}
	if err := r.ask(ctx, parts...); err != nil {
		return nil, err
	}
	return r.asOfToday(unseen, now), nil
}

// unseen returns the old merges that were not returned now.
func (r *graphqlRun) unseen(before []resume.MergedWork) []resume.MergedWork {
	came := map[string]bool{}
	for _, p := range r.merges.pulls {
		came[pullKey(p.repo.ID, p.Number)] = true
		came[pullKey(strings.ToLower(p.repo.Repository), p.Number)] = true
	}
	var out []resume.MergedWork
	for _, w := range before {
		w.Pulls = slices.DeleteFunc(slices.Clone(w.Pulls), func(p resume.Pull) bool {
			return came[pullKey(w.ID, p.Number)] || w.ID == "" && came[pullKey(strings.ToLower(w.Repository), p.Number)]
		})
		if len(w.Pulls) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// asOfToday updates work with the current facts about its repositories, and drops that of
// repositories that are gone or now belong to the account.
func (r *graphqlRun) asOfToday(work []resume.MergedWork, now map[string]*gqlRepo) []resume.MergedWork {
	var out []resume.MergedWork
	for _, w := range work {
		key := w.ID
		if key == "" {
			key = w.Repository
		}
		node, asked := now[key]
		switch {
		case !asked: // GitHub did not answer
		case node == nil, ownedBy(r.s.Login, node.NameWithOwner):
			continue
		default:
			w = node.workOf(w)
		}
		out = append(out, w)
	}
	return r.unseen(out) // some were returned under a new name
}

// briefPart looks up the facts about a repository of which only the name is known.
func briefPart(name string, take func(name string, node *gqlRepo)) part {
	return part{
		field: repositoryField(name, "Brief"), local: true,
		absent: func() error { take(name, nil); return nil },
		miss:   func(problem) error { return nil },
		read: func(a *answer) error {
			var node *gqlRepo
			if err := a.unmarshal(&node); err != nil {
				return err
			}
			take(name, node)
			return nil
		},
	}
}
