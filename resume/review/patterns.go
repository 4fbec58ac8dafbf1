package review

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/lazy"
)

// The files in patterns contain what rules look for, so that a phrase is one line of one
// file. "== name" begins a list, "# " a comment. A list of a regular expression has an
// alternative per line; what begins with a tab continues the line above, and flags such as
// (?i) may follow the name. All other lists consist of words, or of one phrase per line.
//
//go:embed patterns/*.txt
var patternFiles embed.FS

// patternList is the list of one name.
type patternList struct {
	flags string
	lines []string
}

// patternLists returns the lists of all files by name.
var patternLists = sync.OnceValue(func() map[string]*patternList {
	lists := map[string]*patternList{}
	files, _ := fs.Glob(patternFiles, "patterns/*.txt")
	for _, file := range files {
		text, _ := patternFiles.ReadFile(file)
		addLists(lists, string(text))
	}
	return lists
})

// addLists adds the lists of a file; one that exists already is a mistake of ours.
func addLists(lists map[string]*patternList, text string) {
	var current *patternList
	for line := range strings.SplitSeq(text, "\n") {
		heading, isHeading := strings.CutPrefix(line, "== ")
		switch {
		case isHeading:
			name, flags, _ := strings.Cut(heading, " (?")
			if flags != "" {
				flags = "(?" + flags
			}
			if lists[name] != nil {
				panic(fmt.Sprintf("patterns: two lists are named %q", name))
			}
			current = &patternList{flags: flags}
			lists[name] = current
		case line != "" && !strings.HasPrefix(line, "# "):
			current.lines = append(current.lines, line)
		}
	}
}

// listed returns the list of a name, which must exist.
func listed(name string) *patternList {
	l := patternLists()[name]
	if l == nil {
		panic(fmt.Sprintf("patterns: no list is named %q", name))
	}
	return l
}

// expression returns the regular expression of a list.
func (l *patternList) expression() string {
	var b strings.Builder
	b.WriteString(l.flags)
	for i, line := range l.lines {
		more, continues := strings.CutPrefix(line, "\t")
		if i > 0 && !continues {
			b.WriteByte('|')
		}
		b.WriteString(more)
	}
	return b.String()
}

// pattern returns the regular expression of the list with a name, read on first use.
func pattern(name string) *lazy.Regexp {
	return lazy.Of(func() string { return listed(name).expression() })
}

// words returns the words of the list with a name, read on first use.
func words(name string) func() []string {
	return sync.OnceValue(func() []string { return strings.Fields(strings.Join(listed(name).lines, " ")) })
}

// wordSet returns the same as a set.
func wordSet(name string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return setOf(words(name)()) })
}

// phraseSet returns the set of the lines of the list with a name, built on first use.
func phraseSet(name string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool { return setOf(listed(name).lines) })
}

// setOf returns the set of words.
func setOf(words []string) map[string]bool {
	set := map[string]bool{}
	for _, w := range words {
		set[w] = true
	}
	return set
}
