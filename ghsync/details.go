package ghsync

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

const (
	downloadReads = 12  // repositories with releases whose downloads are read
	worksMax      = 100 // other people's repositories that are read completely
)

// details reads what the lists don't include: commits by year, other people's
// repositories, downloads, and file names.
func (r *graphqlRun) details(ctx context.Context) error {
	r.joinWorks() // those looked up by name
	parts := r.namedParts(r.s.Pinned)
	if r.old != nil && (r.hasSurfaced() || r.hasOtherYears()) {
		parts = append(parts, r.allCommitParts()...)
	} else if r.old == nil {
		parts = append(parts, r.commitParts()...)
	}
	if ids := r.worksDue(); len(ids) > 0 {
		parts = append(parts, r.workPart(ids))
	}
	parts = append(parts, r.downloadParts()...)
	parts = append(parts, r.listingParts(r.listingsDue(r.worksDue()))...)
	if err := r.ask(ctx, parts...); err != nil {
		return err
	}
	if err := r.resolveCommits(ctx); err != nil || r.old == nil || r.allSpans || !r.hasImported() {
		return err
	}
	if err := r.ask(ctx, r.allCommitParts()...); err != nil {
		return err
	}
	return r.resolveCommits(ctx)
}

// allCommitParts ask for the commits of all years, known or not.
func (r *graphqlRun) allCommitParts() []part {
	r.commits, r.allSpans = newCommits(), true
	r.cuts.forget(func(c resume.Cut) bool { return c.Part == resume.CutCommits && c.What != someYears }) // recorded again if still true
	return r.commitParts()
}

// worksDue returns other people's repositories that may be printed as projects: those of
// the user's organizations and those named in the profile, most merges first.
func (r *graphqlRun) worksDue() []string {
	var due []resume.MergedWork
	known, byItsName := byName(r.s.Repositories), r.namesDue(r.s.Pinned)
	for _, w := range r.s.Contributions {
		if included(byItsName, w.Repository) { // read in the same request
			continue
		}
		owner, _, _ := strings.Cut(w.Repository, "/")
		_, have := known[strings.ToLower(w.Repository)]
		if w.ID != "" && !r.denied[w.ID] && (!have || lacks(r.old, resume.CutDetails)) && (included(r.s.Organizations, owner) || included(r.account.Include, w.Repository)) {
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
		r.cuts.add(resume.Cut{What: english.Count(len(due)-worksMax, "repository") + " of organizations",
			Why: "only the 100 with most merged pull requests are read", Lasting: true})
	}
	ids = unique(append(ids, r.pushedWorks()...))
	return ids[:min(len(ids), worksMax)]
}

// pushedWorks returns the repositories that the list of own public ones does not include,
// such as those of organizations, and that were pushed to since they were read.
func (r *graphqlRun) pushedWorks() []string {
	var ids []string
	for _, repo := range r.s.Repositories {
		now, known := r.checked[repo.ID], r.reposBefore[repo.ID]
		isListed := ownedBy(r.s.Login, repo.Name) && !repo.Private
		if now != nil && !isListed && now.PushedAt.After(known.PushedAt) {
			ids = append(ids, repo.ID)
		}
	}
	return ids
}

// workPart reads other people's repositories completely.
func (r *graphqlRun) workPart(ids []string) part {
	deny := func(id, why string) {
		_ = r.keepWorks([]string{id}, problem{why: why, lasting: true})
	}
	p := r.nodesPart(ids, "Work", r.takeWork, deny, r.keepWorks)
	p.doubts = slices.ContainsFunc(ids, func(id string) bool { return r.reposBefore[id].ID != "" })
	return p
}

// keepWorks keeps the old data of other people's repositories that were not returned.
func (r *graphqlRun) keepWorks(ids []string, t problem) error {
	cut := resume.Cut{Part: resume.CutWorks, What: "repositories of others", Names: r.namesOf(ids), Why: t.why, Lasting: t.lasting}
	if old := r.before(); old != nil {
		known := byID(old.Repositories)
		r.mu.Lock()
		defer r.mu.Unlock()
		for _, id := range ids {
			if repo, have := known[id]; have && !hasID(r.works, id) {
				r.works, cut.Kept = append(r.works, repo), ageOf(old, resume.CutWorks)
			}
		}
	}
	r.cuts.add(cut)
	return nil
}

// namesOf returns the names of repositories that are known by ID.
func (r *graphqlRun) namesOf(ids []string) []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	known := map[string]string{}
	for _, s := range []*resume.Snapshot{r.before(), r.s} {
		if s == nil {
			continue
		}
		for _, w := range s.Contributions {
			known[w.ID] = w.Repository
		}
		for _, repo := range s.Repositories {
			known[repo.ID] = repo.Name
		}
	}
	for id, node := range r.commits.foreign {
		known[id] = node.NameWithOwner
	}
	var names []string
	for _, id := range ids {
		if name := known[id]; name != "" {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func (r *graphqlRun) takeWork(_ string, node *gqlRepo) {
	if node == nil || node.IsPrivate && !r.mayBePrivate(node.NameWithOwner) {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if !hasID(r.works, node.ID) {
		r.works = append(r.works, r.keptFiles(r.withoutGaps(node)))
	}
}

// keptFiles keeps what is known about the files of a repository without newer pushes.
func (r *graphqlRun) keptFiles(repo resume.Repository) resume.Repository {
	old := r.before()
	if old == nil || r.account.Full {
		return repo
	}
	if before, have := r.repositoryBefore(repo.ID); have && isReadAt(before, repo) {
		repo.Facts, repo.FilesAt = before.Facts, before.FilesAt
	}
	return repo
}

// downloadParts ask for the downloads of the repositories that are most likely printed.
func (r *graphqlRun) downloadParts() []part {
	again := r.old == nil || lacks(r.old, resume.CutDownloads)
	var ids []string
	released := 0
	for _, repo := range byRelevance(r.s, r.account.Include) {
		if repo.Releases == nil || !r.mayPrint(repo) {
			continue
		}
		if *repo.Releases == 0 {
			repo.Downloads = new(0)
			continue
		}
		released++
		switch {
		case released <= downloadReads && (repo.Downloads == nil || again || r.newReleases[repo.ID]):
			ids = append(ids, repo.ID)
		case r.newReleases[repo.ID]:
			repo.Downloads = nil // counted for fewer releases than there are now
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return []part{r.downloadsPart(ids)}
}

// mayPrint reports whether a repository may be printed as a project.
func (r *graphqlRun) mayPrint(repo *resume.Repository) bool {
	return ownedBy(r.s.Login, repo.Name) || included(r.s.Pinned, repo.Name) || r.isNamed(repo.Name)
}

func (r *graphqlRun) downloadsPart(ids []string) part {
	miss := func(t problem) error { return r.missDownloads(ids, t) }
	return part{
		kind: "Downloads", size: len(ids), field: nodesField(ids, "Downloads"), miss: miss,
		less: func() []part {
			if len(ids) == 1 {
				return nil
			}
			return []part{r.downloadsPart(ids[:len(ids)/2]), r.downloadsPart(ids[len(ids)/2:])}
		},
		read: func(a *answer) error {
			gaps := false
			err := readNodes(a, ids, func(id string, node *gqlReleases) {
				r.mu.Lock()
				defer r.mu.Unlock()
				if gaps = gaps || node != nil && node.hasGaps(); gaps {
					return
				}
				if repo := r.repository(id); repo != nil && node != nil {
					node.addTo(repo)
				}
			}, func(id, why string) { _ = r.missDownloads([]string{id}, problem{why: why, lasting: true}) })
			if why := a.denial(); gaps && why != "" {
				return miss(problem{why: why, lasting: true})
			}
			if gaps {
				return cmp.Or(err, errUnanswered)
			}
			return err
		},
	}
}

// missDownloads records that downloads were not returned; the known ones are kept.
func (r *graphqlRun) missDownloads(ids []string, t problem) error {
	cut := resume.Cut{Part: resume.CutDownloads, What: "downloads of releases", Names: r.namesOf(ids), Why: t.why, Lasting: t.lasting}
	if old := r.before(); old != nil {
		cut.Kept = r.keepDownloads(ids, old)
	}
	r.cuts.add(cut)
	return nil
}

// keepDownloads restores the known downloads, and returns their age.
func (r *graphqlRun) keepDownloads(ids []string, old *resume.Snapshot) (since time.Time) {
	known := byID(old.Repositories)
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, id := range ids {
		if before, have := known[id]; have && before.Downloads != nil {
			if repo := r.repository(id); repo != nil {
				repo.Downloads, since = before.Downloads, ageOf(old, resume.CutDownloads)
			}
		}
	}
	return since
}

// repository returns the snapshot's repository with this ID.
func (r *graphqlRun) repository(id string) *resume.Repository {
	for i := range r.s.Repositories {
		if r.s.Repositories[i].ID == id {
			return &r.s.Repositories[i]
		}
	}
	return nil
}

// gqlReleases is the fragment Downloads.
type gqlReleases struct {
	ID       string
	Releases struct {
		TotalCount int
		Nodes      []*struct {
			ID            string
			IsDraft       bool
			ReleaseAssets struct {
				TotalCount int
				Nodes      []*struct {
					ID            string
					DownloadCount int
				}
			}
		}
	}
}

// hasGaps reports whether one of its lists is null or has a null, or its count is
// implausible.
func (g *gqlReleases) hasGaps() bool {
	if g.Releases.TotalCount >= beyondReason || g.Releases.TotalCount > 0 && g.Releases.Nodes == nil {
		return true
	}
	for _, release := range g.Releases.Nodes {
		if release == nil || slices.Contains(release.ReleaseAssets.Nodes, nil) || release.ReleaseAssets.TotalCount > 0 && release.ReleaseAssets.Nodes == nil {
			return true
		}
	}
	return false
}

// addTo counts published releases and downloads, unless some are not visible. A release
// or file that is returned twice counts once.
func (g *gqlReleases) addTo(repo *resume.Repository) {
	published, downloads := g.Releases.TotalCount, 0
	seen := map[string]bool{}
	once := func(id string) bool {
		twice := seen[id] && id != ""
		seen[id] = true
		return !twice
	}
	releases, whole := 0, true
	for _, release := range g.Releases.Nodes {
		if !once(release.ID) {
			continue
		}
		if releases++; release.IsDraft {
			published--
			continue
		}
		assets := 0
		for _, asset := range release.ReleaseAssets.Nodes {
			if once(asset.ID) {
				assets++
				downloads += asset.DownloadCount
			}
		}
		whole = whole && release.ReleaseAssets.TotalCount <= assets
	}
	repo.Releases = &published
	repo.Downloads = nil
	if whole && g.Releases.TotalCount <= releases {
		repo.Downloads = &downloads
	}
}

// languagesLeft reads the languages that did not fit into the listing.
func (r *graphqlRun) languagesLeft(ctx context.Context) error {
	var pagers []*pager
	for _, node := range r.long {
		if repo := r.repository(node.ID); repo != nil {
			pagers = append(pagers, r.languagePager(repo))
		}
	}
	group, inner := errgroup.WithContext(ctx)
	for chunk := range slices.Chunk(pagers, 20) {
		group.Go(func() error { return r.pages(inner, chunk...) })
	}
	return group.Wait()
}

func (r *graphqlRun) languagePager(repo *resume.Repository) *pager {
	return &pager{
		kind: "languages", size: pageSize,
		field: func(first int, after string) string { return languagesField(repo.ID, first, after) },
		read: func(a *answer, _ bool) (gqlPageInfo, error) {
			var node struct{ Languages *gqlLanguages }
			if err := a.unmarshal(&node); err != nil || node.Languages == nil {
				return gqlPageInfo{}, errUnanswered
			}
			if len(node.Languages.Edges) == 0 && node.Languages.TotalCount > 0 {
				return gqlPageInfo{}, errUnanswered
			}
			bytes := maps.Clone(repo.Languages) // a map kept from the old snapshot belongs to it
			if bytes == nil {
				bytes = map[string]int64{}
			}
			node.Languages.addTo(bytes)
			repo.Languages = bytes
			return node.Languages.PageInfo, nil
		},
		miss: r.cutMissing(resume.CutDetails, "some languages of "+repo.Name),
	}
}
