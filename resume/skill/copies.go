package skill

import (
	"path"
	"strings"
)

// libraryFolders are folders in which people keep copies of other people's projects,
// beside libraries of their own.
var libraryFolders = set(`lib libs libraries deps dependencies submodules extern externals contrib ext extlibs middlewares drivers plugins modules`)

// copies returns the folders that are copies of other people's projects: they are in a
// folder for libraries and have what only a whole project has, a license or workflows. A
// folder with a package.json may be a package of the same project.
func copies(listing []string) map[string]bool {
	copied, packaged := map[string]bool{}, map[string]bool{}
	for _, file := range listing {
		folder, base := path.Dir(file), path.Base(file)
		if i := strings.Index(file, "/.github/"); i >= 0 {
			folder, base = file[:i], ".github"
		}
		switch {
		case base == "package.json" || base == "Cargo.toml":
			packaged[folder] = true
		case isProjectMark(base) && libraryFolders[strings.ToLower(path.Base(path.Dir(folder)))]:
			copied[folder] = true
		}
	}
	for folder := range packaged {
		delete(copied, folder)
	}
	return copied
}

func isProjectMark(base string) bool {
	name, _, _ := strings.Cut(strings.ToUpper(base), ".")
	return strings.HasPrefix(name, "LICEN") || name == "COPYING" || base == ".github" || base == ".travis.yml"
}

// withoutCopies returns the files of a listing that are in no copy of another project.
func withoutCopies(listing []string) []string {
	copied := copies(listing)
	if len(copied) == 0 {
		return listing
	}
	var own []string
	for _, file := range listing {
		if !within(file, copied) {
			own = append(own, file)
		}
	}
	return own
}

// within reports whether a file is in one of the folders, at any depth.
func within(file string, folders map[string]bool) bool {
	for folder := path.Dir(file); folder != "." && folder != "/"; folder = path.Dir(folder) {
		if folders[folder] {
			return true
		}
	}
	return false
}
