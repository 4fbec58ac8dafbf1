package main

import (
	"context"
	"path/filepath"
	"slices"

	"github.com/ghresume/ghresume/internal/action"
	"github.com/ghresume/ghresume/resume"
)

// usualOutput is the output if neither the workflow nor the profile names one.
const usualOutput = "README.md"

// plan decides which files to make: those of the input, else those of the profile's
// [[outputs]], else the README.
func (a *actionJob) plan(ctx context.Context) error {
	p := a.data.profile
	if len(a.inputs.Outputs) == 0 && len(p.Outputs) == 0 {
		a.inputs.Outputs = []string{usualOutput}
	}
	if len(p.Outputs) == 0 && a.inputs.Template == "" {
		a.inputs.Template = "readme"
	}
	o := a.inputs.generate()
	a.named = o.namedSources(p)
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
	if p.Locales, err = ownLocales(filepath.Dir(p.File)); err != nil {
		return err
	}
	if a.editions, err = o.editions(p); err != nil {
		return err
	}
	for _, file := range a.outputs() {
		if err := a.inputs.CheckOutput(filepath.Clean(file), file); err != nil {
			return wrongInput(err)
		}
		if err := action.Inside(file); err != nil {
			return usageError("name a file of the repository", "%w", err)
		}
	}
	return nil
}

// outputs returns the files to make that are known so far.
func (a *actionJob) outputs() []string {
	if a.editions == nil {
		return a.inputs.Outputs
	}
	var out []string
	for _, e := range a.editions {
		out = append(out, e.files...)
	}
	return out
}

// private returns the outputs that must not get into a public repository.
func (a *actionJob) private() []string {
	var out []string
	for _, e := range a.editions {
		if e.Privacy == resume.Private && !a.data.profile.Privacy.Commit {
			out = append(out, repositoryPaths(e.files)...)
		}
	}
	return out
}
