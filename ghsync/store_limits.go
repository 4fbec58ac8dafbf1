package ghsync

import "fmt"

// MaxSnapshotSize is the maximum size of a saved snapshot, in bytes: twice what an account
// of 10,000 repositories needs.
const MaxSnapshotSize = 32 << 20

// The other limits, since a small file may hold many empty entries, which take far more
// memory than bytes. An account of 10,000 repositories needs half of each.
const (
	maxEntries = 50_000   // of a list of the account's, such as its repositories
	maxDetails = 20_000   // of a list of a repository's, such as its topics
	maxObjects = 250_000  // in all
	maxValues  = 600_000  // in all
	maxString  = 64 << 10 // bytes
)

// excess says which limit a snapshot exceeds, or returns "".
func excess(data []byte) string {
	switch c := countJSON(data); {
	case c.longest[1] > maxEntries || c.longest[2] > maxEntries:
		return fmt.Sprintf("a list of more than %d entries", maxEntries)
	case c.longest[3] > maxDetails:
		return fmt.Sprintf("a repository with a list of more than %d entries", maxDetails)
	case c.objects > maxObjects:
		return fmt.Sprintf("more than %d objects", maxObjects)
	case c.values > maxValues:
		return fmt.Sprintf("more than %d values", maxValues)
	case c.text > maxString:
		return fmt.Sprintf("a text of more than %d kB", maxString>>10)
	}
	return ""
}

// jsonSize is what determines how much memory JSON takes.
type jsonSize struct {
	values, objects, text int
	// longest has the largest number of commas of a list or object, by its depth; from
	// depth 3 on, they are counted together.
	longest [4]int
}

// countJSON measures JSON in one pass; it may be invalid.
func countJSON(data []byte) jsonSize {
	var c jsonSize
	var commas [4]int
	depth, start := 0, -1 // start of the string, or -1
	for i := 0; i < len(data); i++ {
		at := min(depth, 3)
		switch b := data[i]; {
		case start >= 0 && b == '\\':
			i++
		case start >= 0 && b == '"':
			c.text, start = max(c.text, i-start), -1
		case start >= 0:
		case b == '"':
			start = i
		case b == '{' || b == '[':
			if depth++; depth <= 3 {
				commas[min(depth, 3)] = 0
			}
			if b == '{' {
				c.objects++
			}
		case b == '}' || b == ']':
			depth = max(depth-1, 0)
		case b == ',' && depth > 0:
			c.values++
			commas[at]++
			c.longest[at] = max(c.longest[at], commas[at])
		}
	}
	return c
}
