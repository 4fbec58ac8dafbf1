package produce

import (
	"bytes"
	"errors"
	"path/filepath"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
	"github.com/ghresume/ghresume/templates"
)

// Inspect determines what only the printed resume tells: its length, and the sections that
// the template drops. parse reads the printed file back, as applicant tracking systems do.
func Inspect(env *cli.Env, profile string, in *review.Input, sent resume.Output, parse bool) error {
	t, err := ReadTemplate(sent.Template)
	if err != nil {
		return err
	}
	look := render.Look{Template: t, Theme: document.Theme(sent.Theme), FindFonts: fontFinder(env, profile), Today: in.Now, AllowBoxes: true}
	printed, err := render.New(in.Resume, look)
	if err != nil {
		return cli.AsUsage(err)
	}
	in.Resume = printed.Resume
	md, err := printed.Markdown()
	if err != nil {
		return cli.AsUsage(placeLanguage(in.Profile, err))
	}
	in.Measure = printed.Length
	if in.Pages, err = in.Measure(in.Resume); err != nil {
		return err
	}
	if !in.Foreign { // whose original length is a guess
		in.Excess = new(review.Excess)
		if in.Excess.Lines, in.Excess.MostPages, err = printed.Excess(); err != nil {
			return err
		}
	}
	text, err := printed.File(render.Output{Path: "resume.txt"})
	if err != nil {
		return cli.AsUsage(err)
	}
	in.Lines = nonBlank(text.Data)
	if parse && in.Pages <= mostParsed && len(text.Data) <= mostParsedText && len(in.Resume.Sections) > 0 {
		in.Parsed = parsed(printed, filepath.Ext(sent.File))
	}
	in.TemplateSections, err = printedSections(t, in.Resume, md)
	return cli.AsUsage(err)
}

// mostParsed is the maximum number of pages that are read back, and mostParsedText that of bytes:
// applicant tracking systems stop at some page themselves.
const (
	mostParsed     = 20
	mostParsedText = 100 << 10
)

// nonBlank counts the lines that have text.
func nonBlank(data []byte) int {
	n := 0
	for line := range bytes.Lines(data) {
		if len(bytes.TrimSpace(line)) > 0 {
			n++
		}
	}
	return n
}

// printedSections returns the sections whose absence changes what the template prints.
func printedSections(t *templates.Template, r *resume.Resume, md []byte) ([]resume.SectionKind, error) {
	printed := []resume.SectionKind{}
	for _, s := range r.Sections {
		without, err := t.Render(r.Without(s.Kind))
		if err != nil {
			return nil, err
		}
		if !bytes.Equal(md, without) {
			printed = append(printed, s.Kind)
		}
	}
	return printed, nil
}

// parsed returns what a parser finds in the file to be sent, or nil if it does not support
// the form.
func parsed(printed *render.Print, ending string) *resume.Profile {
	file, err := printed.File(render.Output{Path: "resume" + ending})
	if err != nil {
		return nil
	}
	// Of its own files, import knows where everything is; a stranger's parser does not.
	data := bytes.Replace(file.Data, []byte("/Producer (ghresume)"), []byte("/Producer (somebody)"), 1)
	imported, err := convert.Read("resume"+ending, data)
	var unknown *convert.UnknownError
	switch {
	case errors.As(err, &unknown):
		return nil
	case err != nil:
		return &resume.Profile{} // the parser finds nothing
	}
	return imported.Profile
}

// ReportOf returns the report of a review.
func ReportOf(in review.Input, found []review.Finding) review.Report {
	rep := review.Report{Source: in.Source, Findings: found}
	if in.Profile != nil {
		rep.Card, rep.Parser, rep.Unread = review.ReportCard(in, found), review.AsParsed(in), review.Unread(in)
		rep.Pages, rep.Lines = in.Pages, in.Lines
	}
	return rep
}
