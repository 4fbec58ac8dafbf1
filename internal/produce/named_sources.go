package produce

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/fontfind"
	"github.com/ghresume/ghresume/resume"
)

// NamedSources returns the files that the profile names for the files to make: templates,
// postings, letters, the photo and fonts.
func (o *Printing) NamedSources(p *resume.Profile) []string {
	var out []string
	add := func(name string) {
		if name = filepath.ToSlash(cli.RelativeTo(p.File, name)); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, declared := range p.Outputs {
		output := p.Output(declared.File)
		if strings.HasSuffix(output.Template, ".tmpl") && o.Template == "" {
			add(output.Template)
		}
		if output.Posting != "" && o.Job == "" {
			add(output.Posting)
		}
		if _, isDeclared := p.FindLetter(output.Letter); output.Letter != "" && !isDeclared {
			add(output.Letter)
		}
	}
	for _, letter := range p.Letters {
		if letter.File != "" {
			add(letter.File)
		}
	}
	if photo := p.Layout.Page.Photo; photo != "" {
		add(photo)
	}
	return append(out, ownFonts(p)...)
}

// ownFonts returns the font files that the profile names and that are beside it; others
// are the machine's.
func ownFonts(p *resume.Profile) []string {
	var out []string
	for _, name := range p.Layout.Page.Fonts {
		if path := cli.RelativeTo(p.File, name); filepath.IsLocal(path) {
			files, err := fontfind.Files(path)
			if err != nil {
				files = []string{path} // printing says what is wrong
			}
			for _, file := range files {
				out = append(out, filepath.ToSlash(file))
			}
		}
	}
	return out
}
