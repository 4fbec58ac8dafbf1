package readfile

import (
	"errors"
	"io"
	"strings"
	"testing"
)

func TestCapped(t *testing.T) {
	for n, want := range map[int]error{MaxPart - 1: nil, MaxPart: nil, MaxPart + 1: ErrTooLong} {
		data, err := io.ReadAll(Capped(strings.NewReader(strings.Repeat("a", n))))
		if !errors.Is(err, want) || want == nil && len(data) != n {
			t.Errorf("%d bytes: %d, %v", n, len(data), err)
		}
	}
}
