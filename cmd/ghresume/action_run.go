package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/action"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

// actionJob is one run of the action, and its report.
type actionJob struct {
	world *cli
	action.Report
	inputs   actionInputs
	data     *sources
	editions []edition
	prints   map[string]*render.Print // by file
	named    []string                 // sources named in the profile
	fetched  bool                     // the job has no checkout
	// borrowed are the sources that were fetched from the API, because the job has no
	// checkout.
	borrowed []string
}

// actionRun does the work and reports its result, also after an error.
func actionRun(ctx context.Context, w *cli) error {
	w.voice = hint.Action
	a := &actionJob{world: w, Report: action.Report{Env: w.env, Now: w.now(), Entries: map[string][]action.Change{}}}
	err := a.run(ctx)
	a.removeFetched()
	if told := a.Write(w.stdout, err); told != nil {
		return errors.Join(err, failed(told, ""))
	}
	return err
}

func (a *actionJob) run(ctx context.Context) error {
	var err error
	if a.inputs, err = readActionInputs(a.world); err != nil {
		return err
	}
	if err := a.checkPaths(); err != nil {
		return err
	}
	if err := a.fetchSources(ctx); err != nil {
		return err
	}
	if err := a.loadProfile(); err != nil {
		return err
	}
	if err := a.plan(ctx); err != nil {
		return err
	}
	if err := a.sync(ctx); err != nil {
		return err
	}
	if err := a.print(); err != nil {
		return err
	}
	if err := a.check(a.prints[a.editions[0].files[0]].Resume); err != nil {
		return err
	}
	files, err := a.render()
	if err != nil {
		return err
	}
	return a.write(ctx, files)
}

// loadProfile reads the profile.
func (a *actionJob) loadProfile() error {
	in := &a.inputs.request
	if in.profile == "" && exists(defaultProfile) {
		in.profile = defaultProfile // explicit, so that it is used for any account
	}
	var err error
	a.data, err = in.loadProfile(a.world)
	return err
}

// sync refreshes the snapshot.
func (a *actionJob) sync(ctx context.Context) error {
	in, m := &a.inputs.request, a.data
	login := cmp.Or(in.login(a.world, m), a.world.env("GITHUB_REPOSITORY_OWNER"))
	if login == "" {
		return usageError("set user, or write a profile with [github] user", "there is no profile and no account")
	}
	synced, err := in.sync(ctx, a.world, login, m)
	a.Usage.Add(synced.usage)
	if err != nil {
		return err
	}
	synced.reportUnsaved(a.world)
	m.snapshot, m.isFirst = synced.now, isUnconfirmed(synced.old)
	a.Old, a.New, a.Sees = synced.old, synced.now, a.visibility(m)
	a.NoProfile = m.source == nil && a.inputs.Profile != ""
	return nil
}

// print lays out every edition, ready to be written to files.
func (a *actionJob) print() error {
	a.prints = map[string]*render.Print{}
	for _, e := range a.editions {
		told := a.world
		if len(a.editions) > 1 {
			told = a.world.about(e.files[0])
		}
		p, err := a.inputs.generate().printEdition(told, a.data, e)
		if err != nil {
			return err
		}
		a.Dropped = append(a.Dropped, p.Dropped...)
		for _, file := range e.files {
			a.prints[file] = p
		}
	}
	return nil
}

// check reviews the profile and annotates its lines with the findings.
func (a *actionJob) check(r *resume.Resume) error {
	m := a.data
	if a.inputs.Check == action.CheckOff || m.source == nil {
		return nil
	}
	in := review.Input{Profile: m.profile, Source: m.source, Resume: r, Snapshot: m.snapshot, Catalog: m.catalog, Now: a.world.today(m.snapshot)}
	if err := inspect(a.world, m.profile.File, &in, resume.Output{File: "resume.pdf", Template: a.editions[0].Template}, false); err != nil {
		return err
	}
	a.Findings = review.Check(in)
	rep := reportOf(in, a.Findings)
	if err := rep.WriteGitHub(a.world.stdout); err != nil {
		return failed(err, "")
	}
	bad := len(slices.DeleteFunc(slices.Clone(a.Findings), func(f review.Finding) bool { return !f.Severity.AtLeast(review.Warning) }))
	if a.inputs.Check == action.CheckError && bad > 0 {
		return findingsError(fmt.Errorf("%d of %s are errors or warnings", bad, english.Count(len(a.Findings), "finding")), hint.Hint("they appear next to the lines of "+m.profile.File+"; check: warn lets the job pass"))
	}
	return nil
}

// visibility says what the token cannot read or is not used to read.
func (a *actionJob) visibility(m *sources) string {
	secret, with := token(a.world), "without a token"
	if secret != "" {
		with = "with " + tokenKind(secret)
	}
	switch {
	case !m.profile.GitHub.Private:
		return with + ": what is public. Private repositories, private organizations and restricted contributions are not read"
	case secret == "" || strings.HasPrefix(secret, "ghs_"):
		return with + ": what is public. It cannot see your private repositories, although the profile says `private = true`: set the input `token` to a secret with a token of yours"
	}
	return with + ": what is public, and of what is private the repositories that the profile includes by name"
}
