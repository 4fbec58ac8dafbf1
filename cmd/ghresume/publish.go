package main

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/publish"
	"github.com/ghresume/ghresume/resume"
)

// publishOptions are the flags of `ghresume publish`.
type publishOptions struct {
	publish.Options
	git     bool
	profile string
}

func newPublish(env *cli.Env) *cobra.Command {
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
				return cli.UsageError("`ghresume publish --repo OWNER/NAME README.md`", "no file is named")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return publishRun(cmd.Context(), env, &o, args) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.profile, "profile", "p", load.DefaultProfile, "the profile, which says what is private")
	flags.StringVar(&o.Repository, "repo", "", "the repository, OWNER/NAME (default: GITHUB_REPOSITORY)")
	flags.StringVar(&o.Branch, "branch", "", "the branch to commit to, or the base of the pull request (default: the default branch)")
	flags.StringVarP(&o.Message, "message", "m", publish.DefaultMessage, "the message of the commit")
	flags.BoolVar(&o.PullRequest, "pull-request", false, "keep one pull request open instead of committing to the branch")
	flags.BoolVar(&o.git, "git", false, "commit and push with your own git instead of the API")
	flags.BoolVarP(&o.Verbose, "verbose", "v", false, "print a line for each request")
	addTimeout(flags, &o.Timeout, 5*time.Minute)
	return cmd
}

func publishRun(ctx context.Context, env *cli.Env, o *publishOptions, files []string) error {
	var err error
	if o.Private, err = privateFiles(o.profile, files); err != nil {
		return err
	}
	if o.git {
		return publishWithGit(ctx, env, o, files)
	}
	local := map[string][]byte{}
	var paths []string
	for _, file := range files {
		path, err := publish.RepositoryPath(file)
		if err != nil {
			return err
		}
		if local[path], err = cli.ReadNamed(file, cli.MostMade, hint.Hint("`ghresume generate -o "+file+"` writes it")); err != nil {
			return err
		}
		paths = append(paths, path)
	}
	out, _, err := o.Publish(ctx, env, paths, func(path string, old []byte) ([]byte, error) {
		return publish.Transplanted(path, local[path], old)
	})
	if err != nil {
		return err
	}
	publish.Report(env, out)
	return nil
}

// privateFiles returns the files that the profile keeps out of public repositories.
func privateFiles(profile string, files []string) ([]string, error) {
	data, err := cli.ReadNamed(profile, cli.MostWritten, "name the profile with "+hint.Profile)
	if errors.Is(err, fs.ErrNotExist) && profile == load.DefaultProfile {
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
