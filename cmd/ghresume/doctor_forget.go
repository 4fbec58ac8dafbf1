package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
)

// forgetRun removes the saved snapshots: of one account or, without a login, all of them.
// It lists what it removed.
func (o *doctorOptions) forgetRun(env *cli.Env, login string) error {
	paths, err := o.kept(env, login)
	if err != nil {
		return err
	}
	for _, path := range paths {
		if err := os.Remove(path); err != nil {
			return cli.Failed(err, "remove it by hand")
		}
		fmt.Fprintf(env.Stdout, "removed %s\n", path)
		_ = os.Remove(filepath.Dir(path)) // fails if it holds another account's
	}
	if len(paths) == 0 {
		_, err = fmt.Fprintf(env.Stdout, "nothing is stored for %s\n", cmp.Or(login, "any account"))
	}
	return err
}

// kept returns the files with data from GitHub: snapshots, those that were set aside, and
// temporary files of killed runs.
func (o *doctorOptions) kept(env *cli.Env, login string) ([]string, error) {
	if o.Snapshot != "" {
		return existing(o.Snapshot, o.Snapshot+".old"), nil
	}
	folder, err := load.SnapshotFolder(env)
	if err != nil {
		return nil, nil // no folder, no files
	}
	name := "*"
	if login != "" {
		if err := (*loginFlag)(&login).Set(login); err != nil {
			return nil, err
		}
		name = load.FileName(strings.ToLower(login))
	}
	var paths []string
	for _, pattern := range []string{name + ".json", name + ".json.old", "." + name + ".json.*"} {
		found, err := filepath.Glob(filepath.Join(filepath.Dir(folder), "*", pattern))
		if err != nil {
			return nil, cli.Failed(err, hint.Hint("remove "+filepath.Dir(folder)+" by hand"))
		}
		paths = append(paths, found...)
	}
	return paths, nil
}

// existing returns the paths that exist.
func existing(paths ...string) []string {
	var out []string
	for _, path := range paths {
		if cli.Exists(path) {
			out = append(out, path)
		}
	}
	return out
}
