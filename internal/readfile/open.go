package readfile

import (
	"errors"
	"fmt"
	"runtime/metrics"
	"time"

	"github.com/carlos7ags/folio/core"
	"github.com/carlos7ags/folio/reader"
)

// Opening a file collects its pages, and a page that is part of several parents is
// collected once for each path to it. The library has no limit for that and cannot be
// stopped; after this time or memory it is abandoned. A fast machine may come to the end of
// such a file, so the number of pages decides, too. No real file needs a hundredth.
const (
	patience  = 2 * time.Second
	allowed   = 96 << 20
	glance    = 5 * time.Millisecond
	mostPages = 100_000
)

// ErrEndless means that pages of a file contain each other. Opening it may have been
// abandoned; nothing can stop it, so it continues in the background: a program that runs
// for long should exit.
var ErrEndless = errors.New("its pages contain each other")

func openPDF(data []byte) (*reader.PdfReader, error) {
	if len(data) > maxFile {
		return nil, fmt.Errorf("larger than %d MB", maxFile>>20)
	}
	type opened struct {
		file *reader.PdfReader
		err  error
	}
	done := make(chan opened, 1)
	go func() {
		defer func() { // a stranger's file may make the library panic
			if r := recover(); r != nil {
				done <- opened{nil, fmt.Errorf("not a PDF that can be read: %v", r)}
			}
		}()
		file, err := parsePDF(data)
		done <- opened{file, err}
	}()
	before := heap()
	for waited := time.Duration(0); waited < patience && heap() < before+allowed; waited += glance {
		select {
		case o := <-done:
			if o.err == nil && o.file.PageCount() > mostPages {
				return nil, ErrEndless
			}
			return o.file, o.err
		case <-time.After(glance):
		}
	}
	return nil, ErrEndless
}

func parsePDF(data []byte) (*reader.PdfReader, error) {
	limits := reader.MemoryLimits{MaxStreamSize: maxStream, MaxTotalAlloc: 4 * maxStream, MaxXrefSize: maxStream / 4, MaxObjectCount: maxObjects}
	file, err := reader.ParseWithOptions(data, reader.ReadOptions{MemoryLimits: limits})
	if err != nil {
		return nil, fmt.Errorf("not a PDF that can be read: %w", err)
	}
	return file, nil
}

// heap returns how much memory values take.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// walk limits how many nodes of a tree are visited: nodes may contain each other.
type walk struct{ left int }

func newWalk() *walk { return &walk{20_000} }

// into reports whether one more node may be visited.
func (w *walk) into(node *core.PdfDictionary) bool {
	w.left--
	return node != nil && w.left >= 0
}
