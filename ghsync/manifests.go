package ghsync

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

const (
	manifestRepos = 50  // repositories whose files are read
	manifestsMost = 24  // files read of one repository
	filesAtOnce   = 100 // files in one request

	listingsAtOnce = 25 // repositories in one part of a request

	leastCopied = 10_000 // bytes; less does not distort the shares of languages
)

// deepFolders are read one level deeper than others: they hold the parts of a monorepo,
// each with its own files, or copies of other people's code.
var deepFolders = []string{
	"services", "packages", "apps", "crates", "src", "app", "ios", "android", "mobile", "backend", "frontend", "server", "client",
	"infra", "terraform", "modules", "environments", "infrastructure", "deploy", "third_party", "vendor",
}

// infraFolders are read two levels deeper: infrastructure code is organized by provider
// and environment.
var infraFolders = []string{"infra", "terraform", "modules", "environments", "infrastructure", "deploy"}

// gqlListing is the fragment Listing.
type gqlListing struct {
	ID        string
	History   gqlHistory
	Root      *gqlTree
	Workflows gqlTree
	// Deep are the existing folders of deepFolders.
	Deep map[string]gqlTree
}

// UnmarshalJSON reads the deep folders by name.
func (l *gqlListing) UnmarshalJSON(data []byte) error {
	type plain gqlListing
	if err := json.Unmarshal(data, (*plain)(l)); err != nil {
		return err
	}
	var all map[string]json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return err
	}
	l.Deep = map[string]gqlTree{}
	for _, folder := range deepFolders {
		var tree gqlTree
		if raw, ok := all[folder]; ok && json.Unmarshal(raw, &tree) == nil {
			l.Deep[folder] = tree
		}
	}
	return nil
}

type gqlTree struct{ Entries []*gqlEntry }

type gqlEntry struct {
	Name, Type string
	Object     gqlTree
}

// listing is what the names of a repository's files show.
type listing struct {
	manifests []string     // worth reading
	facts     []skill.Fact // proved by the existence of files
	commits   *int         // of all; nil if unknown
	partial   bool         // folders are not requested, because they are denied
}

// paths returns the files of all the listed folders.
func (l *gqlListing) paths() []string {
	all := map[string]bool{}
	l.Root.addTo(all, "")
	l.Workflows.addTo(all, ".github/workflows/")
	for folder, tree := range l.Deep {
		tree.addTo(all, folder+"/")
	}
	return slices.Sorted(maps.Keys(all))
}

// addTo adds the files of a folder and of those below it.
func (t *gqlTree) addTo(all map[string]bool, folder string) {
	for _, e := range t.Entries {
		if e.Type == "blob" {
			all[folder+e.Name] = true
		}
		e.Object.addTo(all, folder+e.Name+"/")
	}
}

// listingsDue returns the important repositories whose files are not known in their
// current state. more come before own ones, archived ones last.
func (r *graphqlRun) listingsDue(more []string) []string {
	ids := slices.Clone(more)
	own := slices.Concat(byRelevance(r.s, r.account.Include), archived(r.s))
	relevant := max(0, min(len(own), manifestRepos-len(ids)))
	for _, repo := range slices.Concat(own[:relevant], withCopies(own[relevant:])) {
		if filesDue(repo) && !slices.Contains(ids, repo.ID) && !r.isListed(repo.ID) {
			ids = append(ids, repo.ID)
		}
	}
	return ids
}

// oftenCopied are the languages in which most copies of other people's code are written.
var oftenCopied = []string{"C", "C++", "Assembly"}

// withCopies returns the largest repositories that may contain such copies beside code of
// their own: their bytes would distort the shares of languages.
func withCopies(repos []*resume.Repository) []*resume.Repository {
	bytes := func(r *resume.Repository) (copied int64) {
		for _, language := range oftenCopied {
			copied += r.Languages[language]
		}
		return copied
	}
	isOwn := func(language string) bool { return !slices.Contains(oftenCopied, language) }
	out := slices.DeleteFunc(slices.Clone(repos), func(r *resume.Repository) bool {
		return bytes(r) < leastCopied || !slices.ContainsFunc(slices.Collect(maps.Keys(r.Languages)), isOwn)
	})
	slices.SortFunc(out, func(a, b *resume.Repository) int {
		return cmp.Or(cmp.Compare(bytes(b), bytes(a)), compareNames(a.Name, b.Name))
	})
	return out[:min(len(out), listingsAtOnce)]
}

// archived returns the public repositories that are archived, those with the most stars
// first: their code counts too.
func archived(s *resume.Snapshot) []*resume.Repository {
	var out []*resume.Repository
	for i := range s.Repositories {
		if r := &s.Repositories[i]; r.Archived && !r.Fork && !r.Private {
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b *resume.Repository) int { return b.Stars - a.Stars })
	return out
}

func (r *graphqlRun) isListed(id string) bool {
	_, ok := r.listings[id]
	return ok
}

// filesDue reports whether the files of a repository are not known as of its last push. A
// refresh knows the last push of repositories that it read completely.
func filesDue(repo *resume.Repository) bool {
	return !repo.Empty && !repo.Disabled && (repo.FilesAt.IsZero() || !repo.FilesAt.Equal(repo.PushedAt))
}

// listingParts ask for file names.
func (r *graphqlRun) listingParts(ids []string) []part {
	var parts []part
	for chunk := range slices.Chunk(ids, listingsAtOnce) {
		parts = append(parts, r.listingPart(chunk, false))
	}
	return parts
}

// listingPart asks for the file names of some repositories. patient is set if they were
// returned with gaps before: those that still are have none.
func (r *graphqlRun) listingPart(ids []string, patient bool) part {
	return part{
		kind: "Listing", size: len(ids), field: nodesField(ids, "Listing"), patient: patient,
		less: func() []part {
			if len(ids) == 1 {
				return nil
			}
			return []part{r.listingPart(ids[:len(ids)/2], patient), r.listingPart(ids[len(ids)/2:], patient)}
		},
		some: func(nodes []int) part { return r.listingPart(at(ids, nodes), true) },
		read: func(a *answer) error { return r.takeListings(a, ids, patient) },
		miss: func(t problem) error {
			for _, id := range ids {
				r.missFiles(id, t)
			}
			return nil
		},
	}
}

// listedOnly is the reason for missing files of a repository that a list has, but nothing
// else: it was deleted a moment ago, or GitHub's servers differ.
const listedOnly = "GitHub lists it, but does not find it"

// takeListings reads the names of files. A repository with gaps was not answered; if it still
// has them when it is asked for alone, its files are missing.
func (r *graphqlRun) takeListings(a *answer, ids []string, patient bool) error {
	var doubted unansweredNodes
	denied, deep, lost := map[string]string{}, map[string]string{}, map[string]lostFields{} // reasons by ID; deep ones hide some folders
	for i, id := range ids {
		lost[id] = a.lostAt(i)
		if why, hidden := a.hidden(i); hidden {
			denied[id] = why
		}
		deep[id] = a.hiddenBelow(i)
	}
	isPartial := func(id string) bool {
		return deep[id] != "" || lost[id].hasFolders() || lost[id].of("history", "Listing")
	}
	err := readNodes(a, ids, func(id string, node *gqlListing) {
		switch {
		case node == nil:
			r.missFiles(id, problem{why: listedOnly})
		case denied[id] != "" && (node.Root == nil || len(node.Root.Entries) == 0):
			r.missFiles(id, problem{why: denied[id], lasting: true})
		case a.failedAt(slices.Index(ids, id)) != "":
			r.takeRest(id, node, a.failedAt(slices.Index(ids, id)))
		case r.doubts(id, node, isPartial(id)) && patient:
			r.takeRest(id, node, hasGaps)
		case r.doubts(id, node, isPartial(id)):
			doubted = append(doubted, slices.Index(ids, id))
		case node.Root == nil:
			r.takeListing(id, listing{})
		default:
			l := r.listingOf(node)
			l.partial = lost[id].hasFolders()
			r.takeListing(id, l)
			if why := deep[id]; why != "" {
				r.missFiles(id, problem{why: why, lasting: true})
			}
		}
	}, func(id, why string) { r.missFiles(id, problem{why: why, lasting: true}) })
	if nulls, ok := errors.AsType[unansweredNodes](err); ok && len(doubted) > 0 {
		return append(doubted, nulls...)
	} else if err == nil && len(doubted) > 0 {
		return doubted
	}
	return err
}

// takeRest takes what there is of a repository's files, and records that others are missing.
func (r *graphqlRun) takeRest(id string, node *gqlListing, why string) {
	r.missFiles(id, problem{why: why})
	if node.Root != nil && !node.hasGaps() {
		r.takeListing(id, r.listingOf(node))
	}
}

// doubts reports whether the files of a repository cannot be all. isPartial means that there
// is a reason for missing folders.
func (r *graphqlRun) doubts(id string, node *gqlListing, isPartial bool) bool {
	if node.Root == nil {
		return !r.isBare(id)
	}
	return node.hasGaps() || node.isEmpty() && r.hasFiles(id) || !isPartial && (node.lacksFolders() || node.lacksHistory() || r.lacksKnown(r.inRead(id), node))
}

func (r *graphqlRun) takeListing(id string, l listing) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.listings[id] = l
}

func (r *graphqlRun) listingOf(node *gqlListing) listing {
	if node.Root == nil {
		return listing{}
	}
	paths := node.paths()
	return listing{manifests: skill.ManifestPaths(paths, manifestsMost), facts: r.account.catalog().FileFacts(paths), commits: node.History.commits()}
}

// isBare reports whether a repository has no files to read: it is empty, taken down, or has
// no branch, and nothing shows that it has.
func (r *graphqlRun) isBare(id string) bool {
	repo := r.inRead(id)
	isHeadless := func() bool { return repo.DefaultBranch == "" && !r.hasFiles(id) && len(r.reposBefore[id].Facts) == 0 }
	return repo != nil && (repo.Empty || repo.Disabled || isHeadless())
}

// hasFiles reports whether a repository cannot be without files: GitHub counts their
// languages, or they proved something at the same push.
func (r *graphqlRun) hasFiles(id string) bool {
	repo, before := r.inRead(id), r.reposBefore[id]
	return repo != nil && (len(repo.Languages) > 0 || len(before.Facts) > 0 && before.FilesAt.Equal(repo.PushedAt))
}

// contents reads the manifests, and the repositories known only from commits. Their files
// are one step behind, so that others which do not fill a request wait for them.
func (r *graphqlRun) contents(ctx context.Context) error {
	r.joinWorks()
	due, foreign := r.filesParts(), r.foreignDue()
	requests := filesRequests(due)
	if len(foreign) > 0 {
		requests, due = withForeign(append([]part{r.workPart(foreign)}, r.listingParts(foreign)...), requests)
	}
	if err := r.askSideBySide(ctx, requests); err != nil {
		return err
	}
	r.joinWorks()
	if len(foreign) > 0 {
		if err := r.askSideBySide(ctx, filesRequests(append(due, r.filesParts()...))); err != nil {
			return err
		}
	}
	r.setFacts()
	return nil
}

// withForeign adds the parts for repositories known only from commits to requests for files:
// a few share the first one. It returns what is asked now, and the files that wait.
func withForeign(foreign []part, files [][]part) (now [][]part, later []part) {
	if n := len(files); n > 1 {
		files, later = files[:n-1], files[n-1]
	}
	if len(files) == 0 || foreign[0].size > listingsAtOnce {
		return append([][]part{foreign}, files...), later
	}
	files[0] = append(foreign, files[0]...)
	return files, later
}

func (r *graphqlRun) askSideBySide(ctx context.Context, requests [][]part) error {
	group, ctx := errgroup.WithContext(ctx)
	for _, parts := range requests {
		group.Go(func() error { return r.ask(ctx, parts...) })
	}
	return group.Wait()
}

// joinWorks adds other people's repositories to the snapshot.
func (r *graphqlRun) joinWorks() {
	for _, work := range r.works {
		if known := r.repository(work.ID); known == nil {
			r.s.Repositories = append(r.s.Repositories, work)
		} else if !ownedBy(r.s.Login, work.Name) || work.Private {
			keepKnown(&work, *known)
			*known = work
		}
	}
	r.works = nil
	for id, releases := range r.namedReleases {
		if repo := r.repository(id); repo != nil {
			releases.addTo(repo)
		}
	}
	clear(r.namedReleases)
	r.cutDownloads()
}

// cutDownloads records that repositories looked up by name came without their downloads. If
// they did not come at all, namedPart says so.
func (r *graphqlRun) cutDownloads() {
	for _, asked := range slices.Sorted(maps.Keys(r.noDownloads)) {
		t := r.noDownloads[asked]
		name := r.lookedUp[asked]
		i := slices.IndexFunc(r.s.Repositories, func(repo resume.Repository) bool { return strings.EqualFold(repo.Name, name) })
		if i < 0 {
			continue
		}
		repo := &r.s.Repositories[i]
		cut := resume.Cut{Part: resume.CutDownloads, What: "downloads of releases", Names: []string{repo.Name}, Why: t.why, Lasting: t.lasting}
		if before, have := r.repositoryBefore(repo.ID); have && before.Downloads != nil {
			repo.Downloads, cut.Kept = before.Downloads, ageOf(r.before(), resume.CutDownloads)
		}
		r.cuts.add(cut)
	}
	clear(r.noDownloads)
}
