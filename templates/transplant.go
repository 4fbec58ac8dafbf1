package templates

import "fmt"

// Transplant copies the blocks of one file into the corresponding blocks of another, and
// leaves the rest unchanged. A block that is missing in from stays unchanged. The error is
// ErrNoMarkers or a *MarkerError.
func Transplant(file string, from, into []byte) ([]byte, error) {
	marks := markersOf(from)
	if len(marks) == 0 {
		return nil, fmt.Errorf("%s %w", file, ErrNoMarkers)
	}
	if err := checkMarkers(file, marks); err != nil {
		return nil, err
	}
	blocks := blocksOf(from, marks)
	kept := blocksOf(into, markersOf(into))
	return Splice(file, into, func(name string) ([]byte, error) {
		if block, ok := blocks[name]; ok {
			return block, nil
		}
		return kept[name], nil
	})
}

// blocksOf returns the content of each block, by name.
func blocksOf(source []byte, marks []marker) map[string][]byte {
	out := map[string][]byte{}
	for i := 0; i+1 < len(marks); i += 2 {
		out[marks[i].name] = source[marks[i].stop:marks[i+1].start]
	}
	return out
}
