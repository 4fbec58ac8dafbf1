package review

import (
	"slices"
	"unicode/utf8"
)

// places turns offsets of a file into lines and columns without counting from its start
// each time: a file may have one line and a finding in every word of it.
type places struct {
	source []byte
	starts []int // of each line
	// offset is the last one looked up, column its column.
	offset, column int
}

func newPlaces(source []byte) *places {
	p := &places{source: source, starts: []int{0}, column: 1}
	for i, c := range source {
		if c == '\n' {
			p.starts = append(p.starts, i+1)
		}
	}
	return p
}

// line returns the line of an offset, from 1.
func (p *places) line(offset int) int {
	i, exact := slices.BinarySearch(p.starts, offset)
	if exact {
		return i + 1
	}
	return i
}

// at returns the line and column of an offset, both from 1, columns in characters.
func (p *places) at(offset int) (line, column int) {
	line = p.line(offset)
	from, column := p.starts[line-1], 1
	if p.offset >= from && p.offset <= offset {
		from, column = p.offset, p.column
	}
	column += utf8.RuneCount(p.source[from:offset])
	p.offset, p.column = offset, column
	return line, column
}
