package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/render"
)

// causes are the messages for each permanent fault.
var causes = map[githubtest.FaultKind]string{
	githubtest.ServerError: `server error \(500\)`, githubtest.BadGateway: `server error|incomplete|gave up`,
	githubtest.Reset: `no answer from`, githubtest.Truncated: `not GitHub's JSON|web page|no answer from`, githubtest.CutBody: `no answer from`,
	githubtest.HTML: `web page where GitHub's JSON belongs`, githubtest.Forbidden: `rate limit`, githubtest.TooMany: `rate limit`,
	githubtest.GraphQLLimited: `rate limit`, githubtest.Partial: `incomplete|Something went wrong|server error|gave up`, githubtest.SlowBody: `-`,
}

// faultCommands are the commands that use GitHub, with the number of requests that each
// makes. The first four read, with the same requests.
var faultCommands = []struct {
	args     []string
	requests int
}{
	{[]string{"generate", "-o", "README.md", "-o", "resume.json"}, 4},
	{[]string{"sync"}, 4},
	{[]string{"action"}, 8},
}

// fails reports whether the tests let a command meet the kind-th fault at its nth request.
// All pairs of fault, request and command occur; all triples occur only in package ghsync,
// where there is a single reader.
func fails(command, kind, nth int) bool {
	const reading = 4
	return nth >= reading || (kind+nth)%len(faultCommands) == command
}

// linkedProgram returns the test binary under the name by which testscript runs it as the
// program.
func linkedProgram(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "ghresume")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(self, program); err != nil {
		t.Skip(err)
	}
	return program
}

// TestFaultMatrix lets GitHub fail from each request on, in each way: files and branch are
// unchanged or complete, in accordance with the exit status, and the message names the
// cause. The programs run in parallel, since they mostly wait.
func TestFaultMatrix(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	program := linkedProgram(t)
	group, ctx := errgroup.WithContext(t.Context())
	group.SetLimit(32)
	for i, command := range faultCommands {
		for k, kind := range githubtest.FaultKinds() {
			args := command.args
			if kind == githubtest.GraphQLLimited { // GitHub names no time, so the program waits a minute if it can
				if args[0] == "action" {
					continue
				}
				args = append(slices.Clone(args), "--timeout", "30s")
			}
			for nth := range command.requests {
				if kind != githubtest.GraphQLLimited && !fails(i, k, nth) {
					continue
				}
				group.Go(func() error {
					if err := failing(ctx, t.TempDir(), program, args, githubtest.Fault{Kind: kind, Nth: nth + 1, Times: -1}); err != nil {
						t.Errorf("%s, %s from request %d on: %v", command.args[0], kind, nth+1, err)
					}
					return nil
				})
			}
		}
	}
	_ = group.Wait() // every failure is already reported
}

// TestHealing lets GitHub respond wrongly once, at each request of a full run after a good
// run: the resume stays the same, byte for byte, also after the next healthy run.
func TestHealing(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	program := linkedProgram(t)
	kinds := append(githubtest.DamageKinds(), githubtest.GivenUp, githubtest.CutBody)
	for i, command := range faultCommands {
		for k, kind := range kinds {
			t.Run(command.args[0]+"/"+string(kind), func(t *testing.T) {
				t.Parallel()
				w := newHealing(t, program, command.args)
				good := w.run(t, false)
				for nth := range command.requests {
					if !fails(i, k, nth) {
						continue
					}
					w.server.Break(githubtest.Fault{Kind: kind, Nth: nth + 1})
					if got := w.run(t, true); got != good {
						t.Errorf("request %d: %s", nth+1, difference(got, good))
					}
					w.server.Break()
					if got := w.run(t, false); got != good {
						t.Errorf("after request %d: a healthy run makes %s", nth+1, difference(got, good))
					}
				}
			})
		}
	}
}

// difference returns the first line in which two texts differ.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d is %q, not %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, not %d", len(g), len(w))
}

// healing runs one command repeatedly in one place.
type healing struct {
	server  *githubtest.Server
	dir     string
	program string
	args    []string
}

func newHealing(t *testing.T, program string, args []string) *healing {
	w := &healing{server: githubtest.Start(githubtest.Demo()), dir: t.TempDir(), program: program, args: args}
	t.Cleanup(w.server.Close)
	w.server.Push(faultRepository, "main", "README.md", faultBefore)
	for name, text := range map[string]string{"README.md": faultBefore, "resume.toml": string(demoProfile)} {
		if err := os.WriteFile(filepath.Join(w.dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// run returns the README after the command: in the folder, or for the action on the
// branch. For sync, which writes none, it is made from the snapshot.
func (w *healing) run(t *testing.T, full bool) string {
	t.Helper()
	args := slices.Clone(w.args)
	if full && args[0] != "action" {
		args = append(args, "--full")
	}
	w.exec(t, args, full)
	if w.args[0] == "sync" {
		w.exec(t, []string{"generate", "--offline", "-o", "README.md"}, false)
	}
	if w.args[0] == "action" {
		text, _ := w.server.File(faultRepository, "main", "README.md")
		return text
	}
	readme, err := os.ReadFile(filepath.Join(w.dir, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	return string(readme)
}

func (w *healing) exec(t *testing.T, args []string, full bool) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), w.program, args...)
	// nobody looks at the findings
	cmd.Dir, cmd.Env = w.dir, append(faultEnvironment(w.server, w.dir), fmt.Sprintf("INPUT_FULL=%t", full), "INPUT_CHECK=off")
	if out, err := cmd.CombinedOutput(); err != nil && cmd.ProcessState.ExitCode() != cli.StatusFailed {
		t.Errorf("%v: %v\n%s", args, err, out)
	}
}

const faultRepository = "ada-demo/notes"

func faultEnvironment(server *githubtest.Server, dir string) []string {
	return []string{
		"GITHUB_API_URL=" + server.URL, "GITHUB_GRAPHQL_URL=" + server.URL + "/graphql", "GH_TOKEN=" + githubtest.Token, "XDG_CACHE_HOME=" + dir, "HOME=" + dir,
		"GITHUB_REPOSITORY=" + faultRepository, "GITHUB_REF=refs/heads/main", "INPUT_COMMIT=true", "GITHUB_STEP_SUMMARY=" + filepath.Join(dir, "summary"),
	}
}

const faultBefore = "Mine.\n\n" + render.StartMarker + "\nbefore\n" + render.EndMarker + "\n"

// failing runs one command against a failing GitHub, and reports what is wrong with the
// files that it leaves.
func failing(ctx context.Context, dir, program string, args []string, fault githubtest.Fault) error {
	server := githubtest.Start(githubtest.Demo())
	defer server.Close()
	server.Push(faultRepository, "main", "README.md", faultBefore)
	for name, text := range map[string]string{"README.md": faultBefore, "resume.toml": string(demoProfile)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	server.Break(fault)
	ctx, cancel := context.WithTimeout(ctx, 4*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir = dir
	cmd.Env = faultEnvironment(server, dir)
	var messages bytes.Buffer
	cmd.Stderr = &messages
	status := 0
	if exit, ok := errors.AsType[*exec.ExitError](cmd.Run()); ok {
		status = exit.ExitCode()
	}
	readme, err := os.ReadFile(filepath.Join(dir, "README.md"))
	if err != nil {
		return err
	}
	branch, _ := server.File(faultRepository, "main", "README.md")
	return judgeFault(status, messages.String(), string(readme), branch, args[0], fault.Kind)
}

func judgeFault(status int, messages, readme, branch, command string, kind githubtest.FaultKind) error {
	whole := func(text string) bool {
		return strings.HasPrefix(text, "Mine.\n") && strings.Contains(text, "Ada Beispiel")
	}
	switch {
	case strings.Contains(messages, githubtest.Token):
		return errors.New("the token is printed")
	case branch != faultBefore && !whole(branch):
		return fmt.Errorf("the branch holds %q", branch)
	case status == cli.StatusDone && command != "sync" && !whole(readme):
		return fmt.Errorf("status 0, but the file holds %q", readme)
	case status == cli.StatusDone:
		return nil
	case status != cli.StatusFailed:
		return fmt.Errorf("status %d: %s", status, messages)
	case readme != faultBefore:
		return fmt.Errorf("status 3, but the file was changed to %q", readme)
	case !regexp.MustCompile(causes[kind]).MatchString(messages) || !strings.Contains(messages, "hint: "):
		return fmt.Errorf("the message does not name the cause: %s", messages)
	}
	return nil
}
