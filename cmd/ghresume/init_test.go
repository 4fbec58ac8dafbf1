package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/ghresume/ghresume/internal/githubtest"
	"github.com/ghresume/ghresume/resume"
)

// On a terminal init asks; what GitHub knows already is offered as the answer.
func TestInitAsksWhatGitHubCannotKnow(t *testing.T) {
	server := githubtest.Start(githubtest.Demo())
	defer server.Close()
	dir := t.TempDir()
	var stdout, stderr bytes.Buffer
	w := demoWorld(&world{
		stdin:  iotest.OneByteReader(strings.NewReader("Ada B.\n\nada@\nada@beispiel.example\n\nLeeds, UK\nBuilds small services. Keeps them fast.\n")),
		stdout: &stdout, stderr: &stderr, asks: true,
	}, server.URL, dir)
	inner := w.env
	w.env = func(name string) string {
		if name == "ACCESSIBLE" {
			return "1"
		}
		return inner(name)
	}
	path := filepath.Join(dir, "resume.toml")
	if status := run(t.Context(), w, []string{"init", "ada-demo", "-o", path}); status != statusDone {
		t.Fatalf("status %d\n%s", status, stderr.String())
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := resume.ParseProfile(path, text)
	if err != nil {
		t.Fatal(err)
	}
	if p.Name != "Ada B." || p.Title != "Backend Developer" || p.Email != "ada@beispiel.example" || p.Phone != "" || p.Location != "Leeds, UK" || !strings.HasPrefix(p.Summary, "Builds small") {
		t.Errorf("got %q, %q, %q, %q, %q, %q\n%s", p.Name, p.Title, p.Email, p.Phone, p.Location, p.Summary, stderr.String())
	}
	if !strings.Contains(stderr.String(), "expected name@example.com") {
		t.Errorf("a bad e-mail address was not refused:\n%s", stderr.String())
	}
}

// A release writes a workflow that is pinned to the release's own commit.
func TestReleasePinsItself(t *testing.T) {
	const pinned = "      - uses: ghresume/ghresume@0123456789012345678901234567890123456789 # v1.2.3\n"
	if text := string(workflow("v1.2.3", "0123456789012345678901234567890123456789")); !strings.HasSuffix(text, pinned) {
		t.Errorf("got\n%s", text)
	}
	if text := string(workflow("", "")); !strings.HasSuffix(text, "      - uses: ghresume/ghresume@v1\n") {
		t.Errorf("got\n%s", text)
	}
}

// The workflow that init writes is the one that the documentation shows.
func TestWorkflowIsTheDocumentedOne(t *testing.T) {
	docs, err := os.ReadFile("../../docs/action.md")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(docs), "```yaml\n"+string(workflowText)+"```") {
		t.Error("docs/action.md shows another workflow than init/resume.yml")
	}
}
