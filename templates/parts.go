package templates

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/resume"
)

// partKinds maps the names that templates use to the parts of an entry.
func partKinds() map[string]part.Kind {
	return map[string]part.Kind{
		"title": part.Title, "organization": part.Organization, "place": part.Place, "dates": part.Dates,
		"technologies": part.Technologies, "link": part.Link, "short": part.Short,
	}
}

// as marks a value as a part of an entry and prints it. Only documents see the mark, which
// decides the layout.
func (p *printer) as(kind string, value any) (Markdown, error) {
	k, known := partKinds()[kind]
	if !known {
		return "", fmt.Errorf("as %q: there is no such part; expected one of %s", kind, strings.Join(slices.Sorted(maps.Keys(partKinds())), ", "))
	}
	m, err := p.print(value)
	if err != nil || !p.parts || !isOneLine(m) {
		return m, err
	}
	return Markdown(part.Mark(k, string(m))), nil
}

// titled prints the title of an entry and the organization, which is linked to the address;
// without an organization, the title is.
func (p *printer) titled(title, organization, address any) (Markdown, error) {
	name, err := p.print(organization)
	if err != nil {
		return "", err
	}
	if name == "" {
		linked, err := p.link(title, address)
		if err != nil {
			return "", err
		}
		return p.as("title", linked)
	}
	first, err := p.as("title", title)
	if err != nil {
		return "", err
	}
	linked, err := p.link(organization, address)
	if err != nil {
		return "", err
	}
	second, err := p.as("organization", linked)
	if err != nil {
		return "", err
	}
	return p.commas(first, second)
}

// RenderParts is [Template.Render] for package document: private characters mark title,
// organization, dates and other parts of an entry, and the place of each picture, so that
// PDF, DOCX and HTML can lay them out. Plain text keeps its lines.
func (t *Template) RenderParts(r *resume.Resume) ([]byte, error) {
	if !t.printer.text {
		return t.execute(t.layout(r), r, run{resume: r, parts: true})
	}
	out, err := t.Render(r)
	return textLines(out), err
}

// textLines returns plain text as Markdown that keeps every line separate.
func textLines(out []byte) []byte {
	p := &printer{}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	for i, line := range lines {
		lines[i] = string(p.escape(line))
		if lines[i] != "" && i+1 < len(lines) && lines[i+1] != "" {
			lines[i] += `\`
		}
	}
	return []byte(strings.Join(lines, "\n") + "\n")
}
