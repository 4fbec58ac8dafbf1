package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"github.com/ghresume/ghresume/internal/hint"
)

// Unwritable says why a file could not be written, with a remedy for the cause. It omits
// the name of the temporary file, which err may contain and which helps nobody.
func Unwritable(path string, err error) error {
	folder := filepath.Dir(path)
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return &Error{fmt.Errorf("%s: the disk is full", path), "nothing was written; free some space, or name a file on another disk with " + hint.Output}
	case errors.Is(err, syscall.EROFS):
		return &Error{fmt.Errorf("%s: the disk is read-only", path), "name a file on another disk with " + hint.Output}
	case errors.Is(err, fs.ErrNotExist):
		return &Error{fmt.Errorf("%s: there is no folder %s", path, folder), "make the folder, or name another file with " + hint.Output}
	case errors.Is(err, fs.ErrPermission):
		return &Error{fmt.Errorf("%s: no permission to write to %s", path, folder), "name a file elsewhere with " + hint.Output}
	}
	return &Error{fmt.Errorf("%s: %w", path, err), "nothing was written; name another file with " + hint.Output}
}
