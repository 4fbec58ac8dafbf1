package convert

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// parseCSV reads a table with a header. columns gives headings their names here;
// notes before the header are passed over.
func parseCSV(text string, columns map[string]string) ([]*node, error) {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	var header []string
	var out []*node
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("is not CSV: %w", err)
		}
		if header == nil {
			if isHeader(record) {
				header = record
			}
			continue
		}
		if len(out) >= maxRows {
			return nil, fmt.Errorf("a table has more than %d rows", maxRows)
		}
		out = append(out, rowNode(header, record, columns))
	}
}

// maxRows is far more than anybody has roles or skills.
const maxRows = 2000

// isHeader reports whether a row names columns of LinkedIn's tables; notes do not.
func isHeader(record []string) bool {
	first := strings.ToLower(strings.TrimSpace(record[0]))
	return len(record) > 1 && first != "notes:" || first == "name" || first == "profile summary"
}

func rowNode(header, record []string, columns map[string]string) *node {
	n := newNode()
	for i, value := range record {
		if i >= len(header) {
			break
		}
		key := strings.ToLower(strings.TrimSpace(header[i]))
		if other, ok := columns[key]; ok {
			key = other
		}
		if isAbsent(n.values[key]) {
			n.set(key, value)
		}
	}
	return n
}

// legacyText is text in UTF-8, or in what Windows wrote before.
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
