package resume

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// MaxProfileSize is the maximum size of a profile, in bytes.
const MaxProfileSize = 1 << 20

// ParseProfile decodes and validates a profile. The error is a [Problems] with every
// mistake in the text; file is the name in messages.
func ParseProfile(file string, data []byte) (*Profile, error) {
	p, problems := ParseProfileLenient(file, data)
	if len(problems) > 0 {
		return nil, problems
	}
	return p, nil
}

// ParseProfileLenient is like ParseProfile, but also returns a profile if there are
// mistakes: with everything that was right. It is nil if the text is not TOML.
func ParseProfileLenient(file string, data []byte) (*Profile, Problems) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	for _, check := range []func([]byte) *Problem{checkText, checkDepth} {
		if problem := check(data); problem != nil {
			problem.File = file
			return nil, Problems{*problem}
		}
	}
	var tree map[string]any
	if _, err := toml.Decode(string(data), &tree); err != nil {
		return nil, Problems{syntaxProblem(file, data, err)}
	}
	p := &Profile{File: file, Positions: indexPositions(data)}
	d := decoder{wordings: map[string][]Wording{}}
	d.assign("", reflect.ValueOf(p).Elem(), tree)
	p.keepWordings(d.wordings)
	d.problems = append(d.problems, p.validate()...)
	return p, p.place(d.problems)
}

func checkText(data []byte) *Problem {
	if len(data) > MaxProfileSize {
		return &Problem{Message: fmt.Sprintf("the file has %d bytes", len(data)), Hint: "a profile has at most 1 MiB; is this the right file?"}
	}
	if isUTF16(data) {
		return &Problem{Message: "the text is UTF-16, not UTF-8", Hint: "save the file as UTF-8; PowerShell writes UTF-16 when > redirects"}
	}
	if utf8.Valid(data) {
		return nil
	}
	line := 1
	for rest := data; ; line++ {
		before, after, found := bytes.Cut(rest, []byte("\n"))
		if !utf8.Valid(before) || !found {
			break
		}
		rest = after
	}
	return &Problem{Position: Position{Line: line}, Message: "the text is not UTF-8", Hint: "save the file as UTF-8 in your editor"}
}

func syntaxProblem(file string, data []byte, err error) Problem {
	var syntax toml.ParseError
	if !errors.As(err, &syntax) {
		return Problem{File: file, Message: err.Error(), Hint: "see https://toml.io for how TOML is written"}
	}
	start := min(max(0, syntax.Position.Start), len(data))
	lineStart := bytes.LastIndexByte(data[:start], '\n') + 1
	return Problem{
		File:     file,
		Position: Position{Line: syntax.Position.Line, Column: utf8.RuneCount(data[lineStart:start]) + 1, Offset: start, Length: syntax.Position.Len},
		Message:  syntax.Message,
		Hint:     cmp.Or(tomlHint(data, start, syntax.Message), syntax.Usage, "see https://toml.io for how TOML is written"),
	}
}

// place sets the file and position of every problem and sorts them in the order of the
// file.
func (p *Profile) place(problems []Problem) Problems {
	for i := range problems {
		problems[i].File = p.File
		problems[i].Position = p.Positions.Find(problems[i].Field)
	}
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Position.Line, b.Position.Line), cmp.Compare(a.Position.Column, b.Position.Column), cmp.Compare(a.Field, b.Field))
	})
	return problems
}
