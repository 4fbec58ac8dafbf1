package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/resume"
)

// maxPushes is the number of attempts if others push at the same time.
const maxPushes = 3

// publishWithGit commits the files and pushes them. If the push fails for good, it undoes
// the commit and keeps the files.
func publishWithGit(ctx context.Context, env *cli.Env, o *publishOptions, files []string) error {
	if o.PullRequest || o.Repository != "" {
		return cli.UsageError("push to the remote of the folder, or leave out "+hint.Git, "--git cannot be combined with --pull-request or --repo")
	}
	if err := canPush(ctx, o.Branch); err != nil {
		return err
	}
	if err := o.mayPushPrivate(ctx, env); err != nil {
		return err
	}
	if _, err := git(ctx, append([]string{"add", "--"}, files...)...); err != nil {
		return cli.Failed(err, "")
	}
	if _, err := git(ctx, append([]string{"diff", "--cached", "--quiet", "--"}, files...)...); err == nil {
		fmt.Fprintln(env.Stderr, "ghresume: nothing differs from the last commit")
		return nil
	}
	if _, err := git(ctx, append([]string{"commit", "--quiet", "-m", o.Message, "--"}, files...)...); err != nil {
		return cli.Failed(err, "set user.name and user.email of git")
	}
	ours, err := topCommit(ctx)
	if err != nil {
		return cli.Failed(err, "")
	}
	if err := push(ctx, o.Branch); err != nil {
		return cli.Failed(errors.Join(err, undoCommit(ctx, ours)), "the commit was undone, and the files are unchanged; check that you may push")
	}
	fmt.Fprintf(env.Stderr, "ghresume: committed and pushed %s\n", strings.Join(files, ", "))
	return nil
}

// mayPushPrivate refuses private files unless GitHub reports the repository of the remote
// as private: git does not know.
func (o *publishOptions) mayPushPrivate(ctx context.Context, env *cli.Env) error {
	if len(o.Private) == 0 {
		return nil
	}
	if address, err := git(ctx, "remote", "get-url", "origin"); err == nil {
		f := load.Fetching{Timeout: o.Timeout}
		client, err := f.Client(env)
		if _, name, nameErr := resume.ParseRepository(address); err == nil && nameErr == nil {
			if activity, err := client.Activity(ctx, name); err == nil && activity.Private {
				return nil
			}
		}
	}
	return cli.UsageError("publish a public version, with privacy = \"public\" in its [[outputs]], or allow it: commit = true in [privacy]",
		"%s: private, and the repository is not known to be private: nothing was committed", strings.Join(o.Private, ", "))
}

// canPush checks for anything that would prevent the push, before anything is changed.
func canPush(ctx context.Context, branch string) error {
	if _, err := git(ctx, "rev-parse", "--git-dir"); err != nil {
		return cli.Failed(err, "run it in a clone of your repository, or leave out "+hint.Git)
	}
	if _, err := git(ctx, "rev-parse", "--verify", "HEAD"); err != nil {
		return cli.Failed(err, "run it in a repository with at least one commit")
	}
	if _, err := git(ctx, "symbolic-ref", "--quiet", "HEAD"); err != nil && branch == "" {
		return cli.Failed(errors.New("HEAD is detached: a commit or a tag is checked out, not a branch"), "name the branch to push to with "+hint.Branch)
	}
	return nil
}

// topCommit returns what a rebase preserves of the last commit: its author, time and
// message.
func topCommit(ctx context.Context) (string, error) {
	return git(ctx, "log", "-1", "--format=%an %ae %at%n%B")
}

// undoCommit undoes our commit if it is on top. A rebase drops it if others have made the
// same change.
func undoCommit(ctx context.Context, ours string) error {
	top, err := topCommit(ctx)
	if err != nil || top != ours {
		return err
	}
	_, err = git(ctx, "reset", "--quiet", "--soft", "HEAD~1")
	return err
}

// push pushes, and rebases onto what others have pushed meanwhile.
func push(ctx context.Context, branch string) error {
	args := []string{"push", "--quiet"}
	pull := []string{"pull", "--quiet", "--rebase", "--autostash"}
	if branch != "" {
		args, pull = append(args, "origin", "HEAD:refs/heads/"+branch), append(pull, "origin", branch)
	}
	for try := 1; ; try++ {
		_, err := git(ctx, args...)
		if err == nil || try == maxPushes {
			return err
		}
		if _, pull := git(ctx, pull...); pull != nil {
			_, _ = git(ctx, "rebase", "--abort") // there may be none
			return err
		}
	}
}
