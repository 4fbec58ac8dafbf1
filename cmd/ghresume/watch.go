package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/preview"
)

// keepFresh makes the files again after each change of their sources, until ctx ends. It
// uses the snapshot and does not read GitHub again.
func (o *generateOptions) keepFresh(ctx context.Context, env *cli.Env, m *load.Sources) error {
	watcher := preview.Watcher{
		Files: func() []string { return o.sourceFiles(m) },
		Read:  func() { m = o.remake(env, m) },
	}
	if err := watcher.Watch(ctx, func() {}); err != nil {
		return cli.Failed(err, "")
	}
	fmt.Fprintln(env.Stderr, "ghresume: watching for changes; press Ctrl-C to stop")
	<-ctx.Done()
	return context.Cause(ctx)
}

// remake makes the files from the current profile. It reports a mistake in it, and then
// leaves the files as they are.
func (o *generateOptions) remake(env *cli.Env, old *load.Sources) *load.Sources {
	m, err := o.LoadProfile(env)
	if err != nil {
		env.Report(err)
		return old
	}
	m.Snapshot, m.Failure = old.Snapshot, old.Failure
	editions, err := o.Editions(m.Profile)
	if err == nil {
		err = o.make(env, m, editions)
	}
	env.Report(err)
	return m
}

// sourceFiles returns the files that a resume is made from.
func (o *generateOptions) sourceFiles(m *load.Sources) []string {
	profile := cmp.Or(o.Profile, load.DefaultProfile)
	files := append([]string{profile, filepath.Join(filepath.Dir(profile), "skills.toml")}, load.LocaleFiles(filepath.Dir(profile))...)
	editions, err := o.Editions(m.Profile)
	if err != nil {
		return files
	}
	for _, e := range editions {
		if strings.HasSuffix(e.Template, ".tmpl") {
			files = append(files, e.Template)
		}
		if letter, found := m.Profile.FindLetter(e.Letter); found && letter.File != "" {
			files = append(files, cli.RelativeTo(profile, letter.File))
		} else if strings.HasSuffix(e.Letter, ".md") {
			files = append(files, e.Letter)
		}
		if e.Posting != "" {
			files = append(files, e.Posting)
		}
	}
	if photo := m.Profile.Layout.Page.Photo; photo != "" {
		files = append(files, cli.RelativeTo(profile, photo))
	}
	return files
}
