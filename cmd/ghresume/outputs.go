package main

import (
	"bytes"
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
)

// printing says what to print, and where to.
type printing struct {
	inputs
	outputs  []string
	template string
	job      string
	theme    string
	variant  string // one of [[variants]]; empty for the general resume
	language string
	privacy  string
	explain  bool
	force    bool
	letter   string
	// withResume adds the resume after the letter.
	withResume bool
	stdin      []byte // the posting of --job -
	// outputDir is the folder that the files are written to.
	outputDir string
	// allowBoxes writes a PDF even if many of its letters show as boxes.
	allowBoxes bool
}

// edition is one resume to print, with the settings that its files share.
type edition struct {
	resume.Output // without its file
	files         []string
	look          render.Look
}

// editions returns the resumes to print, checked as far as possible without GitHub: for
// the files of -o, else those of [[outputs]], else one for stdout.
func (o *printing) editions(p *resume.Profile) ([]edition, error) {
	files, err := o.files(p)
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		e := edition{Output: o.withFlags(p, resume.Output{})}
		e.look, err = o.lookOf(e.Output)
		return []edition{e}, err
	}
	var out []edition
	for _, file := range files {
		declared := o.withFlags(p, p.Output(file))
		declared.File = ""
		if err := checkLetter(file, declared); err != nil {
			return nil, err
		}
		i := slices.IndexFunc(out, func(e edition) bool { return e.Output == declared })
		if i < 0 {
			look, err := o.lookOf(declared)
			if err != nil {
				return nil, err
			}
			i, out = len(out), append(out, edition{Output: declared, look: look})
		}
		out[i].files = append(out[i].files, o.place(file))
	}
	for i := range out {
		out[i].files = withDark(out[i].files)
	}
	return out, nil
}

// checkLetter refuses a form that a letter cannot have.
func checkLetter(file string, output resume.Output) error {
	switch ending := strings.ToLower(filepath.Ext(file)); {
	case output.Letter == "":
	case ending == ".json" || ending == ".svg":
		return usageError("expected .md, .html, .pdf, .docx or .txt", "%s: a letter is not a %s file", file, ending)
	case output.WithResume && ending != ".pdf":
		return usageError("expected .pdf", "%s: only a PDF can hold letter and resume", file)
	}
	return nil
}

// checkWithResume refuses --with-resume where it would change nothing.
func (o *printing) checkWithResume(editions []edition) error {
	letter := func(e edition) bool { return e.Letter != "" }
	switch {
	case !o.withResume:
	case !slices.ContainsFunc(editions, letter):
		return usageError("name one of [[letters]] or a Markdown file", "--with-resume needs --letter")
	case len(editions[0].files) == 0:
		return usageError("name a PDF with "+hint.Output, "--with-resume: only a PDF can hold letter and resume")
	}
	return nil
}

// files returns the files to make, as -o or the profile names them.
func (o *printing) files(p *resume.Profile) ([]string, error) {
	for _, file := range o.outputs {
		if _, err := render.FormOf(file); err != nil {
			return nil, usageError(hint.Of(err), "-o %w", err)
		}
	}
	if len(o.outputs) > 0 || len(p.Outputs) == 0 {
		return o.outputs, nil
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
		return nil, usageError("name a file with "+hint.Output+", or leave the flags out; `ghresume generate --list` shows the outputs", "no output of %s is for %s", p.File, o.picked())
	}
	return out, nil
}

// selects reports whether the flags select an output.
func (o *printing) selects(output resume.Output) bool {
	return (o.variant == "" || strings.EqualFold(o.variant, output.Variant)) &&
		(o.language == "" || strings.EqualFold(o.language, output.Language)) &&
		(o.privacy == "" || o.privacy == string(output.Privacy))
}

func (o *printing) picked() string {
	var flags []string
	for _, flag := range [][2]string{{"--for", o.variant}, {"--language", o.language}, {"--privacy", o.privacy}} {
		if flag[1] != "" {
			flags = append(flags, flag[0]+" "+flag[1])
		}
	}
	return strings.Join(flags, " ")
}

// withFlags returns an output with the changes of the flags. Paths in the profile are relative
// to the profile, those in flags to the current folder.
func (o *printing) withFlags(p *resume.Profile, output resume.Output) resume.Output {
	if strings.HasSuffix(output.Template, ".tmpl") {
		output.Template = relativeTo(p.File, output.Template)
	}
	if output.Posting != "" {
		output.Posting = relativeTo(p.File, output.Posting)
	}
	output.Variant = cmp.Or(o.variant, output.Variant)
	output.Template = cmp.Or(o.template, output.Template, defaultTemplate)
	output.Theme = cmp.Or(o.theme, output.Theme)
	output.Language = cmp.Or(o.language, output.Language)
	output.Privacy = cmp.Or(resume.Privacy(o.privacy), output.Privacy)
	output.Posting = cmp.Or(o.job, output.Posting)
	if _, declared := p.FindLetter(output.Letter); output.Letter != "" && !declared {
		output.Letter = relativeTo(p.File, output.Letter)
	}
	output.Letter = cmp.Or(o.letter, output.Letter)
	output.WithResume = output.WithResume || o.withResume
	return output
}

// place puts a file into --output-dir.
func (o *printing) place(file string) string {
	if o.outputDir == "" || filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(o.outputDir, file)
}

// lookOf returns the look of an output.
func (o *printing) lookOf(output resume.Output) (render.Look, error) {
	theme, err := document.ParseTheme(output.Theme)
	if err != nil {
		return render.Look{}, wrongInput(fmt.Errorf("--theme: %w", err))
	}
	t, err := readTemplate(output.Template)
	return render.Look{Template: t, Theme: theme, AllowBoxes: o.allowBoxes}, err
}

// printEdition lays out one edition.
func (o *printing) printEdition(w *cli, m *sources, e edition) (*render.Print, error) {
	m, err := m.selected(e.Selection())
	if err != nil {
		return nil, err
	}
	full, err := o.tailor(o.withPosting(w), m.full(), e.Posting, m.catalog)
	if err != nil {
		return nil, err
	}
	if e.Letter != "" {
		if e.look.Letter, full, err = o.addLetter(w, m, full, e.Output); err != nil {
			return nil, err
		}
		if full.Letter != nil {
			return newPrint(w, full, m, e.look)
		}
	}
	for range full.Texts() {
		return newPrint(w, full.Limit(), m, e.look)
	}
	return nil, usageError("fill it in; `ghresume check` says what is missing", "%s: there is nothing to print yet", m.profile.File)
}

// withPosting returns a copy of w whose stdin holds the posting, so that it can be read
// repeatedly.
func (o *printing) withPosting(w *cli) *cli {
	if o.stdin == nil {
		return w
	}
	out := *w
	out.stdin = bytes.NewReader(o.stdin)
	return &out
}

// printEditions makes the files of all editions in memory; if each is not nil, it is
// called with those of every edition.
func (o *printing) printEditions(w *cli, m *sources, editions []edition, each func(edition, []atomicfile.File) error) ([]atomicfile.File, error) {
	var named []string
	index := map[string]int{}
	told, prints := make([]*cli, len(editions)), make([]*render.Print, len(editions))
	for i, e := range editions {
		if told[i] = w; len(editions) > 1 {
			told[i] = w.about(e.files[0])
		}
		for _, file := range e.files {
			index[file], named = i, append(named, file)
		}
	}
	made := make([][]atomicfile.File, len(editions))
	_, err := printEach(named, func(path, owner string) ([]byte, error) {
		i := index[owner]
		if prints[i] == nil {
			var err error
			if prints[i], err = o.printEdition(told[i], m, editions[i]); err != nil {
				return nil, err
			}
		}
		if isPicture(path) && owner == path {
			notePages(prints[i], path)
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
func (o *printing) printInPlace(w *cli, p *render.Print, path string) ([]byte, error) {
	_, old, err := atomicfile.Read(path)
	if err != nil {
		return nil, err
	}
	return printFile(w, p, render.Output{Path: path, Old: old, Force: o.force})
}

// write writes all files or none. It creates the folders that the profile and --output-dir
// name; those of -o must exist.
func (o *printing) write(w *cli, files []atomicfile.File) error {
	named := o.outputs
	if o.outputDir != "" {
		named = nil
	}
	if err := makeFolders(files, named); err != nil {
		return err
	}
	changed, err := atomicfile.Write(files...)
	if err != nil {
		return err
	}
	reportWritten(w, pathsOf(files), changed)
	return nil
}
