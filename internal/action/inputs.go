package action

import (
	"cmp"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/render"
)

// How findings of the review affect the job.
const (
	CheckOff   = "off"
	CheckWarn  = "warn"
	CheckError = "error"
)

// Inputs are the inputs in action.yml. Those that the workflow does not set are empty,
// except Branch, Check and Commit.
type Inputs struct {
	Profile, User, Template, Job, Branch, Message, Check string
	Outputs                                              []string
	Commit, PullRequest, Strict, Full                    bool
	// Unmerged is the event that rules out a commit, or empty.
	Unmerged string
	// Elsewhere means that the branch is not the one checked out: its files are not those
	// in the job's folder.
	Elsewhere bool
}

// InputError means that an input has an invalid value.
type InputError struct {
	message string
	advice  hint.Hint
}

func (e *InputError) Error() string { return e.message }

// Advice says what the author of the workflow can do.
func (e *InputError) Advice() hint.Hint { return e.advice }

func inputError(advice hint.Hint, format string, args ...any) error {
	return &InputError{fmt.Sprintf(format, args...), advice}
}

// Input returns an input without surrounding spaces, which GitHub keeps.
func Input(env func(string) string, name string) string {
	return strings.TrimSpace(env("INPUT_" + name))
}

// ReadInputs reads the environment that action.yml sets. After an error, the inputs read
// before it are valid.
func ReadInputs(env func(string) string, hasToken func() bool) (Inputs, error) {
	event := ReadEvent(env)
	in := Inputs{
		Profile: Input(env, "PROFILE"), User: Input(env, "USER"), Template: Input(env, "TEMPLATE"), Job: Input(env, "JOB"),
		Branch:  cmp.Or(strings.TrimPrefix(Input(env, "BRANCH"), "refs/heads/"), event.Branch()),
		Message: Input(env, "COMMIT_MESSAGE"),
		Check:   cmp.Or(Input(env, "CHECK"), CheckWarn),
		Commit:  true,
	}
	var err error
	if in.Outputs, err = readOutputs(Input(env, "OUTPUT")); err != nil {
		return in, err
	}
	if !slices.Contains([]string{CheckOff, CheckWarn, CheckError}, in.Check) {
		return in, inputError("expected off, warn or error", "check: %q is not known", in.Check)
	}
	flags := map[string]*bool{"COMMIT": &in.Commit, "PULL_REQUEST": &in.PullRequest, "STRICT": &in.Strict, "FULL": &in.Full}
	for _, name := range slices.Sorted(maps.Keys(flags)) {
		if err := readFlag(env, name, flags[name]); err != nil {
			return in, err
		}
	}
	if in.Commit && Input(env, "BRANCH") == "" && !event.IsTrusted() {
		in.Commit = false // unmerged changes are not published
		in.Unmerged = cmp.Or(event.Name, "a pull request")
	}
	for _, path := range in.Outputs {
		if err := in.CheckOutput(path, path); err != nil {
			return in, err
		}
	}
	if in.Commit && !hasToken() {
		return in, inputError("is the secret's name right, and does the workflow get secrets? Those of forks do not", "token: it is empty, and a commit needs one")
	}
	in.Elsewhere = in.Commit && in.Branch != event.Branch()
	return in, nil
}

// readOutputs returns the files to write, each once.
func readOutputs(lines string) ([]string, error) {
	var out []string
	for line := range strings.Lines(lines) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		path := filepath.Clean(line)
		if first := strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ' ' })[0]; first != line && isForm(first) {
			return nil, inputError("write one file per line, after `output: |`", "output: %s is not a file", line)
		}
		if _, err := render.FormOf(path); err != nil {
			return nil, inputError(hint.Of(err), "output: %v", err)
		}
		if !slices.Contains(out, path) {
			out = append(out, path)
		}
	}
	return out, nil
}

// CheckOutput returns an error for a file that cannot be committed or is in another
// checkout.
func (in *Inputs) CheckOutput(path, named string) error {
	if in.Commit && !filepath.IsLocal(path) {
		return inputError("name a file in the repository, relative to its root", "output: %s is not inside the repository", named)
	}
	if dir := ownCheckout(path); dir != "" {
		return inputError("check the repository out without `path`, so that it is the job's folder", "output: %s is in another checkout, %s", named, dir)
	}
	return nil
}

// isForm reports whether the ending of a path selects a form.
func isForm(path string) bool {
	_, err := render.FormOf(path)
	return err == nil
}

// ownCheckout returns the folder above a file that is a separate checkout.
func ownCheckout(path string) string {
	for dir := filepath.Dir(path); dir != "." && dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, ".git")); filepath.IsLocal(dir) && !os.IsNotExist(err) {
			return dir
		}
	}
	return ""
}

func readFlag(env func(string) string, name string, flag *bool) error {
	switch value := strings.ToLower(Input(env, name)); value {
	case "true", "false":
		*flag = value == "true"
	case "": // unchanged
	default:
		return inputError("expected true or false", "%s: %q is not known", strings.ToLower(strings.ReplaceAll(name, "_", "-")), value)
	}
	return nil
}
