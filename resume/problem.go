package resume

import (
	"fmt"
	"strings"
)

// Problem is one error in a profile.
type Problem struct {
	File     string
	Position Position
	Field    string // experience[1].end
	Message  string // what is wrong: `"2019-13" is not a date`
	Hint     string // what is expected
}

func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Position.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Position.Line, max(1, p.Position.Column))
	}
	if p.Field != "" {
		b.WriteString(": " + p.Field)
	}
	b.WriteString(": " + p.Message)
	return b.String()
}

// Problems are all errors in one profile, in the order of the file.
type Problems []Problem

func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
		if p.Hint != "" {
			lines[i] += "\nhint: " + p.Hint
		}
	}
	return strings.Join(lines, "\n")
}
