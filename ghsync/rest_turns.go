package ghsync

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/resume"
)

// What a refresh without a token reads in turn, beside the list of repositories: it has
// two requests. Every other one searches for pull requests, which change most.
const (
	searchTurn        = "search"
	profileTurn       = "profile"
	organizationsTurn = "organizations"
	accountsTurn      = "accounts"
	workTurn          = "work"
	detailsTurn       = "details"
	listTurn          = "list"
)

// turnAge is how old a part other than the search gets before its turn comes.
const turnAge = time.Minute

// nextTurn returns what this refresh reads: what was refused and may be given now, else the
// part that was read the longest time ago, unless the last refresh read one.
func (r *restRun) nextTurn() string {
	others := append([]string{detailsTurn, profileTurn, organizationsTurn, accountsTurn}, workTurns(len(r.old.Contributions))...)
	isUnprobed := mostRefused(r.old) != "" && r.old.Turns[detailsTurn].Before(r.old.FullAt)
	if !r.lacksPulls() && (isUnprobed || slices.ContainsFunc(r.old.Cut, isContinued)) {
		return detailsTurn
	}
	lists := listTurns(countOwn(r.old.Login, r.old.Repositories))
	if r.lacksPulls() || slices.ContainsFunc(slices.Concat(others, lists), func(turn string) bool { return r.old.Turns[turn].Equal(r.old.TakenAt) }) {
		return searchTurn
	}
	oldest := func(a, b string) int { return r.readAt(a).Compare(r.readAt(b)) }
	if lacking := slices.DeleteFunc(slices.Clone(others), func(turn string) bool { return !r.lacksPart(turn) }); len(lacking) > 0 {
		return slices.MinFunc(lacking, oldest)
	}
	turn := slices.MinFunc(others[1:], oldest)
	isDue := r.account.Now.Sub(r.readAt(turn)) > turnAge
	switch {
	case len(lists) > 0 && r.old.Turns[searchTurn].Equal(r.old.TakenAt) && (!isDue || r.lastTurn(lists).Before(r.lastTurn(others))):
		return slices.MinFunc(lists, oldest)
	case isDue:
		return turn
	}
	return searchTurn
}

// lastTurn returns when the last of some turns was.
func (r *restRun) lastTurn(turns []string) (last time.Time) {
	for _, turn := range turns {
		last = latest(last, r.old.Turns[turn])
	}
	return last
}

// lacksPart reports whether GitHub refused something that a turn reads, for a reason that
// may pass.
func (r *restRun) lacksPart(turn string) bool {
	return slices.ContainsFunc(r.old.Cut, func(c resume.Cut) bool { return turnOf(c) == turn })
}

// turnOf returns the turn that reads again what a cut is about, "" if none does.
func turnOf(c resume.Cut) string {
	switch {
	case c.Lasting:
	case c.Part == resume.CutProfile:
		return accountsTurn
	case c.Part == resume.CutOrganizations:
		return organizationsTurn
	case isPassingDetail(c):
		return detailsTurn
	}
	return ""
}

// isContinued reports whether the last refresh had no room for all files that were due.
func isContinued(c resume.Cut) bool {
	return isPassingDetail(c) && c.Why == anonymous
}

// isPassingDetail reports whether details of repositories were refused for a reason that may
// pass, or are not read yet.
func isPassingDetail(c resume.Cut) bool {
	isUnread := c.Why == anonymous && subjectOf(c.What) != "files" // most are never read without a token
	return c.Part == resume.CutDetails && !c.Lasting && c.Field == "" && !isUnread
}

// mostWorkTurns is how many searches for repositories contributed to have a turn.
const mostWorkTurns = 4

// workTurns returns a turn for each search that it takes to find so many repositories.
func workTurns(n int) []string {
	return numbered(workTurn, min((n+lookupSize-1)/lookupSize, mostWorkTurns))
}

// listTurns returns a turn for each page of the list of repositories but the first one, which
// every refresh reads. All of them together have every second turn that is not a search.
func listTurns(repositories int) []string {
	return numbered(listTurn, min(pagesOf(repositories), maxRepoPages)-1)
}

// numbered returns this many turns of a kind.
func numbered(kind string, n int) []string {
	var turns []string
	for i := range max(n, 0) {
		turns = append(turns, kind+strings.Repeat("+", i))
	}
	return turns
}

// readAt returns when a part was last read.
func (r *restRun) readAt(turn string) time.Time {
	at := latest(r.old.Turns[turn], r.old.FullAt)
	if turn == profileTurn {
		at = latest(at, r.old.ProfileAt)
	}
	return at
}

// takeTurn records what this refresh reads.
func (r *restRun) takeTurn(s *resume.Snapshot, turn string) {
	s.Turns = maps.Clone(r.old.Turns)
	if s.Turns == nil {
		s.Turns = map[string]time.Time{}
	}
	s.Turns[turn] = r.account.Now
}

// refreshWork reads the facts about some of the repositories contributed to, those with most
// merges in the first turn. Those that are not found have another name, or are gone.
func (r *restRun) refreshWork(ctx context.Context, s *resume.Snapshot, turn string) error {
	work := make([]*resume.MergedWork, len(s.Contributions))
	for i := range s.Contributions {
		work[i] = &s.Contributions[i]
	}
	slices.SortFunc(work, func(a, b *resume.MergedWork) int {
		return cmp.Or(b.Merged-a.Merged, compareNames(a.Repository, b.Repository))
	})
	first := strings.Count(turn, "+") * lookupSize
	work = work[min(first, len(work)):min(first+lookupSize, len(work))]
	if len(work) == 0 {
		return nil
	}
	var names []string
	for _, w := range work {
		names = append(names, strings.ToLower(w.Repository))
	}
	found, err := r.repositoriesOf(ctx, names)
	if err != nil {
		return r.optional(err)
	}
	var unfound []*resume.MergedWork
	for _, w := range work {
		i := slices.IndexFunc(found, func(repo *github.Repository) bool { return strings.EqualFold(repo.GetFullName(), w.Repository) })
		if i < 0 {
			unfound = append(unfound, w)
			continue
		}
		describe(w, found[i])
	}
	if err := r.follow(ctx, unfound[:min(len(unfound), triedAgain)]); err != nil {
		return err
	}
	s.Contributions = joined(slices.DeleteFunc(s.Contributions, func(w resume.MergedWork) bool { return w.Repository == "" }))
	return nil
}

// follow looks up repositories by their old names. Those that are gone, or belong to the
// account now, lose their name.
func (r *restRun) follow(ctx context.Context, work []*resume.MergedWork) error {
	return each(ctx, r, "facts", itemsOf(work, func(w *resume.MergedWork) string { return w.Repository }), r.left(), func(ctx context.Context, w *resume.MergedWork) error {
		owner, name, _ := strings.Cut(w.Repository, "/")
		repo, _, err := r.rest.Repositories.Get(ctx, owner, name)
		switch {
		case isStatus(err, 404), err == nil && (repo.GetPrivate() || ownedBy(r.login, repo.GetFullName())):
			w.Repository = ""
			return nil
		case err != nil:
			return err
		case repo.GetFullName() != "":
			w.Repository = repo.GetFullName()
			describe(w, repo)
		}
		return nil
	})
}

// dropVanished drops the repositories of others whose merges a complete search no longer
// finds, if they are gone.
func (r *restRun) dropVanished(ctx context.Context, s *resume.Snapshot, found []pull) error {
	have := map[string]bool{}
	for _, p := range found {
		have[pullKey(strings.ToLower(p.repo.Repository), p.Number)] = true
	}
	var names []string
	for _, w := range s.Contributions {
		name := strings.ToLower(w.Repository)
		if slices.ContainsFunc(w.Pulls, func(p resume.Pull) bool { return !have[pullKey(name, p.Number)] }) {
			names = append(names, name)
		}
	}
	withdrawn, err := r.withdrawnOf(ctx, names[:min(len(names), triedAgain)])
	s.Contributions = slices.DeleteFunc(s.Contributions, func(w resume.MergedWork) bool {
		return slices.Contains(withdrawn, strings.ToLower(w.Repository))
	})
	return err
}
