package ghsync

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/resume"
)

// withPageInTurn adds to the newest repositories those of the page whose turn it is, and looks
// up the ones that the page should have, but does not: they may be withdrawn.
func (r *restRun) withPageInTurn(ctx context.Context, newest []resume.Repository) ([]resume.Repository, error) {
	if !strings.HasPrefix(r.turn, listTurn) || len(newest) < pageSize {
		return newest, nil
	}
	n := 2 + strings.Count(r.turn, "+")
	page, res, err := r.repoPage(ctx, byPush, n)
	if err != nil || len(page) == 0 {
		return newest, r.optional(err)
	}
	from, to := slices.MaxFunc(page, comparePushes).PushedAt, slices.MinFunc(page, comparePushes).PushedAt
	if n == 2 {
		from = slices.MinFunc(newest, comparePushes).PushedAt
	}
	if res.NextPage == 0 {
		to = time.Time{}
	}
	listed := slices.Concat(newest, page)
	return listed, r.lookForWithdrawn(ctx, r.skipped(listed, from, to))
}

func comparePushes(a, b resume.Repository) int { return a.PushedAt.Compare(b.PushedAt) }

// skipped returns the known repositories with their last push between two times that a list
// does not have.
func (r *restRun) skipped(listed []resume.Repository, from, to time.Time) []resume.Repository {
	here := byID(listed)
	return slices.DeleteFunc(slices.Clone(r.old.Repositories), func(repo resume.Repository) bool {
		_, have := here[repo.ID]
		isBetween := repo.PushedAt.Before(from) && repo.PushedAt.After(to)
		return have || repo.ID == "" || repo.Private || !ownedBy(r.login, repo.Name) || !isBetween
	})
}

// lookForWithdrawn records which own repositories GitHub no longer shows as the account's.
func (r *restRun) lookForWithdrawn(ctx context.Context, repos []resume.Repository) error {
	var mu sync.Mutex
	items := itemsOf(repos, func(repo resume.Repository) string { return repo.Name })
	return each(ctx, r, "facts", items, triedAgain, func(ctx context.Context, repo resume.Repository) error {
		owner, name, _ := strings.Cut(repo.Name, "/")
		now, _, err := r.rest.Repositories.Get(ctx, owner, name)
		if !r.isWithdrawn(repo, now, err) {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		r.withdrawn[repo.ID] = true
		return nil
	})
}

// isWithdrawn reports whether a repository is gone, private, taken down, or not the account's
// any longer, by GitHub's answer to its name.
func (r *restRun) isWithdrawn(before resume.Repository, now *github.Repository, err error) bool {
	if err != nil {
		_, why := denial(err)
		return isStatus(err, 404) || strings.Contains(why, "access blocked")
	}
	return now.GetPrivate() || !ownedBy(r.login, now.GetFullName()) || idOf(now) != "" && idOf(now) != before.ID
}
