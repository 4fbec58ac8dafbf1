package ghsync

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/google/go-github/v62/github"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
)

const (
	lookupSize    = 25 // repositories in one search
	maxLookups    = 3
	languageReads = 24
	releaseReads  = 8
	triedAgain    = 3 // repositories that a refresh asks again about
)

// contributed looks up the stars of the repositories contributed to, many in one search,
// those with most pull requests first. A refresh looks up only new ones.
func (r *restRun) contributed(ctx context.Context, s *resume.Snapshot) error {
	lacksStars := func(lasting bool) bool {
		return r.old != nil && slices.ContainsFunc(r.old.Cut, func(c resume.Cut) bool {
			return c.Part == resume.CutDetails && strings.HasPrefix(c.What, stars) && c.Lasting == lasting && c.Why != anonymous
		})
	}
	if r.old == nil || len(r.changed) > 0 || r.turn == detailsTurn && lacksStars(false) {
		if err := r.describeAll(ctx, s.Contributions); err != nil {
			return err
		}
	}
	if n := unstarred(s.Contributions); n > 0 && !lacksStars(true) {
		r.cuts.add(resume.Cut{What: starsOf(n), Why: cmp.Or(r.unfound.why, anonymous), Lasting: r.unfound.lasting, Part: resume.CutDetails, Count: n})
	}
	return nil
}

// stars is how the text of a cut for stars begins.
const stars = "stars of "

func starsOf(n int) string { return stars + english.Count(n, "repository") + " contributed to" }

// describeAll looks up what is unknown about the repositories contributed to.
func (r *restRun) describeAll(ctx context.Context, work []resume.MergedWork) error {
	var unknown []*resume.MergedWork
	for i := range work {
		if work[i].Stars == nil {
			unknown = append(unknown, &work[i])
		}
	}
	slices.SortFunc(unknown, func(a, b *resume.MergedWork) int {
		return cmp.Or(b.Merged-a.Merged, compareNames(a.Repository, b.Repository))
	})
	lookups := min(maxLookups, r.left())
	for chunk := range slices.Chunk(unknown, lookupSize) {
		if lookups--; lookups < 0 {
			return nil
		}
		if err := r.lookUp(ctx, chunk); err != nil {
			return err
		}
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
	found, err := twice(r, func() (*github.RepositoriesSearchResult, error) {
		found, _, err := r.rest.Search.Repositories(ctx, query.String(), &github.SearchOptions{ListOptions: github.ListOptions{PerPage: pageSize}})
		return found, err
	})
	lasting, why := denial(err)
	switch {
	case isStatus(err, 422): // none of them exists any longer
		return nil
	case why != "":
		r.unfound = problem{why: why, lasting: lasting}
		return nil
	case r.isOutage(err):
		r.unfound = problem{why: sentenceOf(ctx, err, r.config)}
		return nil
	case err != nil:
		return r.optional(err)
	}
	if found.GetIncompleteResults() || found.Total == nil || len(found.Repositories) < found.GetTotal() {
		r.unfound = problem{why: searchTimedOut}
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
	w.ID, w.Description, w.URL, w.Stars = idOf(repo), repo.GetDescription(), repo.GetHTMLURL(), new(repo.GetStargazersCount())
	w.Fork, w.Archived, w.Language = repo.GetFork(), repo.GetArchived(), repo.GetLanguage()
	w.Disabled = repo.GetDisabled()
	w.OwnerIsOrg = repo.GetOwner().GetType() == "Organization"
}

// optional ignores an exhausted rate limit, which ends only the extras: that is a cut,
// not a failure.
func (r *restRun) optional(err error) error {
	if isReason(explain(context.Background(), err, r.config), RateLimited) {
		r.budget, r.limited = 0, true
		return nil
	}
	return err
}

// mostOutages is after how many failures the remaining details are not requested.
const mostOutages = 3

// isOutage reports whether GitHub failed to answer, however often it was asked.
func (r *restRun) isOutage(err error) bool {
	isFailure := isReason(err, Unavailable) || isReason(err, NoAnswer) || isReason(err, Incomplete)
	if isFailure {
		r.outages.Add(1)
	}
	return isFailure
}

// due returns the repositories whose details to read; a refresh reads only those that
// changed or rose to the first ones, and again what a denial that may pass kept away.
func (r *restRun) due(s *resume.Snapshot, what string, first int, unknown func(*resume.Repository) bool) []*resume.Repository {
	var out []*resume.Repository
	again, known := r.isTriedAgain(what), r.firstBefore(first)
	for i, repo := range byRelevance(s, r.account.Include) {
		rose := r.old != nil && i < first && !known[repo.ID]
		if unknown(repo) && (again && (r.old == nil || i < first) || rose || r.changed[strings.ToLower(repo.Name)]) {
			out = append(out, repo)
		}
	}
	return out
}

// firstBefore returns the IDs of the most relevant repositories of the old snapshot.
func (r *restRun) firstBefore(n int) map[string]bool {
	ids := map[string]bool{}
	if r.old == nil {
		return ids
	}
	list := byRelevance(r.old, r.account.Include)
	for _, repo := range list[:min(n, len(list))] {
		ids[repo.ID] = true
	}
	return ids
}

// mostDue is how many repositories a detail is read of.
func (r *restRun) mostDue(most int) int {
	if r.old != nil {
		most = min(most, triedAgain+len(r.changed))
	}
	return min(most, r.left())
}

// isTriedAgain reports whether a detail is read whatever changed: in a full read, or in the
// turn of what was refused for a reason that may pass.
func (r *restRun) isTriedAgain(what string) bool {
	return r.old == nil || r.turn == detailsTurn && slices.ContainsFunc(r.old.Cut, func(c resume.Cut) bool {
		return isPassingDetail(c) && subjectOf(c.What) == what
	})
}

// languages reads the bytes by language of the most likely printed repositories.
func (r *restRun) languages(ctx context.Context, s *resume.Snapshot) error {
	unknown := func(repo *resume.Repository) bool { return repo.Languages == nil }
	err := each(ctx, r, "languages", itemsOf(r.due(s, "languages", languageReads, unknown), nameOf), r.mostDue(languageReads), func(ctx context.Context, repo *resume.Repository) error {
		owner, name, _ := strings.Cut(repo.Name, "/")
		before := r.repositoryBefore(repo.ID)
		bytes, _, err := r.rest.Repositories.ListLanguages(ctx, owner, name)
		if err == nil && len(bytes) < len(before.Languages) { // some may be missing
			bytes, _, err = r.rest.Repositories.ListLanguages(ctx, owner, name)
		}
		if isBlocked(err) && before.ID == "" { // else an earlier list would have said so
			repo.Disabled = r.isTakenDown(ctx, owner, name)
		}
		if err != nil {
			return err
		}
		repo.Languages = make(map[string]int64, len(bytes))
		for language, n := range bytes {
			repo.Languages[language] = int64(n)
		}
		return nil
	})
	r.keepLanguages(s)
	unread := -r.stillRefused("languages")
	for _, repo := range byRelevance(s, r.account.Include) {
		if repo.Languages == nil && !r.refused.has("languages", repo.Name) {
			unread++
		}
	}
	if unread > 0 {
		r.cuts.add(resume.Cut{Part: resume.CutDetails, What: "languages of " + english.Count(unread, "repository"), Why: anonymous, Count: unread})
	}
	return err
}

// keepLanguages restores languages that are known and were not read. The repository is then as
// of the push that they belong to, so that the next refresh asks for the new ones; and one that
// was taken down still is.
func (r *restRun) keepLanguages(s *resume.Snapshot) {
	old := r.before()
	if old == nil {
		return
	}
	known := byID(old.Repositories)
	for i := range s.Repositories {
		repo, before := &s.Repositories[i], known[s.Repositories[i].ID]
		if repo.Languages != nil {
			continue
		}
		repo.Disabled = repo.Disabled || before.Disabled
		if len(before.Languages) > 0 {
			repo.Languages, repo.PushedAt = before.Languages, before.PushedAt
		}
	}
}

// isTakenDown reports whether the repository itself is refused, too, not only a part of it.
func (r *restRun) isTakenDown(ctx context.Context, owner, name string) bool {
	r.usage.repeat()
	repo, _, err := r.rest.Repositories.Get(ctx, owner, name)
	return isBlocked(err) || err == nil && repo.GetDisabled()
}

// isBlocked reports whether GitHub refuses what it has taken down.
func isBlocked(err error) bool {
	_, why := denial(err)
	return isStatus(err, 451) || strings.Contains(why, "access blocked")
}

// releases reads the releases of the few top repositories.
func (r *restRun) releases(ctx context.Context, s *resume.Snapshot) error {
	unknown := func(repo *resume.Repository) bool { return repo.Releases == nil }
	return each(ctx, r, "releases", itemsOf(r.due(s, "releases", releaseReads, unknown), nameOf), r.mostDue(releaseReads), func(ctx context.Context, repo *resume.Repository) error {
		owner, name, _ := strings.Cut(repo.Name, "/")
		var res *github.Response
		page, err := askTwice(min(known(r.repositoryBefore(repo.ID).Releases), pageSize), func() (list []*github.RepositoryRelease, err error) {
			list, res, err = r.rest.Repositories.ListReleases(ctx, owner, name, &github.ListOptions{PerPage: pageSize})
			return list, err
		})
		if err != nil || res.NextPage != 0 { // more than a page: unknown is better than wrong
			return err
		}
		setReleases(repo, page)
		return nil
	})
}

// repositoryBefore returns a repository of the old snapshot; an empty one if it is new.
func (r *restRun) repositoryBefore(id string) resume.Repository {
	if old := r.before(); old != nil {
		return byID(old.Repositories)[id]
	}
	return resume.Repository{}
}

// setReleases counts releases and downloads, ignoring duplicates.
func setReleases(repo *resume.Repository, page []*github.RepositoryRelease) {
	downloads, releases := 0, 0
	seen := map[int64]bool{}
	for _, release := range page {
		if seen[release.GetID()] && release.GetID() != 0 {
			continue
		}
		seen[release.GetID()] = true
		releases++
		for _, asset := range release.Assets {
			if !seen[-asset.GetID()] || asset.GetID() == 0 {
				seen[-asset.GetID()] = true
				downloads += asset.GetDownloadCount()
			}
		}
		if repo.LatestRelease == nil && !release.GetPrerelease() && !release.GetDraft() {
			repo.LatestRelease = &resume.Release{Tag: release.GetTagName(), PublishedAt: release.GetPublishedAt().Time}
		}
	}
	repo.Releases, repo.Downloads = &releases, &downloads
}

// named looks up the repositories that the profile names and no list includes.
func (r *restRun) named(ctx context.Context, s *resume.Snapshot) error {
	if r.old != nil {
		s.Named = slices.Clone(r.old.Named)
	}
	asked := func(name string) bool {
		return slices.ContainsFunc(s.Named, func(n resume.NamedRepository) bool { return strings.EqualFold(n.Name, name) })
	}
	var due []string
	known := byName(s.Repositories)
	for _, text := range r.account.Include {
		name, ok := repositoryName(text)
		if !ok || asked(name) || slices.Contains(due, name) {
			continue
		}
		if repo, have := known[strings.ToLower(name)]; have {
			s.Named = append(s.Named, resume.NamedRepository{Name: name, Repository: repo.Name})
			continue
		}
		due = append(due, name)
	}
	var mu sync.Mutex
	return each(ctx, r, "facts", itemsOf(due, itself), r.left(), func(ctx context.Context, name string) error {
		owner, short, _ := strings.Cut(name, "/")
		repo, _, err := r.rest.Repositories.Get(ctx, owner, short)
		if err != nil && !isStatus(err, 404) {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		found := resume.NamedRepository{Name: name}
		if err == nil && !repo.GetPrivate() {
			found.Repository = repo.GetFullName()
			if _, have := byName(s.Repositories)[strings.ToLower(found.Repository)]; !have {
				s.Repositories = append(s.Repositories, r.fromREST(repo, r.repositoryBefore(idOf(repo))))
				r.changed[strings.ToLower(found.Repository)] = true
			}
		}
		if isStatus(err, 404) {
			found.Repository = r.keepUnseen(s, name)
		}
		s.Named = append(s.Named, found)
		return nil
	})
}
