package ghsync

import (
	"context"
	"slices"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// hiddenPatience bounds how long a refresh waits for facts that it can do without.
const hiddenPatience = 10 * time.Second

// turn returns what a refresh reads beside GraphQL, for which it has one request: the
// organizations or, in turn, what a policy hides from the token, without it.
func (r *graphqlRun) turn() string {
	turns := r.turns()
	if lacks(r.old, resume.CutOrganizations) {
		return organizationsTurn
	}
	return slices.MinFunc(turns, func(a, b string) int { return r.old.Turns[a].Compare(r.old.Turns[b]) })
}

// turns returns what has a turn: facts about hidden repositories if there are any, and the
// search for pull requests if some were not found without the token, either.
func (r *graphqlRun) turns() []string {
	turns := []string{organizationsTurn}
	if !r.old.Turns[workTurn].IsZero() {
		turns = append(turns, workTurn)
	}
	if slices.ContainsFunc(r.old.Cut, isUnreadMerges) {
		turns = append(turns, searchTurn)
	}
	return turns
}

// takeTurn records what this refresh reads, if there is more than one turn.
func (r *graphqlRun) takeTurn() {
	turns := r.turns()
	if len(turns) == 1 {
		return
	}
	r.s.Turns = map[string]time.Time{}
	for _, turn := range turns {
		r.s.Turns[turn] = r.old.Turns[turn]
	}
	r.s.Turns[r.turn()] = r.account.Now
}

// refreshHidden reads without the token the facts about public work that a policy hides
// from it, follows its renames, and drops what is gone. While there is some, it has a turn.
func (r *graphqlRun) refreshHidden(ctx context.Context, known []resume.MergedWork) []resume.MergedWork {
	hidden := r.hiddenWork(known)
	r.keepWorkTurn(len(hidden) > 0)
	if len(hidden) == 0 || r.turn() != workTurn {
		return known
	}
	client, err := r.withoutToken()
	if err != nil {
		return known
	}
	defer func() { r.usage.add(client.Usage()) }()
	anonymous := &restRun{reading: &reading{Client: client, account: r.account, portions: newPortions()}, login: r.s.Login, budget: 1 + triedAgain}
	now := &resume.Snapshot{Contributions: slices.Clone(hidden)}
	ctx, cancel := context.WithTimeout(ctx, hiddenPatience)
	defer cancel()
	if err := anonymous.refreshWork(ctx, now, workTurn); err != nil {
		return known
	}
	for _, before := range hidden {
		i := slices.IndexFunc(now.Contributions, func(w resume.MergedWork) bool { return w.ID == before.ID })
		if i < 0 {
			known = slices.DeleteFunc(known, func(w resume.MergedWork) bool { return w.ID == before.ID })
			r.s.Repositories = slices.DeleteFunc(r.s.Repositories, func(repo resume.Repository) bool { return repo.ID == before.ID })
			continue
		}
		r.takeHidden(known, &now.Contributions[i])
	}
	return known
}

// keepWorkTurn records whether the next refreshes have such a turn.
func (r *graphqlRun) keepWorkTurn(isDue bool) {
	switch _, have := r.s.Turns[workTurn]; {
	case !isDue:
		delete(r.s.Turns, workTurn)
	case !have && r.s.Turns == nil:
		r.s.Turns = map[string]time.Time{organizationsTurn: r.account.Now, workTurn: r.old.FullAt}
	case !have:
		r.s.Turns[workTurn] = r.old.FullAt
	}
}

// hiddenWork returns the repositories of others that GitHub denied to the token: those
// contributed to, and those read as projects.
func (r *graphqlRun) hiddenWork(known []resume.MergedWork) []resume.MergedWork {
	var out []resume.MergedWork
	for _, w := range known {
		if r.denied[w.ID] {
			out = append(out, w)
		}
	}
	for _, repo := range r.s.Repositories {
		isWork := slices.ContainsFunc(out, func(w resume.MergedWork) bool { return w.ID == repo.ID })
		if r.denied[repo.ID] && !isWork && !repo.Private && !ownedBy(r.s.Login, repo.Name) {
			out = append(out, resume.MergedWork{ID: repo.ID, Repository: repo.Name})
		}
	}
	return out
}

// takeHidden copies the current facts to where the repository is known.
func (r *graphqlRun) takeHidden(known []resume.MergedWork, now *resume.MergedWork) {
	for i := range known {
		if w := &known[i]; w.ID == now.ID {
			pulls, role := w.Pulls, w.Role
			*w = *now
			w.Pulls, w.Role = pulls, role
		}
	}
	for i := range r.s.Repositories {
		if repo := &r.s.Repositories[i]; repo.ID == now.ID && now.Stars != nil {
			repo.Name, repo.URL, repo.Description = now.Repository, now.URL, now.Description
			repo.Stars, repo.Archived, repo.Language = *now.Stars, now.Archived, now.Language
		}
	}
}
