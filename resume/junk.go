package resume

import (
	"slices"
	"strings"
)

// Repositories that say little of a developer's work are held back from the
// ranking; the profile still shows them when it names them.

// notWork are the words in a repository's name that tell an exercise.
var notWork = map[string]bool{
	"homework": true, "homeworks": true, "exercise": true, "exercises": true, "assignment": true, "assignments": true, "coursework": true,
	"advent": true, "adventofcode": true, "aoc": true, "bootcamp": true, "kata": true, "katas": true, "codewars": true, "exercism": true,
	"leetcode": true, "hackerrank": true, "helloworld": true,
}

// famous is from how many stars on a name tells nothing any more: Kata
// Containers are not an exercise.
const famous = 100

// isJunk knows dotfiles, what a host reads by its name, sites, and exercises.
func isJunk(r Repository) bool {
	return isSettings(r.Name) || isProfileReadme(r.Name) || isSite(r.Name) || r.Stars < famous && isExercise(r.Name)
}

// isSettings knows a folder of settings: .github, dotfiles, nvim-dotfiles.
func isSettings(name string) bool {
	short := strings.ToLower(shortName(name))
	return strings.HasPrefix(short, ".") || slices.ContainsFunc(nameWords(short), func(w string) bool { return w == "dotfiles" || w == "dots" || w == "dotfile" })
}

// isSite knows the repository of a GitHub page: ada.github.io.
func isSite(name string) bool {
	short := strings.ToLower(shortName(name))
	return strings.HasSuffix(short, ".github.io") || strings.HasSuffix(short, ".github.com")
}

func isExercise(name string) bool {
	short := strings.ToLower(shortName(name))
	return slices.ContainsFunc(nameWords(short), func(w string) bool { return notWork[strings.TrimRight(w, "0123456789")] }) ||
		looseName(short) == "helloworld" || strings.HasPrefix(looseName(short), "adventofcode")
}

// nameWords are the words of a repository's name.
func nameWords(short string) []string {
	return strings.FieldsFunc(short, func(r rune) bool { return r == '-' || r == '_' || r == '.' })
}

// saysNothing says that a repository has nothing that speaks for it.
func saysNothing(r Repository) bool {
	return strings.TrimSpace(r.Description) == "" && r.Stars == 0 && (r.Releases == nil || *r.Releases == 0)
}

// withoutBare leaves out bare repositories when there are better ones. What the
// person pinned stays.
func (j *joiner) withoutBare(ranked []Repository) []Repository {
	bare := func(r Repository) bool { return saysNothing(r) && !j.isPinned(r.Name) }
	if !slices.ContainsFunc(ranked, func(r Repository) bool { return !bare(r) }) {
		return ranked
	}
	return slices.DeleteFunc(ranked, bare)
}
