package resume

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Position is a place in a file. Line and Column count from 1, columns in characters; 0
// means unknown. Offset and Length are the bytes of the value, including quotes, not
// counting a byte order mark.
type Position struct {
	Line, Column   int
	Offset, Length int
}

// Positions maps a field path such as experience[1].end to the position of its value, and a
// table's path to that of its header. Indexes count from 0.
type Positions map[string]Position

// Find returns the position of a field or, if it is not in the file, of the nearest
// enclosing table.
func (ps Positions) Find(field string) Position {
	for field != "" {
		if p, ok := ps[field]; ok {
			return p
		}
		field = field[:max(0, strings.LastIndexAny(field, ".["))]
	}
	return Position{}
}

// indexPositions returns the positions of all keys in a TOML text that is known to parse.
// BurntSushi/toml does not keep positions, hence the second parser.
func indexPositions(data []byte) Positions {
	ix := indexer{data: data, lines: lineStarts(data), found: Positions{}, arrays: map[string]int{}}
	ix.parser.Reset(data)
	for ix.parser.NextExpression() {
		ix.expression(ix.parser.Expression())
	}
	return ix.found
}

func lineStarts(data []byte) []int {
	starts := []int{0}
	for i, b := range data {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

type indexer struct {
	data   []byte
	lines  []int // offset of each line
	parser unstable.Parser
	found  Positions
	last   Position       // the last recorded position
	table  string         // path of the current table
	arrays map[string]int // elements seen of each array of tables
}

func (ix *indexer) expression(n *unstable.Node) {
	switch n.Kind {
	case unstable.KeyValue:
		ix.keyValue(ix.table, n)
	case unstable.Table:
		ix.table = ix.header(n, false)
	case unstable.ArrayTable:
		ix.table = ix.header(n, true)
	}
}

// header opens a table; in the path, the name of an array of tables means its last
// element.
func (ix *indexer) header(n *unstable.Node, array bool) string {
	path := ""
	var last *unstable.Node
	for it := n.Key(); it.Next(); {
		last = it.Node()
		plain := joinPath(path, string(last.Data))
		if array && it.IsLast() {
			ix.arrays[plain]++
		}
		path = plain
		if count := ix.arrays[plain]; count > 0 {
			path = plain + "[" + strconv.Itoa(count-1) + "]"
		}
	}
	if last != nil {
		ix.note(path, last.Raw)
	}
	return path
}

func (ix *indexer) keyValue(table string, n *unstable.Node) {
	path := table
	var key unstable.Range
	for it := n.Key(); it.Next(); {
		path = joinPath(path, string(it.Node().Data))
		key = it.Node().Raw
	}
	ix.value(path, n.Value(), key)
}

// value records a value; if it has no position, that of the key is used.
func (ix *indexer) value(path string, n *unstable.Node, key unstable.Range) {
	raw := n.Raw
	if raw.Length == 0 {
		raw = key
	}
	ix.note(path, raw)
	switch n.Kind {
	case unstable.Array:
		i := 0
		for it := n.Children(); it.Next(); {
			if it.Node().Kind == unstable.Comment {
				continue
			}
			ix.value(path+"["+strconv.Itoa(i)+"]", it.Node(), raw)
			i++
		}
	case unstable.InlineTable:
		for it := n.Children(); it.Next(); {
			if it.Node().Kind == unstable.KeyValue {
				ix.keyValue(path, it.Node())
			}
		}
	}
}

func (ix *indexer) note(path string, raw unstable.Range) {
	ix.found[path] = ix.place(int(raw.Offset), int(raw.Length))
}

// place counts columns from the last place if that is on the same line: a line may
// contain a whole profile.
func (ix *indexer) place(offset, length int) Position {
	line := sort.SearchInts(ix.lines, offset+1)
	from, column := ix.lines[line-1], 1
	if ix.last.Line == line && ix.last.Offset <= offset {
		from, column = ix.last.Offset, ix.last.Column
	}
	ix.last = Position{Line: line, Column: column + utf8.RuneCount(ix.data[from:offset]), Offset: offset, Length: length}
	return ix.last
}

// joinPath adds a key to a path, quoted if it is not a bare key.
func joinPath(path, key string) string {
	if strings.IndexFunc(key, func(r rune) bool { return !isBare(r) }) >= 0 || key == "" {
		key = strconv.Quote(key)
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

func isBare(r rune) bool {
	return r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}
