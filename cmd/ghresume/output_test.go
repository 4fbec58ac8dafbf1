package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestWriteAllIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	first := filepath.Join(dir, "README.md")
	if err := os.WriteFile(first, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := writeAll([]output{{first, []byte("new")}, {filepath.Join(dir, "missing", "resume.md"), []byte("new")}}); err == nil {
		t.Fatal("want an error for the missing folder")
	}
	if got, _ := os.ReadFile(first); string(got) != "old" {
		t.Errorf("first file is %q after the second could not be written", got)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

func TestWriteAllKeepsLinksAndModes(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "real.md"), filepath.Join(dir, "README.md")
	if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.md", link); err != nil {
		t.Skip(err)
	}
	changed, err := writeAll([]output{{link, []byte("new")}})
	if err != nil || !slices.Equal(changed, []string{link}) {
		t.Fatalf("changed %v, error %v", changed, err)
	}
	info, err := os.Lstat(link)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info, err)
	}
	if info, _ := os.Stat(target); info.Mode().Perm() != 0o600 {
		t.Errorf("mode is %v", info.Mode())
	}
	if changed, err := writeAll([]output{{link, []byte("new")}}); err != nil || len(changed) != 0 {
		t.Errorf("second time: changed %v, error %v", changed, err)
	}
}

// A file that cannot be replaced in the end, as one that Word holds open on
// Windows, leaves those before it as they were.
func TestWriteAllTakesBack(t *testing.T) {
	dir := t.TempDir()
	first, second, last := filepath.Join(dir, "README.md"), filepath.Join(dir, "new.html"), filepath.Join(dir, "resume.docx")
	if err := os.WriteFile(first, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	var pending []pendingFile
	for _, o := range []output{{first, []byte("new")}, {second, []byte("new")}} {
		_, old, err := readTarget(o.path)
		if err != nil {
			t.Fatal(err)
		}
		p, err := prepare(o.path, old, o.data)
		if err != nil {
			t.Fatal(err)
		}
		pending = append(pending, p)
	}
	pending = append(pending, pendingFile{temporary: filepath.Join(dir, "missing"), target: last})
	if err := replaceAll(pending); err == nil {
		t.Fatal("want an error for the last file")
	}
	if got, _ := os.ReadFile(first); string(got) != "old" {
		t.Errorf("the first file is %q", got)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}
