package ghsync

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

const (
	downloadReads = 12  // repositories whose downloads are read
	worksMax      = 100 // other people's repositories that are read as wholes
)

// details reads what the lists don't tell: commits by year, repositories of
// organizations, downloads, and which files there are.
func (r *graphqlRun) details(ctx context.Context) error {
	var parts []part
	if r.old == nil {
		parts = append(parts, r.yearsPart())
	}
	if ids := r.worksDue(); len(ids) > 0 {
		parts = append(parts, nodesPart(ids, "Repo", r.takeWork))
	}
	parts = append(parts, r.privateParts()...)
	parts = append(parts, r.downloadParts()...)
	parts = append(parts, r.listingParts()...)
	return r.together(ctx, parts...)
}

// worksDue are the repositories of others that may stand as projects: those of
// the person's organizations, and what the profile names, most merges first.
func (r *graphqlRun) worksDue() []string {
	var due []resume.MergedWork
	known := byName(r.s.Repositories)
	for _, w := range r.s.Contributions {
		owner, _, _ := strings.Cut(w.Repository, "/")
		_, have := known[strings.ToLower(w.Repository)]
		if w.ID != "" && !have && (included(r.s.Organizations, owner) || included(r.account.Include, w.Repository)) {
			due = append(due, w)
		}
	}
	slices.SortFunc(due, func(a, b resume.MergedWork) int {
		return cmp.Or(b.Merged-a.Merged, compareNames(a.Repository, b.Repository))
	})
	var ids []string
	for _, w := range due[:min(len(due), worksMax)] {
		ids = append(ids, w.ID)
	}
	if len(due) > worksMax {
		r.cut(english.Count(len(due)-worksMax, "repository")+" of organizations", "only the 100 with most merged pull requests are read")
	}
	return ids
}

func (r *graphqlRun) takeWork(_ string, node *gqlRepo) {
	if node == nil || node.IsPrivate {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.works = append(r.works, node.repository())
}

// yearsPart asks for the commits of every year since the account began.
func (r *graphqlRun) yearsPart() part {
	begin, end := r.lifetime()
	return part{
		field:    yearsField(r.s.Login, begin.Year(), end.Year()),
		optional: "commits by repository", read: r.takeYears,
	}
}

// committed is one entry of the fragment Committed.
type committed struct {
	CommitContributionsByRepository []struct {
		Contributions struct{ TotalCount int }
		Repository    *gqlRepo
	}
}

func (r *graphqlRun) takeYears(raw json.RawMessage) error {
	var years map[string]committed
	if err := json.Unmarshal(raw, &years); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.commits, r.foreign = map[string]*int{}, map[string]*gqlRepo{}
	for _, year := range years {
		for _, c := range year.CommitContributionsByRepository {
			if c.Repository == nil || c.Repository.IsPrivate {
				continue
			}
			r.commits[c.Repository.ID] = plus(r.commits[c.Repository.ID], &c.Contributions.TotalCount)
			if !ownedBy(r.s.Login, c.Repository.NameWithOwner) && c.Repository.organization() && !c.Repository.IsFork {
				r.foreign[c.Repository.ID] = c.Repository
			}
		}
	}
	return nil
}

// privateParts ask for the private repositories that the profile names and allows.
func (r *graphqlRun) privateParts() []part {
	if !r.account.Private {
		return nil
	}
	known := byName(r.s.Repositories)
	var parts []part
	for _, name := range r.account.Include {
		if _, have := known[strings.ToLower(name)]; have || !strings.Contains(name, "/") {
			continue
		}
		parts = append(parts, part{field: repositoryField(name), optional: name, read: func(raw json.RawMessage) error {
			var node *gqlRepo
			if err := json.Unmarshal(raw, &node); err != nil || node == nil {
				return err
			}
			r.mu.Lock()
			defer r.mu.Unlock()
			if node.IsPrivate {
				r.works = append(r.works, node.repository())
			}
			return nil
		}})
	}
	return parts
}

// downloadParts ask for the downloads of the repositories most likely shown.
func (r *graphqlRun) downloadParts() []part {
	var ids []string
	at := map[string]*resume.Repository{}
	for i, repo := range shown(r.s, r.account.Include) {
		switch {
		case repo.Downloads != nil || repo.Releases == nil || !r.due(repo):
		case *repo.Releases == 0:
			repo.Downloads = new(0)
		case i < downloadReads:
			ids = append(ids, repo.ID)
			at[repo.ID] = repo
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return []part{{field: nodesField(ids, "Downloads"), optional: "downloads of releases", read: func(raw json.RawMessage) error {
		var nodes []*gqlReleases
		if err := json.Unmarshal(raw, &nodes); err != nil {
			return err
		}
		for _, node := range nodes {
			if node != nil && at[node.ID] != nil {
				node.addTo(at[node.ID])
			}
		}
		return nil
	}}}
}

// gqlReleases is the fragment Downloads.
type gqlReleases struct {
	ID       string
	Releases struct {
		TotalCount int
		Nodes      []struct {
			IsDraft       bool
			ReleaseAssets struct {
				TotalCount int
				Nodes      []struct{ DownloadCount int }
			}
		}
	}
}

// addTo counts published releases and downloads, unless some of them are out of sight.
func (g *gqlReleases) addTo(repo *resume.Repository) {
	published, downloads, whole := g.Releases.TotalCount, 0, g.Releases.TotalCount <= len(g.Releases.Nodes)
	for _, release := range g.Releases.Nodes {
		if release.IsDraft {
			published--
			continue
		}
		whole = whole && release.ReleaseAssets.TotalCount <= len(release.ReleaseAssets.Nodes)
		for _, asset := range release.ReleaseAssets.Nodes {
			downloads += asset.DownloadCount
		}
	}
	repo.Releases = &published
	if whole {
		repo.Downloads = &downloads
	}
}

// languagesLeft pages through the languages of repositories that have more than the listing gives.
func (r *graphqlRun) languagesLeft(ctx context.Context) error {
	var pagers []*pager
	for _, node := range r.long {
		for i := range r.s.Repositories {
			if r.s.Repositories[i].ID == node.ID {
				pagers = append(pagers, languagePager(&r.s.Repositories[i]))
			}
		}
	}
	for chunk := range slices.Chunk(pagers, 20) {
		if err := r.pages(ctx, chunk...); err != nil {
			return err
		}
	}
	return nil
}

func languagePager(repo *resume.Repository) *pager {
	return &pager{
		size:  pageSize,
		field: func(first int, after string) string { return languagesField(repo.ID, first, after) },
		read: func(raw json.RawMessage) (gqlPageInfo, error) {
			var node struct{ Languages gqlLanguages }
			err := json.Unmarshal(raw, &node)
			node.Languages.addTo(repo.Languages)
			return node.Languages.PageInfo, err
		},
	}
}
