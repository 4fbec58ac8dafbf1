package templates

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/picture"
	"github.com/ghresume/ghresume/resume"
)

// headerBlock is the name of the block that prints name and contact.
const headerBlock = "header"

// UnknownSectionError means that a block is not named after a section.
type UnknownSectionError struct {
	Name  string
	known []string
}

func (e *UnknownSectionError) Error() string { return fmt.Sprintf("there is no section %q", e.Name) }

// Hint names the available sections.
func (e *UnknownSectionError) Hint() string {
	return "expected one of " + strings.Join(e.known, ", ") + ", or a picture, such as languages.svg"
}

// renderSection lays out one section with its heading. A section without entries prints
// nothing.
func (t *Template) renderSection(r *resume.Resume, name string) ([]byte, error) {
	if name == headerBlock {
		return t.execute(headerBlock, r, run{resume: r})
	}
	section, found := sectionNamed(r, name)
	switch {
	case found:
		return t.execute("section", sectionData{r, section}, run{resume: r})
	case slices.Contains(resume.SectionKinds(), resume.SectionKind(name)):
		return nil, nil
	}
	return nil, &UnknownSectionError{name, knownSections(r)}
}

// sectionNamed finds a section by kind or title.
func sectionNamed(r *resume.Resume, name string) (resume.Section, bool) {
	for _, s := range r.Sections {
		if s.Kind != resume.Free && string(s.Kind) == name || s.Title != "" && strings.EqualFold(s.Title, name) {
			return s, true
		}
	}
	return resume.Section{}, false
}

func knownSections(r *resume.Resume) []string {
	names := []string{headerBlock}
	for _, k := range resume.SectionKinds() {
		names = append(names, string(k))
	}
	for _, s := range r.Sections {
		if s.Kind == resume.Free {
			names = append(names, s.Title)
		}
	}
	return names
}

// Blocks returns a function that renders a block of a README: "" is the whole resume, a name
// is one picture, or one section with its heading: a kind ("skills"), the title of a free
// section, or "header" for name and contact. Any other name is an [*UnknownSectionError].
func (t *Template) Blocks(r *resume.Resume) func(block string) ([]byte, error) {
	return func(block string) ([]byte, error) {
		if block == "" {
			return t.Markdown(r)
		}
		if drawn, err := t.pictureBlock(r, block); drawn != nil || err != nil {
			return drawn, err
		}
		out, err := t.renderSection(r, block)
		return t.shown(out), err
	}
}

// pictureBlock returns the picture for a block named after one: "languages.svg", or
// "languages" if no section of that name has entries.
func (t *Template) pictureBlock(r *resume.Resume, block string) ([]byte, error) {
	name, isFile := strings.CutSuffix(block, ".svg")
	if _, isSection := sectionNamed(r, name); !isFile && (isSection || name == headerBlock || !slices.Contains(picture.Names(), path.Base(name))) {
		return nil, nil
	}
	p := &printer{resume: r}
	md, err := p.picture(name)
	return append([]byte(md), '\n'), err
}

// Markdown is [Template.Render] for a Markdown file: the output of a template of plain text
// is put into a code block, which shows it unchanged.
func (t *Template) Markdown(r *resume.Resume) ([]byte, error) {
	out, err := t.Render(r)
	return t.shown(out), err
}

// shown puts plain text between fences that are longer than any in it.
func (t *Template) shown(out []byte) []byte {
	if !t.printer.text || len(out) == 0 {
		return out
	}
	fence := []byte("```")
	for bytes.Contains(out, fence) {
		fence = append(fence, '`')
	}
	return slices.Concat(fence, []byte("text\n"), out, fence, []byte("\n"))
}
