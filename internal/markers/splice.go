// Package markers finds the blocks of a Markdown file that belong to ghresume, and
// replaces their text. Every other byte of the file stays. A block looks like this:
//
//	<!-- ghresume:start skills -->
//	<!-- ghresume:end -->
package markers

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/markup"
)

// ErrNone is returned for a file that has no place for a resume.
var ErrNone = errors.New("has no <!-- ghresume:start --> … <!-- ghresume:end -->")

// Error means that a marker is missing, nested or repeated, or that nothing has the
// name of its block.
type Error struct {
	File    string
	Line    int
	Message string
	hint    string
	cause   error
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Message) }

// Hint shows what to write.
func (e *Error) Hint() string { return e.hint }

func (e *Error) Unwrap() error { return e.cause }

// in adds to an error of a named block where its marker is.
func (m marker) in(file string, err error) error {
	hinted, ok := err.(interface{ Hint() string })
	if !ok || m.name == "" {
		return err
	}
	return &Error{file, m.line, err.Error(), hinted.Hint(), err}
}

// marker is one <!-- ghresume:start name --> or <!-- ghresume:end -->.
type marker struct {
	start, stop int // byte offsets
	line        int
	opening     bool
	name        string
	// indent is the indentation of the enclosing list; quoted means that it is in a
	// quotation, and inRow that it is in a row of a table.
	indent        int
	quoted, inRow bool
}

var markerText = lazy.New(`<!--[ \t]*ghresume:(start|end)(?:[ \t]+([^<>\r\n]*?))?[ \t]*-->`)

// Splice replaces the text between the markers of old and leaves every other byte unchanged.
// It calls render with the name of each block: "" for <!-- ghresume:start -->, "skills" for
// <!-- ghresume:start skills -->. The file's line endings are kept. Markers inside code are
// ignored. The error is ErrNone, a *Error or render's.
func Splice(file string, old []byte, render func(block string) ([]byte, error)) ([]byte, error) {
	if err := checkSize(file, old); err != nil {
		return nil, err
	}
	marks := markersOf(old)
	if len(marks) == 0 {
		return nil, fmt.Errorf("%s %w", file, ErrNone)
	}
	if err := checkMarkers(file, marks); err != nil {
		return nil, err
	}
	newline := "\n"
	if before, _, found := bytes.Cut(old, []byte("\n")); found && bytes.HasSuffix(before, []byte("\r")) {
		newline = "\r\n"
	}
	var out bytes.Buffer
	from := 0
	for i := 0; i < len(marks); i += 2 {
		content, err := render(marks[i].name)
		if err != nil {
			return nil, marks[i].in(file, err)
		}
		if marks[i].inRow && len(bytes.TrimSpace(content)) > 0 && !isPicture(string(content)) {
			return nil, &Error{file, marks[i].line, "a row of a table has room for a picture, but not for lines of text", "write the table as HTML, <table><tr><td>, with an empty line before and after the block", nil}
		}
		out.Write(old[from:marks[i].stop])
		out.WriteString(framed(string(content), string(old[marks[i].stop:marks[i+1].start]), marks[i].lead(old), newline))
		from = marks[i+1].start
	}
	out.Write(old[from:])
	return out.Bytes(), checkSpliced(file, marks, out.Bytes())
}

// framed puts blank lines around the content, so that it is read as Markdown even between
// HTML tags. A picture is HTML already: it stays on the line or at the indentation of the
// markers, as the old content, so that it breaks no table. In a list or a quotation, every
// line gets the necessary prefix.
func framed(content, old, lead, newline string) string {
	content = strings.Trim(strings.ReplaceAll(content, "\r\n", "\n"), "\n")
	last := strings.LastIndex(old, "\n")
	switch {
	case content == "" && last < 0:
		return ""
	case content == "":
		return newline
	case isPicture(content) && last < 0:
		return strings.TrimSpace(content)
	case isPicture(content):
		indent := old[last+1:]
		if strings.Trim(indent, " \t") != "" {
			indent = lead
		}
		return newline + indent + strings.TrimSpace(content) + newline + indent
	}
	lines := strings.Split("\n"+content+"\n", "\n")
	for i, line := range lines {
		if line == "" {
			lines[i] = strings.TrimRight(lead, " \t")
		} else {
			lines[i] = lead + line
		}
	}
	return newline + strings.Join(lines, newline) + newline + lead
}

// containers matches the marks of lists and quotations before a marker.
var containers = lazy.New(`^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*$`)

// lead returns the prefix of a line that stays in the list or quotation of the marker.
func (m marker) lead(source []byte) string {
	line := string(source[bytes.LastIndexByte(source[:m.start], '\n')+1 : m.start])
	if !containers.MatchString(line) {
		return ""
	}
	line = strings.Map(func(c rune) rune {
		if strings.ContainsRune(" \t>", c) {
			return c
		}
		return ' '
	}, line)
	if m.quoted {
		return line
	}
	return line[:min(len(line), m.indent)]
}

// isPicture reports whether the content of a block is a picture.
func isPicture(content string) bool {
	content = strings.TrimSpace(content)
	return strings.HasPrefix(content, "<picture>") && strings.HasSuffix(content, "</picture>") && !strings.Contains(content, "\n")
}

// checkMarkers requires alternating starts and ends, and each name only once.
func checkMarkers(file string, marks []marker) error {
	complain := func(m marker, hint, format string, args ...any) error {
		return &Error{file, m.line, fmt.Sprintf(format, args...), hint, nil}
	}
	seen := map[string]int{}
	var open *marker
	for i, m := range marks {
		switch {
		case m.opening && open != nil:
			return complain(m, fmt.Sprintf("write <!-- ghresume:end --> before it, for the start in line %d", open.line), "a block starts inside a block")
		case m.opening && seen[m.name] > 0:
			return complain(m, fmt.Sprintf("the first one is in line %d; remove one", seen[m.name]), "the block %q appears twice", m.name)
		case !m.opening && open == nil:
			return complain(m, "write <!-- ghresume:start --> before it", "a block ends without a start")
		case !m.opening && m.name != "" && m.name != open.name:
			return complain(m, fmt.Sprintf("the block that is open started in line %d", open.line), "the end of %q closes another block", m.name)
		}
		open = nil
		if m.opening {
			open, seen[m.name] = &marks[i], m.line
		}
	}
	if open != nil {
		return complain(*open, "write <!-- ghresume:end --> after it", "a block starts but does not end")
	}
	return nil
}

// checkSpliced reads the new file as the next run will, and requires the same blocks. It
// fails if a block's content holds a marker, or code that does not end.
func checkSpliced(file string, before []marker, spliced []byte) error {
	if err := checkSize(file, spliced); err != nil {
		return err
	}
	after := markersOf(spliced)
	for i, m := range before {
		if len(after) != len(before) || after[i].opening != m.opening || after[i].name != m.name {
			return &Error{file, m.line, "the new content of the block breaks its markers", "look in the template for a marker, or for unclosed code or HTML", nil}
		}
	}
	return nil
}

// MaxSize and maxLines limit a file with markers; GitHub shows a tenth of that. The time to
// find the markers grows with the nesting, too.
const (
	MaxSize  = 8 << 20
	maxLines = 200_000
)

// checkSize returns a [*Error] for a file in which no markers are looked for.
func checkSize(file string, source []byte) error {
	excess := Excess(source)
	if excess == "" {
		return nil
	}
	return &Error{file, 1, "the file has " + excess, "is this the right file?", nil}
}

// Excess says which limit a file exceeds, or returns "".
func Excess(source []byte) string {
	if len(source) > MaxSize {
		return fmt.Sprintf("%d kB, and at most %d are read", len(source)>>10, MaxSize>>10)
	}
	return markup.MeasureNesting(source).Excess(maxLines)
}
