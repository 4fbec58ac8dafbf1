package render

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/markers"
	"github.com/ghresume/ghresume/internal/picture"
)

// Form is a kind of output file.
type Form struct {
	// Ending of the file name, which selects the form.
	Ending string
	// Name is the common name of the form.
	Name string
	// MediaType is its MIME type.
	MediaType string

	// fresh makes a new file.
	fresh func(p *Print, path string) (*File, error)
	// ours recognizes files that ghresume wrote: only these are replaced without Force.
	ours func(data []byte) bool
	// again replaces a file that ghresume wrote.
	again func(p *Print, path string, old []byte) (*File, error)
}

// Forms lists all output forms.
func Forms() []Form {
	// A new form is a line here and the golden file that TestForms asks for.
	return []Form{
		{".md", "Markdown", "text/markdown; charset=utf-8", freshMarkdown, HasMarkers, splice},
		{".html", "HTML", "text/html; charset=utf-8", html, document.IsOurs, replace(html)},
		{".pdf", "PDF", "application/pdf", pdf, document.IsOurs, replace(pdf)},
		{".docx", "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx, document.IsOurs, replace(docx)},
		{".txt", "plain text", "text/plain; charset=utf-8", plainText, isOurText, replace(plainText)},
		{".svg", "SVG", "image/svg+xml", svg, picture.IsOurs, replace(svg)},
		{".json", "JSON Resume", "application/json", jsonResume, isOurJSON, keepDates},
	}
}

// replace returns a function that makes a fresh file, regardless of the old one.
func replace(fresh func(*Print, string) (*File, error)) func(*Print, string, []byte) (*File, error) {
	return func(p *Print, path string, _ []byte) (*File, error) { return fresh(p, path) }
}

// Endings returns the endings of all forms.
func Endings() []string {
	var out []string
	for _, f := range Forms() {
		out = append(out, f.Ending)
	}
	return out
}

// FormOf returns the form for the ending of a path.
func FormOf(path string) (Form, error) {
	ending := strings.ToLower(filepath.Ext(path))
	for _, f := range Forms() {
		if f.Ending == ending {
			return f, checkPicture(path, ending)
		}
	}
	return Form{}, &UnknownFormError{path, ending}
}

// IsMarkdown reports whether a path is a Markdown file, of which ghresume may own only a part.
func IsMarkdown(path string) bool {
	f, err := FormOf(path)
	return err == nil && f.Ending == ".md"
}

// UnknownFormError means that a path's ending selects no form.
type UnknownFormError struct{ Path, Ending string }

func (e *UnknownFormError) Error() string {
	return fmt.Sprintf("%s: unknown ending %q", e.Path, e.Ending)
}

// Hint lists the available endings.
func (e *UnknownFormError) Hint() string {
	return "the ending picks the form: " + strings.Join(Endings(), ", ")
}

// RefusedError means that ghresume did not write a file and therefore leaves it alone.
type RefusedError struct {
	Path string
	Form Form
}

func (e *RefusedError) Error() string {
	if e.Form.Ending == ".md" {
		return e.Path + " " + markers.ErrNone.Error()
	}
	return e.Path + " exists and was not written by ghresume"
}

// Advice is [RefusedError.Hint] for readers other than a command line.
func (e *RefusedError) Advice() hint.Hint {
	if e.Form.Ending == ".md" {
		return "put " + StartMarker + " and " + EndMarker + " where the resume belongs, or replace the whole file with " + hint.Force
	}
	return "write to another file, or replace it with " + hint.Force
}

// Hint says how to write the file anyway.
func (e *RefusedError) Hint() string { return e.Advice().String() }
