package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// printer turns a resume into files of every form.
type printer struct {
	template *templates.Template
	theme    string
	force    bool
}

// The lines between which a Markdown file belongs to ghresume.
const (
	startMarker = "<!-- ghresume:start -->"
	endMarker   = "<!-- ghresume:end -->"
)

// endings are the forms that -o knows.
var endings = []string{".md", ".html", ".pdf", ".docx", ".json"}

// newPrinter checks all that can be checked before GitHub is asked.
func newPrinter(o *generateOptions) (*printer, error) {
	for _, path := range o.outputs {
		if !slices.Contains(endings, ending(path)) {
			return nil, usageError("the ending picks the form: "+strings.Join(endings, ", "), "-o %s: unknown ending %q", path, ending(path))
		}
	}
	if o.theme != "" && o.theme != string(document.Classic) && o.theme != string(document.Modern) {
		return nil, usageError("expected classic or modern", "--theme: there is no theme %q", o.theme)
	}
	t, err := readTemplate(o.template)
	if err != nil {
		return nil, err
	}
	return &printer{template: t, theme: o.theme, force: o.force}, nil
}

func ending(path string) string { return strings.ToLower(filepath.Ext(path)) }

// readTemplate takes a file for a name that ends in .tmpl, else a built-in template.
func readTemplate(name string) (*templates.Template, error) {
	if !strings.HasSuffix(name, ".tmpl") {
		t, err := templates.Builtin(name)
		return t, asUsage(err)
	}
	source, err := os.ReadFile(name)
	if err != nil {
		return nil, usageError("`ghresume templates eject resume` writes a template to start from", "%w", err)
	}
	t, err := templates.Parse(name, string(source))
	return t, asUsage(err)
}

// asUsage gives an error of the template's author exit status 2, with its own hint.
func asUsage(err error) error {
	if err == nil {
		return nil
	}
	return &failure{statusUsage, err, hintOf(err)}
}

func (p *printer) toStdout(w *world, r *resume.Resume) error {
	data, err := p.template.Render(r)
	if err != nil {
		return asUsage(err)
	}
	if _, err := w.stdout.Write(data); err != nil {
		return failed(err, "")
	}
	return nil
}

// files makes every output in memory.
func (p *printer) files(w *world, r *resume.Resume, paths []string) ([]output, error) {
	var out []output
	for _, path := range paths {
		_, old, err := readTarget(path)
		if err != nil {
			return nil, err
		}
		data, err := p.file(w, r, path, old)
		if err != nil {
			return nil, err
		}
		out = append(out, output{path, data})
	}
	return out, nil
}

// file makes one output; old is what the file holds now, nil for a new one.
func (p *printer) file(w *world, r *resume.Resume, path string, old []byte) ([]byte, error) {
	if ending(path) != ".md" {
		data, err := p.document(w, r, path)
		if err != nil {
			return nil, err
		}
		return p.replacing(path, old, data)
	}
	if old == nil || p.force && !hasMarkers(old) {
		return p.fresh(r)
	}
	data, err := templates.Splice(path, old, p.template.Blocks(r))
	if errors.Is(err, templates.ErrNoMarkers) {
		return nil, usageError("put "+startMarker+" and "+endMarker+" where the resume shall stand, or replace the whole file with --force", "%w", err)
	}
	return data, asUsage(err)
}

func hasMarkers(data []byte) bool {
	_, err := templates.Splice("", data, func(string) ([]byte, error) { return nil, nil })
	return !errors.Is(err, templates.ErrNoMarkers)
}

// fresh is a new Markdown file: the resume between markers, so that the next run finds its place.
func (p *printer) fresh(r *resume.Resume) ([]byte, error) {
	empty := fmt.Sprintf("%s\n%s\n", startMarker, endMarker)
	data, err := templates.Splice("", []byte(empty), p.template.Blocks(r))
	return data, asUsage(err)
}
