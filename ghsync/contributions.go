package ghsync

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// pull is one merged pull request and the repository that it was merged into.
type pull struct {
	resume.Pull
	repo resume.MergedWork // facts about the repository; no counts
	role string            // of the user in the repository; empty if unknown
}

// role returns GitHub's association of a user with a repository, or "" for NONE.
func role(association string) string {
	if association == "NONE" {
		return ""
	}
	return association
}

// contributions adds pull requests to what is known and counts again. The facts about a
// repository are the latest ones; an own repository is not a contribution. known may
// belong to the caller's snapshot and is not changed.
func contributions(login string, known []resume.MergedWork, pulls []pull) []resume.MergedWork {
	byName, byID := map[string]*resume.MergedWork{}, map[string]*resume.MergedWork{}
	for _, w := range known {
		w.Pulls = slices.Clone(w.Pulls)
		byName[strings.ToLower(w.Repository)], byID[w.ID] = &w, &w
	}
	inOrder := slices.SortedStableFunc(slices.Values(pulls), func(a, b pull) int { return a.MergedAt.Compare(b.MergedAt) })
	gone := withoutResults(known, pulls)
	for _, p := range inOrder { // the role is that of the latest
		if ownedBy(login, p.repo.Repository) {
			continue
		}
		key := strings.ToLower(p.repo.Repository)
		w := byName[key]
		if w == nil {
			if w = renamed(p, byID, gone); w != nil {
				delete(byName, strings.ToLower(w.Repository))
			}
		}
		if w == nil {
			w = &resume.MergedWork{}
		}
		byName[key] = w
		merged, before := append(w.Pulls, p.Pull), w.Role
		if p.repo.Stars != nil || w.Repository == "" { // else only its name is known
			*w = p.repo
		}
		if w.Repository != p.repo.Repository && p.repo.URL != "" {
			w.URL = p.repo.URL
		}
		w.Repository = p.repo.Repository
		w.Pulls, w.Role = merged, cmp.Or(p.role, before)
	}
	out := make([]resume.MergedWork, 0, len(byName))
	for _, w := range byName {
		count(w)
		out = append(out, *w)
	}
	return out
}

// withoutResults returns the known work in repositories that no pull request was found of
// under the known name: they may have another one now.
func withoutResults(known []resume.MergedWork, pulls []pull) []resume.MergedWork {
	found := map[string]bool{}
	for _, p := range pulls {
		found[strings.ToLower(p.repo.Repository)] = true
	}
	return slices.DeleteFunc(slices.Clone(known), func(w resume.MergedWork) bool { return found[strings.ToLower(w.Repository)] })
}

// renamed returns the known repository of a pull request that has another name there: the
// one with its ID or, if that is unknown, the only one of those gone with this very merge.
func renamed(p pull, byID map[string]*resume.MergedWork, gone []resume.MergedWork) *resume.MergedWork {
	if p.repo.ID != "" {
		return byID[p.repo.ID]
	}
	var same *resume.MergedWork
	for _, w := range gone {
		isSame := func(k resume.Pull) bool { return k.Number == p.Number && k.MergedAt.Equal(p.MergedAt) }
		if w.ID == "" || !slices.ContainsFunc(w.Pulls, isSame) {
			continue
		}
		if same != nil {
			return nil
		}
		same = byID[w.ID]
	}
	return same
}

// joined returns work without repositories that are there under an older name, too: the
// one with the latest merge has the current name.
func joined(work []resume.MergedWork) []resume.MergedWork {
	byID := map[string]int{}
	var out []resume.MergedWork
	for _, w := range work {
		i, have := byID[w.ID]
		if !have || w.ID == "" {
			byID[w.ID] = len(out)
			out = append(out, w)
			continue
		}
		newer, older := w, out[i]
		if older.Last.After(newer.Last) {
			newer, older = older, newer
		}
		newer.Pulls, newer.Role = slices.Concat(newer.Pulls, older.Pulls), cmp.Or(newer.Role, older.Role)
		count(&newer)
		out[i] = newer
	}
	return out
}

// count computes the numbers of a repository from its pull requests.
func count(w *resume.MergedWork) {
	slices.SortStableFunc(w.Pulls, func(a, b resume.Pull) int { // the known one first, but not if it lacks its lines
		return cmp.Or(cmp.Compare(a.Number, b.Number), lineless(a)-lineless(b))
	})
	w.Pulls = onceEach(w.Pulls)
	slices.SortStableFunc(w.Pulls, func(a, b resume.Pull) int { return a.MergedAt.Compare(b.MergedAt) })
	w.Merged, w.Bots, w.Backports, w.Additions, w.Deletions = 0, 0, 0, nil, nil
	for _, p := range w.Pulls {
		switch p.Kind {
		case resume.PullBot:
			w.Bots++
		case resume.PullBackport:
			w.Backports++
		default:
			w.Merged++
			w.Additions, w.Deletions = sum(w.Additions, p.Additions), sum(w.Deletions, p.Deletions)
		}
	}
	w.First, w.Last = firstAndLast(w.Pulls)
}

// onceEach keeps the first of pull requests with the same number, which follow each other. If
// any of them is known to be a tool's, it is, unless only a title says so: what was read with
// its lines was read with its branch.
func onceEach(pulls []resume.Pull) []resume.Pull {
	out := pulls[:0]
	for _, p := range pulls {
		if last := len(out) - 1; last >= 0 && out[last].Number == p.Number {
			if isLineless(out[last]) || !isLineless(p) {
				out[last].Kind = cmp.Or(out[last].Kind, p.Kind)
			}
			continue
		}
		out = append(out, p)
	}
	return out
}

func lineless(p resume.Pull) int {
	if isLineless(p) {
		return 1
	}
	return 0
}

func sum(sum, n *int) *int {
	if n == nil {
		return sum
	}
	if sum != nil {
		return new(*sum + *n)
	}
	return new(*n)
}

func ownedBy(login, repository string) bool {
	owner, _, _ := strings.Cut(repository, "/")
	return strings.EqualFold(owner, login)
}

// firstAndLast returns when the first and the last pull request were merged: of those
// that count, or of all if none does.
func firstAndLast(pulls []resume.Pull) (first, last time.Time) {
	counted := slices.DeleteFunc(slices.Clone(pulls), func(p resume.Pull) bool { return p.Kind != "" })
	if len(counted) == 0 {
		counted = pulls
	}
	if len(counted) == 0 {
		return first, last
	}
	return counted[0].MergedAt, counted[len(counted)-1].MergedAt
}
