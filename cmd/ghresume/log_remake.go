package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// sources returns what the files of a record were made from.
func (r *record) sources(o *logOptions) (*load.Sources, error) {
	source, err := boundedfile.Read(filepath.Join(r.folder, "resume.toml"), cli.MostWritten)
	if err != nil {
		return nil, cli.Failed(err, "the record is incomplete")
	}
	m := &load.Sources{Source: source, Fonts: map[string]string{}}
	if m.Profile, err = resume.ParseProfile(o.Profile, source); err != nil {
		return nil, err
	}
	for i, l := range m.Profile.Letters {
		if l.File != "" {
			if m.Profile.Letters[i].File, err = filepath.Abs(filepath.Join(r.folder, letterFile(i, l))); err != nil {
				return nil, cli.Failed(err, "")
			}
		}
	}
	if m.Profile.Layout.Page.Photo != "" {
		photo, err := filepath.Abs(filepath.Join(r.folder, "photo.jpg"))
		if err != nil {
			return nil, cli.Failed(err, "")
		}
		m.Profile.Layout.Page.Photo = photo
	}
	if m.Profile.Locales, err = load.OwnLocales(r.folder); err != nil {
		return nil, err
	}
	if m.Catalog, err = load.OwnSkills(skill.Default(), filepath.Join(r.folder, "skills.toml")); err != nil {
		return nil, err
	}
	m.Snapshot, err = ghsync.Load(filepath.Join(r.folder, "snapshot.json"), r.Login)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return m, err
}

// edition returns the edition of a recorded file.
func (r *record) edition(f recordedFile) produce.Edition {
	e := produce.Edition{Output: f.output(), Files: []string{f.File}}
	if strings.HasSuffix(e.Template, ".tmpl") {
		e.Template = filepath.Join(r.folder, e.Template)
	}
	if strings.HasSuffix(strings.ToLower(e.Letter), ".md") {
		e.Letter = filepath.Join(r.folder, e.Letter)
	}
	if e.Posting != "" {
		e.Posting = filepath.Join(r.folder, e.Posting)
	}
	return e
}

// made makes every file of the record again, in memory.
func (r *record) made(env *cli.Env, o *logOptions) ([]atomicfile.File, *load.Sources, error) {
	m, err := r.sources(o)
	if err != nil {
		return nil, nil, err
	}
	flags := &produce.Printing{AllowBoxes: r.AllowBoxes}
	prints := map[resume.Output]*render.Print{}
	var out []atomicfile.File
	for _, f := range r.Outputs {
		e := r.edition(f)
		if prints[e.Output] == nil {
			if e.Look, err = flags.LookOf(e.Output); err == nil {
				prints[e.Output], err = flags.PrintEdition(env, m, e)
			}
			if err != nil {
				return nil, nil, err
			}
		}
		var old []byte
		if f.Before != "" {
			if old, err = boundedfile.Read(filepath.Join(r.folder, f.Before), cli.MostMade); err != nil {
				return nil, nil, cli.Failed(err, "the record is incomplete")
			}
		}
		data, err := produce.PrintFile(env, prints[e.Output], render.Output{Path: f.File, Old: old, Force: true})
		if err != nil {
			return nil, nil, err
		}
		out = append(out, atomicfile.File{Path: f.File, Data: data})
	}
	return out, m, nil
}

// pathOf returns the path of a file below the folder for remade files: the same as below
// the folder of the run, never outside.
func (r *record) pathOf(f recordedFile) string {
	path := filepath.FromSlash(f.File)
	if inside, err := filepath.Rel(r.folder, path); err == nil && filepath.IsLocal(inside) {
		return inside // a resume that exists only in the record
	}
	root := string(filepath.Separator)
	return strings.TrimPrefix(filepath.Join(root, path[len(filepath.VolumeName(path)):]), root)
}

// remake makes the files again, and reports for each whether it is identical to the one
// that was sent.
func (r *record) remake(env *cli.Env, o *logOptions) error {
	files, m, err := r.made(env.Quiet(), o)
	if err != nil {
		return err
	}
	differing := 0
	for i, f := range r.Outputs {
		files[i].Path = filepath.Join(o.outputDir, r.pathOf(f))
		state := "the same bytes"
		if cli.HashOf(files[i].Data) != f.SHA256 {
			state, differing = "differs from what was sent", differing+1
		}
		fmt.Fprintf(env.Stdout, "%s: %s\n", files[i].Path, state)
	}
	if err := cli.MakeFolders(files, nil); err != nil {
		return err
	}
	if _, err := atomicfile.Write(files...); err != nil {
		return err
	}
	if differing == 0 {
		return nil
	}
	reasons := append(r.otherVersion(), r.otherFonts(m)...)
	return cli.FindingsError(fmt.Errorf("%d of %d files differ from what was sent: %s", differing, len(files), cmp.Or(strings.Join(reasons, "; "), "-")), "")
}
