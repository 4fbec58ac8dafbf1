package ghresume

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/rhysd/actionlint"
)

// workflow is what the rules look at in a workflow or in the action itself.
type workflow struct {
	Name        string
	Permissions *map[string]string
	Jobs        map[string]struct {
		Timeout int    `yaml:"timeout-minutes"`
		Uses    string // a reusable workflow
		Steps   []step
	}
	Inputs  yaml.MapSlice
	Outputs yaml.MapSlice
	Runs    struct{ Steps []step }
}

type step struct {
	ID, Uses, Run string
	Env, With     map[string]string
}

// workflows returns the text of every workflow that the repository contains, generates or
// documents, by name.
func workflows(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(".github/workflows/*.yml")
	if err != nil || len(paths) == 0 {
		t.Fatal("there are no workflows", err)
	}
	texts := map[string]string{}
	for _, path := range append(paths, "cmd/ghresume/init/resume.yml") {
		texts[path] = read(t, path)
	}
	for i, block := range regexp.MustCompile("(?s)```yaml\n(name: .*?)```").FindAllStringSubmatch(read(t, "docs/action.md"), -1) {
		texts[fmt.Sprintf("docs/action.md#%d", i+1)] = block[1]
	}
	return texts
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func parsed(t *testing.T, name, text string) workflow {
	t.Helper()
	var w workflow
	if err := yaml.Unmarshal([]byte(text), &w); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return w
}

func TestWorkflowsPassActionlint(t *testing.T) {
	shellcheck, _ := exec.LookPath("shellcheck") // checks the scripts, if installed
	linter, err := actionlint.NewLinter(io.Discard, &actionlint.LinterOptions{Shellcheck: shellcheck})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range workflows(t) {
		found, err := linter.Lint(name, []byte(text), nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, problem := range found {
			t.Errorf("%s: %v", name, problem)
		}
	}
}

// uses matches an action in a workflow, with the release of its commit.
var uses = regexp.MustCompile(`(?m)uses: ([^@\s]+)@?(\S*)(?: # (v[0-9.]+))?`)

// TestActionsArePinned: every action of others is pinned by commit, the same one
// everywhere.
func TestActionsArePinned(t *testing.T) {
	pins := map[string]string{}
	for name, text := range workflows(t) {
		for _, m := range uses.FindAllStringSubmatch(text, -1) {
			action, ref, release := m[1], m[2], m[3]
			if strings.HasPrefix(action, "ghresume/ghresume") || action == "./" {
				continue // our own
			}
			if !regexp.MustCompile(`^[0-9a-f]{40}$`).MatchString(ref) || release == "" {
				t.Errorf("%s: %s is not pinned: write @COMMIT # vX.Y.Z", name, m[0])
			}
			if pin := ref + " " + release; pins[action] == "" {
				pins[action] = pin
			} else if pins[action] != pin {
				t.Errorf("%s: %s, but elsewhere it is %s", name, m[0], pins[action])
			}
		}
	}
	if len(pins) == 0 {
		t.Error("no actions are found")
	}
}

// TestWorkflowsAreCareful: no expression becomes part of a script; permissions, names and
// time limits are set; a checkout leaves no token in the folder.
func TestWorkflowsAreCareful(t *testing.T) {
	for name, text := range workflows(t) {
		w := parsed(t, name, text)
		if w.Permissions == nil || w.Name == "" {
			t.Errorf("%s: permissions or name are missing", name)
		}
		for scope, access := range *w.Permissions {
			if scope != "contents" || access != "read" {
				t.Errorf("%s: %s: %s for the whole workflow; give it to the job", name, scope, access)
			}
		}
		for id, job := range w.Jobs {
			if job.Timeout == 0 && job.Uses == "" {
				t.Errorf("%s: job %s has no time limit", name, id)
			}
			checkSteps(t, name, job.Steps)
		}
		for line := range strings.Lines(text) {
			if regexp.MustCompile(`^ {6,}[a-z-]+: write`).MatchString(line) && !strings.Contains(line, "#") {
				t.Errorf("%s: %q does not say what for", name, strings.TrimSpace(line))
			}
		}
	}
	checkSteps(t, "action.yml", parsed(t, "action.yml", read(t, "action.yml")).Runs.Steps)
}

func checkSteps(t *testing.T, name string, steps []step) {
	t.Helper()
	if len(steps) == 0 && name == "action.yml" {
		t.Error("the action has no steps")
	}
	for _, s := range steps {
		if strings.Contains(s.Run, "${{") {
			t.Errorf("%s: an expression in a script: %s", name, s.Run)
		}
		if strings.HasPrefix(s.Uses, "actions/checkout@") && s.With["persist-credentials"] != "false" {
			t.Errorf("%s: a checkout keeps the token in .git", name)
		}
	}
}

// TestActionAndItsPageAreInStep: every input reaches the program through the environment,
// and the page names them all.
func TestActionAndItsPageAreInStep(t *testing.T) {
	action, page := parsed(t, "action.yml", read(t, "action.yml")), read(t, "docs/action.md")
	code := read(t, "internal/action/inputs.go")
	env := map[string]string{}
	for _, s := range action.Runs.Steps {
		for name, value := range s.Env {
			env[value] = name
		}
	}
	var inputs []string
	for _, item := range action.Inputs {
		name := fmt.Sprint(item.Key)
		inputs = append(inputs, name)
		variable := env["${{ inputs."+name+" }}"]
		read, ours := strings.CutPrefix(variable, "INPUT_")
		if variable == "" || ours && !strings.Contains(code, `"`+read+`"`) {
			t.Errorf("the input %s is not handed over", name)
		}
		if !strings.Contains(page, "\n| `"+name+"` |") {
			t.Errorf("docs/action.md has no line for the input %s", name)
		}
	}
	for _, item := range action.Outputs {
		if !strings.Contains(page, fmt.Sprintf("`%v`", item.Key)) {
			t.Errorf("docs/action.md does not name the output %v", item.Key)
		}
	}
	for name, text := range workflows(t) {
		for _, job := range parsed(t, name, text).Jobs {
			for _, s := range job.Steps {
				for key := range s.With {
					if strings.HasPrefix(s.Uses, "ghresume/ghresume@") && !slices.Contains(inputs, key) {
						t.Errorf("%s: the action has no input %s", name, key)
					}
				}
			}
		}
	}
}

// TestReleaseAndItsScriptAgree: the script that downloads a release requests the files
// that the release makes.
func TestReleaseAndItsScriptAgree(t *testing.T) {
	release, script := read(t, ".goreleaser.yaml"), read(t, ".github/get-ghresume.sh")
	for _, pair := range [][2]string{
		{`name_template: "ghresume_{{ .Os }}_{{ .Arch }}"`, `asset="ghresume_${os}_${arch}.tar.gz"`},
		{"formats: [tar.gz]", "tar -xzf"},
		{"name_template: checksums.txt", "$from/checksums.txt"},
		{"goos: [linux, darwin, windows]", "os=darwin"},
		{"goarch: [amd64, arm64]", "arch=arm64"},
	} {
		if !strings.Contains(release, pair[0]) || !strings.Contains(script, pair[1]) {
			t.Errorf("%q and %q belong together", pair[0], pair[1])
		}
	}
}
