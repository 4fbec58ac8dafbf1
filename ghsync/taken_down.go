package ghsync

import (
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// takenDown is the reason why work in a repository is counted, but not listed.
const takenDown = "GitHub took it down or disabled it"

// noteTakenDown names the repositories of others that GitHub took down: they leave the lists,
// and it may be years before they are back. A lasting cut is told once.
func (r *reading) noteTakenDown(s *resume.Snapshot) {
	r.cuts.forget(func(c resume.Cut) bool { return c.Why == takenDown }) // of the old snapshot
	note := func(name string, isDown bool) {
		if isDown && !ownedBy(s.Login, name) && !r.cuts.names(name) {
			r.cuts.add(resume.Cut{What: name, Why: takenDown, Lasting: true})
		}
	}
	for i := range s.Contributions {
		note(s.Contributions[i].Repository, s.Contributions[i].Disabled)
	}
	for i := range s.Repositories {
		note(s.Repositories[i].Name, s.Repositories[i].Disabled && !s.Repositories[i].Private)
	}
}

// names reports whether a cut is about this repository as a whole.
func (l *cutList) names(repository string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.ContainsFunc(l.cuts, func(c resume.Cut) bool { return strings.EqualFold(c.What, repository) })
}
