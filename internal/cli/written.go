package cli

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

// IsStdout reports whether the value of -o means stdout: none, or "-".
func IsStdout(output string) bool { return output == "" || output == "-" }

// RefuseExisting protects a profile that the user may have written by hand.
func RefuseExisting(path string, force bool) error {
	if IsStdout(path) || force {
		return nil
	}
	if _, err := os.Lstat(path); err == nil {
		return UsageError("write to another file with "+hint.Output+", or replace it with "+hint.Force, "%s exists", path)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return Failed(err, "")
	}
	return nil
}

// ReportWritten reports for each file whether it changed.
func ReportWritten(env *Env, paths, changed []string) {
	for _, path := range paths {
		state := "unchanged"
		if slices.Contains(changed, path) {
			state = "written"
		}
		fmt.Fprintf(env.Stderr, "ghresume: %s %s\n", safe.Text(path), state)
	}
}

// MakeFolders makes the folders for the pictures that the files at the given paths show.
func MakeFolders(files []atomicfile.File, paths []string) error {
	for _, f := range files {
		if slices.Contains(paths, f.Path) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(f.Path), 0o755); err != nil {
			return Failed(err, "")
		}
	}
	return nil
}

// PathsOf returns the names of files.
func PathsOf(files []atomicfile.File) []string {
	var out []string
	for _, f := range files {
		out = append(out, f.Path)
	}
	return out
}
