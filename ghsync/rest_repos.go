package ghsync

import (
	"cmp"
	"context"
	"encoding/base64"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/go-github/v62/github"
	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

const pageSize = 100

// repositories lists the public repositories: by creation, because that order never
// changes, or, if there are more than can be read, those pushed most recently.
func (r *restRun) repositories(ctx context.Context, total int) ([]resume.Repository, error) {
	by := byCreated
	if total > maxRepoPages*pageSize {
		by = byPush
	}
	all, pages, err := r.repoPages(ctx, by, maxRepoPages)
	if err != nil {
		return nil, err
	}
	list := merge(nil, all)
	missing := total - countOwn(r.login, list)
	if missing > 0 && pages == 1 { // once more: it may have been cut short
		if all, pages, err = r.repoPages(ctx, by, maxRepoPages); err != nil {
			return nil, err
		}
		list = merge(list, all)
		missing = total - countOwn(r.login, list)
	}
	switch old := r.before(); {
	case pages > maxRepoPages:
		what := "some repositories"
		if more := total - maxRepoPages*pageSize; more > 0 { // else the list has no end
			what = english.Count(more, "repository")
		}
		r.cut(resume.CutRepositories, what, anonymous)
	case missing > 0 && old != nil && (!r.account.Full || missing >= r.unlisted(list)):
		list = merge(old.Repositories, list)
		fallthrough
	case missing > 0:
		r.cuts.add(resume.Cut{Part: resume.CutRepositories, What: english.Count(missing, "repository"), Why: leftOut, Count: missing})
	}
	return list, nil
}

// repoPages reads at most this many pages of the list in parallel. pages is how many
// there are.
func (r *restRun) repoPages(ctx context.Context, by repoOrder, most int) (all []resume.Repository, pages int, err error) {
	first, res, err := r.repoPage(ctx, by, 1)
	if err != nil {
		return nil, 0, err
	}
	pages = max(res.LastPage, 1)
	last := min(pages, most)
	lists := make([][]resume.Repository, last+1)
	lists[1] = first
	group, inner := errgroup.WithContext(ctx)
	for n := 2; n <= last; n++ {
		group.Go(func() (err error) { lists[n], _, err = r.repoPage(inner, by, n); return err })
	}
	err = group.Wait()
	return slices.Concat(lists...), pages, err
}

// refreshRepositories reads the most recently pushed repositories, and all of them if
// that does not explain the total. total is negative if unknown.
func (r *restRun) refreshRepositories(ctx context.Context, total int) ([]resume.Repository, error) {
	newest, res, err := r.repoPage(ctx, byPush, 1)
	if err != nil {
		return nil, err
	}
	counted := total >= 0
	if !counted && res.NextPage == 0 && r.unlisted(newest) > 0 { // gone, or left out
		user, _, err := r.rest.Users.Get(ctx, r.login)
		if err != nil {
			return nil, err
		}
		total, counted = user.GetPublicRepos(), true
	}
	switch {
	case res.NextPage == 0 && !counted:
		total = countOwn(r.login, newest)
	case total < 0:
		total = r.totalBefore(newest)
	}
	if newest, err = r.withPageInTurn(ctx, newest); err != nil {
		return nil, err
	}
	r.noteChanges(newest)
	if res.NextPage == 0 && r.unlisted(newest) == 0 {
		r.listedAgain = countOwn(r.login, newest)
	}
	isShort := counted && res.NextPage == 0 && countOwn(r.login, newest) < total
	if !isShort && r.explainsChanges(newest, total) {
		r.usage.cached(len(r.old.Repositories))
		if res.NextPage == 0 {
			return keepForeign(r.login, r.old.Repositories, keepDetails(r.old.Repositories, newest)), nil
		}
		return merge(r.old.Repositories, newest), nil
	}
	all, pages, err := r.repoPages(ctx, byPush, refreshBudget-5)
	if err != nil {
		return nil, err
	}
	r.noteChanges(all)
	all = merge(nil, all)
	missing := total - countOwn(r.login, all)
	switch {
	case pages > refreshBudget-5:
		return merge(r.old.Repositories, all), nil
	case counted && missing > 0:
		r.cuts.add(resume.Cut{Part: resume.CutRepositories, What: english.Count(missing, "repository"), Why: leftOut, Count: missing, Kept: ageOf(r.old, resume.CutRepositories)})
		return merge(r.old.Repositories, all), nil
	}
	return keepForeign(r.login, r.old.Repositories, keepDetails(r.old.Repositories, all)), nil
}

// keepForeign adds other people's repositories, and private ones, to a list of own public
// ones.
func keepForeign(login string, old, own []resume.Repository) []resume.Repository {
	for _, repo := range old {
		if !ownedBy(login, repo.Name) || repo.Private {
			own = append(own, repo)
		}
	}
	return own
}

// totalBefore returns how many repositories there are if only new ones were added.
func (r *restRun) totalBefore(newest []resume.Repository) int {
	known := byID(r.old.Repositories)
	total := countOwn(r.login, r.old.Repositories)
	for _, repo := range newest {
		if _, have := known[repo.ID]; !have {
			total++
		}
	}
	for _, c := range r.old.Cut {
		if c.Part == resume.CutRepositories {
			total += c.Count
		}
	}
	return total
}

// noteChanges records the repositories that were pushed to or are new.
func (r *restRun) noteChanges(list []resume.Repository) {
	known := byID(r.old.Repositories)
	for _, repo := range list {
		if before, have := known[repo.ID]; !have || !before.PushedAt.Equal(repo.PushedAt) || isBack(before, repo) {
			r.changed[strings.ToLower(repo.Name)] = true
		}
	}
}

// explainsChanges reports whether the newest page explains all changes: it has an unchanged
// repository, and none is missing.
func (r *restRun) explainsChanges(newest []resume.Repository, total int) bool {
	known := byID(r.old.Repositories)
	owned, unchanged := countOwn(r.login, r.old.Repositories), len(newest) == total
	for _, repo := range newest {
		before, ok := known[repo.ID]
		if !ok {
			owned++
		} else if before.PushedAt.Equal(repo.PushedAt) {
			unchanged = true
		}
	}
	return unchanged && (owned == total || len(newest) == total || owned < total && len(r.old.Cut) > 0)
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

// merge updates what is known with newer facts and keeps what only the old ones have.
func merge(old, newer []resume.Repository) []resume.Repository {
	names, ids := byName(newer), byID(newer)
	out := keepDetails(old, slices.Collect(maps.Values(names)))
	for _, repo := range old {
		_, sameName := names[strings.ToLower(repo.Name)]
		if _, sameID := ids[repo.ID]; !sameName && !sameID {
			out = append(out, repo)
		}
	}
	return out
}

// keepDetails restores what a listing does not include, if a repository was not pushed to
// since. It may have another name now, and another one its old name.
func keepDetails(old, listed []resume.Repository) []resume.Repository {
	names, ids := byName(old), byID(old)
	for i := range listed {
		before, have := ids[listed[i].ID]
		if !have {
			before, have = names[strings.ToLower(listed[i].Name)]
			have = have && (before.ID == "" || listed[i].ID == "")
		}
		if have {
			keepKnown(&listed[i], before)
		}
	}
	return listed
}

func keepKnown(repo *resume.Repository, before resume.Repository) {
	repo.OwnCommits = keep(repo.OwnCommits, before.OwnCommits)
	if repo.Releases == nil { // else it has no latest release if none is given
		repo.LatestRelease = keep(repo.LatestRelease, before.LatestRelease)
	}
	repo.Releases = keep(repo.Releases, before.Releases)
	repo.Downloads = keep(repo.Downloads, before.Downloads)
	if repo.FilesAt.IsZero() {
		repo.Facts, repo.FilesAt = before.Facts, before.FilesAt // of an older push; read again when due
	}
	if !repo.PushedAt.Equal(before.PushedAt) {
		return
	}
	repo.Commits = keep(repo.Commits, before.Commits)
	if repo.Languages == nil && !isBack(before, *repo) {
		repo.Languages = before.Languages
	}
}

// isBack reports whether a repository that was taken down may be back: a list does not always
// tell, but its languages do.
func isBack(before, now resume.Repository) bool { return before.Disabled && !now.Disabled }

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

// repoOrder is the order of a list of repositories.
type repoOrder struct{ sort, direction string }

var (
	byCreated = repoOrder{"created", "asc"}
	byPush    = repoOrder{"pushed", "desc"}
)

func (r *restRun) repoPage(ctx context.Context, by repoOrder, n int) ([]resume.Repository, *github.Response, error) {
	var res *github.Response
	page, err := twice(r, func() (page []*github.Repository, err error) {
		page, res, err = r.rest.Repositories.ListByUser(ctx, r.login, &github.RepositoryListByUserOptions{
			Type: "owner", Sort: by.sort, Direction: by.direction,
			ListOptions: github.ListOptions{PerPage: pageSize, Page: n},
		})
		return page, err
	})
	if err != nil {
		return nil, nil, err
	}
	out, known := make([]resume.Repository, 0, len(page)), map[string]resume.Repository{}
	if old := r.before(); old != nil {
		known = byID(old.Repositories)
	}
	seen := map[string]bool{}
	for _, repo := range page {
		if name := repo.GetFullName(); name != "" && !seen[name] { // null is not a repository
			seen[name] = true
			out = append(out, r.fromREST(repo, known[idOf(repo)]))
		}
	}
	return out, res, nil
}

// idOf returns a repository's ID. Old servers give none but the number, from which GitHub
// made its IDs then.
func idOf(r *github.Repository) string {
	if r.GetNodeID() == "" && r.GetID() > 0 {
		return base64.StdEncoding.EncodeToString([]byte("010:Repository" + strconv.FormatInt(r.GetID(), 10)))
	}
	return r.GetNodeID()
}

// fromREST keeps only what GraphQL would return, too. before is the known repository, if any.
func (r *restRun) fromREST(g *github.Repository, before resume.Repository) resume.Repository {
	repo := resume.Repository{
		ID: idOf(g), Name: g.GetFullName(), Description: g.GetDescription(), URL: g.GetHTMLURL(), Homepage: g.GetHomepage(),
		Stars: g.GetStargazersCount(), Forks: g.GetForksCount(), Fork: g.GetFork(), Archived: g.GetArchived(),
		Template: g.GetIsTemplate(), Private: g.GetPrivate() || g.GetVisibility() == "internal", License: license(g.GetLicense().GetSPDXID()),
		Topics: g.Topics, DefaultBranch: g.GetDefaultBranch(), Language: g.GetLanguage(), Disabled: g.GetDisabled(),
		CreatedAt: g.GetCreatedAt().Time, PushedAt: g.GetPushedAt().Time, UpdatedAt: g.GetUpdatedAt().Time,
	}
	r.believeDates(&repo, before)
	repo.Empty = g.GetSize() == 0 && repo.Language == "" && !repo.PushedAt.After(repo.CreatedAt.Add(time.Second))
	r.noteLostPush(&repo)
	if repo.Empty {
		repo.DefaultBranch = ""
		repo.Languages = map[string]int64{}
	}
	return repo
}

// license drops GitHub's value for text that is not a known license.
func license(spdx string) string {
	if spdx == "NOASSERTION" {
		return ""
	}
	return spdx
}

// website adds the scheme, as GitHub's page does.
func website(blog string) string {
	if blog == "" || strings.Contains(blog, "://") || strings.HasPrefix(blog, "mailto:") {
		return blog
	}
	return "http://" + blog
}

// byRelevance sorts the repositories by how likely they are printed: those that the
// profile names, then pinned ones, then own work, each by stars and last push.
func byRelevance(s *resume.Snapshot, include []string) []*resume.Repository {
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
		if rank(r) == 0 || !r.Fork && !r.Archived && !r.Empty && !r.Disabled {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b *resume.Repository) int {
		return cmp.Or(rank(a)-rank(b), b.Stars-a.Stars, b.PushedAt.Compare(a.PushedAt), compareNames(a.Name, b.Name))
	})
	return out
}
