package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/markers"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// readTemplate reads a file if the name ends in .tmpl, else a built-in template.
func readTemplate(name string) (*templates.Template, error) {
	if name = cmp.Or(name, defaultTemplate); !strings.HasSuffix(name, ".tmpl") {
		t, err := templates.Builtin(name)
		return t, asUsage(err)
	}
	source, err := readNamed(name, mostWritten, "`ghresume templates eject resume` writes a template to start from")
	if err != nil {
		return nil, err
	}
	t, err := templates.Parse(name, string(source))
	return t, asUsage(err)
}

// printError gives an error of [render] its exit status: 2 if the user's input caused it.
func printError(err error) error {
	_, refused := errors.AsType[*render.RefusedError](err)
	_, template := errors.AsType[*templates.Error](err)
	_, markers := errors.AsType[*markers.Error](err)
	_, section := errors.AsType[*templates.UnknownSectionError](err)
	_, language := errors.AsType[*templates.LanguageError](err)
	_, boxes := errors.AsType[*render.BoxesError](err)
	empty, nothing := errors.AsType[*render.EmptyPictureError](err)
	if nothing && empty.Asked || refused || template || markers || section || language || boxes {
		return asUsage(err)
	}
	return err
}

// newPrint lays out a resume, and reports on stderr what was left out.
func newPrint(w *cli, r *resume.Resume, m *sources, look render.Look) (*render.Print, error) {
	look.FindFonts = noteFonts(m, fontFinder(w, m.profile.File))
	if path := r.Layout.Page.Photo; path != "" {
		var err error
		if look.Photo, err = readPhoto(m.profile.File, path); err != nil {
			return nil, err
		}
	}
	p, err := render.New(r, look)
	if err != nil {
		return nil, printError(placeLanguage(m.profile, err))
	}
	warn(w, p.Warnings)
	if r.Letter != nil {
		return p, nil
	}
	leftOut, err := p.LeftOut(m.profile, m.selection)
	warn(w, leftOut)
	return p, printError(placeLanguage(m.profile, err))
}

// placeLanguage adds to the error of an unknown language where the profile names it, or
// that the command line does.
func placeLanguage(p *resume.Profile, err error) error {
	unknown, ok := errors.AsType[*templates.LanguageError](err)
	if !ok {
		return err
	}
	fields := map[string]string{"layout.language": p.Layout.Language}
	for i, output := range p.Outputs {
		fields[fmt.Sprintf("outputs[%d].language", i)] = output.Language
	}
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		if fields[field] == unknown.Language {
			problem := resume.Problem{File: p.File, Position: p.Positions.Find(field), Field: field, Message: err.Error(), Hint: unknown.Hint()}
			return resume.Problems{problem}
		}
	}
	return fmt.Errorf("--language: %w", err)
}

// toStdout prints Markdown for people and pipes.
func toStdout(w *cli, p *render.Print) error {
	data, err := p.Markdown()
	if err != nil {
		return printError(err)
	}
	if _, err := w.stdout.Write(data); err != nil {
		return failed(atomicfile.Unwritable("stdout", err), "write to a file with "+hint.Output+", or check what stdout leads to")
	}
	if pictures := picturesOf("README.md", data); len(pictures) > 0 {
		w.printError(fmt.Errorf("not written: %s", strings.Join(pictures, ", ")), "the text shows pictures, which are written only next to a file: "+hint.Output)
	}
	return nil
}

// printFile makes one output, and reports on stderr what it lacks.
func printFile(w *cli, p *render.Print, o render.Output) ([]byte, error) {
	file, err := p.File(o)
	if err != nil {
		return nil, printError(err)
	}
	warn(w, file.Warnings)
	return file.Data, nil
}

// warn prints the warnings of a print.
func warn(w *cli, warnings []render.Warning) {
	for _, warning := range warnings {
		text := warning.Text
		if w.subject != "" && !strings.HasPrefix(text, w.subject+": ") {
			text = w.subject + ": " + text
		}
		w.printError(errors.New(text), hint.Hint(warning.Hint))
	}
}

// defaultTemplate is used if no template is named.
const defaultTemplate = "resume"

// themeNames returns the names of the themes.
func themeNames() []string {
	var names []string
	for _, t := range document.Themes() {
		names = append(names, string(t))
	}
	return names
}
