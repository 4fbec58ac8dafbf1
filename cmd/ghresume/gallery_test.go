package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/produce"
)

// TestGallery: docs/pictures.md and the pictures in its blocks are up to date; -update
// writes them.
func TestGallery(t *testing.T) {
	const page = "pictures.md"
	folder, err := filepath.Abs("../../docs")
	mustDo(t, err)
	old, err := os.ReadFile(filepath.Join(folder, page))
	mustDo(t, err)
	t.Chdir(t.TempDir())
	mustDo(t, os.WriteFile(page, old, 0o644))
	var out bytes.Buffer
	if status := run(t.Context(), &cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Env: func(string) string { return "" }}, []string{"demo", "-o", page}); status != cli.StatusDone {
		t.Fatalf("status %d: %s", status, &out)
	}
	filled, err := os.ReadFile(page)
	mustDo(t, err)
	paths := append([]string{page}, produce.PicturesOf(page, filled)...)
	if len(paths) != 1+2*7 {
		t.Errorf("the page shows %v", paths)
	}
	for _, path := range paths {
		made, err := os.ReadFile(path)
		mustDo(t, err)
		if *update {
			mustDo(t, os.WriteFile(filepath.Join(folder, path), made, 0o644))
		}
		if kept, err := os.ReadFile(filepath.Join(folder, path)); err != nil || !bytes.Equal(made, kept) {
			t.Errorf("docs/%s is out of date (%v): run `go test ./cmd/ghresume -run Gallery -update`", path, err)
		}
	}
}
