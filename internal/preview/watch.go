package preview

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long a file must stay unchanged before it is read: editors write in several
// steps.
const settle = 30 * time.Millisecond

// Watcher watches the files that a page is made from.
type Watcher struct {
	// Files returns the paths to watch at the moment.
	Files func() []string
	// Read re-reads them.
	Read func()
	// Again requests that without a change.
	Again <-chan struct{}
}

// Watch reads the files after each change and then calls changed, until ctx ends.
func (w Watcher) Watch(ctx context.Context, changed func()) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	go w.follow(ctx, watcher, w.attach(watcher), changed)
	return nil
}

// attach watches the folders of all files, since editors replace files. A folder that does
// not exist yet may exist the next time.
func (w Watcher) attach(watcher *fsnotify.Watcher) (files []string) {
	for _, path := range w.Files() {
		files = append(files, filepath.Clean(path))
		if real, err := filepath.EvalSymlinks(path); err == nil && real != path {
			files = append(files, filepath.Clean(real))
		}
	}
	for _, file := range files {
		_ = watcher.Add(filepath.Dir(file)) // adding one twice is harmless
	}
	return files
}

// follow waits until changed files stay unchanged, and reads them.
func (w Watcher) follow(ctx context.Context, watcher *fsnotify.Watcher, files []string, changed func()) {
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
		case <-watcher.Errors: // changes were lost: read everything
		case <-w.Again:
		case <-still.C:
		}
		w.Read()
		files = w.attach(watcher)
		changed()
	}
}
