package review

import (
	"strings"
	"sync"
)

// setOf is the set of the words in a list, made when it is first asked for.
func setOf(list string) func() map[string]bool {
	return sync.OnceValue(func() map[string]bool {
		set := map[string]bool{}
		for w := range strings.FieldsSeq(list) {
			set[w] = true
		}
		return set
	})
}
