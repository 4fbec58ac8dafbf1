package review

import (
	"maps"
	"regexp"
	"slices"
	"strings"
)

// phrasePattern matches any of the keys as whole words, longer ones first, ignoring a "?"
// at their end.
func phrasePattern[V any](phrases map[string]V) string {
	keys := slices.SortedFunc(maps.Keys(phrases), func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	for i, key := range keys {
		keys[i] = regexp.QuoteMeta(strings.TrimSuffix(key, "?"))
		if last := key[len(key)-1]; last >= 'a' && last <= 'z' || last == '?' {
			keys[i] += `\b`
		}
	}
	return `\b(?:` + strings.Join(keys, "|") + `)`
}
