package render

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// html makes an HTML page. It keeps the pictures that the PDF may drop to fit its pages.
func html(p *Print, _ string) (*File, error) {
	return p.document(func(md []byte, m document.Meta) ([]byte, error) {
		m.Pictures = drawnPictures(p.Resume)
		return document.HTML(md, m)
	})
}

func docx(p *Print, _ string) (*File, error) { return p.document(document.DOCX) }

// document makes a file from the resume's Markdown.
func (p *Print) document(make func([]byte, document.Meta) ([]byte, error)) (*File, error) {
	md, meta, warnings, err := p.documentInput()
	if err != nil {
		return nil, err
	}
	data, err := make(md, meta)
	if err != nil {
		return nil, err
	}
	return &File{Data: data, Warnings: warnings}, nil
}

// documentInput returns what documents are made of: the fitted resume as Markdown with its
// parts marked, and its metadata.
func (p *Print) documentInput() ([]byte, document.Meta, []Warning, error) {
	f, warnings, err := p.fitted()
	if err == nil {
		err = p.findFonts()
	}
	if err != nil {
		return nil, document.Meta{}, nil, err
	}
	meta := p.metaOf(f.resume)
	f.style(&meta)
	md, err := p.parts(f.resume)
	return md, meta, warnings, err
}

// Pages returns the pages of the PDF as SVG pictures.
func (p *Print) Pages() ([]string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	md, meta, _, err := p.documentInput()
	if err != nil {
		return nil, err
	}
	return document.Pages(md, meta)
}

func pdf(p *Print, path string) (*File, error) {
	md, meta, warnings, err := p.documentInput()
	if err != nil {
		return nil, err
	}
	made, err := document.PDF(md, meta)
	if err != nil {
		return nil, err
	}
	if (made.NameBoxed || made.Boxes > mostBoxes) && !p.look.AllowBoxes {
		return nil, &BoxesError{path, made.NameBoxed, made.Boxes, made.Missing}
	}
	if names := p.fonts.names; len(names) > 0 {
		warnings = append(warnings, Warning{Text: fmt.Sprintf("%s: uses %s; the file is reproducible only with the same fonts", path, strings.Join(names, ", "))})
	}
	if made.Substitute != "" {
		warnings = append(warnings, Warning{
			Text: fmt.Sprintf("%s: no font of the family %q is found; the text is in %s", path, p.Resume.Layout.Page.Font, made.Substitute),
			Hint: "put its files into [layout.page] fonts, or install it; Open Sans and Tinos come with ghresume",
		})
	}
	if len(made.Missing) > 0 {
		warnings = append(warnings, Warning{Text: fmt.Sprintf("%s: no font has %s", path, characters(made.Missing)), Hint: boxesHint})
	}
	return &File{Data: made.Data, Warnings: warnings}, nil
}

// mostBoxes is the largest share of letters that may show as boxes.
const mostBoxes = 0.01

const boxesHint = "each shows as a box; put a font that has it into [layout.page] fonts, or install one (Noto has all scripts)"

// BoxesError is returned instead of a PDF in which too many letters would be boxes.
type BoxesError struct {
	Path    string
	Name    bool    // the name shows boxes
	Share   float64 // share of letters that show as boxes
	Missing []rune
}

func (e *BoxesError) Error() string {
	what := fmt.Sprintf("%.0f %% of the letters show as boxes", max(1, 100*e.Share))
	if e.Name {
		what = "the name shows as boxes"
	}
	return fmt.Sprintf("%s: %s; no font has %s", e.Path, what, characters(e.Missing))
}

// Hint says how to get a readable PDF.
func (e *BoxesError) Hint() string { return e.Advice().String() }

// Advice is [BoxesError.Hint] for readers other than a command line.
func (e *BoxesError) Advice() hint.Hint {
	return "put a font that has them into [layout.page] fonts, or install one (Noto has all scripts); print it anyway with " + hint.AllowBoxes
}

// characters lists characters with their code points.
func characters(runes []rune) string {
	const most = 12
	var names []string
	for _, r := range runes[:min(len(runes), most)] {
		names = append(names, fmt.Sprintf("%c (%U)", r, r))
	}
	if more := len(runes) - most; more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(names, ", ")
}

// textMark is the last line of a plain text file that ghresume wrote: blank to people and
// forms, and lost when an editor saves the file.
const textMark = " \t \n"

func isOurText(data []byte) bool { return bytes.HasSuffix(data, []byte("\n"+textMark)) }

// plainText makes the resume without any markup: with the user's template if that prints
// plain text, else with the built-in "plain".
func plainText(p *Print, _ string) (*File, error) {
	t := p.template
	if !t.IsPlaintext() {
		var err error
		if t, err = templates.Builtin("plain"); err != nil {
			return nil, err
		}
	}
	text, err := t.Render(p.Resume)
	if err != nil {
		return nil, err
	}
	return &File{Data: append([]byte(wrapped(string(text))), textMark...)}, nil
}

func jsonResume(p *Print, _ string) (*File, error) {
	data, err := resume.EncodeJSONResume(p.Resume)
	if err != nil {
		return nil, err
	}
	return &File{Data: data}, nil
}
