package action

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

// job is one run of the action, and its report.
type job struct {
	env *cli.Env
	Report
	inputs   jobInputs
	data     *load.Sources
	editions []produce.Edition
	prints   map[string]*render.Print // by file
	named    []string                 // sources named in the profile
	fetched  bool                     // the job has no checkout
	// borrowed are the sources that were fetched from the API, because the job has no
	// checkout.
	borrowed []string
}

// Run does the work and reports its result, also after an error.
func Run(ctx context.Context, env *cli.Env) error {
	env.Voice = hint.Action
	a := &job{env: env, Report: Report{Env: env.Env, Now: env.Now(), Entries: map[string][]Change{}}}
	err := a.run(ctx)
	a.removeFetched()
	if failed := a.Write(env.Stdout, err); failed != nil {
		return errors.Join(err, cli.Failed(failed, ""))
	}
	return err
}

func (a *job) run(ctx context.Context) error {
	var err error
	if a.inputs, err = readJobInputs(a.env); err != nil {
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
	if err := a.check(a.prints[a.editions[0].Files[0]].Resume); err != nil {
		return err
	}
	files, err := a.render()
	if err != nil {
		return err
	}
	if err := a.write(ctx, files); err != nil {
		return err
	}
	a.inputs.request.Printed(a.env, a.data)
	return nil
}

// loadProfile reads the profile.
func (a *job) loadProfile() error {
	in := &a.inputs.request
	if in.Profile == "" && cli.Exists(load.DefaultProfile) {
		in.Profile = load.DefaultProfile // explicit, so that it is used for any account
	}
	var err error
	a.data, err = in.LoadProfile(a.env)
	return err
}

// sync refreshes the snapshot.
func (a *job) sync(ctx context.Context) error {
	in, m := &a.inputs.request, a.data
	login := cmp.Or(in.Login(a.env, m), a.env.Env("GITHUB_REPOSITORY_OWNER"))
	if login == "" {
		return cli.UsageError("set user, or write a profile with [github] user", "there is no profile and no account")
	}
	in.Shown = produce.Shown(a.env, a.editions)
	synced, err := in.Sync(ctx, a.env, login, m)
	a.Usage.Add(synced.Usage)
	if err != nil {
		return err
	}
	synced.ReportUnsaved(a.env)
	m.Snapshot, m.IsFirst = synced.Now, load.IsUnconfirmed(synced.Old) || synced.Now.Unprinted
	a.Old, a.New, a.Sees = synced.Old, synced.Now, a.visibility(m)
	a.NoProfile = m.Source == nil && a.inputs.Profile != ""
	return nil
}

// print lays out every edition, ready to be written to files.
func (a *job) print() error {
	a.prints = map[string]*render.Print{}
	for _, e := range a.editions {
		env := a.env
		if len(a.editions) > 1 {
			env = a.env.About(e.Files[0])
		}
		p, err := a.inputs.generate().PrintEdition(env, a.data, e)
		if err != nil {
			return err
		}
		a.Dropped = append(a.Dropped, p.Dropped...)
		for _, file := range e.Files {
			a.prints[file] = p
		}
	}
	return nil
}

// check reviews the profile and annotates its lines with the findings.
func (a *job) check(r *resume.Resume) error {
	m := a.data
	if a.inputs.Check == CheckOff || m.Source == nil {
		return nil
	}
	in := review.Input{Profile: m.Profile, Source: m.Source, Resume: r, Snapshot: m.Snapshot, Catalog: m.Catalog, Now: a.env.Today(m.Snapshot)}
	if err := produce.Inspect(a.env, m.Profile.File, &in, resume.Output{File: "resume.pdf", Template: a.editions[0].Template}, false); err != nil {
		return err
	}
	a.Findings = review.Check(in)
	rep := produce.ReportOf(in, a.Findings)
	if err := rep.WriteGitHub(a.env.Stdout); err != nil {
		return cli.Failed(err, "")
	}
	bad := len(slices.DeleteFunc(slices.Clone(a.Findings), func(f review.Finding) bool { return !f.Severity.AtLeast(review.Warning) }))
	if a.inputs.Check == CheckError && bad > 0 {
		return cli.FindingsError(fmt.Errorf("%d of %s are errors or warnings", bad, english.Count(len(a.Findings), "finding")), hint.Hint("they appear next to the lines of "+m.Profile.File+"; check: warn lets the job pass"))
	}
	return nil
}

// visibility says what the token cannot read or is not used to read.
func (a *job) visibility(m *load.Sources) string {
	secret, with := cli.Token(a.env), "without a token"
	if secret != "" {
		with = "with " + cli.TokenKind(secret)
	}
	switch {
	case !m.Profile.GitHub.Private:
		return with + ": what is public. Private repositories, private organizations and restricted contributions are not read"
	case secret == "" || strings.HasPrefix(secret, "ghs_"):
		return with + ": what is public. It cannot see your private repositories, although the profile says `private = true`: set the input `token` to a secret with a token of yours"
	}
	return with + ": what is public, and of what is private the repositories that the profile includes by name"
}
