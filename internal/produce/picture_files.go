package produce

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/markers"
	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/render"
)

// dark is the ending of the file of a picture for dark pages.
const dark = ".dark.svg"

// PrintEach makes the named files with print, and the pictures that they show. Pictures come
// last, since the pages decide which of them have the same height. print also gets the named
// file that a picture belongs to: the first page that shows it, else itself.
func PrintEach(named []string, print func(path, owner string) ([]byte, error)) ([]atomicfile.File, error) {
	var out []atomicfile.File
	var shown []string
	owners := map[string]string{}
	for _, path := range named {
		if IsPicture(path) {
			continue
		}
		data, err := print(path, path)
		if err != nil {
			return nil, err
		}
		out = append(out, atomicfile.File{Path: path, Data: data})
		for _, picture := range PicturesOf(path, data) {
			if owners[picture] == "" {
				owners[picture], shown = path, append(shown, picture)
			}
		}
	}
	for _, path := range picturesAmong(append(shown, named...)) {
		data, err := print(path, cmp.Or(owners[filepath.Clean(path)], path))
		if err != nil {
			return nil, err
		}
		out = append(out, atomicfile.File{Path: path, Data: data})
	}
	return out, nil
}

// NotePages tells the print of a picture alone what is beside it in the README of its
// folder, or of the folder above, if there is one.
func NotePages(p *render.Print, path string) {
	folder := filepath.Dir(path)
	for _, page := range []string{filepath.Join(filepath.Dir(folder), "README.md"), filepath.Join(folder, "README.md")} {
		if md, err := boundedfile.Read(page, markers.MaxSize); err == nil {
			p.NotePage(page, md)
		}
	}
}

// IsPicture reports whether a file is a picture, by its name.
func IsPicture(path string) bool { return strings.EqualFold(filepath.Ext(path), ".svg") }

// picturesAmong returns the pictures among files, each once.
func picturesAmong(paths []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, path := range paths {
		if key := filepath.Clean(path); IsPicture(path) && !seen[key] {
			seen[key], out = true, append(out, path)
		}
	}
	return out
}

// PicturesOf returns the pictures that a Markdown file shows.
func PicturesOf(markdown string, data []byte) []string {
	if !render.IsMarkdown(markdown) {
		return nil
	}
	var out []string
	for _, name := range picture.FilesIn(markers.Inside(data)) {
		for _, ending := range []string{".svg", dark} {
			if path := filepath.Join(filepath.Dir(markdown), filepath.FromSlash(name)+ending); !slices.Contains(out, path) {
				out = append(out, path)
			}
		}
	}
	return out
}

// withDark adds the version for dark pages of each picture.
func withDark(paths []string) []string {
	var out []string
	for _, path := range paths {
		out = append(out, path)
		stem, isPicture := strings.CutSuffix(path, ".svg")
		if isPicture && !strings.HasSuffix(path, dark) && !slices.Contains(paths, stem+dark) {
			out = append(out, stem+dark)
		}
	}
	return out
}
