package review

import (
	"strings"
	"sync"
)

// setOf returns the set of the words in a list, built on first use.
func setOf(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			set[w] = true
		}
		return set
	})
}
