package skill

import (
	"path"
	"slices"
	"strings"
)

// patternIndex finds the few patterns that a path may match, out of many: by the last
// element of the path, or its extension.
type patternIndex struct {
	byBase, byExt map[string][]int
	others        []int // patterns whose last element begins or ends with anything
}

func newPatternIndex(patterns []string) *patternIndex {
	x := &patternIndex{byBase: map[string][]int{}, byExt: map[string][]int{}}
	for i, pattern := range patterns {
		last := path.Base(pattern)
		switch ext := path.Ext(last); {
		case !hasMeta(last):
			x.byBase[last] = append(x.byBase[last], i)
		case len(ext) > 1 && !hasMeta(ext):
			x.byExt[ext] = append(x.byExt[ext], i)
		default:
			x.others = append(x.others, i)
		}
	}
	return x
}

func hasMeta(element string) bool { return strings.ContainsAny(element, `*?[{\`) }

// near returns the indexes of the patterns that a path may match, in ascending order.
func (x *patternIndex) near(file string) []int {
	base := path.Base(file)
	found := slices.Concat(x.byBase[base], x.byExt[path.Ext(base)], x.others)
	slices.Sort(found)
	return found
}
