package ghsync

import (
	"context"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

const (
	restListings = 5 // repositories whose files are read without a token
	restFiles    = 3 // files read of each
)

// manifests reads the files that prove skills, of the few repositories at the
// top, with what is left of the budget: a listing and a few files each.
func (r *restRun) manifests(ctx context.Context, s *resume.Snapshot) error {
	var due []*resume.Repository
	for i, repo := range shown(s, r.account.Include) {
		if i < restListings && repo.Facts == nil && !repo.Empty {
			due = append(due, repo)
		}
	}
	files := make([][]*manifestFile, len(due))
	indexes := make([]int, len(due))
	for i := range due {
		indexes[i] = i
	}
	err := each(ctx, r, indexes, r.left()/(1+restFiles), func(ctx context.Context, i int) (err error) {
		files[i], err = r.list(ctx, due[i])
		return err
	})
	if err != nil {
		return err
	}
	err = each(ctx, r, slices.Concat(files...), r.left(), r.readFile)
	for i, repo := range due {
		for _, file := range files[i] {
			repo.Facts = append(repo.Facts, file.facts...)
		}
	}
	return err
}

// manifestFile is one file that is to be read, and what it says.
type manifestFile struct {
	owner, repo, path string
	facts             []skill.Fact
}

// list finds the manifests of a repository, the most telling first.
func (r *restRun) list(ctx context.Context, repo *resume.Repository) ([]*manifestFile, error) {
	owner, name, _ := strings.Cut(repo.Name, "/")
	tree, _, err := r.rest.Git.GetTree(ctx, owner, name, "HEAD", true)
	if isStatus(err, 409) { // empty after all
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	var listing []string
	for _, e := range tree.Entries {
		if e.GetType() == "blob" && nearRoot(e.GetPath()) {
			listing = append(listing, e.GetPath())
		}
	}
	repo.Facts = r.account.catalogue().FileFacts(listing)
	var out []*manifestFile
	for _, path := range skill.ManifestPaths(listing, restFiles) {
		out = append(out, &manifestFile{owner: owner, repo: name, path: path})
	}
	return out, nil
}

// nearRoot is what the GraphQL path looks at too.
func nearRoot(path string) bool {
	folder, _, _ := strings.Cut(path, "/")
	return strings.Count(path, "/") <= 1 || strings.HasPrefix(path, ".github/workflows/") ||
		strings.Count(path, "/") == 2 && slices.Contains([]string{"services", "packages", "apps", "crates"}, folder)
}

func (r *restRun) readFile(ctx context.Context, f *manifestFile) error {
	file, _, _, err := r.rest.Repositories.GetContents(ctx, f.owner, f.repo, f.path, nil)
	if err != nil || file == nil {
		return err
	}
	if text, err := file.GetContent(); err == nil { // what cannot be decoded proves nothing
		f.facts = skill.ReadManifest(f.path, []byte(text))
	}
	return nil
}
