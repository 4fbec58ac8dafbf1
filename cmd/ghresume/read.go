package main

import (
	"cmp"

	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
)

// The most bytes that are read of a file: of one that people write, and of one that
// programs do, such as a resume.
const (
	mostWritten = resume.MaxProfileSize
	mostMade    = 64 << 20
)

// readNamed reads a file that the user named; advice is for one that cannot be read.
func readNamed(path string, most int64, advice hint.Hint) ([]byte, error) {
	data, err := boundedfile.Read(path, most)
	if err != nil {
		return nil, usageError(cmp.Or(hint.Of(err), advice), "%w", err)
	}
	return data, nil
}
