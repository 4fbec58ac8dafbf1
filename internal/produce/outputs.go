// Package produce makes the files that were asked for: it picks templates, fonts and
// postings, prints each edition, and refuses files that would lose what an older one has.
package produce

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
)

// Printing says what to print, and where to.
type Printing struct {
	load.Request
	Outputs  []string
	Template string
	Job      string
	Theme    string
	Variant  string // one of [[variants]]; empty for the general resume
	Language string
	Privacy  string
	Explain  bool
	Force    bool
	Letter   string
	// WithResume adds the resume after the letter.
	WithResume bool
	Stdin      []byte // the posting of --job -
	// OutputDir is the folder that the files are written to.
	OutputDir string
	// AllowBoxes writes a PDF even if many of its letters show as boxes.
	AllowBoxes bool
}

// Edition is one resume to print, with the settings that its files share.
type Edition struct {
	resume.Output // without its file
	Files         []string
	Look          render.Look
}

// Editions returns the resumes to print, checked as far as possible without GitHub: for
// the files of -o, else those of [[outputs]], else one for stdout.
func (o *Printing) Editions(p *resume.Profile) ([]Edition, error) {
	files, err := o.files(p)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		e := Edition{Output: o.WithFlags(p, resume.Output{})}
		e.Look, err = o.LookOf(e.Output)
		return []Edition{e}, err
	}
	var out []Edition
	for _, file := range files {
		declared := o.WithFlags(p, p.Output(file))
		declared.File = ""
		if err := checkLetter(file, declared); err != nil {
			return nil, err
		}
		i := slices.IndexFunc(out, func(e Edition) bool { return e.Output == declared })
		if i < 0 {
			look, err := o.LookOf(declared)
			if err != nil {
				return nil, err
			}
			i, out = len(out), append(out, Edition{Output: declared, Look: look})
		}
		out[i].Files = append(out[i].Files, o.place(file))
	}
	for i := range out {
		out[i].Files = withDark(out[i].Files)
	}
	return out, nil
}

// checkLetter refuses a form that a letter cannot have.
func checkLetter(file string, output resume.Output) error {
	switch ending := strings.ToLower(filepath.Ext(file)); {
	case output.Letter == "":
	case ending == ".json" || ending == ".svg":
		return cli.UsageError("expected .md, .html, .pdf, .docx or .txt", "%s: a letter is not a %s file", file, ending)
	case output.WithResume && ending != ".pdf":
		return cli.UsageError("expected .pdf", "%s: only a PDF can hold letter and resume", file)
	}
	return nil
}

// CheckWithResume refuses --with-resume where it would change nothing.
func (o *Printing) CheckWithResume(editions []Edition) error {
	letter := func(e Edition) bool { return e.Letter != "" }
	switch {
	case !o.WithResume:
	case !slices.ContainsFunc(editions, letter):
		return cli.UsageError("name one of [[letters]] or a Markdown file", "--with-resume needs --letter")
	case len(editions[0].Files) == 0:
		return cli.UsageError("name a PDF with "+hint.Output, "--with-resume: only a PDF can hold letter and resume")
	}
	return nil
}

// files returns the files to make, as -o or the profile names them.
func (o *Printing) files(p *resume.Profile) ([]string, error) {
	for _, file := range o.Outputs {
		if file == "-" {
			return nil, cli.UsageError("leave "+hint.Output+" out: without it, and without [[outputs]], the resume is printed", "-o - does not name a file")
		}
		if _, err := render.FormOf(file); err != nil {
			return nil, cli.UsageError(hint.Of(err), "-o %w", err)
		}
	}
	if len(o.Outputs) > 0 || len(p.Outputs) == 0 {
		return o.Outputs, nil
	}
	var out []string
	for i, declared := range p.Outputs {
		field := fmt.Sprintf("outputs[%d].file", i)
		if _, err := render.FormOf(declared.File); err != nil {
			return nil, resume.Problems{{File: p.File, Position: p.Positions.Find(field), Field: field, Message: err.Error(), Hint: hint.Of(err).String()}}
		}
		if o.selects(p.Output(declared.File)) {
			out = append(out, declared.File)
		}
	}
	if len(out) == 0 {
		return nil, cli.UsageError("name a file with "+hint.Output+", or leave the flags out; `ghresume generate --list` shows the outputs", "no output of %s is for %s", p.File, o.picked())
	}
	return out, nil
}

// selects reports whether the flags select an output.
func (o *Printing) selects(output resume.Output) bool {
	return (o.Variant == "" || strings.EqualFold(o.Variant, output.Variant)) &&
		(o.Language == "" || strings.EqualFold(o.Language, output.Language)) &&
		(o.Privacy == "" || o.Privacy == string(output.Privacy))
}

func (o *Printing) picked() string {
	var flags []string
	for _, flag := range [][2]string{{"--for", o.Variant}, {"--language", o.Language}, {"--privacy", o.Privacy}} {
		if flag[1] != "" {
			flags = append(flags, flag[0]+" "+flag[1])
		}
	}
	return strings.Join(flags, " ")
}

// WithFlags returns an output with the changes of the flags. Paths in the profile are relative
// to the profile, those in flags to the current folder.
func (o *Printing) WithFlags(p *resume.Profile, output resume.Output) resume.Output {
	if strings.HasSuffix(output.Template, ".tmpl") {
		output.Template = cli.RelativeTo(p.File, output.Template)
	}
	if output.Posting != "" {
		output.Posting = cli.RelativeTo(p.File, output.Posting)
	}
	output.Variant = cmp.Or(o.Variant, output.Variant)
	output.Template = cmp.Or(o.Template, output.Template, DefaultTemplate)
	output.Theme = cmp.Or(o.Theme, output.Theme)
	output.Language = cmp.Or(o.Language, output.Language)
	output.Privacy = cmp.Or(resume.Privacy(o.Privacy), output.Privacy)
	output.Posting = cmp.Or(o.Job, output.Posting)
	if _, declared := p.FindLetter(output.Letter); output.Letter != "" && !declared {
		output.Letter = cli.RelativeTo(p.File, output.Letter)
	}
	output.Letter = cmp.Or(o.Letter, output.Letter)
	output.WithResume = output.WithResume || o.WithResume
	return output
}

// place puts a file into --output-dir.
func (o *Printing) place(file string) string {
	if o.OutputDir == "" || filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(o.OutputDir, file)
}

// LookOf returns the look of an output.
func (o *Printing) LookOf(output resume.Output) (render.Look, error) {
	theme, err := document.ParseTheme(output.Theme)
	if err != nil {
		return render.Look{}, cli.WrongInput(fmt.Errorf("--theme: %w", err))
	}
	t, err := ReadTemplate(output.Template)
	return render.Look{Template: t, Theme: theme, AllowBoxes: o.AllowBoxes}, err
}

// PrintEdition lays out one edition.
func (o *Printing) PrintEdition(env *cli.Env, m *load.Sources, e Edition) (*render.Print, error) {
	m, err := m.Selected(e.Selection())
	if err != nil {
		return nil, err
	}
	full, err := o.tailor(o.WithPosting(env), m.Full(), e.Posting, m.Catalog)
	if err != nil {
		return nil, err
	}
	if e.Letter != "" {
		if e.Look.Letter, full, err = o.addLetter(env, m, full, e.Output); err != nil {
			return nil, err
		}
		if full.Letter != nil {
			return NewPrint(env, full, m, e.Look)
		}
	}
	for range full.Texts() {
		return NewPrint(env, full.Limit(), m, e.Look)
	}
	if m.Failure != nil { // reported, with its hint
		return nil, cli.Failed(fmt.Errorf("%s: without GitHub there is nothing to print", m.Profile.File), "write something of your own in it, or try again when GitHub answers")
	}
	return nil, cli.UsageError("fill it in; `ghresume check` says what is missing", "%s: there is nothing to print yet", m.Profile.File)
}

// WithPosting returns a copy of env whose stdin holds the posting, so that it can be read
// repeatedly.
func (o *Printing) WithPosting(env *cli.Env) *cli.Env {
	if o.Stdin == nil {
		return env
	}
	out := *env
	out.Stdin = bytes.NewReader(o.Stdin)
	return &out
}

// PrintEditions makes the files of all editions in memory; if each is not nil, it is
// called with those of every edition.
func (o *Printing) PrintEditions(env *cli.Env, m *load.Sources, editions []Edition, each func(Edition, []atomicfile.File) error) ([]atomicfile.File, error) {
	reportFonts(env, m.Profile)
	var named []string
	index := map[string]int{}
	told, prints := make([]*cli.Env, len(editions)), make([]*render.Print, len(editions))
	for i, e := range editions {
		if told[i] = env; len(editions) > 1 {
			told[i] = env.About(e.Files[0])
		}
		for _, file := range e.Files {
			index[file], named = i, append(named, file)
		}
	}
	made := make([][]atomicfile.File, len(editions))
	_, err := PrintEach(named, func(path, owner string) ([]byte, error) {
		i := index[owner]
		if prints[i] == nil {
			var err error
			if prints[i], err = o.PrintEdition(told[i], m, editions[i]); err != nil {
				return nil, err
			}
		}
		if IsPicture(path) && owner == path {
			NotePages(prints[i], path)
		}
		data, err := o.printInPlace(told[i], prints[i], path)
		made[i] = append(made[i], atomicfile.File{Path: path, Data: data})
		return data, err
	})
	if err != nil {
		return nil, err
	}
	for i, files := range made {
		if each == nil || len(files) == 0 { // its pictures belong to a page
			continue
		}
		if err := each(editions[i], files); err != nil {
			return nil, err
		}
	}
	return slices.Concat(made...), nil
}

// printInPlace makes one output from the file that it replaces.
func (o *Printing) printInPlace(env *cli.Env, p *render.Print, path string) ([]byte, error) {
	_, old, err := atomicfile.Read(path)
	if err != nil {
		return nil, err
	}
	return PrintFile(env, p, render.Output{Path: path, Old: old, Force: o.Force})
}

// Write writes all files or none. It creates the folders that the profile and --output-dir
// name; those of -o must exist.
func (o *Printing) Write(env *cli.Env, files []atomicfile.File) error {
	named := o.Outputs
	if o.OutputDir != "" {
		named = nil
	}
	if err := cli.MakeFolders(files, named); err != nil {
		return err
	}
	changed, err := atomicfile.Write(files...)
	if err != nil {
		return err
	}
	cli.ReportWritten(env, cli.PathsOf(files), changed)
	return nil
}
