package render

import (
	"fmt"
	"maps"
	pathpkg "path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/templates"
)

// dark is the suffix of the name of a picture for dark pages.
const dark = ".dark"

// svg draws a picture; the file name selects which one, and for which page.
func svg(p *Print, path string) (*File, error) {
	name, isDark := pictureName(path)
	drawn, err := templates.DrawPicture(p.Resume, name)
	if err != nil {
		return nil, err
	}
	if drawn.IsEmpty() {
		return nil, p.emptyPicture(path, name)
	}
	picture.SameHeight(append(p.beside(path), drawn)...)
	return &File{Data: drawn.SVG(isDark)}, nil
}

// drawnPictures returns the pictures of a resume that show something, by name.
func drawnPictures(r *resume.Resume) map[string]*picture.Picture {
	all := map[string]*picture.Picture{}
	for _, name := range picture.Names() {
		if drawn, err := templates.DrawPicture(r, name); err == nil && !drawn.IsEmpty() {
			all[name] = drawn
		}
	}
	return all
}

// readmeWidth is the width of a profile README on a screen.
const readmeWidth = 846

// NotePage takes note of a page that this print does not make, such as a README that is only
// read: pictures that are side by side in it get the same height. The pages that this print
// makes take precedence.
func (p *Print) NotePage(path string, md []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	made := maps.Clone(p.rows)
	p.noteRows(path, md)
	maps.Copy(p.rows, made)
}

// noteRows remembers which pictures a Markdown file shows side by side.
func (p *Print) noteRows(path string, md []byte) {
	if p.rows == nil {
		p.rows = map[string][]string{}
	}
	for _, names := range picture.RowsIn(md) {
		for _, row := range p.fitting(names) {
			for _, name := range row {
				p.rows[filepath.Join(filepath.Dir(path), filepath.FromSlash(name))] = row
			}
		}
	}
}

// fitting breaks a row of pictures into rows that fit on a screen.
func (p *Print) fitting(names []string) [][]string {
	const gap = 5 // a blank
	var rows [][]string
	room := 0.0
	for _, name := range names {
		drawn, err := templates.DrawPicture(p.Resume, pathpkg.Base(name))
		if err != nil || drawn.IsEmpty() {
			continue
		}
		if room -= drawn.Width() + gap; room < 0 || len(rows) == 0 {
			rows, room = append(rows, nil), readmeWidth-drawn.Width()
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], name)
	}
	return rows
}

// beside returns the pictures in the row of a picture, itself included.
func (p *Print) beside(file string) []*picture.Picture {
	stem := strings.TrimSuffix(strings.TrimSuffix(file, ".svg"), dark)
	var out []*picture.Picture
	for _, name := range p.rows[filepath.Clean(stem)] {
		if drawn, err := templates.DrawPicture(p.Resume, pathpkg.Base(name)); err == nil && !drawn.IsEmpty() {
			out = append(out, drawn)
		}
	}
	return out
}

// pictureName returns the picture that a file name selects, and whether it is for dark
// pages.
func pictureName(path string) (name string, isDark bool) {
	base := filepath.Base(path)
	name, isDark = strings.CutSuffix(strings.TrimSuffix(base, filepath.Ext(base)), dark)
	if lower := strings.ToLower(name); slices.Contains(picture.Names(), lower) {
		name = lower
	}
	return name, isDark
}

// checkPicture returns an error unless a picture file has the name of a picture.
func checkPicture(path, ending string) error {
	if name, _ := pictureName(path); ending == ".svg" && !picture.IsName(name) {
		return fmt.Errorf("%s: %w", path, &picture.UnknownError{Name: name})
	}
	return nil
}

// EmptyPictureError means that a picture has nothing to show.
type EmptyPictureError struct {
	Path string
	// Asked means that the picture's name or the profile leaves nothing of what there is.
	Asked bool
	hint  string
}

func (e *EmptyPictureError) Error() string {
	return fmt.Sprintf("%s: there is nothing to draw", e.Path)
}

// Hint says why.
func (e *EmptyPictureError) Hint() string { return e.hint }

// emptyPicture returns the error for a picture with nothing to show, with its cause.
func (p *Print) emptyPicture(path, name string) error {
	whole := *p.Resume
	whole.Pictures = resume.Pictures{}
	if drawn, err := templates.DrawPicture(&whole, name); err == nil && !drawn.IsEmpty() {
		return &EmptyPictureError{path, true, fmt.Sprintf("[pictures.%s] in the profile leaves out everything that there is", name)}
	}
	if _, isProject := strings.CutPrefix(name, "project-"); isProject && len(p.Resume.Projects) > 0 {
		var names []string
		for _, project := range p.Resume.Projects {
			names = append(names, project.Name)
		}
		return &EmptyPictureError{path, true, "the name is project-NAME; the projects are " + strings.Join(names, ", ")}
	}
	return &EmptyPictureError{path, false, "pictures show data from the profile and GitHub; without a token, some of it is unavailable"}
}
