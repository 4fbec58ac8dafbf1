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

// gaps returns what GitHub failed to give this time and no earlier snapshot holds.
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

// refuseGaps returns an error if a file would lose words because GitHub failed to give
// something: it is left as it is. What GitHub fails to give in every run is no longer a
// gap, and the file is written without it.
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

// refuseGapsOf applies refuseGaps to all existing files.
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

// wordsIn returns the words of a document, sorted; none for a PDF, whose text is
// compressed.
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
