package ghsync

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// keepPublic is the last filter before a snapshot leaves the package. Every
// query asks for public data only; should something private slip through, it
// ends here. A private repository stays only when the profile allows it and
// names it. The lists may be those of an older snapshot, which stays as it is.
func keepPublic(s *resume.Snapshot, a Account) {
	private := map[string]bool{}
	s.Repositories = slices.DeleteFunc(slices.Clone(s.Repositories), func(r resume.Repository) bool {
		hide := r.Private && !(a.Private && included(a.Include, r.Name))
		if hide {
			private[strings.ToLower(r.Name)] = true
		}
		return hide
	})
	s.Contributions = slices.DeleteFunc(slices.Clone(s.Contributions), func(w resume.MergedWork) bool {
		return private[strings.ToLower(w.Repository)]
	})
	s.Pinned = slices.DeleteFunc(slices.Clone(s.Pinned), func(name string) bool { return private[strings.ToLower(name)] })
}

func included(names []string, name string) bool {
	return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
}
