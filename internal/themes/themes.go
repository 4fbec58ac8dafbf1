// Package themes contains the style sheets of the themes. A theme is a file NAME.css, whose
// first line is a comment that describes it; base.css is part of every theme.
package themes

import (
	"embed"
	"slices"
	"strings"
)

// Default is the theme of a profile that names none.
const Default = "modern"

const base = "base"

//go:embed *.css
var files embed.FS

// Names returns the names of all themes, the default first.
func Names() []string {
	names := []string{Default}
	entries, _ := files.ReadDir(".") // embedded, so it exists
	for _, e := range entries {
		if name := strings.TrimSuffix(e.Name(), ".css"); name != base && name != Default {
			names = append(names, name)
		}
	}
	return names
}

// About describes a theme in a few words; an unknown name is the default's.
func About(name string) string {
	about, _ := split(name)
	return about
}

// CSS returns the style sheet of a theme; an unknown name is the default's.
func CSS(name string) string {
	shared, _ := files.ReadFile(base + ".css") // embedded, so it exists
	_, own := split(name)
	return string(shared) + own
}

// split separates the first line of a theme's file from the rest.
func split(name string) (about, css string) {
	if !slices.Contains(Names(), name) {
		name = Default
	}
	data, _ := files.ReadFile(name + ".css") // embedded, so it exists
	about, css, _ = strings.Cut(string(data), "\n")
	return strings.TrimSuffix(strings.TrimPrefix(about, "/* "), " */"), css
}
