package render

import (
	"errors"
	"fmt"

	"github.com/ghresume/ghresume/internal/markers"
)

// The lines that enclose ghresume's part of a Markdown file.
const (
	StartMarker = "<!-- ghresume:start -->"
	EndMarker   = "<!-- ghresume:end -->"
)

// HasMarkers reports whether a Markdown file has markers for the resume.
func HasMarkers(data []byte) bool {
	found := errors.New("a block") // ends the work at the first one
	_, err := markers.Splice("", data, func(string) ([]byte, error) { return nil, found })
	return !errors.Is(err, markers.ErrNone)
}

// freshMarkdown puts the resume between markers, so that the next run finds its place.
func freshMarkdown(p *Print, path string) (*File, error) {
	return splice(p, path, fmt.Appendf(nil, "%s\n%s\n", StartMarker, EndMarker))
}

// splice replaces what is between the markers, and nothing else.
func splice(p *Print, path string, old []byte) (*File, error) {
	data, err := markers.Splice(path, old, p.template.Blocks(p.Resume))
	if err != nil {
		return nil, err
	}
	p.noteRows(path, data)
	return &File{Data: data}, nil
}
