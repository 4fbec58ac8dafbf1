package review

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// ignores are the rules that the person switched off: everywhere by [check]
// ignore or a comment above the first key, else for a line by a comment on it
// or on the lines above it.
type ignores struct {
	everywhere []string
	lines      map[int][]string // by line
	alone      map[int]bool     // lines that hold a comment and nothing else
}

var ignoreComment = regexp.MustCompile(`#[ \t]*ghresume:ignore[ \t:]+([a-z0-9-]+(?:[ \t,]+[a-z0-9-]+)*)`)

func readIgnores(in Input) ignores {
	ig := ignores{
		everywhere: slices.Clone(in.Profile.Check.Ignore),
		lines:      map[int][]string{},
		alone:      map[int]bool{},
	}
	head := true
	for i, line := range strings.Split(string(withoutStrings(in)), "\n") {
		code, _, _ := strings.Cut(line, "#")
		comment := strings.TrimSpace(code) == ""
		head = head && comment
		ig.alone[i+1] = comment && strings.Contains(line, "#")
		if m := ignoreComment.FindStringSubmatch(line); m != nil {
			names := strings.FieldsFunc(m[1], func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
			ig.lines[i+1] = names
			if head {
				ig.everywhere = append(ig.everywhere, names...)
			}
		}
	}
	return ig
}

// withoutStrings blanks all string values, so that a # in them is no comment.
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
		first = min(first, p.Line)
		last = max(last, p.Line+bytes.Count(r.Source[p.Offset:p.Offset+p.Length], []byte("\n")))
	}
	for ig.alone[first-1] {
		first--
	}
	for line := first; line <= last; line++ {
		if slices.Contains(ig.lines[line], f.Rule) {
			return true
		}
	}
	return false
}
