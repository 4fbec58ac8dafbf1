package atomicfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestUnwritableNamesTheCause(t *testing.T) {
	hints := map[string]bool{}
	for cause, want := range map[error]string{
		syscall.ENOSPC: "a/b.md: the disk is full", syscall.EROFS: "a/b.md: the disk is read-only",
		fs.ErrNotExist: "a/b.md: there is no folder a", fs.ErrPermission: "a/b.md: no permission to write to a", errors.New("odd"): "a/b.md: odd",
	} {
		err := Unwritable("a/b.md", &fs.PathError{Op: "write", Path: "a/.b.md.ghresume-1", Err: cause})
		own, ok := errors.AsType[*Error](err)
		if !ok || !strings.HasPrefix(filepath.ToSlash(err.Error()), want[:len("a/b.md: ")]) || cause.Error() != "odd" && err.Error() != want {
			t.Errorf("%v: got %v", cause, err)
			continue
		}
		if hints[string(own.Advice())] || own.Advice() == "" {
			t.Errorf("%v: the hint %q is another's", cause, own.Advice())
		}
		hints[string(own.Advice())] = true
	}
}

func TestWriteNamesTheCause(t *testing.T) {
	dir := t.TempDir()
	if _, err := Write(File{filepath.Join(dir, "no", "x.md"), []byte("x")}); err == nil || !strings.Contains(err.Error(), "there is no folder") {
		t.Errorf("got %v", err)
	}
	if os.Geteuid() == 0 {
		t.Skip("root may write anywhere")
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(File{filepath.Join(dir, "x.md"), []byte("x")}); err == nil || !strings.Contains(err.Error(), "no permission to write") {
		t.Errorf("got %v", err)
	}
}
