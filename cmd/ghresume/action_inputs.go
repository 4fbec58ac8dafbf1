package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ghresume/ghresume/internal/action"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/render"
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
func readActionInputs(w *cli) (actionInputs, error) {
	in := actionInputs{
		template: input(w, "TEMPLATE"),
		job:      input(w, "JOB"),
		branch:   cmp.Or(strings.TrimPrefix(input(w, "BRANCH"), "refs/heads/"), action.ReadEvent(w.env).Branch()),
		message:  cmp.Or(input(w, "COMMIT_MESSAGE"), defaultMessage),
		check:    cmp.Or(input(w, "CHECK"), checkWarn),
	}
	in.user = input(w, "USER")
	in.timeout = 10 * time.Minute
	in.verbose = w.env("RUNNER_DEBUG") == "1"
	if profile := input(w, "PROFILE"); profile != defaultProfile {
		in.profile = profile
	}
	var err error
	if in.outputs, err = readOutputs(input(w, "OUTPUT")); err != nil {
		return in, err
	}
	if !slices.Contains([]string{checkOff, checkWarn, checkError}, in.check) {
		return in, usageError("expected off, warn or error", "check: %q is not known", in.check)
	}
	in.commit = true
	for name, flag := range map[string]*bool{"COMMIT": &in.commit, "PULL_REQUEST": &in.pullRequest, "STRICT": &in.strict, "FULL": &in.full} {
		if err := readFlag(w, name, flag); err != nil {
			return in, err
		}
	}
	event := action.ReadEvent(w.env)
	if in.commit && input(w, "BRANCH") == "" && !event.IsTrusted() {
		in.commit = false // what nobody has merged is not published
		fmt.Fprintf(w.stderr, "ghresume: a run for %s commits nothing; name a branch to commit to one all the same\n", cmp.Or(event.Name, "a pull request"))
	}
	for _, path := range in.outputs {
		if err := in.checkOutput(path, path); err != nil {
			return in, err
		}
	}
	if in.commit && token(w) == "" {
		return in, usageError("is the secret's name right, and does the workflow get secrets? Those of forks do not", "token: it is empty, and a commit needs one")
	}
	in.elsewhere = in.commit && in.branch != action.ReadEvent(w.env).Branch()
	return in, nil
}

// readOutputs are the files to write, each once.
func readOutputs(lines string) ([]string, error) {
	var out []string
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		path := filepath.Clean(line)
		if first := strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ' ' })[0]; first != line && isForm(first) {
			return nil, usageError("write one file a line, after `output: |`", "output: %s is not a file", line)
		}
		if _, err := render.FormOf(path); err != nil {
			return nil, usageError(hint.Of(err), "output: %w", err)
		}
		if !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	return out, nil
}

// checkOutput refuses a file that cannot be committed, or lies in another checkout.
func (in *actionInputs) checkOutput(path, named string) error {
	if in.commit && !filepath.IsLocal(path) {
		return usageError("name a file of the repository, as seen from its root", "output: %s is not inside the repository", named)
	}
	if dir := ownCheckout(path); dir != "" {
		return usageError("check the repository out without `path`, so that it is the job's folder", "output: %s is in another checkout, %s", named, dir)
	}
	return nil
}

// isForm tells a path whose ending picks a form.
func isForm(path string) bool {
	_, err := render.FormOf(path)
	return err == nil
}

// ownCheckout is the folder above a file that is a checkout of its own.
func ownCheckout(path string) string {
	for dir := filepath.Dir(path); dir != "." && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if filepath.IsLocal(dir) && exists(filepath.Join(dir, ".git")) {
			return dir
		}
	}
	return ""
}

// input is one input; GitHub hands over what the workflow says, spaces included.
func input(w *cli, name string) string { return strings.TrimSpace(w.env("INPUT_" + name)) }

func readFlag(w *cli, name string, flag *bool) error {
	switch value := strings.ToLower(input(w, name)); value {
	case "true", "false":
		*flag = value == "true"
	case "": // as it is
	default:
		return usageError("expected true or false", "%s: %q is not known", strings.ToLower(strings.ReplaceAll(name, "_", "-")), value)
	}
	return nil
}

// generate are the inputs as the flags of `ghresume generate`.
func (in *actionInputs) generate() *generateOptions {
	return &generateOptions{inputs: in.inputs, outputs: in.outputs, template: in.template, job: in.job}
}
