package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/render"
	"github.com/ghresume/ghresume/templates"
)

// dark is the ending of the file of a picture for dark pages.
const dark = ".dark.svg"

// withPictures adds to paths the pictures that the given Markdown file refers to.
func withPictures(paths []string, markdown string, data []byte) []string {
	if !render.IsMarkdown(markdown) {
		return paths
	}
	out := slices.Clone(paths)
	for _, name := range templates.PicturesIn(data) {
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
