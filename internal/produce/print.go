package produce

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/markers"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// ReadTemplate reads a file if the name ends in .tmpl, else a built-in template.
func ReadTemplate(name string) (*templates.Template, error) {
	if name = cmp.Or(name, DefaultTemplate); !strings.HasSuffix(name, ".tmpl") {
		t, err := templates.Builtin(name)
		return t, cli.AsUsage(err)
	}
	source, err := cli.ReadNamed(name, cli.MostWritten, "`ghresume templates eject resume` writes a template to start from")
	if err != nil {
		return nil, err
	}
	t, err := templates.Parse(name, string(source))
	return t, cli.AsUsage(err)
}

// PrintError gives an error of [render] its exit status: 2 if the user's input caused it.
func PrintError(err error) error {
	_, refused := errors.AsType[*render.RefusedError](err)
	_, template := errors.AsType[*templates.Error](err)
	_, markers := errors.AsType[*markers.Error](err)
	_, section := errors.AsType[*templates.UnknownSectionError](err)
	_, language := errors.AsType[*templates.LanguageError](err)
	_, boxes := errors.AsType[*render.BoxesError](err)
	empty, nothing := errors.AsType[*render.EmptyPictureError](err)
	if nothing && empty.Asked || refused || template || markers || section || language || boxes {
		return cli.AsUsage(err)
	}
	return err
}

// NewPrint lays out a resume, and reports on stderr what was left out.
func NewPrint(env *cli.Env, r *resume.Resume, m *load.Sources, look render.Look) (*render.Print, error) {
	look.Today = env.Today(m.Snapshot)
	look.FindFonts = noteFonts(m, fontFinder(env, m.Profile.File))
	if path := r.Layout.Page.Photo; path != "" {
		var err error
		if look.Photo, err = readPhoto(m.Profile.File, path); err != nil {
			return nil, err
		}
	}
	p, err := render.New(r, look)
	if err != nil {
		return nil, PrintError(placeLanguage(m.Profile, err))
	}
	warn(env, p.Warnings)
	if r.Letter != nil {
		return p, nil
	}
	leftOut, err := p.LeftOut(m.Profile, m.Selection)
	warn(env, leftOut)
	return p, PrintError(placeLanguage(m.Profile, err))
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

// ToStdout prints Markdown for people and pipes.
func ToStdout(env *cli.Env, p *render.Print) error {
	data, err := p.Markdown()
	if err != nil {
		return PrintError(err)
	}
	if _, err := env.Stdout.Write(data); err != nil {
		return cli.Failed(atomicfile.Unwritable("stdout", err), "write to a file with "+hint.Output+", or check what stdout leads to")
	}
	if pictures := PicturesOf("README.md", data); len(pictures) > 0 {
		env.PrintError(fmt.Errorf("not written: %s", strings.Join(pictures, ", ")), "the text shows pictures, which are written only next to a file: "+hint.Output)
	}
	return nil
}

// PrintFile makes one output, and reports on stderr what it lacks.
func PrintFile(env *cli.Env, p *render.Print, o render.Output) ([]byte, error) {
	file, err := p.File(o)
	if err != nil {
		return nil, PrintError(err)
	}
	warn(env, file.Warnings)
	return file.Data, nil
}

// warn prints the warnings of a print.
func warn(env *cli.Env, warnings []render.Warning) {
	for _, warning := range warnings {
		text := warning.Text
		if env.Subject != "" && !strings.HasPrefix(text, env.Subject+": ") {
			text = env.Subject + ": " + text
		}
		env.PrintError(errors.New(text), hint.Hint(warning.Hint))
	}
}

// DefaultTemplate is used if no template is named.
const DefaultTemplate = "resume"

// ThemeNames returns the names of the themes.
func ThemeNames() []string {
	var names []string
	for _, t := range document.Themes() {
		names = append(names, string(t))
	}
	return names
}
