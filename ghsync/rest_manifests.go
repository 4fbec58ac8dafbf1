package ghsync

import (
	"context"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

const (
	restListings = 5 // repositories whose files are read without a token
	restFiles    = 3 // files read of each
)

// manifests reads the files that prove skills, for the few top repositories and with the
// rest of the budget: a listing and a few files each.
func (r *restRun) manifests(ctx context.Context, s *resume.Snapshot) error {
	due := r.filesToRead(s)
	files, listed := make([][]*manifestFile, len(due)), make([][]skill.Fact, len(due))
	indexes := make([]int, len(due))
	for i := range due {
		indexes[i] = i
	}
	room := r.left() / (1 + restFiles)
	if r.old != nil && len(due) > room { // the next read continues
		r.cuts.add(resume.Cut{Part: resume.CutDetails, What: "files of some repositories", Why: anonymous})
	}
	err := each(ctx, r, "files", itemsOf(indexes, func(i int) string { return due[i].Name }), room, func(ctx context.Context, i int) (err error) {
		files[i], listed[i], err = r.list(ctx, due[i])
		return err
	})
	if err != nil {
		return err
	}
	err = each(ctx, r, "files", itemsOf(slices.Concat(files...), func(f *manifestFile) string { return f.owner + "/" + f.repo }), r.left(), r.readFile)
	for i, repo := range due {
		whole, facts := listed[i] != nil, listed[i]
		for _, file := range files[i] {
			facts = append(facts, file.facts...)
			whole = whole && file.read
		}
		if whole {
			repo.Facts, repo.FilesAt = facts, repo.PushedAt
		} else if repo.Facts == nil {
			repo.Facts = facts
		}
	}
	r.noteUnread(s)
	return err
}

// filesToRead returns the repositories whose files are due: those that files made earlier show
// with technologies, else these would be lost because others have more stars now; then the
// most relevant ones.
func (r *restRun) filesToRead(s *resume.Snapshot) []*resume.Repository {
	due := r.due(s, "files", restListings, filesDue)
	if r.before() != nil {
		return amongFirst(due, byRelevance(s, r.account.Include))
	}
	var shown []*resume.Repository
	for _, name := range r.account.Shown {
		i := slices.IndexFunc(due, func(repo *resume.Repository) bool { return strings.EqualFold(repo.Name, name) })
		if i >= 0 && len(shown) < restListings {
			shown = append(shown, due[i])
			due = slices.Delete(due, i, i+1)
		}
	}
	rest := amongFirst(due, byRelevance(s, r.account.Include))
	return append(shown, rest[:min(len(rest), restListings-len(shown))]...)
}

// amongFirst returns those that are among the most relevant repositories.
func amongFirst(due, relevant []*resume.Repository) []*resume.Repository {
	first := relevant[:min(restListings, len(relevant))]
	return slices.DeleteFunc(due, func(repo *resume.Repository) bool {
		return !slices.ContainsFunc(first, func(r *resume.Repository) bool { return r.Name == repo.Name })
	})
}

// noteUnread records of how many repositories the files were not read.
func (r *restRun) noteUnread(s *resume.Snapshot) {
	unread := -r.stillRefused("files")
	for _, repo := range byRelevance(s, r.account.Include) {
		if filesDue(repo) && !r.refused.has("files", repo.Name) {
			unread++
		}
	}
	if unread > 0 {
		r.cuts.add(resume.Cut{Part: resume.CutFiles, What: "files of " + english.Count(unread, "repository"), Why: anonymous, Count: unread})
	}
}

// manifestFile is a file to read, with its facts.
type manifestFile struct {
	owner, repo, path string
	facts             []skill.Fact
	read              bool
}

// list returns the manifests of a repository, the most informative first, and the facts
// proved by the existence of files; facts is not nil if the listing was returned.
func (r *restRun) list(ctx context.Context, repo *resume.Repository) (files []*manifestFile, facts []skill.Fact, err error) {
	owner, name, _ := strings.Cut(repo.Name, "/")
	tree, _, err := r.rest.Git.GetTree(ctx, owner, name, "HEAD", true)
	if isStatus(err, 409) { // empty after all
		return nil, []skill.Fact{}, nil
	} else if err != nil {
		return nil, nil, err
	} else if tree.Entries == nil {
		return nil, nil, incomplete("a list of files came back without anything")
	}
	var listing []string
	for _, e := range tree.Entries {
		if e.GetType() == "blob" && nearRoot(e.GetPath()) {
			listing = append(listing, e.GetPath())
		}
	}
	for _, path := range skill.ManifestPaths(listing, restFiles) {
		files = append(files, &manifestFile{owner: owner, repo: name, path: path})
	}
	return files, append([]skill.Fact{}, r.account.catalog().FileFacts(listing)...), nil
}

// nearRoot reports whether the GraphQL path would look at a file, too.
func nearRoot(path string) bool {
	folder, _, _ := strings.Cut(path, "/")
	return strings.Count(path, "/") <= 1 || strings.HasPrefix(path, ".github/workflows/") ||
		strings.Count(path, "/") == 2 && slices.Contains(deepFolders, folder) ||
		strings.Count(path, "/") == 3 && slices.Contains(infraFolders, folder)
}

func (r *restRun) readFile(ctx context.Context, f *manifestFile) error {
	file, folder, _, err := r.rest.Repositories.GetContents(ctx, f.owner, f.repo, f.path, nil)
	switch {
	case err != nil:
		return err
	case len(folder) == 0 && (file == nil || file.Type == nil && file.Content == nil):
		return incomplete("a file came back without anything")
	case file == nil: // a link to a folder
		f.read = true
		return nil
	}
	f.read = true
	if text, err := file.GetContent(); err == nil { // what cannot be decoded proves nothing
		f.facts = skill.ReadManifest(f.path, []byte(text))
	}
	return nil
}
