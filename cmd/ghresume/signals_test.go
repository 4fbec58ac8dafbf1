package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ghresume/ghresume/internal/githubtest"
)

// busy are commands that would wait or work forever: on stdin, on a pipe without a writer,
// in a template, on a long posting, on a GitHub that does not respond, on a page in the
// browser.
var busy = []struct {
	name  string
	stdin bool // an open pipe without input
	args  []string
}{
	{"match of stdin", true, []string{"match", "--offline", "-"}},
	{"import of stdin", true, []string{"import", "-"}},
	{"posting from stdin", true, []string{"generate", "--offline", "--job", "-"}},
	{"check of a pipe", false, []string{"check", "-p", "pipe"}},
	{"generate from a pipe", false, []string{"generate", "-p", "pipe", "-o", "resume.pdf"}},
	{"match of a pipe", false, []string{"match", "--offline", "pipe"}},
	{"init from a pipe", false, []string{"init", "--from", "pipe", "-o", "new.toml"}},
	{"explain of a pipe", false, []string{"explain", "-p", "pipe"}},
	{"template that is a pipe", false, []string{"generate", "--offline", "-t", "pipe.tmpl", "-o", "resume.pdf"}},
	{"a PDF that is a pipe", false, []string{"check", "pipe.pdf"}},
	{"import of a PDF that is a pipe", false, []string{"import", "pipe.pdf"}},
	{"posting that is a pipe", false, []string{"generate", "--offline", "--job", "pipe", "-o", "resume.pdf"}},
	{"posting that is a PDF and a pipe", false, []string{"match", "--offline", "pipe.pdf"}},
	{"publish of a pipe", false, []string{"publish", "--repo", "ada-demo/ada-demo", "pipe"}},
	{"silent GitHub", false, []string{"generate", "-o", "README.md", "-o", "resume.pdf"}},
	{"sync", false, []string{"sync"}},
	{"doctor", false, []string{"doctor"}},
	{"action", false, []string{"action"}},
	{"publish", false, []string{"publish", "--repo", "ada-demo/ada-demo", "README.md"}},
	{"preview", false, []string{"preview", "--no-open"}},
	{"first profile", false, []string{"init", "ada-demo", "--yes", "--workflow", "-o", "new.toml"}},
	{"watching", false, []string{"generate", "--watch", "-o", "resume.pdf"}},
	{"watching a pipe", false, []string{"generate", "--watch", "--no-github", "--job", "pipe", "-o", "resume.pdf"}},
	{"record", false, []string{"generate", "--record", "acme", "-o", "resume.pdf"}},
	{"letter that is a pipe", false, []string{"generate", "--no-github", "--letter", "pipe.md", "--with-resume", "-o", "resume.pdf"}},
	{"twelve outputs", false, []string{"generate", "-p", "outputs.toml"}},
	{"posting of an output", false, []string{"generate", "-p", "outputs.toml", "--no-github"}},
	{"links", false, []string{"check", "-p", "links.toml", "--links"}},
	{"pull request", false, []string{"publish", "--repo", "ada-demo/ada-demo", "--pull-request", "README.md"}},
	{"fix of a pipe", false, []string{"check", "-p", "pipe.toml", "--fix"}},
	{"snapshot that is a pipe", false, []string{"sync", "--snapshot", "pipe"}},
	{"explain", false, []string{"explain", "Go"}},
}

// busyFiles writes the files that the commands read besides the profile: names of the
// pipe, and profiles that use them.
func busyFiles(t *testing.T, dir, url, pipe string) {
	t.Helper()
	for _, name := range []string{"pipe", "pipe.tmpl", "pipe.pdf", "pipe.md", "pipe.toml"} {
		mustDo(t, os.Link(pipe, filepath.Join(dir, name)))
	}
	outputs := string(demoProfile)
	for i := range 12 {
		outputs += fmt.Sprintf("\n[[outputs]]\nfile = \"out%d.pdf\"\nposting = \"pipe\"\n", i)
	}
	mustDo(t, os.WriteFile(filepath.Join(dir, "outputs.toml"), []byte(outputs), 0o644))
	mustDo(t, os.WriteFile(filepath.Join(dir, "links.toml"), fmt.Appendf(nil, "name = \"Ada Beispiel\"\nwebsite = %q\n", url), 0o644))
}

// TestSignalsEndEverything: a first signal ends any command within a second, with the
// signal's status, and without new files.
func TestSignalsEndEverything(t *testing.T) {
	server := githubtest.Start(githubtest.Demo())
	t.Cleanup(server.Close)       // after the last of them
	server.Delay(8 * time.Second) // longer than any of them runs
	pipe := namedPipe(t)
	for _, b := range busy {
		for s, status := range map[syscall.Signal]int{syscall.SIGINT: 130, syscall.SIGTERM: 143} {
			t.Run(b.name+" "+s.String(), func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				start := programIn(t, server, dir)
				busyFiles(t, dir, server.URL, pipe)
				command := func() *exec.Cmd { return start(b.args...) }
				cmd, messages, took := endWith(t, command, b.stdin, s)
				if got := cmd.ProcessState.ExitCode(); got != status {
					t.Errorf("status %d, want %d: %s", got, status, messages)
				}
				if took > 2*time.Second { // one, and another for a busy machine
					t.Errorf("took %s", took)
				}
				left := slices.DeleteFunc(leftovers(t, dir), func(name string) bool {
					return strings.HasPrefix(name, "pipe") || name == "outputs.toml" || name == "links.toml"
				})
				if readme, err := os.ReadFile(filepath.Join(dir, "README.md")); err != nil || string(readme) != faultBefore || len(left) > 0 {
					t.Errorf("left behind: %v; README.md: %q, %v", left, readme, err)
				}
			})
		}
	}
}

// endWith starts a command, gives it time to become busy, and signals. On a machine so busy
// that the program did not yet listen, the signal itself ends the process; then it gets
// more time.
func endWith(t *testing.T, command func() *exec.Cmd, stdin bool, s syscall.Signal) (cmd *exec.Cmd, messages *bytes.Buffer, took time.Duration) {
	t.Helper()
	for wait := 400 * time.Millisecond; ; wait *= 2 {
		cmd, messages = command(), &bytes.Buffer{}
		cmd.Stderr = messages
		if stdin {
			cmd.Stdin = openPipe(t)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(wait)
		begin := time.Now()
		if err := cmd.Process.Signal(s); err != nil {
			t.Skip(err)
		}
		_ = cmd.Wait() // the status is checked by the caller
		took = time.Since(begin)
		if killed := cmd.ProcessState.ExitCode() == -1; !killed || wait > 5*time.Second {
			return cmd, messages, took
		}
	}
}

// namedPipe returns a pipe with a name, which nobody writes to: any number of readers wait.
func namedPipe(t *testing.T) string {
	t.Helper()
	pipe := filepath.Join(t.TempDir(), "pipe")
	if out, err := exec.CommandContext(t.Context(), "mkfifo", pipe).CombinedOutput(); err != nil {
		t.Skipf("no pipes with a name here: %v %s", err, out)
	}
	return pipe
}

// openPipe returns a pipe on which nothing arrives until the test ends.
func openPipe(t *testing.T) *os.File {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _, _ = r.Close(), w.Close() })
	return r
}

// TestSecondSignalDoesNotWait: a second signal ends the command at once.
func TestSecondSignalDoesNotWait(t *testing.T) {
	server := githubtest.Start(githubtest.Demo())
	defer server.Close()
	cmd := programIn(t, server, t.TempDir())("import", "-")
	cmd.Stdin = openPipe(t)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(500 * time.Millisecond)
	begin := time.Now()
	for range 2 {
		if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
			t.Skip(err)
		}
		time.Sleep(50 * time.Millisecond) // two signals that are pending at once count as one
	}
	_ = cmd.Wait() // the status is checked below
	if took, got := time.Since(begin), cmd.ProcessState.ExitCode(); took > grace || got != 130 {
		t.Errorf("status %d after %s", got, took)
	}
}
