package produce

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/resume/skill"
)

// Shown returns the repositories of which the files to replace show technologies that only
// files in them prove, those with most first. A file that cannot be read shows none.
func Shown(env *cli.Env, editions []Edition) []string {
	count := map[string]int{}
	for _, e := range editions {
		for _, path := range e.Files {
			if _, old, err := atomicfile.Read(path); err == nil && len(old) > 0 {
				countProven(cli.Host(env), old, count)
			}
		}
	}
	maps.DeleteFunc(count, func(_ string, n int) bool { return n == 0 })
	return slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(count[b]-count[a], strings.Compare(a, b))
	})
}

// countProven counts the technologies other than languages that a document shows of each
// repository.
func countProven(host string, document []byte, into map[string]int) {
	catalog := skill.Default()
	for name, text := range splitEntries(host, document) {
		n := 0
		for technology := range technologiesIn(catalog, text) {
			if t, ok := catalog.Named(technology); ok && t.Group != skill.Languages {
				n++
			}
		}
		into[name] = max(into[name], n)
	}
}
