package convert

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/doctext"
	"github.com/ghresume/ghresume/internal/lazy"
)

// source is a file whose syntax is known, but not yet its format.
type source struct {
	data   []byte
	syntax string // JSON, YAML, XML, ZIP, PDF, CSV
	tree   *node  // of JSON, YAML and XML; else empty
	files  map[string]*zip.File
	table  string // the name of a single table of LinkedIn
	text   string // of a single table
	// guessed means that nothing declares the encoding of the text.
	guessed bool
}

// newSource reads as much of a file as it takes to recognize it.
func newSource(data []byte) (*source, error) {
	if len(data) > MaxSize {
		return nil, fmt.Errorf("has more than %d MiB", MaxSize>>20)
	}
	s := &source{data: data, tree: newNode()}
	var err error
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		s.syntax = "ZIP"
		s.files, err = zippedFiles(data)
		s.syntax = firstOf(s.foreignZIP(), s.syntax)
	case bytes.HasPrefix(data, []byte("%PDF-")):
		s.syntax = "PDF"
	case foreignBinary(data) != "":
		s.syntax = foreignBinary(data)
	default:
		err = s.readText()
	}
	return s, err
}

func (s *source) readText() error {
	text, err := s.decodeText(s.data)
	if err != nil {
		return err
	}
	switch start := strings.TrimSpace(text); {
	case start == "":
		return errors.New("is empty")
	case linkedInTable(start) != "":
		s.syntax, s.table, s.text = "CSV", linkedInTable(start), text
	case isTable(start):
		s.syntax, s.text = "CSV", start
	case foreignText(start) != "":
		s.syntax = foreignText(start)
	case start[0] == '{':
		s.syntax = "JSON"
		s.tree, err = parseJSON(text)
	case start[0] == '<':
		s.syntax = "XML"
		s.tree, err = parseXML(text)
	default:
		s.syntax = "YAML"
		if len(text) > maxYAML {
			return fmt.Errorf("has %d bytes; a resume as YAML has at most %d KiB", len(text), maxYAML>>10)
		}
		s.tree, err = parseYAML(text)
	}
	return err
}

// maxYAML is the maximum size of a resume as YAML: its parser needs much time and memory.
const maxYAML = 256 << 10

// maxText is the maximum size of a text in any format.
const maxText = 4 << 20

func (s *source) decodeText(data []byte) (string, error) {
	if len(data) > maxText {
		return "", fmt.Errorf("has %d bytes; a resume as text has at most %d MiB", len(data), maxText>>20)
	}
	label := ""
	if m := xmlEncoding.FindSubmatch(data[:min(len(data), 200)]); m != nil && !utf8.Valid(data) {
		label = string(m[1])
	}
	text, guessed, err := doctext.Decode(data, label)
	if err != nil {
		return "", errors.New("is neither text nor a file that import knows")
	}
	s.guessed = guessed
	return strings.TrimPrefix(text, "\ufeff"), nil
}

var xmlEncoding = lazy.New(`^<\?xml[^>]*encoding=["']([\w.-]+)["']`)
