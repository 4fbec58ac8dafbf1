package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

func newAction(w *world) *cobra.Command {
	return &cobra.Command{
		Use:   "action",
		Short: "Run as a step of a GitHub Actions workflow",
		Long: `Run as a step of a GitHub Actions workflow: what action.yml calls.

The inputs come from the environment (INPUT_PROFILE, INPUT_OUTPUT, …); outputs,
the job's summary and annotations go where GitHub Actions wants them. See
docs/action.md.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return actionRun(cmd.Context(), w) },
	}
}

// action is one run of the action, with what there is to report of it.
type action struct {
	*world
	inputs   actionInputs
	material *material
	synced   *synced
	findings []review.Finding
	// files are those that differ; published is nil when nothing was to be committed.
	files     []string
	published *ghsync.Published
	entries   entryDiff
}

// actionRun does the work and reports it, whatever came of it.
func actionRun(ctx context.Context, w *world) error {
	a := &action{world: w}
	err := a.run(ctx)
	return errors.Join(err, a.report(err))
}

func (a *action) run(ctx context.Context) error {
	var err error
	if a.inputs, err = readActionInputs(a.world); err != nil {
		return err
	}
	p, err := newPrinter(a.inputs.generate())
	if err != nil {
		return err
	}
	if err := a.load(ctx); err != nil {
		return err
	}
	r, err := a.resume(p)
	if err != nil {
		return err
	}
	if err := a.check(r); err != nil {
		return err
	}
	files, err := p.files(a.world, r, a.inputs.outputs)
	if err != nil {
		return err
	}
	if a.inputs.commit {
		if err := a.publish(ctx, p, r, files); err != nil {
			return err
		}
	}
	changed, err := writeAll(files)
	if !a.inputs.commit {
		a.files = changed
	}
	return err
}

// load reads the profile and refreshes the snapshot.
func (a *action) load(ctx context.Context) error {
	in := &a.inputs.inputs
	m, err := in.loadProfile(a.world)
	if err != nil {
		return err
	}
	login := in.login(a.world, m)
	if login == "" {
		return usageError("set user, or write a profile with [github] user", "there is no profile and no account")
	}
	if a.synced, err = in.sync(ctx, a.world, login, m); err != nil {
		return err
	}
	m.snapshot = a.synced.now
	a.material = m
	return nil
}

// resume is the resume as it will be printed.
func (a *action) resume(p *printer) (*resume.Resume, error) {
	full, err := a.inputs.generate().tailor(a.world, a.material.full(), a.material.catalogue)
	if err != nil {
		return nil, err
	}
	return p.fit(a.world, full.Limit())
}

// check reviews the profile and puts the findings beside its lines.
func (a *action) check(r *resume.Resume) error {
	m := a.material
	if a.inputs.check == checkOff || m.source == nil {
		return nil
	}
	in := review.Input{Profile: m.profile, Source: m.source, Resume: r, Snapshot: m.snapshot, Catalogue: m.catalogue, Now: a.now()}
	c := &checking{world: a.world, options: checkOptions{profile: m.profile.File, template: a.inputs.template, format: "github"}}
	if err := c.print(&in); err != nil {
		return err
	}
	a.findings = review.Check(in)
	if err := c.write(m.source, a.findings); err != nil {
		return failed(err, "")
	}
	bad := len(slices.DeleteFunc(slices.Clone(a.findings), func(f review.Finding) bool { return !f.Severity.AtLeast(review.Warning) }))
	if a.inputs.check == checkError && bad > 0 {
		return &failure{statusFindings, fmt.Errorf("the review has %s", plural(bad, "finding")), "they stand beside the lines of " + m.profile.File + "; check: warn lets the job pass"}
	}
	return nil
}

// publish commits what differs from the branch. Markdown is rendered into what
// the branch holds at that moment; the other files are whole.
func (a *action) publish(ctx context.Context, p *printer, r *resume.Resume, files []output) error {
	paths := make([]string, len(files))
	for i, f := range files {
		var err error
		if paths[i], err = repositoryPath(f.path); err != nil {
			return err
		}
	}
	o := publishOptions{branch: a.inputs.branch, message: a.inputs.message, pullRequest: a.inputs.pullRequest}
	published, usage, err := o.publish(ctx, a.world, paths, func(path string, old []byte) ([]byte, error) {
		if ending(path) != ".md" {
			return files[slices.Index(paths, path)].data, nil
		}
		data, err := p.file(a.world, r, path, old)
		a.entries = diffEntries(old, data)
		return data, err
	})
	a.synced.usage.REST += usage.REST
	a.synced.usage.GraphQL += usage.GraphQL
	a.synced.usage.Points += usage.Points
	if err != nil {
		return err
	}
	a.published, a.files = published, published.Changed
	tellPublished(a.world, published)
	return nil
}
