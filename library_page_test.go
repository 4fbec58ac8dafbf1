package ghresume

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestLibraryPage: each block of docs/library.md is part of an example that runs as a test.
func TestLibraryPage(t *testing.T) {
	page, err := os.ReadFile("docs/library.md")
	if err != nil {
		t.Fatal(err)
	}
	var examples strings.Builder
	for _, pattern := range []string{"*/example_test.go", "*/*/example_test.go", "cmd/ghresume/library_test.go"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		for _, path := range paths {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			examples.WriteString(unindented(string(source)))
		}
	}
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(string(page), -1)
	if len(blocks) < 5 {
		t.Errorf("the page has only %d blocks", len(blocks))
	}
	for _, block := range blocks {
		if !strings.Contains(examples.String(), unindented(block[1])) {
			t.Errorf("no example holds the block\n%s", block[1])
		}
	}
}

// unindented returns a source without the indentation of its lines.
func unindented(source string) string {
	return regexp.MustCompile(`(?m)^\t+`).ReplaceAllString(source, "")
}
