package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/action"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/markers"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
)

// publishOptions are the flags of `ghresume publish`.
type publishOptions struct {
	repository  string
	branch      string
	message     string
	pullRequest bool
	git         bool
	verbose     bool
	// sources are the action's, and commit is where they come from
	sources []ghsync.Source
	commit  string
	// inputs must equal the files of origin
	inputs  []ghsync.Source
	origin  string
	timeout time.Duration
	// private are files that must not get into a public repository.
	private []string
	profile string
}

const defaultMessage = "Refresh the resume"

func newPublish(w *cli) *cobra.Command {
	var o publishOptions
	cmd := &cobra.Command{
		Use:   "publish FILE...",
		Short: "Commit generated files to a repository on GitHub",
		Long: `Commit generated files to a repository on GitHub, if they differ.

It makes one commit through the API, which shows as Verified, and only if the branch
has not moved since it was compared. In a Markdown file on the branch, only the blocks
between the markers are replaced. --git commits and pushes with your own git instead.`,
		Example: `  ghresume publish --repo ada/ada README.md
  ghresume publish --repo ada/ada --pull-request README.md resume.pdf
  ghresume publish --git README.md`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError("`ghresume publish --repo OWNER/NAME README.md`", "no file is named")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return publishRun(cmd.Context(), w, &o, args) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.profile, "profile", "p", defaultProfile, "the profile, which says what is private")
	flags.StringVar(&o.repository, "repo", "", "the repository, OWNER/NAME (default: GITHUB_REPOSITORY)")
	flags.StringVar(&o.branch, "branch", "", "the branch to commit to, or the base of the pull request (default: the default branch)")
	flags.StringVarP(&o.message, "message", "m", defaultMessage, "the message of the commit")
	flags.BoolVar(&o.pullRequest, "pull-request", false, "keep one pull request open instead of committing to the branch")
	flags.BoolVar(&o.git, "git", false, "commit and push with your own git instead of the API")
	flags.BoolVarP(&o.verbose, "verbose", "v", false, "print a line for each request")
	addTimeout(flags, &o.timeout, 5*time.Minute)
	return cmd
}

func publishRun(ctx context.Context, w *cli, o *publishOptions, files []string) error {
	var err error
	if o.private, err = privateFiles(o.profile, files); err != nil {
		return err
	}
	if o.git {
		return publishWithGit(ctx, w, o, files)
	}
	local := map[string][]byte{}
	var paths []string
	for _, file := range files {
		path, err := repositoryPath(file)
		if err != nil {
			return err
		}
		if local[path], err = readNamed(file, mostMade, hint.Hint("`ghresume generate -o "+file+"` writes it")); err != nil {
			return err
		}
		paths = append(paths, path)
	}
	out, _, err := o.publish(ctx, w, paths, func(path string, old []byte) ([]byte, error) {
		return transplanted(path, local[path], old)
	})
	if err != nil {
		return err
	}
	reportPublished(w, out)
	return nil
}

// privateFiles returns the files that the profile keeps out of public repositories.
func privateFiles(profile string, files []string) ([]string, error) {
	data, err := readNamed(profile, mostWritten, "name the profile with "+hint.Profile)
	if errors.Is(err, fs.ErrNotExist) && profile == defaultProfile {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p, err := resume.ParseProfile(profile, data)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, file := range files {
		file = filepath.ToSlash(filepath.Clean(file))
		elsewhere := slices.ContainsFunc(p.Outputs, func(o resume.Output) bool { // by --output-dir
			return strings.HasSuffix(file, "/"+o.File) && p.Output(o.File).Privacy == resume.Private
		})
		recorded := slices.Contains(strings.Split(path.Dir(file), "/"), applications)
		if (elsewhere || recorded || p.Output(file).Privacy == resume.Private) && !p.Privacy.Commit {
			out = append(out, file)
		}
	}
	return out, nil
}

// publish commits the files through the API.
func (o *publishOptions) publish(ctx context.Context, w *cli, paths []string, render func(path string, old []byte) ([]byte, error)) (*ghsync.Published, ghsync.Usage, error) {
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
