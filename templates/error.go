package templates

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/internal/lazy"
)

// Error describes a mistake in a template.
type Error struct {
	File    string
	Line    int    // 0 if unknown
	Message string // what is wrong, naming the field
	hint    string
	err     error
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Message
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Message)
}

func (e *Error) Unwrap() error { return e.err }

// Hint names the nearest existing field or function.
func (e *Error) Hint() string { return e.hint }

// Messages of text/template, which has no types for these errors.
var (
	position        = lazy.New(`^template: (.+?):(\d+)(?::\d+)?: (?s:(.*))$`)
	execution       = lazy.New(`^executing ".*?" at <(.*?)>: (?s:(.*))$`)
	unknownField    = lazy.New(`can't evaluate field (\w+) in type \*?(?:\w+\.)?(\w+)`)
	unknownFunction = lazy.New(`function "(\w+)" not defined`)
	unknownBlock    = lazy.New(`template "([^"]*)" not defined$`)
	errorCalling    = lazy.New(`^error calling \w+: `)
)

// explain turns an error of text/template into an [Error].
func (t *Template) explain(err error) error {
	e := &Error{File: t.file, Message: err.Error(), err: err, hint: "see docs/templates.md for fields and functions"}
	if m := position.FindStringSubmatch(e.Message); m != nil {
		e.File, e.Message = m[1], m[3]
		fmt.Sscan(m[2], &e.Line)
	}
	if m := execution.FindStringSubmatch(e.Message); m != nil {
		e.Message = "{{" + m[1] + "}}: " + errorCalling.ReplaceAllString(m[2], "")
	}
	if limit, ok := errors.AsType[*limitError](err); ok {
		e.Message, e.hint = limit.message, "a resume needs far less: look for an endless loop, or for a value that grows in every iteration"
	}
	if m := unknownField.FindStringSubmatch(e.Message); m != nil {
		e.Message = fmt.Sprintf("a %s has no field %s", strings.ToLower(m[2]), m[1])
		e.suggest("."+m[1], fieldsOf(m[2]))
	}
	if m := unknownFunction.FindStringSubmatch(e.Message); m != nil {
		e.Message = fmt.Sprintf("there is no function %s", m[1])
		e.suggest(m[1], t.functionNames())
	}
	if m := unknownBlock.FindStringSubmatch(e.Message); m != nil {
		e.Message = fmt.Sprintf("there is no block %q", m[1])
		e.suggest(m[1], t.blockNames())
	}
	e.explainPart()
	return e
}

// explainPart explains that a block or a function needs a part: the mistake is not where
// text/template reports it, but in the call.
func (e *Error) explainPart() {
	_, wrongType := strings.CutPrefix(e.Message, "{{.}}: wrong type for value; expected templates.sectionData")
	if wrongType || e.Message == "a resume has no field Section" {
		e.Message = "the input is not a part, which is a section with its resume"
		e.hint = `pass one: {{range .Sections}}{{template "section" (part $ .)}}{{end}}`
	}
}

// suggest sets a hint with the nearest known name.
func (e *Error) suggest(name string, known []string) {
	nearest := english.Nearest(name, known)
	switch {
	case nearest != "":
		e.hint = "did you mean " + nearest + "?"
	case len(known) > 0 && len(known) < 40:
		e.hint = "there are " + strings.Join(known, " ")
	}
}

func (t *Template) functionNames() []string {
	var names []string
	for name := range t.functions() {
		if !strings.HasPrefix(name, "_") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// blockNames returns the names of the blocks that a template can use.
func (t *Template) blockNames() []string {
	var names []string
	for _, block := range t.set.Templates() {
		if !strings.HasSuffix(block.Name(), ".tmpl") {
			names = append(names, block.Name())
		}
	}
	slices.Sort(names)
	return names
}

// fieldsOf lists the fields of a type that templates can use, by the type's name: ".Name",
// ".Title".
func fieldsOf(name string) []string {
	var found []string
	visit(reflect.TypeFor[sectionData](), map[reflect.Type]bool{}, func(t reflect.Type) {
		if t.Name() != name {
			return
		}
		for _, f := range reflect.VisibleFields(t) {
			if f.IsExported() && !f.Anonymous {
				found = append(found, "."+f.Name)
			}
		}
	})
	return found
}

// visit calls do for every struct type that a value of type t can hold.
func visit(t reflect.Type, seen map[reflect.Type]bool, do func(reflect.Type)) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		visit(t.Elem(), seen, do)
	case reflect.Struct:
		if seen[t] {
			return
		}
		seen[t] = true
		do(t)
		for i := range t.NumField() {
			visit(t.Field(i).Type, seen, do)
		}
	}
}
