package ghsync

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/google/go-github/v62/github"
	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/resume"
)

const pageSize = 100

// repositories lists the public repositories, those pushed last first. A
// refresh ends at the first page that holds nothing new.
func (r *restRun) repositories(ctx context.Context, total int) ([]resume.Repository, error) {
	first, res, err := r.repoPage(ctx, 1)
	if err != nil {
		return nil, err
	}
	if r.old != nil && r.settled(first, total) {
		r.usage.cached(len(r.old.Repositories))
		r.keepCut(" repositories", total-countOwn(r.login, r.old.Repositories))
		return merge(r.old.Repositories, first), nil
	}
	last, most := res.LastPage, maxRepoPages
	if r.old != nil {
		most = refreshBudget - 5
	}
	if last > most {
		r.cut(fmt.Sprintf("%d repositories", total-most*pageSize), anonymous)
		last = most
	}
	pages := make([][]resume.Repository, max(last, 1)+1)
	pages[1] = first
	group, inner := errgroup.WithContext(ctx)
	for n := 2; n <= last; n++ {
		group.Go(func() (err error) { pages[n], _, err = r.repoPage(inner, n); return err })
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	all := slices.Concat(pages...)
	if r.old != nil && last < res.LastPage {
		return merge(r.old.Repositories, all), nil
	} else if r.old != nil {
		return keepDetails(r.old.Repositories, all), nil
	}
	return merge(nil, all), nil
}

// settled tells whether the newest page explains all that changed: it holds a
// repository that is as it was, and no repository has gone missing.
func (r *restRun) settled(newest []resume.Repository, total int) bool {
	known := byName(r.old.Repositories)
	owned, unchanged := countOwn(r.login, r.old.Repositories), len(newest) == total
	for _, repo := range newest {
		before, ok := known[strings.ToLower(repo.Name)]
		if !ok {
			owned++
		} else if before.PushedAt.Equal(repo.PushedAt) {
			unchanged = true
		}
	}
	return unchanged && (owned == total || owned < total && len(r.old.Cut) > 0)
}

func countOwn(login string, repos []resume.Repository) int {
	n := 0
	for _, repo := range repos {
		if ownedBy(login, repo.Name) && !repo.Private {
			n++
		}
	}
	return n
}

// merge puts newer facts over what is known and keeps what only the old ones tell.
func merge(old, newer []resume.Repository) []resume.Repository {
	fresh := byName(newer)
	out := keepDetails(old, mapValues(fresh))
	for _, repo := range old {
		if _, ok := fresh[strings.ToLower(repo.Name)]; !ok {
			out = append(out, repo)
		}
	}
	return out
}

// keepDetails fills what a listing does not tell from what was known of a
// repository that was not pushed to since.
func keepDetails(old, listed []resume.Repository) []resume.Repository {
	known := byName(old)
	for i := range listed {
		if before, ok := known[strings.ToLower(listed[i].Name)]; ok {
			keepKnown(&listed[i], before)
		}
	}
	return listed
}

func keepKnown(repo *resume.Repository, before resume.Repository) {
	repo.OwnCommits = keep(repo.OwnCommits, before.OwnCommits)
	repo.Releases = keep(repo.Releases, before.Releases)
	repo.Downloads = keep(repo.Downloads, before.Downloads)
	repo.LatestRelease = keep(repo.LatestRelease, before.LatestRelease)
	if !repo.PushedAt.Equal(before.PushedAt) {
		return
	}
	if repo.Languages == nil {
		repo.Languages = before.Languages
	}
	if repo.Facts == nil {
		repo.Facts = before.Facts
	}
}

func keep[T any](now, before *T) *T {
	if now == nil {
		return before
	}
	return now
}

func byName(repos []resume.Repository) map[string]resume.Repository {
	m := make(map[string]resume.Repository, len(repos))
	for _, repo := range repos {
		m[strings.ToLower(repo.Name)] = repo
	}
	return m
}

func mapValues(m map[string]resume.Repository) []resume.Repository {
	out := make([]resume.Repository, 0, len(m))
	for _, repo := range m {
		out = append(out, repo)
	}
	return out
}

func (r *restRun) repoPage(ctx context.Context, n int) ([]resume.Repository, *github.Response, error) {
	page, res, err := r.rest.Repositories.ListByUser(ctx, r.login, &github.RepositoryListByUserOptions{
		Type: "owner", Sort: "pushed", Direction: "desc",
		ListOptions: github.ListOptions{PerPage: pageSize, Page: n},
	})
	if err != nil {
		return nil, nil, err
	}
	out := make([]resume.Repository, 0, len(page))
	for _, repo := range page {
		out = append(out, fromREST(repo))
	}
	return out, res, nil
}

// fromREST keeps what GraphQL would say too.
func fromREST(r *github.Repository) resume.Repository {
	repo := resume.Repository{
		ID: r.GetNodeID(), Name: r.GetFullName(), Description: r.GetDescription(), URL: r.GetHTMLURL(), Homepage: r.GetHomepage(),
		Stars: r.GetStargazersCount(), Forks: r.GetForksCount(), Fork: r.GetFork(), Archived: r.GetArchived(),
		Template: r.GetIsTemplate(), Private: r.GetPrivate(), License: license(r.GetLicense().GetSPDXID()),
		Topics: r.Topics, DefaultBranch: r.GetDefaultBranch(), Language: r.GetLanguage(),
		CreatedAt: r.GetCreatedAt().Time, PushedAt: r.GetPushedAt().Time, UpdatedAt: r.GetUpdatedAt().Time,
		Empty: r.GetSize() == 0 && r.GetLanguage() == "",
	}
	if repo.Empty {
		repo.DefaultBranch = ""
		repo.Languages = map[string]int64{}
	}
	return repo
}

// license drops GitHub's word for "some text that is no known license".
func license(spdx string) string {
	if spdx == "NOASSERTION" {
		return ""
	}
	return spdx
}

// website adds the scheme that GitHub's page adds.
func website(blog string) string {
	if blog == "" || strings.Contains(blog, "://") || strings.HasPrefix(blog, "mailto:") {
		return blog
	}
	return "http://" + blog
}

func equalFold(a, b string) bool { return strings.EqualFold(a, b) }

// shown orders the repositories by how likely they are to be shown: those that
// the profile names, then own work by stars and by the last push.
func shown(s *resume.Snapshot, include []string) []*resume.Repository {
	rank := func(r *resume.Repository) int {
		switch {
		case included(include, r.Name):
			return 0
		case included(s.Pinned, r.Name):
			return 1
		case ownedBy(s.Login, r.Name):
			return 2
		}
		return 3
	}
	var out []*resume.Repository
	for i := range s.Repositories {
		r := &s.Repositories[i]
		if rank(r) == 0 || !r.Fork && !r.Archived && !r.Empty {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b *resume.Repository) int {
		return cmp.Or(rank(a)-rank(b), b.Stars-a.Stars, b.PushedAt.Compare(a.PushedAt), compareNames(a.Name, b.Name))
	})
	return out
}
