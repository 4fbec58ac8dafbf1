package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/cli"
)

// TestReadmeShowsTheDemo keeps the README's example in step with the demo.
func TestReadmeShowsTheDemo(t *testing.T) {
	_, after, _ := strings.Cut(readme(t), "```markdown\n")
	example, _, found := strings.Cut(after, "```")
	if !found {
		t.Fatal("README.md has no example")
	}
	var out, messages bytes.Buffer
	w := processCLI()
	w.Stdout, w.Stderr = &out, &messages
	if status := run(t.Context(), w, []string{"demo"}); status != cli.StatusDone {
		t.Fatalf("exit status %d: %s", status, &messages)
	}
	if !strings.HasPrefix(out.String(), example) {
		t.Errorf("the demo prints\n%s", out.String()[:min(out.Len(), len(example))])
	}
}

// TestReadmeNamesEveryCommand keeps the table of commands complete.
func TestReadmeNamesEveryCommand(t *testing.T) {
	text := readme(t)
	for _, cmd := range newRoot(processCLI()).Commands() {
		if line := "| `ghresume " + cmd.Name() + "` | " + cmd.Short; !strings.Contains(text, line) {
			t.Errorf("README.md lacks: %s |", line)
		}
	}
}

func readme(t *testing.T) string {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
