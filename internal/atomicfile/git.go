package atomicfile

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// isInGitDir reports whether a path is below .git: files there may be executed.
func isInGitDir(path string) bool {
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(filepath.Clean(path)), "/"), isGitDir)
}

// isGitDir reports whether a file system may take a name for .git: all of them ignore the case
// somewhere; that of macOS ignores characters of no width, and that of Windows a stream
// after a colon and dots and spaces at the end, and has the short name GIT~1.
func isGitDir(name string) bool {
	name = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, name)
	name, _, _ = strings.Cut(name, ":")
	name = strings.TrimRight(name, ". ")
	return strings.EqualFold(name, ".git") || strings.EqualFold(name, "git~1")
}
