// Package english writes counts in words ("3 files", "1 entry") and suggests the nearest
// known word for messages.
package english

import (
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Count returns "1 page", "3 pages", "2 repositories".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %s", n, Plural(noun))
}

// Plural returns the plural of a regular noun.
func Plural(noun string) string {
	if stem, ok := strings.CutSuffix(noun, "y"); ok && !strings.HasSuffix(stem, "a") && !strings.HasSuffix(stem, "e") && !strings.HasSuffix(stem, "o") {
		return stem + "ies"
	}
	return noun + "s"
}

// longest is the length up to which words are compared: people mistype short ones.
const longest = 64

// Nearest returns the known word that was most likely meant, the first of several, or "" if
// none is similar.
func Nearest(word string, known []string) string {
	if len(word) > longest {
		return ""
	}
	best, distance := "", len(word)/2+1
	for _, k := range known {
		if len(k) > longest {
			continue
		}
		if n := levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(k)); n < distance {
			best, distance = k, n
		}
	}
	return best
}
