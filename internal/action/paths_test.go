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
		os.Symlink("../nowhere.md", "gone.md"), os.Symlink("new.md", "soon.md"),
	} {
		if err != nil {
			t.Skip(err)
		}
	}
	for path, want := range map[string]bool{
		"README.md": true, "docs/real.md": true, "docs/deep/new.md": true, "not/there/yet.md": true, "soon.md": true, filepath.Join(outside, "x"): true,
		"out.md": false, "folder/x": false, "folder/new.md": false, "gone.md": false, "docs": false,
	} {
		if err := Inside(path); (err == nil) != want {
			t.Errorf("%s: %v", path, err)
		}
	}
}
