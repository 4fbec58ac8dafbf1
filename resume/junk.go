package resume

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Repositories that reveal little about a developer's work are kept out of the ranking;
// the profile can still name them.

// exercises are words in a repository's name, or neighbors written as one word, that
// indicate an exercise.
var exercises = wordSet(`homework homeworks exercise exercises assignment assignments coursework bootcamp kata katas
	codewars exercism leetcode hackerrank codeforces codechef atcoder projecteuler freecodecamp aoc adventofcode helloworld codekata`)

// products are last words of names that make it a product about exercises: a
// homework-planner is real work.
var products = wordSet(`api apis app apps bot calendar checker cli client core db engine exporter extension generator grader helper kit
	lib library manager notifier parser planner platform plugin portal runner runtime scheduler scraper sdk server service services
	sync syncer tool toolkit tools tracker viewer`)

// editors are programs whose configuration people keep like dotfiles.
var editors = wordSet(`vim nvim neovim emacs zsh bash fish tmux nixos i3 sway hyprland`)

func wordSet(words string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return setOf(strings.Fields(words)) })
}

// famous is the number of stars from which a name no longer counts: Kata Containers are
// not an exercise.
const famous = 100

// isJunk reports whether a repository holds dotfiles, files that its host reads by name,
// a site or an exercise. Anything released or famous is a product, whatever its name.
func isJunk(r Repository) bool {
	isProduct := r.Stars >= famous || r.Releases != nil && *r.Releases > 0
	return isSettings(r.Name) || isProfileReadme(r.Name) || isSite(r.Name) || !isProduct && isExercise(r.Name)
}

// isSettings reports whether the name is that of a folder of settings: .github, dotfiles,
// nvim-config.
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

// isSite reports whether the name is that of the user's site: ada.github.io, ada.dev,
// homepage.
func isSite(name string) bool {
	owner, short, _ := strings.Cut(strings.ToLower(name), "/")
	switch strings.Join(nameWords(short), "") {
	case "website", "homepage", "personalwebsite", "personalsite", "personalpage", "mywebsite", "portfoliowebsite", "portfoliosite":
		return true
	}
	host, _, hasEnding := strings.Cut(short, ".")
	return strings.HasSuffix(short, ".github.io") || strings.HasSuffix(short, ".github.com") || hasEnding && host == owner
}

// isExercise reports whether the name is that of homework, katas, puzzles or first steps.
func isExercise(name string) bool {
	words := nameWords(shortName(name))
	last := words[len(words)-1]
	isWord := func(word string) bool { return exercises()[word] }
	return has(words, 3, func(word string) bool { return word == "helloworld" }) ||
		!products()[last] && (has(words, 3, isWord) || isNumbered(words, "advent") || isNumbered(words, "hw") || has(words, 2, func(word string) bool { return word == "daysof" }))
}

// isNumbered reports whether a number or year is next to the word: advent2022, hw-3.
func isNumbered(words []string, word string) bool {
	i := slices.Index(words, word)
	return i >= 0 && i+1 < len(words) && strings.Trim(words[i+1], "0123456789") == ""
}

// has reports whether meant is true for a word, or for up to neighbors adjacent words
// joined.
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

// nameWords splits a repository's name into words in lower case: numbers and words that
// begin with a capital letter are separate. There is at least one.
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

// isInsubstantial reports whether a repository has nothing to recommend it.
func isInsubstantial(r Repository) bool {
	return strings.TrimSpace(r.Description) == "" && r.Stars == 0 && (r.Releases == nil || *r.Releases == 0)
}

// withoutBare drops bare repositories if there are better ones. Pinned ones stay.
func (j *joiner) withoutBare(ranked []Repository) []Repository {
	bare := func(r Repository) bool { return isInsubstantial(r) && !j.isPinned(r.Name) }
	if !slices.ContainsFunc(ranked, func(r Repository) bool { return !bare(r) }) {
		return ranked
	}
	return slices.DeleteFunc(ranked, bare)
}
