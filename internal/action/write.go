package action

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/internal/publish"
	"github.com/ghresume/ghresume/render"
)

// render makes every file, based on what the job's folder holds now.
func (a *job) render() ([]atomicfile.File, error) {
	return produce.PrintEach(a.outputs(), func(path, owner string) ([]byte, error) {
		var old []byte
		var err error
		if !a.inputs.Elsewhere {
			if _, old, err = atomicfile.Read(path); err != nil {
				return nil, err
			}
		}
		a.prints[path] = a.prints[owner]
		if produce.IsPicture(path) && owner == path && !a.inputs.Elsewhere {
			produce.NotePages(a.prints[path], path)
		}
		data, err := produce.PrintFile(a.env, a.prints[path], render.Output{Path: path, Old: old})
		if err == nil && render.IsMarkdown(path) {
			a.Entries[path] = Changes(old, data)
		}
		return data, err
	})
}

// write commits the files, or only writes them if the input `commit` is off. They are
// complete on disk before the commit is requested from GitHub.
func (a *job) write(ctx context.Context, files []atomicfile.File) error {
	if a.inputs.Elsewhere {
		return a.publish(ctx, files)
	}
	if err := produce.RefuseGapsOf(a.data, cli.Host(a.env), files); err != nil {
		return produce.Refusing(&a.inputs.request.Fetching, a.env, a.data, err)
	}
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.Path), 0o755); err != nil {
			return cli.Failed(err, "")
		}
	}
	ready, err := atomicfile.Prepare(files...)
	if err != nil {
		return err
	}
	defer ready.Discard()
	if !a.inputs.Commit {
		a.Files = ready.Changed
		a.askActivity(ctx)
		if err := ready.Commit(); err != nil {
			return err
		}
		cli.ReportWritten(a.env, cli.PathsOf(files), ready.Changed)
		return nil
	}
	if err := a.publish(ctx, files); err != nil || len(a.Published.Newer) > 0 {
		return err
	}
	if err := ready.Commit(); err != nil {
		return cli.Failed(fmt.Errorf("the branch is up to date, but the job's folder is not: %w", err), "later steps see the old files")
	}
	return nil
}

// isOwnBranch reports whether the branch is known to have had the job's sources: the job
// runs on it or on a tag. Any other branch may have older copies.
func (a *job) isOwnBranch() bool {
	return !a.inputs.Elsewhere || ReadEvent(a.env.Env).IsTag()
}

// askActivity reads the last push, which tells when GitHub will disable a schedule that
// never commits.
func (a *job) askActivity(ctx context.Context) {
	repository := a.env.Env("GITHUB_REPOSITORY")
	if a.env.Env("GITHUB_EVENT_NAME") != "schedule" || repository == "" || cli.Token(a.env) == "" {
		return
	}
	client, err := a.inputs.request.Client(a.env)
	if err != nil {
		return
	}
	activity, err := client.Activity(ctx, repository)
	a.Usage.Add(client.Usage())
	if err == nil && !activity.Private { // optional: the resume is already written
		a.Pushed = activity.PushedAt
	}
}

// publish commits what differs from the branch. Every file is based on the branch's
// version at that moment.
func (a *job) publish(ctx context.Context, files []atomicfile.File) error {
	prints := map[string]*render.Print{}
	paths := make([]string, len(files))
	for i, f := range files {
		var err error
		if paths[i], err = publish.RepositoryPath(f.Path); err != nil {
			return err
		}
		prints[paths[i]] = a.prints[f.Path]
	}
	o := publish.Options{Branch: a.inputs.Branch, Message: cmp.Or(a.inputs.Message, publish.DefaultMessage), PullRequest: a.inputs.PullRequest, Private: a.private()}
	o.Origin, o.Inputs = ReadEvent(a.env.Env).Origin(a.inputs.Branch), readSources(a.sources())
	if len(a.borrowed) == 0 && a.isOwnBranch() {
		o.Sources, o.Commit = readSources(a.sources()), a.env.Env("GITHUB_SHA")
	}
	published, usage, err := o.Publish(ctx, a.env, paths, func(path string, old []byte) ([]byte, error) {
		file, err := prints[path].File(render.Output{Path: path, Old: old})
		if err != nil {
			return nil, produce.PrintError(err)
		}
		return file.Data, produce.Refusing(&a.inputs.request.Fetching, a.env, a.data, produce.RefuseGaps(a.data, cli.Host(a.env), path, old, file.Data))
	})
	a.Usage.Add(usage)
	if err != nil {
		return err
	}
	a.Published, a.Files = published, published.Paths()
	for _, change := range published.Changed {
		if render.IsMarkdown(change.Path) {
			a.Entries[change.Path] = Changes(change.Old, change.New)
		}
	}
	switch {
	case published.Private: // schedules of private repositories are not paused
	case published.Commit != "":
		a.Pushed = a.env.Now()
	default:
		a.Pushed = published.PushedAt
	}
	publish.Report(a.env, published)
	return nil
}
