// Package render prints a resume: it lays it out with a template, fits it to
// the pages that the profile allows, and makes a finished file of each form.
// The commands, the preview, the action and other programs all print through it.
//
// It touches no files, no environment, no clock and no network: what a file
// holds now is handed in, and what there is to say comes back as a [Warning].
package render

import (
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/english"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// Look says how a resume is printed. The zero Look is what the profile says,
// with the built-in template "resume".
type Look struct {
	// Template lays out the text; nil is the built-in "resume".
	Template *templates.Template
	// Theme of HTML, PDF and DOCX; empty is the profile's.
	Theme document.Theme
}

// Print is a resume that is ready to become files.
type Print struct {
	// Resume holds the entries that fit.
	Resume *resume.Resume
	// Dropped are the entries that were left out to fit [layout] max_pages.
	Dropped []string
	// Warnings say what was dropped, and what is too long all the same.
	Warnings []Warning
	template *templates.Template
	theme    document.Theme
}

// Warning is something that the person should know of a file that was made all
// the same.
type Warning struct {
	Text string
	// Hint says what to do, or is empty.
	Hint string
}

// Output is one file to make.
type Output struct {
	// Path names the file; its ending picks the form (see [Forms]).
	Path string
	// Old is what the file holds now; nil for a new one.
	Old []byte
	// Force replaces a file that ghresume did not write.
	Force bool
}

// File is a finished file.
type File struct {
	Data     []byte
	Warnings []Warning
}

// New lays a resume out and keeps [layout] max_pages by leaving out what comes
// from GitHub; what the person wrote always stays.
func New(r *resume.Resume, look Look) (*Print, error) {
	p, err := unfitted(r, look)
	if err != nil || r.Layout.MaxPages == 0 {
		return p, err
	}
	return p, p.fit(r.Layout.MaxPages)
}

// Length is the number of pages of a resume as it is; the last one counts as
// far as it is filled.
func Length(r *resume.Resume, look Look) (float64, error) {
	p, err := unfitted(r, look)
	if err != nil {
		return 0, err
	}
	md, err := p.parts()
	if err != nil {
		return 0, err
	}
	measure, err := document.Measurer(p.meta())
	if err != nil {
		return 0, err
	}
	return measure(md)
}

func unfitted(r *resume.Resume, look Look) (*Print, error) {
	p := &Print{Resume: r, template: look.Template, theme: look.Theme}
	if p.template != nil {
		return p, nil
	}
	var err error
	p.template, err = templates.Builtin(templates.List()[0].Name)
	return p, err
}

func (p *Print) fit(most int) error {
	measure, err := document.Measurer(p.meta())
	if err != nil {
		return err
	}
	fitting, dropped, pages, err := p.template.Fit(p.Resume, most, measure)
	if err != nil {
		return err
	}
	p.Resume, p.Dropped = fitting, dropped
	if len(dropped) > 0 {
		p.warn("left out to fit %s: %s", english.Count(most, "page"), strings.Join(dropped, ", "))
	}
	if pages > float64(most) {
		p.warn("what the profile says takes %.1f pages by itself; max_pages is %d", pages, most)
	}
	return nil
}

func (p *Print) warn(format string, args ...any) {
	p.Warnings = append(p.Warnings, Warning{Text: fmt.Sprintf(format, args...)})
}

// Markdown is the resume as the template lays it out, without the markers of a file.
func (p *Print) Markdown() ([]byte, error) { return p.template.Render(p.Resume) }

// parts is the Markdown for a document, which lays the parts of entries out.
func (p *Print) parts() ([]byte, error) { return p.template.RenderParts(p.Resume) }

// File makes a file. One that exists and was not written by ghresume is refused
// with a [*RefusedError], unless the output forces it.
func (p *Print) File(o Output) (*File, error) {
	form, err := FormOf(o.Path)
	switch {
	case err != nil:
		return nil, err
	case o.Old == nil:
		return form.fresh(p, o.Path)
	case form.ours(o.Old):
		return form.again(p, o.Path, o.Old)
	case o.Force:
		return form.fresh(p, o.Path)
	}
	return nil, &RefusedError{o.Path, form}
}
