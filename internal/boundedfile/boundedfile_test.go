package boundedfile_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/boundedfile"
)

func TestRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	for size, want := range map[int]string{0: "", 3: "", 4: "", 5: "file is too large: at most 0 KiB are read"} {
		text := strings.Repeat("x", size)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		data, err := boundedfile.Read(path, 4)
		switch {
		case want == "" && (err != nil || string(data) != text || data == nil):
			t.Errorf("%d bytes: %q, %v", size, data, err)
		case want != "" && (err == nil || !strings.HasSuffix(err.Error(), want)):
			t.Errorf("%d bytes: %v", size, err)
		}
	}
	if _, err := boundedfile.Read(path+"s", 4); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

// TestReadEnds: a device that never ends is read up to the limit.
func TestReadEnds(t *testing.T) {
	const endless = "/dev/zero"
	if _, err := os.Stat(endless); err != nil {
		t.Skip(err)
	}
	_, err := boundedfile.Read(endless, 3<<20)
	if large, ok := errors.AsType[*boundedfile.TooLarge](err); !ok || large.Most != 3<<20 || err.Error() != "/dev/zero is too large: at most 3 MiB are read" {
		t.Error(err)
	}
}
