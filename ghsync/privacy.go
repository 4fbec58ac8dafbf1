package ghsync

import (
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// keepPublic is the last filter before a snapshot leaves the package. All queries ask for
// public data only; anything private that slips through is dropped here. A private
// repository stays only if the profile allows it and names it. The lists may belong to an
// older snapshot, which is not changed.
func keepPublic(s *resume.Snapshot, a Account) {
	private := map[string]bool{}
	s.Repositories = slices.DeleteFunc(slices.Clone(s.Repositories), func(r resume.Repository) bool {
		hide := r.Private && !a.allows(r.Name, s.Named)
		if hide {
			private[strings.ToLower(r.Name)], private[r.ID] = true, true
		}
		return hide
	})
	s.Contributions = slices.DeleteFunc(slices.Clone(s.Contributions), func(w resume.MergedWork) bool {
		return private[strings.ToLower(w.Repository)]
	})
	if len(private) > 0 {
		s.Commits = slices.Clone(s.Commits)
		for i := range s.Commits {
			s.Commits[i].Commits = maps.Clone(s.Commits[i].Commits)
			maps.DeleteFunc(s.Commits[i].Commits, func(id string, _ int) bool { return private[id] })
		}
	}
	s.Pinned = slices.DeleteFunc(slices.Clone(s.Pinned), func(name string) bool { return private[strings.ToLower(name)] })
}

// allows reports whether a repository may be private: the profile allows it, and includes
// it under this name or an older one.
func (a Account) allows(name string, named []resume.NamedRepository) bool {
	return a.Private && (included(a.Include, name) || slices.ContainsFunc(named, func(n resume.NamedRepository) bool {
		return strings.EqualFold(n.Repository, name) && included(a.Include, n.Name)
	}))
}

func included(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}
