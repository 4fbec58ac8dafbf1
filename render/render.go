// Package render prints a resume: it lays it out with a template, fits it to
// the pages that the profile allows, and makes a finished file of each form.
// The commands, the preview, the action and other programs all use it.
//
// It touches no files, no environment, no clock and no network: the current content of a file
// is passed in, and remarks are returned as a [Warning].
//
// A path whose ending picks no form is an [*UnknownFormError]; a file of another
// program is left alone with a [*RefusedError]. Lengths are in pages, of which the
// last counts as far as it is filled.
package render

import (
	"sync"
	"time"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// Look controls how a resume is printed. The zero Look uses the profile's settings and the
// built-in template "resume".
type Look struct {
	// Template lays out the text; nil is the built-in "resume".
	Template *templates.Template
	// Theme of HTML, PDF and DOCX; empty for the profile's.
	Theme document.Theme
	// FindFonts finds fonts for characters and families that are not embedded; nil finds
	// none.
	FindFonts FontFinder
	// Photo is the JPEG file for [layout.page] photo; it is printed only if that key is
	// set.
	Photo []byte
	// Letter gets its own pages before the resume in a PDF; nil for none.
	Letter *resume.Letter
	// Today is the day until which current roles last if the resume has no snapshot: up to
	// five years after the first role began, documents fit one page. Zero means that nobody
	// knows; then a current role counts as longer.
	Today time.Time
	// AllowBoxes makes a PDF even if its fonts lack many letters.
	AllowBoxes bool
}

// Print is a resume that is ready to be written to files. Its methods may be called from
// several goroutines at once.
type Print struct {
	// Resume holds the entries that fit.
	Resume *resume.Resume
	// Dropped lists the entries that were left out to fit [layout] max_pages.
	Dropped []string
	// Warnings say what was dropped, and what is still too long.
	Warnings []Warning
	mu       sync.Mutex // guards what follows, which is computed on first use
	look     Look
	letter   []byte // as Markdown
	template *templates.Template
	fonts    *fonts // nil until they are looked up
	ruler    *document.Ruler
	extents  map[set]document.Extent
	laidOut  laidOut
	// rows holds, by its path, the names of the pictures beside a picture, in the Markdown
	// files made so far.
	rows map[string][]string
	// forDocuments is the resume as documents print it; nil until it is fitted.
	forDocuments *fitting
	// told means that its warnings were returned.
	told bool
}

// Warning is a remark about a file that was made anyway.
type Warning struct {
	Text string
	// Hint says what to do, or is empty.
	Hint string
}

// Output is one file to make.
type Output struct {
	// Path names the file; its ending picks the form (see [Forms]).
	Path string
	// Old is the current content of the file; nil for a new file.
	Old []byte
	// Force replaces a file even if ghresume did not write it.
	Force bool
}

// File is a finished file.
type File struct {
	Data     []byte
	Warnings []Warning
}

// New lays out a resume. It keeps within [layout] max_pages by tightening documents and
// leaving out entries from GitHub; what the profile says always stays. Without max_pages,
// only documents are fitted, to one page, or two after five years of work. The error is a
// [*document.UnknownThemeError], or one of the template.
func New(r *resume.Resume, look Look) (*Print, error) {
	if _, err := document.ParseTheme(string(look.Theme)); err != nil {
		return nil, err
	}
	p, err := unfitted(r, look)
	if err != nil {
		return nil, err
	}
	most, asked := mostPages(r, look.Today)
	switch {
	case most == 0:
		p.forDocuments = &fitting{resume: r}
	case asked:
		f, err := p.fit(most, asked)
		if err != nil {
			return nil, err
		}
		p.forDocuments, p.told = f, true
		p.Resume, p.Dropped, p.Warnings = f.resume, f.dropped, f.warnings
	}
	return p, nil
}

// fitted returns the resume as documents print it, and its warnings on the first call
// only.
func (p *Print) fitted() (*fitting, []Warning, error) {
	if p.forDocuments == nil {
		most, asked := mostPages(p.Resume, p.look.Today)
		f, err := p.fit(most, asked)
		if err != nil {
			return nil, nil, err
		}
		p.forDocuments = f
	}
	if p.told {
		return p.forDocuments, nil, nil
	}
	p.told = true
	return p.forDocuments, p.forDocuments.warnings, nil
}

// Excess returns by how many lines what the profile says is too long for the pages that
// documents may have, even at the tightest settings, and how many these are; 0 means no limit.
func (p *Print) Excess() (lines, mostPages int, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	told := p.told
	f, _, err := p.fitted()
	if err != nil {
		return 0, 0, err
	}
	p.told = told
	return f.tooLong, f.mostPages, nil
}

// Length returns the number of pages that a resume would take as it is, for example this
// one without an entry; the last page counts as far as it is filled.
func (p *Print) Length(r *resume.Resume) (float64, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.findFonts(); err != nil {
		return 0, err
	}
	return p.pages(&fitting{resume: r})
}

// laidOut caches the last resume that was laid out with its parts marked.
type laidOut struct {
	resume *resume.Resume
	md     []byte
}

// parts lays out a resume with its parts marked.
func (p *Print) parts(r *resume.Resume) ([]byte, error) {
	if p.laidOut.resume == r {
		return p.laidOut.md, nil
	}
	md, err := p.template.RenderParts(r)
	if err == nil {
		p.laidOut = laidOut{r, md}
	}
	return md, err
}

func unfitted(r *resume.Resume, look Look) (*Print, error) {
	p := &Print{Resume: r, look: look, template: look.Template, extents: map[set]document.Extent{}}
	var err error
	if p.template == nil {
		if p.template, err = templates.Builtin(templates.List()[0].Name); err != nil {
			return nil, err
		}
	}
	if look.Letter != nil {
		with := *r
		with.Letter = look.Letter
		p.letter, err = p.template.RenderParts(&with)
	}
	return p, err
}

// Markdown returns the resume as laid out by the template, without markers.
func (p *Print) Markdown() ([]byte, error) { return p.template.Render(p.Resume) }

// File makes a file. It refuses to replace one that ghresume did not write, with a
// [*RefusedError], unless the output has Force.
func (p *Print) File(o Output) (*File, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
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
