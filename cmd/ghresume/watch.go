package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/internal/preview"
)

// keepFresh makes the files again after each change of their sources, until ctx ends. It
// uses the snapshot and does not read GitHub again.
func (o *generateOptions) keepFresh(ctx context.Context, w *cli, m *sources) error {
	watcher := preview.Watcher{
		Files: func() []string { return o.sourceFiles(m) },
		Read:  func() { m = o.remake(w, m) },
	}
	if err := watcher.Watch(ctx, func() {}); err != nil {
		return failed(err, "")
	}
	fmt.Fprintln(w.stderr, "ghresume: watching for changes; press Ctrl-C to stop")
	<-ctx.Done()
	return context.Cause(ctx)
}

// remake makes the files from the current profile. It reports a mistake in it, and then
// leaves the files as they are.
func (o *generateOptions) remake(w *cli, old *sources) *sources {
	m, err := o.loadProfile(w)
	if err != nil {
		w.report(err)
		return old
	}
	m.snapshot, m.failure = old.snapshot, old.failure
	editions, err := o.editions(m.profile)
	if err == nil {
		err = o.make(w, m, editions)
	}
	w.report(err)
	return m
}

// sourceFiles returns the files that a resume is made from.
func (o *generateOptions) sourceFiles(m *sources) []string {
	profile := cmp.Or(o.profile, defaultProfile)
	files := append([]string{profile, filepath.Join(filepath.Dir(profile), "skills.toml")}, localeFiles(filepath.Dir(profile))...)
	editions, err := o.editions(m.profile)
	if err != nil {
		return files
	}
	for _, e := range editions {
		if strings.HasSuffix(e.Template, ".tmpl") {
			files = append(files, e.Template)
		}
		if letter, found := m.profile.FindLetter(e.Letter); found && letter.File != "" {
			files = append(files, relativeTo(profile, letter.File))
		} else if strings.HasSuffix(e.Letter, ".md") {
			files = append(files, e.Letter)
		}
		if e.Posting != "" {
			files = append(files, e.Posting)
		}
	}
	if photo := m.profile.Layout.Page.Photo; photo != "" {
		files = append(files, relativeTo(profile, photo))
	}
	return files
}
