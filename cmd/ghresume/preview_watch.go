package main

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a file must stay still: editors write in several steps.
const settle = 30 * time.Millisecond

// watch reads the files again after each change and then calls changed, until
// ctx ends.
func (d *desk) watch(ctx context.Context, changed func()) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	go d.follow(ctx, watcher, d.attach(watcher), changed)
	return nil
}

// attach has the folders of all files watched, for editors replace files. A
// folder that is not there yet may be the next time.
func (d *desk) attach(watcher *fsnotify.Watcher) (files []string) {
	files = d.files()
	for _, file := range files {
		_ = watcher.Add(filepath.Dir(file)) // twice is once
	}
	return files
}

// files are the paths whose change matters, and those that they link to.
func (d *desk) files() []string {
	o := d.options
	profile := cmp.Or(o.profile, defaultProfile)
	paths := []string{profile, filepath.Join(filepath.Dir(profile), "skills.toml")}
	if o.job != "" {
		paths = append(paths, o.job)
	}
	if strings.HasSuffix(o.template, ".tmpl") {
		paths = append(paths, o.template)
	}
	if m, _, _ := d.look(); m != nil {
		if path, err := o.snapshotPath(d.world, o.login(d.world, m)); err == nil {
			paths = append(paths, path)
		}
	}
	for _, path := range paths {
		if real, err := filepath.EvalSymlinks(path); err == nil && real != path {
			paths = append(paths, real)
		}
	}
	for i := range paths {
		paths[i] = filepath.Clean(paths[i])
	}
	return paths
}

// follow waits until changed files stay still, and reads them.
func (d *desk) follow(ctx context.Context, watcher *fsnotify.Watcher, files []string, changed func()) {
	defer watcher.Close()
	still := time.NewTimer(time.Hour)
	still.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-watcher.Events:
			if slices.Contains(files, filepath.Clean(event.Name)) && !event.Has(fsnotify.Chmod) {
				still.Reset(settle)
			}
			continue
		case <-watcher.Errors: // changes were lost: read them all
		case <-d.again:
		case <-still.C:
		}
		d.read()
		files = d.attach(watcher)
		changed()
	}
}
