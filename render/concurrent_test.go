package render

import (
	"bytes"
	"sync"
	"testing"
)

// TestFilesAtTheSameTime: goroutines that share a print get the bytes that one alone gets.
func TestFilesAtTheSameTime(t *testing.T) {
	shared, got := printed(t, profile, Look{}), map[string][]byte{}
	var group sync.WaitGroup
	var mu sync.Mutex
	for _, form := range Forms() {
		group.Go(func() {
			file, err := shared.File(Output{Path: exampleOf(form)})
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := shared.Length(shared.Resume); err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			got[form.Ending] = file.Data
		})
	}
	group.Wait()
	alone := printed(t, profile, Look{})
	for _, form := range Forms() {
		want, err := alone.File(Output{Path: exampleOf(form)})
		if err != nil || !bytes.Equal(got[form.Ending], want.Data) {
			t.Errorf("%s: other bytes than alone: %v", form.Ending, err)
		}
	}
}
