package main

import (
	"fmt"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/ghresume/ghresume/internal/atomicfile"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/resume"
	"github.com/ghresume/ghresume/resume/review"
)

// mostPasses limits the passes: a correction may make another possible, as when a tripled
// word becomes a doubled one.
const mostPasses = 10

// fix applies the safe corrections and returns the new text. With --dry-run it prints the
// difference and writes nothing.
func (c *checking) fix(source []byte) ([]byte, error) {
	fixed, made := source, 0
	for range mostPasses {
		in, err := c.input(fixed)
		if err != nil {
			return nil, err
		}
		if in.Profile == nil {
			return nil, c.unreadable(in)
		}
		next, n := review.Fix(fixed, review.Check(in))
		if n == 0 {
			break
		}
		if p, problems := resume.ParseProfileLenient(c.options.profile, next); p == nil || len(problems) > len(in.Problems) {
			return nil, cli.Failed(fmt.Errorf("%s: the corrected text would not be a profile", c.options.profile), "nothing was changed; please report this with the file")
		}
		fixed, made = next, made+n
	}
	if c.options.dryRun {
		_, err := c.env.Stdout.Write(diff.Diff(c.options.profile, source, c.options.profile+" (fixed)", fixed))
		return fixed, err
	}
	if _, err := atomicfile.Write(atomicfile.File{Path: c.options.profile, Data: fixed}); err != nil {
		return nil, err
	}
	fmt.Fprintf(c.env.Stderr, "ghresume: %s: %d corrections\n", c.options.profile, made)
	return fixed, nil
}
