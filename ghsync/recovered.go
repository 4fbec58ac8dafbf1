package ghsync

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// errRecovered means that GitHub gives again what it denied to an earlier read.
var errRecovered = errors.New("what was denied is given again")

// probeParts ask for one example of each thing that an earlier read was denied. They share
// the first request of a refresh, so they cost none. A denial that was confirmed by a
// second full read is left to the next one.
func (r *graphqlRun) probeParts() []part {
	var parts []part
	for _, c := range r.old.Cut {
		field := r.exampleOf(c)
		if field == "" || !c.Lasting || c.Runs > 1 || strings.HasPrefix(c.Why, unknownField) {
			continue
		}
		ignore := func() error { return nil }
		parts = append(parts, part{
			field: field, local: true, absent: ignore, miss: func(problem) error { return nil },
			read: func(a *answer) error {
				r.mu.Lock()
				defer r.mu.Unlock()
				r.recovered = r.recovered || !a.isNull() && len(a.errors) == 0
				return nil
			},
		})
	}
	return parts
}

// exampleOf returns a query for one example of what a cut is about; "" if there is none.
func (r *graphqlRun) exampleOf(c resume.Cut) string {
	fragment, name, _ := strings.Cut(c.Field, ".")
	from, to, ok := fieldIn(fragments[fragment], name)
	if !ok {
		return ""
	}
	text, login := fragments[fragment][from:to], quote(r.account.Login)
	switch fragment {
	case "Profile", "Figures":
		return fmt.Sprintf("user(login: %s) { %s }", login, text)
	case "Merged":
		if len(r.old.Contributions) > 0 {
			return fmt.Sprintf("user(login: %s) { pullRequests(states: MERGED, first: 1) { nodes { %s } } }", login, text)
		}
	case "Brief", "Repo", "Work", "Listing":
		if i := slices.IndexFunc(r.old.Repositories, func(repo resume.Repository) bool { return repo.ID != "" && !repo.Empty && !repo.Disabled }); i >= 0 {
			return fmt.Sprintf("node(id: %s) { ... on Repository { %s } }", quote(r.old.Repositories[i].ID), text)
		}
	}
	return ""
}

// again reads everything after all.
func (r *reading) again() {
	r.account.Full = true
	r.cuts.reset()
	r.losses.mu.Lock()
	defer r.losses.mu.Unlock()
	r.losses.fields = nil
}
