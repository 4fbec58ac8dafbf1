package ghsync

import (
	"context"
	"maps"
	"slices"
)

// mostDoubted is how many repositories are looked up by name at once: if GitHub finds more
// of them no longer, the search for pull requests tells whether it is right.
const mostDoubted = 50

// confirmNotFound looks up by name the repositories of others that GitHub does not find by
// ID, which happens by mistake: no list would show that they exist.
func (r *graphqlRun) confirmNotFound(ctx context.Context) error {
	var parts []part
	names := r.foreignNames()
	for _, id := range slices.Sorted(maps.Keys(names)) {
		if !r.notFound[id] || len(parts) == mostDoubted {
			continue
		}
		doubted := briefPart(names[id], func(_ string, node *gqlRepo) {
			r.mu.Lock()
			defer r.mu.Unlock()
			if node != nil && node.ID == id && !node.IsPrivate {
				r.checked[id] = node
			}
		})
		doubted.miss = func(t problem) error { // not confirmed
			r.mu.Lock()
			delete(r.checked, id)
			r.mu.Unlock()
			return r.keepAsWas([]string{id}, t)
		}
		parts = append(parts, doubted)
	}
	if len(parts) == 0 {
		return nil
	}
	return r.ask(ctx, parts...)
}

// foreignNames returns the known public repositories of others, by ID.
func (r *graphqlRun) foreignNames() map[string]string {
	names := map[string]string{}
	for _, w := range r.old.Contributions {
		names[w.ID] = w.Repository
	}
	for _, repo := range r.old.Repositories {
		if !repo.Private && !ownedBy(r.old.Login, repo.Name) {
			names[repo.ID] = repo.Name
		}
	}
	return names
}
