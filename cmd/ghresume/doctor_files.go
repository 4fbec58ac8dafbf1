package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/markers"
	"github.com/ghresume/ghresume/render"
)

// snapshot reports where the snapshot is saved and how old it is.
func (d *doctor) snapshot(login string) {
	path, err := d.options.SnapshotPath(d.env, login)
	if err != nil {
		d.note(aside, "snapshot", "nothing is kept: %v", err)
		d.advise("set XDG_CACHE_HOME, or name a file with " + hint.Snapshot)
		return
	}
	s, err := ghsync.Load(path, login)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.note(aside, "snapshot", "%s, to be written", path)
	case err != nil:
		d.failing("snapshot", err)
	default:
		d.note(good, "snapshot", "%s of %s, to be refreshed", path, s.TakenAt.UTC().Format(time.DateTime+" UTC"))
	}
}

// files reports what generate would do with the files of -o or, without it, with those
// that have markers.
func (d *doctor) files() {
	paths := d.options.outputs
	if len(paths) == 0 {
		paths = marked()
	}
	for _, path := range paths {
		d.file(path)
	}
	if len(paths) == 0 {
		d.note(aside, "files", "none: without -o, `generate` prints to stdout")
	}
}

// marked returns the Markdown files of this folder that have markers.
func marked() []string {
	paths, _ := filepath.Glob("*.md") // the pattern is valid
	return slices.DeleteFunc(paths, func(path string) bool {
		_, data, err := atomicfile.Read(path)
		return err != nil || !strings.Contains(string(data), render.StartMarker) || !render.HasMarkers(data)
	})
}

func (d *doctor) file(path string) {
	if _, err := render.FormOf(path); err != nil {
		d.note(bad, "file", "%s: unknown ending", path)
		d.advise(hint.Of(err))
		return
	}
	_, old, err := atomicfile.Read(path)
	if err != nil {
		d.failing("file", err)
		return
	}
	if old == nil {
		d.newFile(path)
		return
	}
	if !render.IsMarkdown(path) {
		d.note(good, "file", "%s: there already", path)
		return
	}
	_, err = markers.Splice(path, old, func(string) ([]byte, error) { return nil, nil })
	switch {
	case errors.Is(err, markers.ErrNone):
		d.note(bad, "file", "%s: would be refused: it has no markers", path)
		d.advise("put " + render.StartMarker + " and " + render.EndMarker + " where the resume belongs, or replace the whole file with " + hint.Force)
	case err != nil:
		d.failing("file", err)
	default:
		d.note(good, "file", "%s: would change between its markers only", path)
	}
}

// newFile adds a remark on whether a new file can be created.
func (d *doctor) newFile(path string) {
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		d.note(bad, "file", "%s: there is no folder %s", path, filepath.Dir(path))
		d.advise("make the folder first")
		return
	}
	d.note(good, "file", "%s: would be new", path)
}
