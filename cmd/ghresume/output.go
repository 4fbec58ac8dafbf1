package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"
)

// output is one file that a command makes.
type output struct {
	path string
	data []byte
}

// writeAll writes all files or none: every one is complete beside its target
// before the first takes its place. Files that would not change are left
// alone. It returns the paths that changed.
func writeAll(outputs []output) (changed []string, err error) {
	var pending []*renameio.PendingFile
	defer func() {
		for _, p := range pending {
			err = errors.Join(err, p.Cleanup())
		}
	}()
	for _, o := range outputs {
		target, old, err := readTarget(o.path)
		if err != nil {
			return nil, err
		}
		if old != nil && bytes.Equal(old, o.data) {
			continue
		}
		file, err := prepare(target, o.data)
		if err != nil {
			return nil, failed(err, "nothing was written; check that the folder can be written to and the disk has room")
		}
		pending = append(pending, file)
		changed = append(changed, o.path)
	}
	for _, p := range pending {
		if err := p.CloseAtomicallyReplace(); err != nil {
			return nil, failed(err, "check that the folder can be written to")
		}
	}
	return changed, nil
}

// prepare writes data to a temporary file in the target's folder.
func prepare(target string, data []byte) (*renameio.PendingFile, error) {
	file, err := renameio.NewPendingFile(target, renameio.WithPermissions(0o644), renameio.WithExistingPermissions())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no folder %s", target, filepath.Dir(target))
	} else if err != nil {
		return nil, err
	}
	if _, err := file.Write(data); err != nil {
		return nil, errors.Join(err, file.Cleanup())
	}
	return file, nil
}

// readTarget follows a symbolic link to the file that it names and reads it; old is nil when there is none.
func readTarget(path string) (target string, old []byte, err error) {
	target = path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return target, nil, nil
	case err != nil:
		return "", nil, failed(err, "")
	case !info.Mode().IsRegular():
		return "", nil, failed(fmt.Errorf("%s: not a regular file", path), "name a file to write with -o")
	}
	if old, err = os.ReadFile(target); err != nil {
		return "", nil, failed(err, "")
	}
	return target, append([]byte{}, old...), nil
}
