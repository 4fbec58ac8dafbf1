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

const (
	lookupSize    = 25 // repositories in one search
	maxLookups    = 3
	languageReads = 24
	releaseReads  = 8
)

// contributed looks up the stars of the repositories that were contributed to,
// many in one search, those with most pull requests first.
func (r *restRun) contributed(ctx context.Context, s *resume.Snapshot) error {
	var unknown []*resume.MergedWork
	for i := range s.Contributions {
		if s.Contributions[i].Stars == nil {
			unknown = append(unknown, &s.Contributions[i])
		}
	}
	slices.SortFunc(unknown, func(a, b *resume.MergedWork) int {
		return cmp.Or(b.Merged-a.Merged, compareNames(a.Repository, b.Repository))
	})
	lookups := min(maxLookups, r.left())
	for chunk := range slices.Chunk(unknown, lookupSize) {
		if lookups--; lookups < 0 {
			break
		}
		if err := r.lookUp(ctx, chunk); err != nil {
			return err
		}
	}
	if n := unstarred(s.Contributions); n > 0 {
		r.cut(fmt.Sprintf("stars of %d repositories contributed to", n), anonymous)
	}
	return nil
}

func unstarred(work []resume.MergedWork) int {
	n := 0
	for _, w := range work {
		if w.Stars == nil {
			n++
		}
	}
	return n
}

func (r *restRun) lookUp(ctx context.Context, work []*resume.MergedWork) error {
	var query strings.Builder
	query.WriteString("fork:true is:public")
	for _, w := range work {
		query.WriteString(" repo:" + w.Repository)
	}
	found, _, err := r.rest.Search.Repositories(ctx, query.String(), &github.SearchOptions{ListOptions: github.ListOptions{PerPage: pageSize}})
	if isStatus(err, 422) { // none of them is left
		return nil
	} else if err != nil {
		return r.optional(err)
	}
	for _, w := range work {
		for _, repo := range found.Repositories {
			if strings.EqualFold(repo.GetFullName(), w.Repository) {
				describe(w, repo)
			}
		}
	}
	return nil
}

func describe(w *resume.MergedWork, repo *github.Repository) {
	w.ID, w.Description, w.URL, w.Stars = repo.GetNodeID(), repo.GetDescription(), repo.GetHTMLURL(), new(repo.GetStargazersCount())
	w.Fork, w.Archived, w.Language = repo.GetFork(), repo.GetArchived(), repo.GetLanguage()
	w.OwnerIsOrg = repo.GetOwner().GetType() == "Organization"
}

// optional forgives what the resume can do without: a rate limit that ends the
// extras is a cut, not a failure.
func (r *restRun) optional(err error) error {
	if isReason(explain(context.Background(), err, r.config), RateLimited) {
		r.budget = 0
		return nil
	}
	return err
}

// languages reads the bytes by language of the repositories most likely shown.
func (r *restRun) languages(ctx context.Context, s *resume.Snapshot) error {
	var due []*resume.Repository
	for _, repo := range shown(s, r.account.Include) {
		if repo.Languages == nil {
			due = append(due, repo)
		}
	}
	err := each(ctx, r, due, min(languageReads, r.left()), func(ctx context.Context, repo *resume.Repository) error {
		owner, name, _ := strings.Cut(repo.Name, "/")
		bytes, _, err := r.rest.Repositories.ListLanguages(ctx, owner, name)
		if err != nil {
			return err
		}
		repo.Languages = make(map[string]int64, len(bytes))
		for language, n := range bytes {
			repo.Languages[language] = int64(n)
		}
		return nil
	})
	unread := 0
	for _, repo := range due {
		if repo.Languages == nil {
			unread++
		}
	}
	if unread > 0 {
		r.cut(fmt.Sprintf("languages of %d repositories", unread), anonymous)
	}
	return err
}

// releases reads the releases of the few repositories at the top.
func (r *restRun) releases(ctx context.Context, s *resume.Snapshot) error {
	var due []*resume.Repository
	for _, repo := range shown(s, r.account.Include) {
		if repo.Releases == nil {
			due = append(due, repo)
		}
	}
	return each(ctx, r, due, min(releaseReads, r.left()), func(ctx context.Context, repo *resume.Repository) error {
		owner, name, _ := strings.Cut(repo.Name, "/")
		page, res, err := r.rest.Repositories.ListReleases(ctx, owner, name, &github.ListOptions{PerPage: pageSize})
		if err != nil || res.NextPage != 0 { // more than a page: unknown beats wrong
			return err
		}
		setReleases(repo, page)
		return nil
	})
}

func setReleases(repo *resume.Repository, page []*github.RepositoryRelease) {
	downloads := 0
	for _, release := range page {
		for _, asset := range release.Assets {
			downloads += asset.GetDownloadCount()
		}
		if repo.LatestRelease == nil && !release.GetPrerelease() && !release.GetDraft() {
			repo.LatestRelease = &resume.Release{Tag: release.GetTagName(), PublishedAt: release.GetPublishedAt().Time}
		}
	}
	repo.Releases, repo.Downloads = new(len(page)), &downloads
}

// each runs f over the first n items, side by side. Repositories that have gone
// meanwhile and an exhausted limit end nothing.
func each[T any](ctx context.Context, r *restRun, items []T, n int, f func(context.Context, T) error) error {
	group, inner := errgroup.WithContext(ctx)
	for _, item := range items[:max(0, min(n, len(items)))] {
		group.Go(func() error {
			if err := f(inner, item); err != nil && !isStatus(err, 404) {
				return err
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return r.optional(err)
	}
	return nil
}
