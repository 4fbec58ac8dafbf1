// Package boundedfile reads files up to a size: a name may lead to a device or a pipe that
// never ends, and reading it must not fill the memory.
package boundedfile

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/ghresume/ghresume/internal/hint"
)

// TooLarge means that a file has more bytes than are read.
type TooLarge struct {
	Path string
	Most int64
}

func (e *TooLarge) Error() string {
	if e.Most < 1<<20 {
		return fmt.Sprintf("%s is too large: at most %d KiB are read", e.Path, e.Most>>10)
	}
	return fmt.Sprintf("%s is too large: at most %d MiB are read", e.Path, e.Most>>20)
}

// Advice says what to do.
func (e *TooLarge) Advice() hint.Hint { return "is this the right file?" }

// Read returns the content of a file, or [*TooLarge].
func Read(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	if info.Mode().IsRegular() && info.Size() > most {
		return nil, &TooLarge{path, most}
	}
	data := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead)) // in one piece
	n, err := data.ReadFrom(io.LimitReader(file, most+1))
	if err != nil {
		return nil, err
	}
	if n > most {
		return nil, &TooLarge{path, most}
	}
	return data.Bytes(), nil
}
