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
	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/skill"
)

// sources returns what the files of a record were made from.
func (r *record) sources(o *logOptions) (*sources, error) {
	source, err := boundedfile.Read(filepath.Join(r.folder, "resume.toml"), mostWritten)
	if err != nil {
		return nil, failed(err, "the record is incomplete")
	}
	m := &sources{source: source, fonts: map[string]string{}}
	if m.profile, err = resume.ParseProfile(o.profile, source); err != nil {
		return nil, err
	}
	for i, l := range m.profile.Letters {
		if l.File != "" {
			if m.profile.Letters[i].File, err = filepath.Abs(filepath.Join(r.folder, letterFile(i, l))); err != nil {
				return nil, failed(err, "")
			}
		}
	}
	if m.profile.Layout.Page.Photo != "" {
		photo, err := filepath.Abs(filepath.Join(r.folder, "photo.jpg"))
		if err != nil {
			return nil, failed(err, "")
		}
		m.profile.Layout.Page.Photo = photo
	}
	if m.profile.Locales, err = ownLocales(r.folder); err != nil {
		return nil, err
	}
	if m.catalog, err = ownSkills(skill.Default(), filepath.Join(r.folder, "skills.toml")); err != nil {
		return nil, err
	}
	m.snapshot, err = ghsync.Load(filepath.Join(r.folder, "snapshot.json"), r.Login)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return m, err
}

// edition returns the edition of a recorded file.
func (r *record) edition(f recordedFile) edition {
	e := edition{Output: f.output(), files: []string{f.File}}
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
func (r *record) made(w *cli, o *logOptions) ([]atomicfile.File, *sources, error) {
	m, err := r.sources(o)
	if err != nil {
		return nil, nil, err
	}
	flags := &printing{allowBoxes: r.AllowBoxes}
	prints := map[resume.Output]*render.Print{}
	var out []atomicfile.File
	for _, f := range r.Outputs {
		e := r.edition(f)
		if prints[e.Output] == nil {
			if e.look, err = flags.lookOf(e.Output); err == nil {
				prints[e.Output], err = flags.printEdition(w, m, e)
			}
			if err != nil {
				return nil, nil, err
			}
		}
		var old []byte
		if f.Before != "" {
			if old, err = boundedfile.Read(filepath.Join(r.folder, f.Before), mostMade); err != nil {
				return nil, nil, failed(err, "the record is incomplete")
			}
		}
		data, err := printFile(w, prints[e.Output], render.Output{Path: f.File, Old: old, Force: true})
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
func (r *record) remake(w *cli, o *logOptions) error {
	files, m, err := r.made(w.quiet(), o)
	if err != nil {
		return err
	}
	differing := 0
	for i, f := range r.Outputs {
		files[i].Path = filepath.Join(o.outputDir, r.pathOf(f))
		state := "the same bytes"
		if hashOf(files[i].Data) != f.SHA256 {
			state, differing = "differs from what was sent", differing+1
		}
		fmt.Fprintf(w.stdout, "%s: %s\n", files[i].Path, state)
	}
	if err := makeFolders(files, nil); err != nil {
		return err
	}
	if _, err := atomicfile.Write(files...); err != nil {
		return err
	}
	if differing == 0 {
		return nil
	}
	reasons := append(r.otherVersion(), r.otherFonts(m)...)
	return findingsError(fmt.Errorf("%d of %d files differ from what was sent: %s", differing, len(files), cmp.Or(strings.Join(reasons, "; "), "-")), "")
}
