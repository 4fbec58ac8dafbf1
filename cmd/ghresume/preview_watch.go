package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a file must stay still: editors write in several steps.
const settle = 30 * time.Millisecond

// watch reads the files again after each change and then calls changed, until
// ctx ends. It watches folders, for editors replace files.
func (d *desk) watch(ctx context.Context, changed func()) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	files := map[string]bool{}
	for _, file := range d.files() {
		files[file] = true
		if err := watcher.Add(filepath.Dir(file)); err != nil && !os.IsNotExist(err) {
			watcher.Close()
			return err
		}
	}
	go d.follow(ctx, watcher, files, changed)
	return nil
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
func (d *desk) follow(ctx context.Context, watcher *fsnotify.Watcher, files map[string]bool, changed func()) {
	defer watcher.Close()
	still := time.NewTimer(time.Hour)
	still.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case event := <-watcher.Events:
			if files[filepath.Clean(event.Name)] && !event.Has(fsnotify.Chmod) {
				still.Reset(settle)
			}
		case <-watcher.Errors: // the next change comes through again
		case <-still.C:
			d.read()
			changed()
		}
	}
}
