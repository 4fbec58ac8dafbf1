package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/action"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/markers"
	"github.com/ghresume/ghresume/render"
)

// publishing says what to commit, and where to.
type publishing struct {
	repository  string
	branch      string
	message     string
	pullRequest bool
	verbose     bool
	timeout     time.Duration
	// sources are the action's, and commit is where they come from
	sources []ghsync.Source
	commit  string
	// inputs must equal the files of origin
	inputs []ghsync.Source
	origin string
	// private are files that must not get into a public repository.
	private []string
}

const defaultMessage = "Refresh the resume"

// publish commits the files through the API.
func (o *publishing) publish(ctx context.Context, w *cli, paths []string, render func(path string, old []byte) ([]byte, error)) (*ghsync.Published, ghsync.Usage, error) {
	repository := cmp.Or(o.repository, w.env("GITHUB_REPOSITORY"))
	if repository == "" {
		return nil, ghsync.Usage{}, usageError("name one with "+hint.Repository, "no repository is named")
	}
	if owner, name, ok := strings.Cut(repository, "/"); !ok || owner == "" || name == "" || strings.Contains(name, "/") {
		return nil, ghsync.Usage{}, usageError("name it with "+hint.Repository, "%q is not a repository", repository)
	}
	f := fetching{verbose: o.verbose, timeout: o.timeout}
	client, err := f.client(w)
	if err != nil {
		return nil, ghsync.Usage{}, err
	}
	out, err := client.Publish(ctx, ghsync.Publishing{
		Repository: repository, Branch: o.branch, Message: cmp.Or(o.message, defaultMessage), PullRequest: o.pullRequest, Paths: paths, Render: render,
		Private: o.private, Sources: o.sources, Commit: o.commit, Inputs: o.inputs, Origin: o.origin,
	})
	usage := client.Usage()
	if o.verbose {
		fmt.Fprintf(w.stderr, "%s\n", english.Count(usage.REST+usage.GraphQL, "request"))
	}
	return out, usage, err
}

// repositoryPath returns a file's path in the repository; it must be below the current
// folder.
func repositoryPath(file string) (string, error) {
	path := filepath.ToSlash(filepath.Clean(file))
	if !filepath.IsLocal(file) || path == "." {
		return "", usageError("run it in the repository's root, and name files in it", "%s is not inside the current folder", file)
	}
	return path, nil
}

// transplanted returns the new content of a file: of Markdown with markers, only the
// blocks change.
func transplanted(path string, local, old []byte) ([]byte, error) {
	if !render.IsMarkdown(path) || old == nil || !render.HasMarkers(local) {
		return local, nil
	}
	if !render.HasMarkers(old) {
		return nil, usageError("push the file with its markers first, or use "+hint.Git, "%s on the branch has no %s … %s, and is not replaced", path, render.StartMarker, render.EndMarker)
	}
	data, err := markers.Transplant(path, local, old)
	return data, asUsage(err)
}

func reportPublished(w *cli, out *ghsync.Published) {
	paths, pictures := action.WithoutPictures(out.Paths())
	names := strings.Join(paths, ", ")
	switch {
	case len(out.Newer) > 0:
		fmt.Fprintf(w.stderr, "ghresume: %s on %s is newer than in this checkout; nothing was committed\n", strings.Join(out.Newer, ", "), out.Branch)
	case out.ClosedURL != "":
		fmt.Fprintf(w.stderr, "ghresume: nothing differs from %s; closed %s\n", out.Branch, out.ClosedURL)
	case len(out.Changed) == 0 && out.PullRequestURL != "":
		fmt.Fprintf(w.stderr, "ghresume: nothing differs from %s; the pull request stays open, since others have changed it: %s\n", out.Branch, out.PullRequestURL)
	case len(out.Changed) == 0:
		fmt.Fprintf(w.stderr, "ghresume: nothing differs from %s\n", out.Branch)
	case out.Opened:
		fmt.Fprintf(w.stderr, "ghresume: proposed %s: %s%s\n", names, out.PullRequestURL, pictures)
	case out.PullRequestURL != "" && out.Commit != "":
		fmt.Fprintf(w.stderr, "ghresume: updated the pull request for %s: %s%s\n", names, out.PullRequestURL, pictures)
	case out.PullRequestURL != "":
		fmt.Fprintf(w.stderr, "ghresume: still proposed, nothing new: %s: %s%s\n", names, out.PullRequestURL, pictures)
	default:
		fmt.Fprintf(w.stderr, "ghresume: committed %s to %s: %s%s\n", names, out.Branch, cmp.Or(out.CommitURL, out.Commit), pictures)
	}
}
