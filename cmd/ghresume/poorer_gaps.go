package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/atomicfile"
)

// gaps are what GitHub failed to give this time and no earlier snapshot holds.
func (m *sources) gaps() []string {
	var out []string
	if m.snapshot != nil {
		for _, c := range m.snapshot.Cut {
			if ghsync.IsGap(c) {
				out = append(out, c.String())
			}
		}
	}
	return out
}

// refuseGaps is the error when a file would lose words which it shows today since
// GitHub failed to give something: it stays as it was. What GitHub fails to give run
// after run is not a gap any more, and the file is written without it.
func (m *sources) refuseGaps(path string, old, now []byte) error {
	gaps := m.gaps()
	if len(gaps) == 0 {
		return nil
	}
	lost := firstFew(missingFrom(wordsIn(now), wordsIn(old)))
	if len(lost) == 0 {
		return nil
	}
	return failed(fmt.Errorf("GitHub did not give %s; %s is left as it was, since it would lose %s", strings.Join(gaps, ", "), path, strings.Join(lost, ", ")),
		"run it again: only what is missing is requested then")
}

// refuseGapsOf looks at all the files that are there.
func (m *sources) refuseGapsOf(files []atomicfile.File) error {
	if len(m.gaps()) == 0 {
		return nil
	}
	for _, file := range files {
		_, old, err := atomicfile.Read(file.Path)
		if err != nil {
			return err
		}
		if err := m.refuseGaps(file.Path, old, file.Data); err != nil {
			return err
		}
	}
	return nil
}

// wordsIn are the words of a document, sorted; none of a PDF, whose text is packed.
func wordsIn(document []byte) []string {
	text := unpacked(document)
	if !utf8.Valid(text) {
		return nil
	}
	words := strings.FieldsFunc(string(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("+#", r)
	})
	words = slices.DeleteFunc(words, func(word string) bool { return !unicode.IsLetter([]rune(word)[0]) })
	slices.Sort(words)
	return slices.Compact(words)
}
