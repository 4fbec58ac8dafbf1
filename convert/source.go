package convert

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// source is a file whose syntax is known, but not yet whose it is.
type source struct {
	data   []byte
	syntax string // JSON, YAML, XML, ZIP, PDF, CSV
	tree   *node  // of JSON, YAML and XML; else empty
}

// newSource reads as much of a file as it takes to recognize it.
func newSource(data []byte) (*source, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("has more than %d MiB", MaxSize>>20)
	}
	s := &source{data: data, tree: newNode()}
	text, err := decodeText(data)
	if err != nil {
		return nil, err
	}
	var tree *node
	switch start := strings.TrimSpace(text); {
	case start == "":
		return nil, errors.New("is empty")
	case start[0] == '{':
		s.syntax = "JSON"
		tree, err = parseJSON(text)
	default:
		s.syntax = "YAML"
		tree, err = parseYAML(text)
	}
	if err != nil {
		return nil, err
	}
	s.tree = tree
	return s, nil
}

// maxText is the largest text of any format.
const maxText = 4 << 20

func decodeText(data []byte) (string, error) {
	if len(data) > maxText {
		return "", fmt.Errorf("has %d bytes; a resume as text has at most %d MiB", len(data), maxText>>20)
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	if !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return "", errors.New("is neither text in UTF-8 nor a file that import knows")
	}
	return text, nil
}

// looks says what a file is that nobody recognized.
func (s *source) looks() string {
	keys := s.tree.keys
	const most = 6
	if len(keys) > most {
		keys = append(keys[:most:most], "…")
	}
	if len(keys) == 0 {
		return "is " + s.syntax
	}
	for i := range keys {
		keys[i] = oneLine(keys[i])
		if r := []rune(keys[i]); len(r) > 30 {
			keys[i] = string(r[:30]) + "…"
		}
	}
	return fmt.Sprintf("is %s with the keys %s", s.syntax, strings.Join(keys, ", "))
}
