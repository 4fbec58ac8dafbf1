package ghsync

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// privatePulls are the merged pull requests in private and internal repositories that the
// profile includes: no search for public ones finds them.
type privatePulls struct {
	pagers []*pager
	pulls  []pull
}

// privateParts search in each repository that may be private. Their first pages share a
// request with the lists.
func (r *graphqlRun) privateParts() []part {
	var parts []part
	if !r.account.Private {
		return nil
	}
	for _, text := range unique(r.account.Include) {
		name, ok := repositoryName(text)
		repo := r.namedBefore(name)
		if !ok || ownedBy(r.account.Login, name) || repo != nil && !repo.Private {
			continue
		}
		if repo != nil {
			name = repo.Name
		}
		p := r.sortedPulls("author:" + r.account.Login + " is:pr is:merged repo:" + name + " sort:created-asc")
		p.kind, p.read, p.miss = "private pull requests", r.takePrivatePulls(name), r.missPrivatePulls(name)
		r.private.pagers = append(r.private.pagers, p)
		part := p.part()
		part.local = true
		parts = append(parts, part)
	}
	return parts
}

// takePrivatePulls takes those that the profile allows. What is denied is a cut: what is known
// stays.
func (r *graphqlRun) takePrivatePulls(name string) func(*answer, bool) (gqlPageInfo, error) {
	return func(a *answer, patient bool) (gqlPageInfo, error) {
		var found *gqlPulls
		if err := a.unmarshal(&found); err != nil || found == nil {
			return gqlPageInfo{}, errUnanswered
		}
		var taken []pull
		for i, node := range found.Nodes {
			why, denied := a.hidden(i)
			switch {
			case denied:
				if err := r.missPrivatePulls(name)(problem{why: why, lasting: true}); err != nil {
					return gqlPageInfo{}, err
				}
			case node.isMerge():
				if node.Repository.IsPrivate && r.mayBePrivate(node.Repository.NameWithOwner) {
					taken = append(taken, node.pull())
				}
			case !patient && !a.gone(i):
				return gqlPageInfo{}, errUnanswered
			}
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		r.private.pulls = append(r.private.pulls, taken...)
		return found.PageInfo, nil
	}
}

func (r *graphqlRun) missPrivatePulls(name string) func(problem) error {
	return func(t problem) error {
		cut := resume.Cut{Part: resume.CutNamed, What: "merged pull requests in " + name, Why: t.why, Lasting: t.lasting}
		if old := r.before(); old != nil && slices.ContainsFunc(old.Contributions, func(w resume.MergedWork) bool { return strings.EqualFold(w.Repository, name) }) {
			cut.Kept = ageOf(old, resume.CutNamed)
		}
		r.cuts.add(cut)
		return nil
	}
}

// privateBefore returns the known work in private repositories that the profile still
// includes, under their present names. It stays: merges are not undone, and another token
// may read them.
func (r *graphqlRun) privateBefore() []resume.MergedWork {
	old := r.before()
	if old == nil {
		return nil
	}
	var out []resume.MergedWork
	for _, w := range old.Contributions {
		node := r.checked[w.ID]
		if !r.isPrivateWork(w) || node != nil && (!node.IsPrivate || ownedBy(r.s.Login, node.NameWithOwner)) {
			continue
		}
		if node != nil {
			w = node.workOf(w)
		}
		out = append(out, w)
	}
	return out
}

// isPrivateWork reports whether known work is in such a repository.
func (r *graphqlRun) isPrivateWork(w resume.MergedWork) bool {
	repo, have := r.reposBefore[w.ID]
	return have && repo.Private && r.mayBePrivate(repo.Name)
}

// publicWork returns the work without that in private repositories, which has a list of
// its own.
func (r *graphqlRun) publicWork(work []resume.MergedWork) []resume.MergedWork {
	return slices.DeleteFunc(slices.Clone(work), func(w resume.MergedWork) bool {
		node := r.checked[w.ID]
		return r.isPrivateWork(w) && (node == nil || node.IsPrivate)
	})
}

// addPrivateWork adds the work in private repositories that the profile includes.
func (r *graphqlRun) addPrivateWork() {
	if known := r.privateBefore(); len(known)+len(r.private.pulls) > 0 {
		r.s.Contributions = contributions(r.s.Login, slices.Concat(r.s.Contributions, known), r.private.pulls)
	}
}
