// Package templates lays a [resume.Resume] out as Markdown.
//
// A template is a text/template whose values are escaped for Markdown unless the template says
// otherwise, as html/template does for HTML. It is hermetic: the same resume gives the same
// bytes, whatever the time, system or network. docs/templates.md lists the fields, functions
// and blocks that it can use, with an example of each.
//
// A mistake in a template is an [*Error] with its file and line; so is a template that takes
// more steps or bytes than one resume needs. Package render uses a template to replace the
// text between the markers of a README.
package templates

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"
	"text/template/parse"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/resume"
)

//go:embed *.md.tmpl
var builtin embed.FS

// partials is the file of blocks that every template may use and redefine.
const partials = "partials"

// Template is a parsed template.
type Template struct {
	file string
	set  *template.Template
	// printer belongs to the functions; its language is set for each rendering.
	printer *printer
	called  map[string]bool // the functions that the template or a partial calls
}

// Builtin returns the built-in template of that name.
func Builtin(name string) (*Template, error) {
	source, err := Source(name)
	if err != nil {
		return nil, err
	}
	return Parse(name+".md.tmpl", source)
}

// Parse parses a template, which can use the shared partials; file is its name in messages.
func Parse(file, source string) (*Template, error) {
	t := &Template{file: file, printer: &printer{}}
	if len(source) > maxSource {
		return nil, &Error{File: file, Message: fmt.Sprintf("a template of more than %d kB", maxSource>>10), hint: "a resume needs a few kilobytes"}
	}
	if strings.Contains(source, "\x00") {
		return nil, &Error{File: file, Message: "a template is text, but this file has bytes that no text contains", hint: "is it the right file?"}
	}
	shared, err := Source(partials)
	if err != nil {
		return nil, err
	}
	t.set = template.New(partials + ".md.tmpl").Option("missingkey=error").Funcs(t.functions())
	if _, err := t.set.Parse(shared); err != nil {
		return nil, t.explain(err)
	}
	main, err := t.set.New(file).Parse(source)
	if err != nil {
		return nil, t.explain(err)
	}
	t.set = main
	t.printer.text = isPlaintext(main.Tree)
	autoescape(t.set)
	t.called = calledFunctions(t.set)
	t.set.Funcs(t.uncountedFunctions())
	meterSteps(t.set)
	return t, nil
}

// functions returns those of the printer, and the escaping functions for [autoescape].
func (t *Template) functions() template.FuncMap {
	all := t.printer.functions()
	all[printText] = t.printer.print
	all[printGlued] = t.printer.glued
	all[printURL] = t.printer.url
	all[printCode] = t.printer.inCode
	var b budget
	all[countStep], all[countEnter], all[countLeave] = b.step, b.enter, b.leave
	return all
}

// meteredFunctions returns those that are called, counted against the budget of one
// rendering.
func (t *Template) meteredFunctions() template.FuncMap {
	var b budget
	called := t.functions()
	maps.DeleteFunc(called, func(name string, _ any) bool { return !t.called[name] })
	called = b.metered(called)
	called[countStep], called[countEnter], called[countLeave] = b.step, b.enter, b.leave
	return called
}

// uncountedFunctions returns what refuses to be called, by the names of all other functions.
func (t *Template) uncountedFunctions() template.FuncMap {
	others := t.printer.functions()
	for name := range others {
		others[name] = uncounted
	}
	return others
}

// uncounted takes the place of a function that is not called.
func uncounted(...any) (string, error) { return "", errors.New("the function is not counted") }

// isPlaintext reports whether the template contains {{plaintext}}.
func isPlaintext(tree *parse.Tree) bool {
	for _, node := range tree.Root.Nodes {
		if node.Type() == parse.NodeAction && node.String() == "{{plaintext}}" {
			return true
		}
	}
	return false
}

// IsPlaintext reports whether the template prints text without any markup.
func (t *Template) IsPlaintext() bool { return t.printer.text }

// Render lays out the whole resume.
func (t *Template) Render(r *resume.Resume) ([]byte, error) {
	return t.execute(t.layout(r), r, run{resume: r})
}

// layout returns the name of the template for a resume, or for the letter with its header.
func (t *Template) layout(r *resume.Resume) string {
	if r.Letter != nil {
		return letterLayout
	}
	return t.file
}

// letterLayout is one of the blocks that all templates share.
const letterLayout = "letter"

// run is the settings of one rendering.
type run struct {
	resume *resume.Resume
	parts  bool // the parts of entries are marked
}

// execute runs one of the templates of the set into memory.
func (t *Template) execute(name string, data any, r run) ([]byte, error) {
	words, err := localeOf(r.resume)
	if err != nil {
		return nil, err
	}
	if r.parts {
		words = words.ForDocuments(r.resume.Layout.Page.Dates)
	}
	bound := *t
	bound.printer = &printer{words: words, text: t.printer.text, parts: r.parts, resume: r.resume}
	set, err := t.set.Clone()
	if err != nil {
		return nil, err
	}
	var out limitedBuffer
	if err := set.Funcs(bound.meteredFunctions()).ExecuteTemplate(&out, name, data); err != nil {
		return nil, t.explain(err)
	}
	return tidy(breakLines(out.Bytes(), t.printer.text)), nil
}

// limitedBuffer is a buffer that refuses more than maxOutput bytes.
type limitedBuffer struct{ bytes.Buffer }

func (b *limitedBuffer) Write(p []byte) (int, error) {
	if b.Len()+len(p) > maxOutput {
		return 0, &limitError{fmt.Sprintf("the template prints more than %d MiB", maxOutput>>20)}
	}
	return b.Buffer.Write(p)
}

var (
	blankLine  = lazy.New(`(?m)^[ \t]+$`)
	blankLines = lazy.New(`\n{3,}`)
)

// tidy removes the blank lines that absent values leave: never two in a row, none at the
// start, and one line end at the end.
func tidy(out []byte) []byte {
	out = blankLine.ReplaceAll(out, nil)
	out = blankLines.ReplaceAll(out, []byte("\n\n"))
	out = bytes.Trim(out, "\n")
	if len(out) == 0 {
		return nil
	}
	return append(out, '\n')
}

// Info describes a built-in template.
type Info struct {
	Name  string
	About string // one line
}

// defaultTemplate is used if none is named.
const defaultTemplate = "resume"

// List returns the built-in templates; the first is the default. The first comment of a file
// is its description.
func List() []Info {
	files, _ := builtin.ReadDir(".") // embedded, so it exists
	list := []Info{{}}
	for _, f := range files {
		name := strings.TrimSuffix(f.Name(), ".md.tmpl")
		source, _ := builtin.ReadFile(f.Name())
		info := Info{name, firstComment(string(source))}
		switch name {
		case partials:
		case defaultTemplate:
			list[0] = info
		default:
			list = append(list, info)
		}
	}
	return list
}

// firstComment returns a template's description of itself.
func firstComment(source string) string {
	_, rest, _ := strings.Cut(source, "/*")
	comment, _, _ := strings.Cut(rest, "*/")
	return strings.TrimSpace(comment)
}

// Source returns the text of a built-in template; "partials" are the blocks that they
// share.
func Source(name string) (string, error) {
	known := name == partials || slices.ContainsFunc(List(), func(i Info) bool { return i.Name == name })
	if !known {
		return "", &UnknownTemplateError{name}
	}
	text, err := builtin.ReadFile(name + ".md.tmpl")
	return string(text), err
}

// UnknownTemplateError means that a template is not built in.
type UnknownTemplateError struct{ Name string }

func (e *UnknownTemplateError) Error() string { return fmt.Sprintf("no built-in template %q", e.Name) }

// Hint names the built-in ones.
func (e *UnknownTemplateError) Hint() string {
	var names []string
	for _, info := range List() {
		names = append(names, info.Name)
	}
	return "expected " + strings.Join(names, ", ") + ", or a file whose name ends in .tmpl"
}
