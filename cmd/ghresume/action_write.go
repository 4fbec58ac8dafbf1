package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ghresume/ghresume/internal/action"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/render"
)

// render makes every file, based on what the job's folder holds now.
func (a *actionJob) render() ([]atomicfile.File, error) {
	return printEach(a.outputs(), func(path, owner string) ([]byte, error) {
		var old []byte
		var err error
		if !a.inputs.Elsewhere {
			if _, old, err = atomicfile.Read(path); err != nil {
				return nil, err
			}
		}
		a.prints[path] = a.prints[owner]
		if isPicture(path) && owner == path && !a.inputs.Elsewhere {
			notePages(a.prints[path], path)
		}
		data, err := printFile(a.world, a.prints[path], render.Output{Path: path, Old: old})
		if err == nil && render.IsMarkdown(path) {
			a.Entries[path] = action.Changes(old, data)
		}
		return data, err
	})
}

// write commits the files, or only writes them if the input `commit` is off. They are
// complete on disk before the commit is requested from GitHub.
func (a *actionJob) write(ctx context.Context, files []atomicfile.File) error {
	if a.inputs.Elsewhere {
		return a.publish(ctx, files)
	}
	if err := refuseGapsOf(a.data, host(a.world), files); err != nil {
		return refusing(&a.inputs.request.fetching, a.world, a.data, err)
	}
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.Path), 0o755); err != nil {
			return failed(err, "")
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
		reportWritten(a.world, pathsOf(files), ready.Changed)
		return nil
	}
	if err := a.publish(ctx, files); err != nil || len(a.Published.Newer) > 0 {
		return err
	}
	if err := ready.Commit(); err != nil {
		return failed(fmt.Errorf("the branch is up to date, but the job's folder is not: %w", err), "later steps see the old files")
	}
	return nil
}

// isOwnBranch reports whether the branch had the job's sources at some time: it is the
// branch that the job runs on, or the job runs on a tag. Another branch may have older
// copies.
func (a *actionJob) isOwnBranch() bool {
	return !a.inputs.Elsewhere || action.ReadEvent(a.world.env).IsTag()
}

// askActivity reads the last push, which tells when GitHub will disable a schedule that
// never commits.
func (a *actionJob) askActivity(ctx context.Context) {
	repository := a.world.env("GITHUB_REPOSITORY")
	if a.world.env("GITHUB_EVENT_NAME") != "schedule" || repository == "" || token(a.world) == "" {
		return
	}
	client, err := a.inputs.request.client(a.world)
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
func (a *actionJob) publish(ctx context.Context, files []atomicfile.File) error {
	prints := map[string]*render.Print{}
	paths := make([]string, len(files))
	for i, f := range files {
		var err error
		if paths[i], err = repositoryPath(f.Path); err != nil {
			return err
		}
		prints[paths[i]] = a.prints[f.Path]
	}
	o := publishing{branch: a.inputs.Branch, message: cmp.Or(a.inputs.Message, defaultMessage), pullRequest: a.inputs.PullRequest, private: a.private()}
	o.origin, o.inputs = action.ReadEvent(a.world.env).Origin(a.inputs.Branch), readSources(a.sources())
	if len(a.borrowed) == 0 && a.isOwnBranch() {
		o.sources, o.commit = readSources(a.sources()), a.world.env("GITHUB_SHA")
	}
	published, usage, err := o.publish(ctx, a.world, paths, func(path string, old []byte) ([]byte, error) {
		file, err := prints[path].File(render.Output{Path: path, Old: old})
		if err != nil {
			return nil, printError(err)
		}
		return file.Data, refusing(&a.inputs.request.fetching, a.world, a.data, refuseGaps(a.data, host(a.world), path, old, file.Data))
	})
	a.Usage.Add(usage)
	if err != nil {
		return err
	}
	a.Published, a.Files = published, published.Paths()
	for _, change := range published.Changed {
		if render.IsMarkdown(change.Path) {
			a.Entries[change.Path] = action.Changes(change.Old, change.New)
		}
	}
	switch {
	case published.Private: // schedules of private repositories are not paused
	case published.Commit != "":
		a.Pushed = a.world.now()
	default:
		a.Pushed = published.PushedAt
	}
	reportPublished(a.world, published)
	return nil
}
