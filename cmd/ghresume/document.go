package main

import "github.com/ghresume/ghresume/resume"

// document makes a file that is not Markdown.
func (p *printer) document(_ *world, _ *resume.Resume, path string, _ []byte) ([]byte, error) {
	return nil, usageError("", "-o %s: not available yet", path)
}
