package convert

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// parseCSV reads a table of LinkedIn's export. columns maps headings to their names here;
// notes before the header are skipped. isForeign reports whether the columns were
// identified by their order.
func parseCSV(text, table string, columns map[string]string) (rows []*node, isForeign bool, err error) {
	r := newTableReader(text)
	var header []string
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, isForeign && len(rows) > 0, nil
		}
		if err != nil {
			return nil, false, fmt.Errorf("is not CSV: %w", err)
		}
		if header == nil {
			if isHeader(table, record) {
				header, isForeign = byOrder(table, record)
			}
			continue
		}
		if len(rows) >= maxRows {
			return nil, false, fmt.Errorf("a table has more than %d rows", maxRows)
		}
		rows = append(rows, rowNode(header, record, columns))
	}
}

// maxRows is far more than anyone has roles or skills.
const maxRows = 2000

// isHeader reports whether a row names columns, unlike the notes before it.
func isHeader(table string, record []string) bool {
	if strings.EqualFold(strings.TrimSpace(record[0]), "notes:") {
		return false
	}
	return len(record) > 1 || !strings.Contains(linkedInColumns[table][0], ",") && len(record[0]) < 30
}

func rowNode(header, record []string, columns map[string]string) *node {
	n := newNode()
	for i, value := range record {
		if i >= len(header) {
			break
		}
		key := header[i]
		if other, ok := columns[key]; ok {
			key = other
		}
		if isAbsent(n.values[key]) {
			n.set(key, value)
		}
	}
	return n
}

// legacyText decodes text in UTF-8, or in the former encoding of Windows.
func legacyText(data []byte) string {
	if utf8.Valid(data) {
		return string(data)
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\uFFFD")
	}
	return string(text)
}
