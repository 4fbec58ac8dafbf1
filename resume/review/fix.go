package review

import (
	"bytes"
	"cmp"
	"slices"
)

// edit is a replacement of bytes in the file.
type edit struct {
	offset, length int
	old, new       string
}

// Fix applies the safe corrections of findings to source, the checked text, and returns
// the number of corrections. Everything else stays the same byte for byte.
func Fix(source []byte, findings []Finding) ([]byte, int) {
	mark := len(source) - len(bytes.TrimPrefix(source, []byte("\ufeff")))
	var edits []edit
	for _, f := range findings {
		if f.edit != nil {
			edits = append(edits, *f.edit)
		}
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return cmp.Compare(a.offset, b.offset) })
	var out bytes.Buffer
	end, made := 0, 0
	for _, e := range edits {
		from := e.offset + mark
		// Corrections that overlap wait for the next pass.
		if from < end || from+e.length > len(source) || string(source[from:from+e.length]) != e.old {
			continue
		}
		out.Write(source[end:from])
		out.WriteString(e.new)
		end = from + e.length
		made++
	}
	out.Write(source[end:])
	return out.Bytes(), made
}
