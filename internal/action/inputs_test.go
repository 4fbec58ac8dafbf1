package action

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/hint"
)

// pushed returns the environment of a push to main, with more variables.
func pushed(more map[string]string) func(string) string {
	env := map[string]string{"GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/main", "GITHUB_REF_NAME": "main", "GITHUB_REF_TYPE": "branch"}
	maps.Copy(env, more)
	return func(name string) string { return env[name] }
}

func TestReadInputs(t *testing.T) {
	in, err := ReadInputs(pushed(map[string]string{
		"INPUT_OUTPUT": "\n README.md \r\n\nresume.pdf\n./README.md\ndocs/../resume.pdf", "INPUT_STRICT": " True ", "INPUT_COMMIT": "", "INPUT_USER": " ada\n",
	}), func() bool { return true })
	if err != nil || !slices.Equal(in.Outputs, []string{"README.md", "resume.pdf"}) || !in.Strict || !in.Commit || in.Branch != "main" || in.User != "ada" || in.Check != CheckWarn || in.Elsewhere {
		t.Errorf("got %+v, %v", in, err)
	}
	in, err = ReadInputs(pushed(map[string]string{"INPUT_BRANCH": "refs/heads/output", "INPUT_CHECK": CheckOff}), func() bool { return true })
	if err != nil || in.Branch != "output" || !in.Elsewhere || in.Check != CheckOff {
		t.Errorf("another branch: %+v, %v", in, err)
	}
}

// Unmerged changes are not published, and need no token.
func TestUnmergedCommitsNothing(t *testing.T) {
	in, err := ReadInputs(pushed(map[string]string{"GITHUB_EVENT_NAME": "pull_request_target"}), func() bool { return false })
	if err != nil || in.Commit || in.Unmerged != "pull_request_target" {
		t.Errorf("got %+v, %v", in, err)
	}
}

func TestInputsThatCannotBeMeant(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct{ name, value, want, advice string }{
		{"OUTPUT", "README.md, resume.pdf", "output: README.md, resume.pdf is not a file", "one file per line"},
		{"OUTPUT", "resume.odt", "output: ", ".pdf"},
		{"OUTPUT", "../README.md", "output: ../README.md is not inside the repository", "root"},
		{"CHECK", "maybe", `check: "maybe" is not known`, "off, warn or error"},
		{"PULL_REQUEST", "yes", `pull-request: "yes" is not known`, "true or false"},
	} {
		_, err := ReadInputs(pushed(map[string]string{"INPUT_" + c.name: c.value}), func() bool { return true })
		if err == nil || !strings.HasPrefix(err.Error(), c.want) || !strings.Contains(hint.Of(err).In(hint.Action), c.advice) {
			t.Errorf("%s=%q: %v (%s)", c.name, c.value, err, hint.Of(err))
		}
	}
	if _, err := ReadInputs(pushed(nil), func() bool { return false }); err == nil || !strings.HasPrefix(err.Error(), "token: ") {
		t.Errorf("no token: %v", err)
	}
}
