package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/render"
)

// TestGallery: the pictures of docs/pictures.md are up to date; -update writes them.
func TestGallery(t *testing.T) {
	folder, err := filepath.Abs("../../docs/pictures")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	paths := []string{"header.svg", "languages.svg", "contributions.svg", "projects.svg", "skills.svg", "project-tabulator.svg"}
	args := []string{"demo"}
	for _, path := range paths {
		args = append(args, "-o", path)
	}
	var out bytes.Buffer
	if status := run(t.Context(), &cli{stdin: strings.NewReader(""), stdout: &out, stderr: &out, env: func(string) string { return "" }}, args); status != statusDone {
		t.Fatalf("status %d: %s", status, &out)
	}
	for _, path := range render.WithDark(paths) {
		made, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			mustDo(t, os.WriteFile(filepath.Join(folder, path), made, 0o644))
		}
		if kept, err := os.ReadFile(filepath.Join(folder, path)); err != nil || !bytes.Equal(made, kept) {
			t.Errorf("docs/pictures/%s is another one (%v): run `go test ./cmd/ghresume -run Gallery -update`", path, err)
		}
	}
}
