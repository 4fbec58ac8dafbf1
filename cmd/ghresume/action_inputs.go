package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// What the findings of the review do to the job.
const (
	checkOff   = "off"
	checkWarn  = "warn"
	checkError = "error"
)

// actionInputs are the inputs of action.yml.
type actionInputs struct {
	inputs
	outputs     []string
	template    string
	job         string
	branch      string
	message     string
	check       string
	commit      bool
	pullRequest bool
	// elsewhere means that the branch is not the one that is checked out: its
	// files are not those of the job's folder.
	elsewhere bool
}

// readActionInputs reads the environment that action.yml sets.
func readActionInputs(w *world) (actionInputs, error) {
	in := actionInputs{
		template: cmp.Or(input(w, "TEMPLATE"), "readme"),
		job:      input(w, "JOB"),
		branch:   cmp.Or(strings.TrimPrefix(input(w, "BRANCH"), "refs/heads/"), currentBranch(w)),
		message:  cmp.Or(input(w, "COMMIT_MESSAGE"), defaultMessage),
		check:    cmp.Or(input(w, "CHECK"), checkWarn),
	}
	in.user = input(w, "USER")
	in.timeout = 10 * time.Minute
	in.verbose = w.env("RUNNER_DEBUG") == "1"
	if profile := input(w, "PROFILE"); profile != defaultProfile {
		in.profile = profile
	}
	for line := range strings.Lines(cmp.Or(input(w, "OUTPUT"), "README.md")) {
		if path := strings.TrimSpace(line); path != "" {
			in.outputs = append(in.outputs, path)
		}
	}
	if !slices.Contains([]string{checkOff, checkWarn, checkError}, in.check) {
		return in, usageError("expected off, warn or error", "check: %q is not known", in.check)
	}
	for name, flag := range map[string]*bool{"COMMIT": &in.commit, "PULL_REQUEST": &in.pullRequest, "STRICT": &in.strict, "FULL": &in.full} {
		if err := readFlag(w, name, flag); err != nil {
			return in, err
		}
	}
	if in.commit && in.branch == "" && strings.HasPrefix(w.env("GITHUB_REF"), "refs/pull/") {
		in.commit = false // what is not merged is not published
		fmt.Fprintln(w.stderr, "ghresume: a pull request commits nothing; name a branch to commit to one all the same")
	}
	in.elsewhere = in.commit && in.branch != currentBranch(w)
	return in, nil
}

// input is one input; GitHub hands over what the workflow says, spaces included.
func input(w *world, name string) string { return strings.TrimSpace(w.env("INPUT_" + name)) }

func readFlag(w *world, name string, flag *bool) error {
	switch value := strings.ToLower(input(w, name)); value {
	case "true":
		*flag = true
	case "false", "":
	default:
		return usageError("expected true or false", "%s: %q is not known", strings.ToLower(strings.ReplaceAll(name, "_", "-")), value)
	}
	return nil
}

// currentBranch is the branch that the workflow runs on; a tag is none.
func currentBranch(w *world) string {
	branch, _ := strings.CutPrefix(w.env("GITHUB_REF"), "refs/heads/")
	if branch == w.env("GITHUB_REF") {
		return ""
	}
	return branch
}

// generate are the inputs as the flags of `ghresume generate`.
func (in *actionInputs) generate() *generateOptions {
	return &generateOptions{inputs: in.inputs, outputs: in.outputs, template: in.template, job: in.job}
}
