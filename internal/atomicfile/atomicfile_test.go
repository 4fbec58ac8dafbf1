package atomicfile

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/internal/hint"
)

func TestWriteIsAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	first := filepath.Join(dir, "README.md")
	if err := os.WriteFile(first, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(File{first, []byte("new")}, File{filepath.Join(dir, "missing", "resume.md"), []byte("new")}); err == nil {
		t.Fatal("want an error for the missing folder")
	}
	if got, _ := os.ReadFile(first); string(got) != "old" {
		t.Errorf("first file is %q after the second could not be written", got)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

func TestWriteKeepsLinksAndModes(t *testing.T) {
	dir := t.TempDir()
	target, link := filepath.Join(dir, "real.md"), filepath.Join(dir, "README.md")
	if err := os.WriteFile(target, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.md", link); err != nil {
		t.Skip(err)
	}
	changed, err := Write(File{link, []byte("new")})
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
	if changed, err := Write(File{link, []byte("new")}); err != nil || len(changed) != 0 {
		t.Errorf("second time: changed %v, error %v", changed, err)
	}
}

// If a file cannot be replaced, such as one that Word holds open on Windows, those before
// it stay as they were.
func TestWriteTakesBack(t *testing.T) {
	dir := t.TempDir()
	first, second, last := filepath.Join(dir, "README.md"), filepath.Join(dir, "new.html"), filepath.Join(dir, "resume.docx")
	if err := os.WriteFile(first, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	var waiting []pending
	for _, o := range []File{{first, []byte("new")}, {second, []byte("new")}} {
		_, old, err := Read(o.Path)
		if err != nil {
			t.Fatal(err)
		}
		p, err := prepare(o.Path, old, o.Data)
		if err != nil {
			t.Fatal(err)
		}
		waiting = append(waiting, p)
	}
	waiting = append(waiting, pending{temporary: filepath.Join(dir, "missing"), target: last})
	if err := (&Prepared{pending: waiting}).Commit(); err == nil {
		t.Fatal("want an error for the last file")
	}
	if got, _ := os.ReadFile(first); string(got) != "old" {
		t.Errorf("the first file is %q", got)
	}
	if names, _ := filepath.Glob(filepath.Join(dir, "*")); len(names) != 1 {
		t.Errorf("left behind: %v", names)
	}
}

// What a killed run left behind is removed once no run can still be writing it; files of
// other programs stay.
func TestLeftoversAreSwept(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "README.md")
	old := time.Now().Add(-2 * time.Hour)
	if err := os.WriteFile(target, []byte("always the same"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{".README.md.ghresume-1": false, ".README.md.ghresume-2": true, ".README.md.swp": true, ".other.md.ghresume-3": true, "README.md.ghresume-4": true} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if name != ".README.md.ghresume-2" {
			if err := os.Chtimes(path, old, old); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Write(File{target, []byte("always the same")}); err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stat(path); (err == nil) != want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWriteSecret(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "b", "ada.json")
	for _, data := range []string{"one", "two", "two"} {
		if err := WriteSecret(path, []byte(data)); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if got, _ := os.ReadFile(path); err != nil || string(got) != data || info.Mode().Perm() != 0o600 {
			t.Errorf("%q, %v, %v", got, info, err)
		}
	}
	if names, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".*")); len(names) != 0 {
		t.Errorf("left behind: %v", names)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"readme.md", "other.md"} {
		if err := os.WriteFile(name, []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll("a/.git/hooks", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a/.git/hooks", "hooks"); err != nil {
		t.Skip(err)
	}
	for path, want := range map[string]string{
		"README.md": "readme.md is", ".git/x.md": "inside a .git folder", ".git /x.md": "inside a .git folder", ".git./x.md": "inside a .git folder", "git~1/x.md": "inside a .git folder", ".g\u200cit/x.md": "inside a .git folder", ".git::$INDEX_ALLOCATION/x.md": "inside a .git folder", "a/.GIT/hooks/x.md": "inside a .git folder", "a": "not a regular file",
	} {
		if _, _, err := Read(path); err == nil || !strings.Contains(err.Error(), want) || hint.Of(err) == "" {
			t.Errorf("%s: %v", path, err)
		}
	}
	for _, path := range []string{"new.md", "other.md", ".github/README.md", "a/git/x.md"} {
		if _, _, err := Read(path); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := Write(File{"hooks/x.md", []byte("run me")}); err == nil {
		t.Error("a link leads into .git")
	}
}
