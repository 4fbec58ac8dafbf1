package markers

import "fmt"

// Block is the text between two markers.
type Block struct {
	// Name is "skills" for <!-- ghresume:start skills -->, and empty for the whole resume.
	Name string
	// Start and Stop are the offsets of the text in the file.
	Start, Stop int
}

// Blocks returns the blocks of a file, in order. The error is [ErrNone] or an [*Error].
func Blocks(file string, source []byte) ([]Block, error) {
	marks := markersOf(source)
	if len(marks) == 0 {
		return nil, fmt.Errorf("%s %w", file, ErrNone)
	}
	if err := checkMarkers(file, marks); err != nil {
		return nil, err
	}
	var out []Block
	for i := 0; i < len(marks); i += 2 {
		out = append(out, Block{marks[i].name, marks[i].stop, marks[i+1].start})
	}
	return out, nil
}

// Inside returns the text of all blocks of a file, or the whole file if it has none.
func Inside(source []byte) []byte {
	blocks, err := Blocks("", source)
	if err != nil {
		return source
	}
	var out []byte
	for _, b := range blocks {
		out = append(append(out, source[b.Start:b.Stop]...), "\n\n"...)
	}
	return out
}

// Transplant copies the blocks of one file into the blocks of the same names of another, and
// leaves the rest unchanged. A block that is missing in from stays unchanged. The error is
// [ErrNone] or an [*Error].
func Transplant(file string, from, into []byte) ([]byte, error) {
	blocks, err := Blocks(file, from)
	if err != nil {
		return nil, err
	}
	texts := map[string][]byte{}
	if old, err := Blocks(file, into); err == nil { // Splice reports the error
		addTexts(texts, into, old)
	}
	addTexts(texts, from, blocks)
	return Splice(file, into, func(name string) ([]byte, error) { return texts[name], nil })
}

func addTexts(texts map[string][]byte, source []byte, blocks []Block) {
	for _, b := range blocks {
		texts[b.Name] = source[b.Start:b.Stop]
	}
}
