package main

import (
	"fmt"
	"time"

	"github.com/ghresume/ghresume/internal/action"
)

// actionInputs are the inputs of action.yml, with the sources that they select.
type actionInputs struct {
	request inputs
	action.Inputs
}

// readActionInputs reads the environment that action.yml sets.
func readActionInputs(w *cli) (actionInputs, error) {
	read, err := action.ReadInputs(w.env, func() bool { return token(w) != "" })
	in := actionInputs{Inputs: read}
	if read.Unmerged != "" {
		fmt.Fprintf(w.stderr, "ghresume: a run triggered by %s commits nothing; name a branch to commit anyway\n", read.Unmerged)
	}
	in.request.user, in.request.strict, in.request.full = read.User, read.Strict, read.Full
	in.request.timeout = 10 * time.Minute
	in.request.verbose = w.env("RUNNER_DEBUG") == "1"
	if read.Profile != defaultProfile {
		in.request.profile = read.Profile
	}
	return in, wrongInput(err)
}

// generate returns the inputs as the flags of `ghresume generate`.
func (in *actionInputs) generate() *printing {
	return &printing{inputs: in.request, outputs: in.Outputs, template: in.Template, job: in.Job}
}
