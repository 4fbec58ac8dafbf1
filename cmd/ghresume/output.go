package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ghresume/ghresume/internal/hint"
)

// output is one file that a command makes.
type output struct {
	path string
	data []byte
}

// writeAll writes all files or none: every one is complete beside its target
// before the first takes its place. It returns the paths that changed.
func writeAll(outputs []output) ([]string, error) {
	files, err := prepareAll(outputs)
	if err != nil {
		return nil, err
	}
	defer files.discard()
	return files.changed, replaceAll(files.pending)
}

// preparedFiles are complete, and wait to take their places.
type preparedFiles struct {
	changed []string // paths
	pending []pendingFile
}

// prepareAll writes every file beside its target. Those that would not change are left alone.
func prepareAll(outputs []output) (*preparedFiles, error) {
	all := &preparedFiles{}
	for _, o := range outputs {
		target, old, err := readTarget(o.path)
		if err == nil && (old == nil || !bytes.Equal(old, o.data)) {
			err = all.add(o.path, target, old, o.data)
		}
		if err != nil {
			all.discard()
			return nil, err
		}
	}
	return all, nil
}

func (all *preparedFiles) add(path, target string, old, data []byte) error {
	file, err := prepare(target, old, data)
	if err != nil {
		return failed(err, "nothing was written; check that the folder can be written to and the disk has room")
	}
	all.changed, all.pending = append(all.changed, path), append(all.pending, file)
	return nil
}

// discard removes what did not take its place.
func (all *preparedFiles) discard() {
	for _, p := range all.pending {
		_ = os.Remove(p.temporary) // is gone when it took its place
	}
}

// replaceAll gives every file its place, or none.
func replaceAll(pending []pendingFile) error {
	for i, p := range pending {
		if err := os.Rename(p.temporary, p.target); err != nil {
			return failed(errors.Join(err, restore(pending[:i])), "nothing was changed; is the file open in another program?")
		}
	}
	return nil
}

// restore puts back what was replaced before a later file could not be.
func restore(replaced []pendingFile) error {
	var all error
	for _, p := range replaced {
		if p.old == nil {
			all = errors.Join(all, os.Remove(p.target))
			continue
		}
		file, err := prepare(p.target, nil, p.old)
		if err == nil {
			err = os.Rename(file.temporary, file.target)
		}
		all = errors.Join(all, err)
	}
	return all
}

// pendingFile is complete beside its target. os.Rename replaces the target in
// one step, on Windows too.
type pendingFile struct {
	temporary, target string
	old               []byte // what the target holds; nil for a new file
}

// prepare writes data to a temporary file in the target's folder.
func prepare(target string, old, data []byte) (pendingFile, error) {
	file, err := os.CreateTemp(filepath.Dir(target), "."+filepath.Base(target)+".*")
	if errors.Is(err, fs.ErrNotExist) {
		return pendingFile{}, fmt.Errorf("%s: there is no folder %s", target, filepath.Dir(target))
	} else if err != nil {
		return pendingFile{}, err
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(target); err == nil {
		mode = info.Mode().Perm()
	}
	_, err = file.Write(data)
	if err := errors.Join(err, file.Chmod(mode), file.Sync(), file.Close()); err != nil {
		return pendingFile{}, errors.Join(err, os.Remove(file.Name()))
	}
	return pendingFile{file.Name(), target, old}, nil
}

// readTarget follows a symbolic link to the file that it names and reads it; old is nil when there is none.
func readTarget(path string) (target string, old []byte, err error) {
	target = path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real
	} else if named, err := os.Readlink(path); err == nil {
		return "", nil, failed(fmt.Errorf("%s is a link to %s, which cannot be followed", path, named), "make that file, or remove the link")
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return target, nil, nil
	case err != nil:
		return "", nil, failed(err, "")
	case !info.Mode().IsRegular():
		return "", nil, failed(fmt.Errorf("%s: not a regular file", path), "name a file to write with "+hint.Output)
	}
	if old, err = os.ReadFile(target); err != nil {
		return "", nil, failed(err, "")
	}
	return target, append([]byte{}, old...), nil
}
