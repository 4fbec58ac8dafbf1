package review

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// ignores holds the rules that the user switched off: everywhere by [check] ignore or a
// comment above the first key, or for one line by a comment on it or on the lines above
// it.
type ignores struct {
	everywhere []string
	lines      map[int][]string // by line
	numbers    []int            // the lines, sorted
	above      map[int]int      // by line: the first of the comment lines right above it
}

var ignoreComment = lazy.New(`#[ \t]*ghresume:ignore[ \t:]+([a-z0-9-]+(?:[ \t,]+[a-z0-9-]+)*)`)

// ignoredRules returns the rules under their current names.
func ignoredRules(names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, cmp.Or(renamed[name], name))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func readIgnores(in Input) ignores {
	ig := ignores{
		everywhere: ignoredRules(in.Profile.Check.Ignore),
		lines:      map[int][]string{},
		above:      map[int]int{},
	}
	head, block := true, 0
	for i, line := range strings.Split(string(withoutStrings(in)), "\n") {
		code, _, _ := strings.Cut(line, "#")
		comment := strings.TrimSpace(code) == ""
		head = head && comment
		if block > 0 {
			ig.above[i+1] = block
		}
		switch alone := comment && strings.Contains(line, "#"); {
		case !alone:
			block = 0
		case block == 0:
			block = i + 1
		}
		if m := ignoreComment.FindStringSubmatch(line); m != nil {
			names := strings.FieldsFunc(m[1], func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
			ig.lines[i+1] = names
			ig.numbers = append(ig.numbers, i+1)
			if head {
				ig.everywhere = append(ig.everywhere, names...)
			}
		}
	}
	return ig
}

// withoutStrings blanks all string values, so that a # in them does not start a comment.
func withoutStrings(in Input) []byte {
	text := bytes.Clone(in.Source)
	for _, p := range in.Profile.Positions {
		if p.Offset+p.Length > len(text) || p.Length < 2 {
			continue
		}
		if value := text[p.Offset : p.Offset+p.Length]; value[0] == '"' || value[0] == '\'' {
			for i, c := range value {
				if c != '\n' {
					value[i] = '"'
				}
			}
		}
	}
	return text
}

// silences reports whether a comment or the profile switches f off.
func (ig ignores) silences(r *reading, f Finding) bool {
	if slices.Contains(ig.everywhere, f.Rule) {
		return true
	}
	if f.Position.Line == 0 {
		return false
	}
	first, last := f.Position.Line, f.Position.Line
	if p, ok := r.Profile.Positions[r.valuePath(f.Field)]; ok && p.Offset+p.Length <= len(r.Source) {
		first, last = min(first, p.Line), max(last, r.places.line(p.Offset+p.Length))
	}
	if block := ig.above[first]; block > 0 {
		first = block
	}
	from, _ := slices.BinarySearch(ig.numbers, first)
	for _, line := range ig.numbers[from:] {
		if line > last {
			break
		}
		if slices.Contains(ig.lines[line], f.Rule) {
			return true
		}
	}
	return false
}
