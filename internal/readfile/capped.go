package readfile

import (
	"fmt"
	"io"
)

// MaxPart is the largest part of a packed file, in bytes: it can be far larger than the
// file.
const MaxPart = 16 << 20

// ErrTooLong means that a part of a packed file is longer than [MaxPart].
var ErrTooLong = fmt.Errorf("it holds more than %d MiB when it is unpacked", MaxPart>>20)

// Capped limits a part of a packed file, and fails with [ErrTooLong] instead of cutting it
// off.
func Capped(part io.Reader) io.Reader { return &capped{part, MaxPart + 1} }

type capped struct {
	part io.Reader
	left int
}

func (c *capped) Read(p []byte) (int, error) {
	n, err := c.part.Read(p[:min(len(p), c.left)])
	if c.left -= n; c.left == 0 {
		return 0, ErrTooLong
	}
	return n, err
}
