package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/safe"
)

// refuseExisting protects a profile that the user may have written by hand.
func refuseExisting(path string, force bool) error {
	if path == "" || force {
		return nil
	}
	if _, err := os.Lstat(path); err == nil {
		return usageError("write to another file with "+hint.Output+", or replace it with "+hint.Force, "%s exists", path)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return failed(err, "")
	}
	return nil
}

// reportWritten reports for each file whether it changed.
func reportWritten(w *cli, paths, changed []string) {
	for _, path := range paths {
		state := "unchanged"
		if slices.Contains(changed, path) {
			state = "written"
		}
		fmt.Fprintf(w.stderr, "ghresume: %s %s\n", safe.Text(path), state)
	}
}

// makeFolders makes the folders for the pictures that the files at the given paths show.
func makeFolders(files []atomicfile.File, paths []string) error {
	for _, f := range files {
		if slices.Contains(paths, f.Path) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(f.Path), 0o755); err != nil {
			return failed(err, "")
		}
	}
	return nil
}

// pathsOf returns the names of files.
func pathsOf(files []atomicfile.File) []string {
	var out []string
	for _, f := range files {
		out = append(out, f.Path)
	}
	return out
}
