package resume

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Repositories that say little of a developer's work are held back from the
// ranking; the profile still shows them when it names them.

// exercises are words of a repository's name, or neighbors written as one word,
// that tell an exercise.
var exercises = wordSet(`homework homeworks exercise exercises assignment assignments coursework bootcamp kata katas
	codewars exercism leetcode hackerrank codeforces codechef atcoder projecteuler freecodecamp aoc adventofcode helloworld codekata`)

// products are what something about exercises is when its name ends so: a homework-planner is work.
var products = wordSet(`api apis app apps bot calendar checker cli client core db engine exporter extension generator grader helper kit
	lib library manager notifier parser planner platform plugin portal runner runtime scheduler scraper sdk server service services
	sync syncer tool toolkit tools tracker viewer`)

// editors are programs whose configuration people keep as they keep dotfiles.
var editors = wordSet(`vim nvim neovim emacs zsh bash fish tmux nixos i3 sway hyprland`)

func wordSet(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return setOf(strings.Fields(words)) })
}

// famous is from how many stars on a name tells nothing any more: Kata
// Containers are not an exercise.
const famous = 100

// isJunk knows dotfiles, what a host reads by its name, sites, and exercises. What
// is released or famous is a product, whatever its name.
func isJunk(r Repository) bool {
	isProduct := r.Stars >= famous || r.Releases != nil && *r.Releases > 0
	return isSettings(r.Name) || isProfileReadme(r.Name) || isSite(r.Name) || !isProduct && isExercise(r.Name)
}

// isSettings knows a folder of settings: .github, dotfiles, nvim-config.
func isSettings(name string) bool {
	words := nameWords(shortName(name))
	first, last := words[0], words[len(words)-1]
	switch {
	case strings.HasPrefix(shortName(name), "."), last == "dots" && len(words) < 3, slices.Contains([]string{"vimrc", "zshrc", "bashrc"}, last):
		return true
	case len(words) == 2 && (last == "config" || last == "conf" || last == "d"):
		return editors()[first]
	}
	return !products()[last] && has(words, 2, func(word string) bool { return word == "dotfiles" || word == "dotfile" })
}

// isSite knows the repository of the person's page: ada.github.io, ada.dev, homepage.
func isSite(name string) bool {
	owner, short, _ := strings.Cut(strings.ToLower(name), "/")
	switch strings.Join(nameWords(short), "") {
	case "website", "homepage", "personalwebsite", "personalsite", "personalpage", "mywebsite", "portfoliowebsite", "portfoliosite":
		return true
	}
	host, _, hasEnding := strings.Cut(short, ".")
	return strings.HasSuffix(short, ".github.io") || strings.HasSuffix(short, ".github.com") || hasEnding && host == owner
}

// isExercise knows homework, katas, puzzles and first steps.
func isExercise(name string) bool {
	words := nameWords(shortName(name))
	last := words[len(words)-1]
	isWord := func(word string) bool { return exercises()[word] }
	return has(words, 3, func(word string) bool { return word == "helloworld" }) ||
		!products()[last] && (has(words, 3, isWord) || isNumbered(words, "advent") || isNumbered(words, "hw") || has(words, 2, func(word string) bool { return word == "daysof" }))
}

// isNumbered reports whether a word has its number or year beside it: advent2022, hw-3.
func isNumbered(words []string, word string) bool {
	i := slices.Index(words, word)
	return i >= 0 && i+1 < len(words) && strings.Trim(words[i+1], "0123456789") == ""
}

// has reports whether one of the words, or up to so many neighbors as one word, is meant.
func has(words []string, neighbors int, meant func(string) bool) bool {
	for i := range words {
		joined := ""
		for _, word := range words[i:min(i+neighbors, len(words))] {
			if joined += word; meant(joined) {
				return true
			}
		}
	}
	return false
}

// nameWords are the words of a repository's name, in lower case: numbers and what
// begins with a capital letter are words of their own. There is at least one.
func nameWords(name string) []string {
	words, last := []string{""}, ' '
	for _, r := range name {
		switch isSign := strings.ContainsRune("-_.", r); {
		case isSign, unicode.IsDigit(r) != unicode.IsDigit(last) && last != ' ', unicode.IsUpper(r) && unicode.IsLower(last):
			if words[len(words)-1] != "" {
				words = append(words, "")
			}
			if isSign {
				last = ' '
				continue
			}
		}
		words[len(words)-1] += string(unicode.ToLower(r))
		last = r
	}
	if n := len(words); n > 1 && words[n-1] == "" {
		words = words[:n-1]
	}
	return words
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
