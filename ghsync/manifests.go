package ghsync

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

const (
	manifestRepos = 50  // repositories whose files are read
	manifestsMost = 24  // files read of one repository
	filesAtOnce   = 200 // files in one request

	listingsAtOnce = 25 // repositories in one part of a request
)

// gqlListing is the fragment Listing.
type gqlListing struct {
	ID                                                string
	Root, Workflows, Services, Packages, Apps, Crates gqlTree
}

type gqlTree struct {
	Entries []struct {
		Name, Type string
		Object     struct {
			Entries []struct{ Name, Type string }
		}
	}
}

// listing is what the names of a repository's files say.
type listing struct {
	manifests []string     // whose text is worth reading
	facts     []skill.Fact // that files prove by being there
}

// paths are the files of all the folders listed.
func (l *gqlListing) paths() []string {
	all := map[string]bool{}
	l.Root.addTo(all, "")
	l.Workflows.addTo(all, ".github/workflows/")
	l.Services.addTo(all, "services/")
	l.Packages.addTo(all, "packages/")
	l.Apps.addTo(all, "apps/")
	l.Crates.addTo(all, "crates/")
	return slices.Sorted(maps.Keys(all))
}

// addTo notes the files of a folder and of those below it.
func (t *gqlTree) addTo(all map[string]bool, folder string) {
	for _, e := range t.Entries {
		if e.Type == "blob" {
			all[folder+e.Name] = true
		}
		for _, below := range e.Object.Entries {
			if below.Type == "blob" {
				all[folder+e.Name+"/"+below.Name] = true
			}
		}
	}
}

// listingParts ask which files there are in the repositories that matter and
// whose files were not read since the last push.
func (r *graphqlRun) listingParts() []part {
	ids := r.worksDue()
	own := shown(r.s, r.account.Include)
	for _, repo := range own[:max(0, min(len(own), manifestRepos-len(ids)))] {
		if repo.Facts == nil && !repo.Empty && r.due(repo) {
			ids = append(ids, repo.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	read := func(raw json.RawMessage) error {
		var nodes []*gqlListing
		if err := json.Unmarshal(raw, &nodes); err != nil {
			return err
		}
		r.mu.Lock()
		defer r.mu.Unlock()
		for _, node := range nodes {
			if node != nil {
				paths := node.paths()
				r.listings[node.ID] = listing{skill.ManifestPaths(paths, manifestsMost), r.account.catalogue().FileFacts(paths)}
			}
		}
		return nil
	}
	var parts []part
	for chunk := range slices.Chunk(ids, listingsAtOnce) {
		parts = append(parts, part{field: nodesField(chunk, "Listing"), read: read})
	}
	return parts
}

// due tells whether a repository may hold news: always in a full read, in a
// refresh when it is on the newest page.
func (r *graphqlRun) due(repo *resume.Repository) bool {
	_, fresh := r.repos[repo.ID]
	return r.old == nil || fresh
}

// contents reads the manifests, and the repositories that only commits told of.
func (r *graphqlRun) contents(ctx context.Context) error {
	r.s.Repositories = append(r.s.Repositories, r.works...)
	r.works = nil
	var requests [][]part
	if ids := r.foreignDue(); len(ids) > 0 {
		requests = append(requests, []part{nodesPart(ids, "Repo", r.takeWork)})
	}
	files := filesAtOnce // so that the first repository starts a request, or joins the one above
	if len(requests) > 0 {
		files = 0
	}
	for i := range r.s.Repositories {
		repo := &r.s.Repositories[i]
		listed, ok := r.listings[repo.ID]
		if !ok {
			continue
		}
		repo.Facts = listed.facts
		if len(listed.manifests) == 0 {
			continue
		}
		if files += len(listed.manifests); files > filesAtOnce || len(requests) == 0 {
			requests, files = append(requests, nil), len(listed.manifests)
		}
		requests[len(requests)-1] = append(requests[len(requests)-1], filesPart(repo, listed.manifests))
	}
	group, inner := errgroup.WithContext(ctx)
	for _, parts := range requests {
		group.Go(func() error { return r.together(inner, parts...) })
	}
	err := group.Wait()
	r.s.Repositories = append(r.s.Repositories, r.works...)
	return err
}

// foreignDue are the organizations' repositories that the person committed to
// without a pull request.
func (r *graphqlRun) foreignDue() []string {
	known := map[string]bool{}
	for _, repo := range r.s.Repositories {
		known[repo.ID] = true
	}
	for _, work := range r.s.Contributions {
		known[work.ID] = true
	}
	var due []*gqlRepo
	for _, node := range r.foreign {
		if !known[node.ID] {
			due = append(due, node)
		}
	}
	slices.SortFunc(due, func(a, b *gqlRepo) int {
		if n := *r.commits[b.ID] - *r.commits[a.ID]; n != 0 {
			return n
		}
		return compareNames(a.NameWithOwner, b.NameWithOwner)
	})
	var ids []string
	for _, node := range due[:min(len(due), worksMax)] {
		ids = append(ids, node.ID)
	}
	return ids
}

// filesPart reads manifests of one repository into its facts.
func filesPart(repo *resume.Repository, paths []string) part {
	return part{field: filesField(repo.ID, paths), read: func(raw json.RawMessage) error {
		var files map[string]*struct {
			Text        string
			IsTruncated bool
		}
		if err := json.Unmarshal(raw, &files); err != nil {
			return err
		}
		for i, path := range paths {
			if file := files[fmt.Sprintf("f%d", i)]; file != nil && !file.IsTruncated {
				repo.Facts = append(repo.Facts, skill.ReadManifest(path, []byte(file.Text))...)
			}
		}
		return nil
	}}
}

// setCommits writes the commits of each year's sum to the repositories.
func (r *graphqlRun) setCommits() {
	for i := range r.s.Repositories {
		if n := r.commits[r.s.Repositories[i].ID]; n != nil {
			r.s.Repositories[i].OwnCommits = n
		}
	}
}
