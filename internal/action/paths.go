package action

import (
	"fmt"
	"os"
	"path/filepath"
)

// Inside returns an error if a link leads a path out of the job's folder, or if the path is
// not a regular file: what a pull request may put there must not be read into a resume, nor
// written through. A path that itself names another folder is the workflow's choice.
func Inside(path string) error {
	folder, err := filepath.Abs(".")
	if err != nil {
		return err
	}
	at, err := filepath.Abs(path)
	if err != nil || !isBelow(folder, at) {
		return err
	}
	root, err := filepath.EvalSymlinks(folder)
	if err != nil {
		return err
	}
	real, err := realPath(at, mostLinks)
	if err != nil {
		return err
	}
	if !isBelow(root, real) {
		return fmt.Errorf("%s is a link that leads out of the job's folder", path)
	}
	if info, err := os.Stat(real); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a regular file", path)
	}
	return nil
}

// isBelow reports whether an absolute path is below a folder, or the folder itself.
func isBelow(folder, path string) bool {
	rest, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rest)
}

// mostLinks is how many links in a row are followed.
const mostLinks = 40

// realPath resolves the links of an absolute path, even if the end of it does not exist
// yet.
func realPath(path string, left int) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		return real, nil
	}
	if to, err := os.Readlink(path); err == nil && left > 0 { // a dangling link
		if !filepath.IsAbs(to) {
			to = filepath.Join(filepath.Dir(path), to)
		}
		return realPath(to, left-1)
	}
	if !os.IsNotExist(err) || path == filepath.Dir(path) {
		return "", err
	}
	folder, err := realPath(filepath.Dir(path), left)
	return filepath.Join(folder, filepath.Base(path)), err
}
