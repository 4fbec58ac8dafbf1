// Package atomicfile writes several files, or none: each is complete in a temporary file
// next to its target before the first one is renamed.
package atomicfile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/hint"
)

// File is one file to write.
type File struct {
	Path string
	Data []byte
}

// Error means that a file could not be read or written.
type Error struct {
	err    error
	advice hint.Hint
}

func (e *Error) Error() string { return e.err.Error() }

// Unwrap returns the underlying error.
func (e *Error) Unwrap() error { return e.err }

// Advice says what to do.
func (e *Error) Advice() hint.Hint { return e.advice }

// Write writes all files or none. It returns the paths that changed.
func Write(files ...File) ([]string, error) {
	ready, err := Prepare(files...)
	if err != nil {
		return nil, err
	}
	defer ready.Discard()
	return ready.Changed, ready.Commit()
}

// Prepared are complete files, ready to replace their targets.
type Prepared struct {
	Changed []string // paths
	pending []pending
}

// Prepare writes every file next to its target, except those that would not change.
func Prepare(files ...File) (*Prepared, error) {
	all := &Prepared{}
	for _, f := range files {
		target, old, err := Read(f.Path)
		if err == nil {
			sweep(target)
		}
		if err == nil && (old == nil || !bytes.Equal(old, f.Data)) {
			err = all.add(f.Path, target, old, f.Data)
		}
		if err != nil {
			all.Discard()
			return nil, err
		}
	}
	return all, nil
}

func (all *Prepared) add(path, target string, old, data []byte) error {
	file, err := prepare(target, old, data)
	if err != nil {
		return err
	}
	all.Changed, all.pending = append(all.Changed, path), append(all.pending, file)
	return nil
}

// Discard removes the files that have not replaced their targets.
func (all *Prepared) Discard() {
	for _, p := range all.pending {
		_ = os.Remove(p.temporary) // already renamed if it replaced its target
	}
}

// Commit replaces all targets, or none.
func (all *Prepared) Commit() error {
	for i, p := range all.pending {
		if err := os.Rename(p.temporary, p.target); err != nil {
			return &Error{errors.Join(err, restore(all.pending[:i])), "nothing was changed; is the file open in another program?"}
		}
	}
	return nil
}

// restore undoes the replacements made before a later one failed.
func restore(replaced []pending) error {
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

// pending is a complete file next to its target. os.Rename replaces the target in one step,
// also on Windows.
type pending struct {
	temporary, target string
	old               []byte // current content of the target; nil for a new file
}

// mark is part of the names of our temporary files and of no others.
const mark = ".ghresume-"

// prepare writes data to a temporary file in the target's folder.
func prepare(target string, old, data []byte) (pending, error) {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(target); err == nil {
		mode = info.Mode().Perm()
	}
	return prepareAs(mode, target, old, data)
}

func prepareAs(mode fs.FileMode, target string, old, data []byte) (pending, error) {
	file, err := os.CreateTemp(filepath.Dir(target), "."+filepath.Base(target)+mark+"*")
	if err != nil {
		return pending{}, Unwritable(target, err)
	}
	_, err = file.Write(data)
	if err := errors.Join(err, file.Chmod(mode), file.Sync(), file.Close()); err != nil {
		_ = os.Remove(file.Name()) // the first error is more useful
		return pending{}, Unwritable(target, err)
	}
	return pending{file.Name(), target, old}, nil
}

// leftover is the age at which no run can still be writing a temporary file.
const leftover = time.Hour

// sweep removes the temporary files of a target that killed runs left behind.
func sweep(target string) {
	entries, err := os.ReadDir(filepath.Dir(target))
	if err != nil {
		return // the write will report the cause
	}
	for _, entry := range entries {
		if !strings.HasPrefix(entry.Name(), "."+filepath.Base(target)+mark) {
			continue
		}
		info, err := entry.Info()
		if err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) > leftover {
			_ = os.Remove(filepath.Join(filepath.Dir(target), entry.Name())) // the next run tries again
		}
	}
}

// largest is the most that is read of a file to be replaced: it may be anything.
const largest = 64 << 20

// Read reads a file, following symbolic links, and returns the file's own path; old is nil
// if there is none.
func Read(path string) (target string, old []byte, err error) {
	target = path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real
	} else if named, err := os.Readlink(path); err == nil {
		return "", nil, &Error{fmt.Errorf("%s is a link to %s, which cannot be followed", path, named), "make that file, or remove the link"}
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(target)); isInGitDir(target) || err == nil && isInGitDir(folder) {
		return "", nil, &Error{fmt.Errorf("%s is inside a .git folder", path), "name a file to write with " + hint.Output}
	}
	info, err := os.Stat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return target, nil, refuseTwin(target)
	case err != nil:
		return "", nil, err
	case !info.Mode().IsRegular():
		return "", nil, &Error{fmt.Errorf("%s: not a regular file", path), "name a file to write with " + hint.Output}
	}
	if old, err = boundedfile.Read(target, largest); err != nil {
		return "", nil, err
	}
	return target, append([]byte{}, old...), nil
}

// refuseTwin returns an error for a new file if there is one whose name differs in case
// only: that one is probably meant, and other systems cannot hold both.
func refuseTwin(path string) error {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return nil // the write will report the cause
	}
	for _, entry := range entries {
		if strings.EqualFold(entry.Name(), filepath.Base(path)) {
			twin := filepath.Join(filepath.Dir(path), entry.Name())
			return &Error{fmt.Errorf("%s is not there, but %s is", path, twin), hint.Hint("name " + twin + ", or rename it")}
		}
	}
	return nil
}

// WriteSecret writes a file that only its owner may read, and creates the folders above it.
func WriteSecret(path string, data []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	sweep(path)
	old, err := boundedfile.Read(path, largest)
	if err == nil && bytes.Equal(old, data) {
		return nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	file, err := prepareAs(0o600, path, nil, data)
	if err != nil {
		return err
	}
	defer os.Remove(file.temporary) // fails after the rename, as it should
	return os.Rename(file.temporary, file.target)
}
