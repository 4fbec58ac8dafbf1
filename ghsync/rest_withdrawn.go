package ghsync

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/resume"
)

const (
	keptLookups = 3  // searches for repositories that a read kept
	keptReads   = 10 // those that the searches did not find
)

// dropWithdrawn drops from what a full read kept of the old snapshot the repositories of
// others that are gone or private now. found are the pull requests that it returned.
func (r *restRun) dropWithdrawn(ctx context.Context, s *resume.Snapshot, found []pull) error {
	names := r.keptNames(s, found)
	searches := min(keptLookups, maxSearches-1-len(found)/pageSize)
	names = names[:min(len(names), max(0, searches)*lookupSize)]
	var unfound []string
	for chunk := range slices.Chunk(names, lookupSize) {
		public, err := r.publicOf(ctx, chunk)
		if err != nil {
			return r.optional(err)
		}
		unfound = append(unfound, missingNames(public, chunk)...)
	}
	withdrawn, err := r.withdrawnOf(ctx, unfound[:min(len(unfound), keptReads)])
	if err != nil {
		return err
	}
	isGone := func(name string) bool { return slices.Contains(withdrawn, strings.ToLower(name)) }
	s.Repositories = slices.DeleteFunc(s.Repositories, func(repo resume.Repository) bool { return isGone(repo.Name) })
	s.Contributions = slices.DeleteFunc(s.Contributions, func(w resume.MergedWork) bool { return isGone(w.Repository) })
	return nil
}

// keptNames returns the repositories of others that no list returned, in lower case.
func (r *restRun) keptNames(s *resume.Snapshot, found []pull) []string {
	var names []string
	for _, w := range s.Contributions {
		names = append(names, strings.ToLower(w.Repository))
	}
	for _, repo := range s.Repositories {
		if !ownedBy(r.login, repo.Name) {
			names = append(names, strings.ToLower(repo.Name))
		}
	}
	return slices.DeleteFunc(unique(names), func(name string) bool {
		return slices.ContainsFunc(found, func(p pull) bool { return strings.EqualFold(p.repo.Repository, name) })
	})
}

// publicOf returns those of the repositories that a search finds, in lower case.
func (r *restRun) publicOf(ctx context.Context, names []string) ([]string, error) {
	found, err := r.repositoriesOf(ctx, names)
	var public []string
	for _, repo := range found {
		public = append(public, strings.ToLower(repo.GetFullName()))
	}
	return public, err
}

// repositoriesOf returns those of the repositories that a search finds.
func (r *restRun) repositoriesOf(ctx context.Context, names []string) ([]*github.Repository, error) {
	query := "fork:true is:public repo:" + strings.Join(names, " repo:")
	found, _, err := r.rest.Search.Repositories(ctx, query, &github.SearchOptions{ListOptions: github.ListOptions{PerPage: pageSize}})
	if isStatus(err, 422) { // none of them exists any longer
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	return found.Repositories, nil
}

func missingNames(have, want []string) []string {
	return slices.DeleteFunc(slices.Clone(want), func(name string) bool { return slices.Contains(have, name) })
}

// withdrawnOf returns those of the repositories that GitHub shows under no name, or as
// the account's own.
func (r *restRun) withdrawnOf(ctx context.Context, names []string) ([]string, error) {
	var mu sync.Mutex
	var out []string
	err := each(ctx, r, "facts", itemsOf(names, itself), r.left(), func(ctx context.Context, name string) error {
		owner, short, _ := strings.Cut(name, "/")
		repo, _, err := r.rest.Repositories.Get(ctx, owner, short)
		if isStatus(err, 404) || err == nil && ownedBy(r.login, repo.GetFullName()) {
			mu.Lock()
			defer mu.Unlock()
			out = append(out, name)
			return nil
		}
		return err
	})
	return out, err
}
