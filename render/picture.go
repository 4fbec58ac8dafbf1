package render

import (
	"fmt"
	pathpkg "path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/document/picture"
	"github.com/ghresume/ghresume/templates"
)

// dark is the suffix of the name of a picture for dark pages.
const dark = ".dark"

// svg draws a picture; the file name selects which one, and for which page.
func svg(p *Print, path string) (*File, error) {
	name, isDark := pictureName(path)
	drawn, err := templates.Picture(p.Resume, name)
	if err != nil {
		return nil, err
	}
	if drawn.IsEmpty() {
		return nil, &EmptyPictureError{path}
	}
	picture.SameHeight(append(p.beside(path), drawn)...)
	return &File{Data: drawn.SVG(isDark)}, nil
}

// readmeWidth is the width of a profile README on a screen.
const readmeWidth = 846

// noteRows remembers which pictures a Markdown file shows side by side.
func (p *Print) noteRows(path string, md []byte) {
	if p.rows == nil {
		p.rows = map[string][]string{}
	}
	for _, names := range templates.RowsIn(md) {
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
		drawn, err := templates.Picture(p.Resume, pathpkg.Base(name))
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
		if drawn, err := templates.Picture(p.Resume, pathpkg.Base(name)); err == nil && !drawn.IsEmpty() {
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
	if lower := strings.ToLower(name); slices.Contains(templates.Pictures(), lower) {
		name = lower
	}
	return name, isDark
}

// checkPicture returns an error unless a picture file has the name of a picture.
func checkPicture(path, ending string) error {
	if name, _ := pictureName(path); ending == ".svg" && !templates.IsPicture(name) {
		return fmt.Errorf("%s: %w", path, &templates.UnknownPictureError{Name: name})
	}
	return nil
}

// EmptyPictureError means that a picture has nothing to show.
type EmptyPictureError struct{ Path string }

func (e *EmptyPictureError) Error() string {
	return fmt.Sprintf("%s: there is nothing to draw", e.Path)
}

// Hint says where a picture's figures come from.
func (e *EmptyPictureError) Hint() string {
	return "pictures show data from the profile and GitHub; without a token, some of it is unavailable"
}
