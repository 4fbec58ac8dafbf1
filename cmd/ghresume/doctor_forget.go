package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/internal/hint"
)

// forgetRun removes the saved snapshots: of one account or, without a login, all of them.
// It lists what it removed.
func (o *doctorOptions) forgetRun(w *cli, login string) error {
	paths, err := o.kept(w, login)
	if err != nil {
		return err
	}
	for _, path := range paths {
		if err := os.Remove(path); err != nil {
			return failed(err, "remove it by hand")
		}
		fmt.Fprintf(w.stdout, "removed %s\n", path)
		_ = os.Remove(filepath.Dir(path)) // fails if it holds another account's
	}
	if len(paths) == 0 {
		_, err = fmt.Fprintf(w.stdout, "nothing is stored for %s\n", cmp.Or(login, "any account"))
	}
	return err
}

// kept returns the files with data from GitHub: snapshots, those that were set aside, and
// temporary files of killed runs.
func (o *doctorOptions) kept(w *cli, login string) ([]string, error) {
	if o.snapshot != "" {
		return existing(o.snapshot, o.snapshot+".old"), nil
	}
	folder, err := snapshotFolder(w)
	if err != nil {
		return nil, nil // no folder, no files
	}
	name := "*"
	if login != "" {
		if err := (*loginFlag)(&login).Set(login); err != nil {
			return nil, err
		}
		name = fileName(strings.ToLower(login))
	}
	var paths []string
	for _, pattern := range []string{name + ".json", name + ".json.old", "." + name + ".json.*"} {
		found, err := filepath.Glob(filepath.Join(filepath.Dir(folder), "*", pattern))
		if err != nil {
			return nil, failed(err, hint.Hint("remove "+filepath.Dir(folder)+" by hand"))
		}
		paths = append(paths, found...)
	}
	return paths, nil
}

// existing returns the paths that exist.
func existing(paths ...string) []string {
	var out []string
	for _, path := range paths {
		if exists(path) {
			out = append(out, path)
		}
	}
	return out
}
