package main

import (
	"bytes"

	"github.com/ghresume/ghresume/resume"
)

// document makes a file that is not Markdown; old is what the file holds now, nil for a new one.
func (p *printer) document(_ *world, r *resume.Resume, path string, old []byte) ([]byte, error) {
	if ending(path) != ".json" {
		return nil, usageError("", "-o %s: not available yet", path)
	}
	if old != nil && !p.force && !bytes.Contains(old, []byte(`"$schema": "`+resume.JSONResumeSchema+`"`)) {
		return nil, notOurs(path)
	}
	return resume.EncodeJSONResume(r)
}

// notOurs refuses to replace a file that ghresume did not write.
func notOurs(path string) error {
	return usageError("write to another file, or replace it with --force", "%s exists and was not written by ghresume", path)
}
