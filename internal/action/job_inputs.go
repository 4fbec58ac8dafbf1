package action

import (
	"fmt"
	"time"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/internal/produce"
)

// jobInputs are the inputs of action.yml, with the sources that they select.
type jobInputs struct {
	request load.Request
	Inputs
}

// readJobInputs reads the environment that action.yml sets.
func readJobInputs(env *cli.Env) (jobInputs, error) {
	read, err := ReadInputs(env.Env, func() bool { return cli.Token(env) != "" })
	in := jobInputs{Inputs: read}
	if read.Unmerged != "" {
		fmt.Fprintf(env.Stderr, "ghresume: a run triggered by %s commits nothing; name a branch to commit anyway\n", read.Unmerged)
	}
	in.request.User, in.request.Strict, in.request.Full = read.User, read.Strict, read.Full
	in.request.Timeout = 10 * time.Minute
	in.request.Verbose = env.Env("RUNNER_DEBUG") == "1"
	if read.Profile != load.DefaultProfile {
		in.request.Profile = read.Profile
	}
	return in, cli.WrongInput(err)
}

// generate returns what to print, as the flags of `ghresume generate` would say it.
func (in *jobInputs) generate() *produce.Printing {
	return &produce.Printing{Request: in.request, Outputs: in.Outputs, Template: in.Template, Job: in.Job}
}
