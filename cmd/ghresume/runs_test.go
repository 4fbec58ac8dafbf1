package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/render"
)

// programIn returns the program as a separate process in a folder with a profile and a
// README.
func programIn(t *testing.T, server *githubtest.Server, dir string) func(args ...string) *exec.Cmd {
	t.Helper()
	program := linkedProgram(t)
	for name, text := range map[string]string{"README.md": faultBefore, "resume.toml": string(demoProfile)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return func(args ...string) *exec.Cmd {
		cmd := exec.CommandContext(t.Context(), program, args...)
		cmd.Dir = dir
		cmd.Env = []string{"GITHUB_API_URL=" + server.URL, "GITHUB_GRAPHQL_URL=" + server.URL + "/graphql", "GH_TOKEN=" + githubtest.Token, "XDG_CACHE_HOME=" + filepath.Join(dir, "cache"), "HOME=" + dir}
		return cmd
	}
}

// leftovers returns the unexpected files of a folder.
func leftovers(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		switch e.Name() {
		case "README.md", "resume.toml", "resume.pdf", "cache":
		default:
			out = append(out, e.Name())
		}
	}
	return out
}

// TestRunsAtOnce: concurrent runs write the same complete files and the same snapshot.
func TestRunsAtOnce(t *testing.T) {
	server := githubtest.Start(githubtest.Demo())
	defer server.Close()
	dir := t.TempDir()
	program := programIn(t, server, dir)
	var group errgroup.Group
	for range 6 {
		group.Go(func() error {
			out, err := program("generate", "-o", "README.md", "-o", "resume.pdf").CombinedOutput()
			if err != nil {
				t.Errorf("%v: %s", err, out)
			}
			return nil
		})
	}
	_ = group.Wait() // every failure is already reported
	readme, err := os.ReadFile(filepath.Join(dir, "README.md"))
	if err != nil || !strings.Contains(string(readme), "Ada Beispiel") || strings.Count(string(readme), render.StartMarker) != 1 {
		t.Errorf("%v: %s", err, readme)
	}
	if out, err := program("generate", "--offline", "-o", "README.md", "-o", "resume.pdf").CombinedOutput(); err != nil || strings.Count(string(out), "unchanged") != 2 {
		t.Errorf("%v: %s", err, out)
	}
	if left := leftovers(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestTermination: a run that is stopped leaves everything unchanged.
func TestTermination(t *testing.T) {
	server := githubtest.Start(githubtest.Demo())
	defer server.Close()
	for _, after := range []time.Duration{0, 50 * time.Millisecond, 150 * time.Millisecond, 400 * time.Millisecond} {
		server.Delay(250 * time.Millisecond)
		dir := t.TempDir()
		cmd := programIn(t, server, dir)("generate", "-o", "README.md", "-o", "resume.pdf")
		var messages bytes.Buffer
		cmd.Stderr = &messages
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(100*time.Millisecond + after)
		if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Skip(err)
		}
		err := cmd.Wait()
		readme, _ := os.ReadFile(filepath.Join(dir, "README.md"))
		if whole := strings.Contains(string(readme), "Ada Beispiel"); err == nil && !whole || err != nil && string(readme) != faultBefore {
			t.Errorf("after %s: %v, %s, the file holds %q", after, err, &messages, readme)
		}
		if left := leftovers(t, dir); len(left) > 0 {
			t.Errorf("after %s: left behind: %v", after, left)
		}
	}
}
