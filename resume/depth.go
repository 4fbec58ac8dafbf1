package resume

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// maxDepth is how deeply tables and lists may be nested. A profile needs six levels; the
// memory use of the TOML libraries is quadratic in the depth.
const maxDepth = 32

// checkDepth finds the first key or list that is nested deeper than maxDepth, in one pass
// over the bytes. On invalid TOML it may stop early, as the parser does.
func checkDepth(data []byte) *Problem {
	depth, dots := 0, 0
	for i := 0; i < len(data); {
		switch c := data[i]; c {
		case '#':
			i += lineLength(data[i:])
			continue
		case '"', '\'':
			i += stringLength(data[i:])
			continue
		case '[', '{':
			depth, dots = depth+1, 0
		case ']', '}':
			depth, dots = depth-1, 0
		case '.':
			dots++
		case '=', ',', '\n':
			dots = 0
		}
		if depth > maxDepth || dots > maxDepth {
			return depthProblem(data, i)
		}
		i++
	}
	return nil
}

func depthProblem(data []byte, offset int) *Problem {
	line := bytes.LastIndexByte(data[:offset], '\n') + 1
	return &Problem{
		Position: Position{Line: bytes.Count(data[:line], []byte("\n")) + 1, Column: utf8.RuneCount(data[line:offset]) + 1, Offset: offset},
		Message:  fmt.Sprintf("more than %d levels of tables or lists", maxDepth),
		Hint:     "a profile needs six: is this the right file?",
	}
}

// lineLength returns the length of the rest of the line.
func lineLength(data []byte) int {
	if n := bytes.IndexByte(data, '\n'); n >= 0 {
		return n
	}
	return len(data)
}

// stringLength returns the length of the string that data begins with, quotes included;
// without a closing quote, that is the line or all that is left, as in TOML.
func stringLength(data []byte) int {
	quote := data[:1]
	if end := bytes.Repeat(quote, 3); bytes.HasPrefix(data, end) {
		n := 3 + untilQuote(data[3:], end)
		for range 2 { // two more quotes may precede the end
			if n < len(data) && data[n] == quote[0] {
				n++
			}
		}
		return n
	}
	return 1 + untilQuote(data[1:], quote)
}

// untilQuote returns the number of bytes up to the end of a string, the end included.
func untilQuote(data, end []byte) int {
	for i := 0; i < len(data); i++ {
		switch {
		case data[i] == '\\' && end[0] == '"':
			i++
		case bytes.HasPrefix(data[i:], end):
			return i + len(end)
		case data[i] == '\n' && len(end) == 1:
			return i
		}
	}
	return len(data)
}
