package main

import "github.com/ghresume/ghresume/resume"

// tailor fits the resume to the posting of --job, if there is one.
func (o *generateOptions) tailor(_ *world, full *resume.Resume) (*resume.Resume, error) {
	return full, nil
}
