// Package publish commits files to a repository on GitHub.
package publish

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/markers"
	"github.com/ghresume/ghresume/render"
)

// Options says what to commit, and where to.
type Options struct {
	Repository  string
	Branch      string
	Message     string
	PullRequest bool
	Verbose     bool
	Timeout     time.Duration
	// Sources are the action's, and commit is where they come from
	Sources []ghsync.Source
	Commit  string
	// Inputs must equal the files of origin
	Inputs []ghsync.Source
	Origin string
	// Private are files that must not get into a public repository.
	Private []string
}

// DefaultMessage is the commit message if none is given.
const DefaultMessage = "Refresh the resume"

// Publish commits the files through the API.
func (o *Options) Publish(ctx context.Context, env *cli.Env, paths []string, render func(path string, old []byte) ([]byte, error)) (*ghsync.Published, ghsync.Usage, error) {
	repository := cmp.Or(o.Repository, env.Env("GITHUB_REPOSITORY"))
	if repository == "" {
		return nil, ghsync.Usage{}, cli.UsageError("name one with "+hint.Repository, "no repository is named")
	}
	if owner, name, ok := strings.Cut(repository, "/"); !ok || owner == "" || name == "" || strings.Contains(name, "/") {
		return nil, ghsync.Usage{}, cli.UsageError("name it with "+hint.Repository, "%q is not a repository", repository)
	}
	f := load.Fetching{Verbose: o.Verbose, Timeout: o.Timeout}
	client, err := f.Client(env)
	if err != nil {
		return nil, ghsync.Usage{}, err
	}
	out, err := client.Publish(ctx, ghsync.Publishing{
		Repository: repository, Branch: o.Branch, Message: cmp.Or(o.Message, DefaultMessage), PullRequest: o.PullRequest, Paths: paths, Render: render,
		Private: o.Private, Sources: o.Sources, Commit: o.Commit, Inputs: o.Inputs, Origin: o.Origin,
	})
	usage := client.Usage()
	if o.Verbose {
		fmt.Fprintf(env.Stderr, "%s\n", english.Count(usage.REST+usage.GraphQL, "request"))
	}
	return out, usage, err
}

// RepositoryPath returns a file's path in the repository; it must be below the current
// folder.
func RepositoryPath(file string) (string, error) {
	path := filepath.ToSlash(filepath.Clean(file))
	if !filepath.IsLocal(file) || path == "." {
		return "", cli.UsageError("run it in the repository's root, and name files in it", "%s is not inside the current folder", file)
	}
	return path, nil
}

// Transplanted returns the new content of a file; in Markdown with markers, only the
// blocks change.
func Transplanted(path string, local, old []byte) ([]byte, error) {
	if !render.IsMarkdown(path) || old == nil || !render.HasMarkers(local) {
		return local, nil
	}
	if !render.HasMarkers(old) {
		return nil, cli.UsageError("push the file with its markers first, or use "+hint.Git, "%s on the branch has no %s … %s, and is not replaced", path, render.StartMarker, render.EndMarker)
	}
	data, err := markers.Transplant(path, local, old)
	return data, cli.AsUsage(err)
}

// Report says on stderr what was committed or proposed.
func Report(env *cli.Env, out *ghsync.Published) {
	paths, pictures := WithoutPictures(out.Paths())
	names := strings.Join(paths, ", ")
	switch {
	case len(out.Newer) > 0:
		fmt.Fprintf(env.Stderr, "ghresume: %s on %s is newer than in this checkout; nothing was committed\n", strings.Join(out.Newer, ", "), out.Branch)
	case out.ClosedURL != "":
		fmt.Fprintf(env.Stderr, "ghresume: nothing differs from %s; closed %s\n", out.Branch, out.ClosedURL)
	case len(out.Changed) == 0 && out.PullRequestURL != "":
		fmt.Fprintf(env.Stderr, "ghresume: nothing differs from %s; the pull request stays open, since others have changed it: %s\n", out.Branch, out.PullRequestURL)
	case len(out.Changed) == 0:
		fmt.Fprintf(env.Stderr, "ghresume: nothing differs from %s\n", out.Branch)
	case out.Opened:
		fmt.Fprintf(env.Stderr, "ghresume: proposed %s: %s%s\n", names, out.PullRequestURL, pictures)
	case out.PullRequestURL != "" && out.Commit != "":
		fmt.Fprintf(env.Stderr, "ghresume: updated the pull request for %s: %s%s\n", names, out.PullRequestURL, pictures)
	case out.PullRequestURL != "":
		fmt.Fprintf(env.Stderr, "ghresume: still proposed, nothing new: %s: %s%s\n", names, out.PullRequestURL, pictures)
	default:
		fmt.Fprintf(env.Stderr, "ghresume: committed %s to %s: %s%s\n", names, out.Branch, cmp.Or(out.CommitURL, out.Commit), pictures)
	}
}

// WithoutPictures returns the names of the files except pictures that belong to a text
// among them, and how many pictures were left out, in words.
func WithoutPictures(paths []string) (names []string, pictures string) {
	if !slices.ContainsFunc(paths, render.IsMarkdown) {
		return paths, ""
	}
	names = slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return filepath.Ext(p) == ".svg" })
	if n := len(paths) - len(names); n > 0 {
		pictures = fmt.Sprintf(" (with %s)", english.Count(n, "picture"))
	}
	return names, pictures
}
