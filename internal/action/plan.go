package action

import (
	"context"
	"path/filepath"
	"slices"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/resume"
)

// usualOutput is the output if neither the workflow nor the profile names one.
const usualOutput = "README.md"

// plan decides which files to make: those of the input, else those of the profile's
// [[outputs]], else the README.
func (a *job) plan(ctx context.Context) error {
	p := a.data.Profile
	if len(a.inputs.Outputs) == 0 && len(p.Outputs) == 0 {
		a.inputs.Outputs = []string{usualOutput}
	}
	if len(p.Outputs) == 0 && a.inputs.Template == "" {
		a.inputs.Template = "readme"
	}
	o := a.inputs.generate()
	a.named = o.NamedSources(p)
	if err := a.checkPaths(); err != nil {
		return err
	}
	if a.fetched {
		paths := append(slices.Clone(a.named), a.outputs()...)
		for _, o := range p.Outputs {
			paths = append(paths, o.File)
		}
		if err := a.fetch(ctx, repositoryPaths(append(paths, a.sourceNames()...))); err != nil {
			return err
		}
	}
	var err error
	if p.Locales, err = load.OwnLocales(filepath.Dir(p.File)); err != nil {
		return err
	}
	if a.editions, err = o.Editions(p); err != nil {
		return err
	}
	for _, file := range a.outputs() {
		if err := a.inputs.CheckOutput(filepath.Clean(file), file); err != nil {
			return cli.WrongInput(err)
		}
		if err := Inside(file); err != nil {
			return cli.UsageError("name a file of the repository", "%w", err)
		}
	}
	return nil
}

// outputs returns the files to make that are known so far.
func (a *job) outputs() []string {
	if a.editions == nil {
		return a.inputs.Outputs
	}
	var out []string
	for _, e := range a.editions {
		out = append(out, e.Files...)
	}
	return out
}

// private returns the outputs that must not get into a public repository.
func (a *job) private() []string {
	var out []string
	for _, e := range a.editions {
		if e.Privacy == resume.Private && !a.data.Profile.Privacy.Commit {
			out = append(out, repositoryPaths(e.Files)...)
		}
	}
	return out
}
