package main

import (
	"errors"
	"strings"

	"github.com/ghresume/ghresume/resume"
)

// asInputs says an error in the words of a workflow, which has inputs in the
// place of flags.
func asInputs(err error) error {
	var problems resume.Problems
	if err == nil || errors.As(err, &problems) {
		return err
	}
	status := statusFailed
	if f, ok := errors.AsType[*failure](err); ok {
		status = f.status
	}
	words := strings.NewReplacer(
		"-o ", "output: ",
		"with -o", "in the input `output`",
		"with -p FILE", "with the input `profile`",
		"-u LOGIN", "the input `user`",
		"renew GH_TOKEN or GITHUB_TOKEN, run `gh auth login`, or unset them to go on without a token", "renew the token behind the input `token`",
		"set GH_TOKEN to read everything, or leave out --strict", "give the input `token` one that may read it, or leave out `strict`",
		"propose the change instead: --pull-request, or pull-request: \"true\" in the workflow", "propose the change instead: pull-request: \"true\"",
		"check --branch", "check the input `branch`",
		"check --repo OWNER/NAME, and that", "check that",
		", or replace the whole file with --force", "",
		", or replace it with --force", "",
		", or give it more time with --timeout", "",
		"give it more time with --timeout; --offline uses the saved snapshot", "run it again later",
		"; --offline uses the saved snapshot", "",
		", or name another file with --snapshot", "",
		", or name another with --snapshot", "",
	)
	return &failure{status, errors.New(words.Replace(err.Error())), words.Replace(hintOf(err))}
}
