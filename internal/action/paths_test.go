package action

import (
	"os"
	"path/filepath"
	"testing"
)

func TestInside(t *testing.T) {
	outside := t.TempDir()
	t.Chdir(t.TempDir())
	for _, err := range []error{
		os.MkdirAll("docs/deep", 0o755), os.WriteFile("docs/real.md", nil, 0o644), os.WriteFile(filepath.Join(outside, "x"), nil, 0o644),
		os.Symlink("docs/real.md", "README.md"), os.Symlink(filepath.Join(outside, "x"), "out.md"), os.Symlink(outside, "folder"),
		os.Symlink("../nowhere.md", "gone.md"), os.Symlink("folder/new.md", "far.md"), os.Symlink("b.md", "a.md"), os.Symlink("a.md", "b.md"), os.Symlink("new.md", "soon.md"),
	} {
		if err != nil {
			t.Skip(err)
		}
	}
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{
		filepath.Join(here, "README.md"): true, filepath.Join(here, "out.md"): false, "docs/../out.md": false, "far.md": false, "a.md": false,
		"README.md": true, "docs/real.md": true, "docs/deep/new.md": true, "not/there/yet.md": true, "soon.md": true, filepath.Join(outside, "x"): true,
		"out.md": false, "folder/x": false, "folder/new.md": false, "gone.md": false, "docs": false,
	} {
		if err := Inside(path); (err == nil) != want {
			t.Errorf("%s: %v", path, err)
		}
	}
}
