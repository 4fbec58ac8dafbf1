// Package fontfind finds font files for characters that the embedded fonts do not have:
// first in the profile's font folders, then among the system's fonts.
package fontfind

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/boundedfile"
	"github.com/ghresume/ghresume/internal/typeface"
)

// Wanted describes the fonts to find.
type Wanted struct {
	// Family of the body text; empty if the embedded one is sufficient.
	Family string
	// Characters are those without a glyph so far.
	Characters []rune
	// Paths are the user's files and folders.
	Paths []string
}

// Found are the font files, in the order in which to use them.
type Found struct {
	Files [][]byte
	// Names are the families with their files, for messages.
	Names []string
}

// candidate is a font that may fit.
type candidate struct {
	path         string
	family       string
	bold, italic bool
	has          func(rune) bool
}

// Find looks for fonts. cacheDir keeps the index of the system's fonts between runs.
func Find(w Wanted, cacheDir string) (*Found, error) {
	own, err := ownFonts(w.Paths)
	if err != nil {
		return nil, err
	}
	s := search{wanted: w, missing: slices.Clone(w.Characters)}
	s.choose(own)
	if s.isDone() {
		return s.read()
	}
	system, err := systemFonts(cacheDir)
	if err != nil {
		return nil, err
	}
	s.choose(system)
	return s.read()
}

// search is the state of a search.
type search struct {
	wanted  Wanted
	missing []rune
	family  bool // the family was found
	chosen  []candidate
}

func (s *search) isDone() bool {
	return len(s.missing) == 0 && (s.wanted.Family == "" || s.family)
}

// choose picks the wanted family, and then the fonts with the most missing characters.
func (s *search) choose(from []candidate) {
	if s.wanted.Family != "" && !s.family {
		for _, c := range from {
			if typeface.SameFamily(c.family, s.wanted.Family) {
				s.take(c)
				s.family = true
			}
		}
	}
	for len(s.missing) > 0 {
		best := -1
		for i, c := range from {
			if s.covers(c) > 0 && (best < 0 || s.better(c, from[best])) {
				best = i
			}
		}
		if best < 0 {
			return
		}
		regular := from[best]
		s.take(regular)
		if bold := boldOf(regular, from); bold != nil {
			s.take(*bold)
		}
	}
}

func (s *search) covers(c candidate) int {
	n := 0
	for _, r := range s.missing {
		if c.has(r) {
			n++
		}
	}
	if c.italic {
		return 0
	}
	return n
}

func (s *search) take(c candidate) {
	if !slices.ContainsFunc(s.chosen, func(have candidate) bool { return have.path == c.path }) {
		s.chosen = append(s.chosen, c)
	}
	s.missing = slices.DeleteFunc(s.missing, c.has)
}

// boldOf returns the bold font of a family; the one with the shortest name, since others
// are condensed and the like.
func boldOf(regular candidate, from []candidate) *candidate {
	var best *candidate
	for i, c := range from {
		if typeface.SameFamily(c.family, regular.family) && c.bold && !c.italic && (best == nil || len(c.path) < len(best.path)) {
			best = &from[i]
		}
	}
	return best
}

// better prefers regular fonts and Noto Sans, then more characters, then alphabetical
// order, so that the same system gives the same file.
func (s *search) better(a, b candidate) bool {
	rank := func(c candidate) int {
		n := 0
		if c.bold {
			n += 4
		}
		if !strings.HasPrefix(typeface.PlainFamily(c.family), "notosans") {
			n += 2
		}
		if strings.Contains(typeface.PlainFamily(c.family), "mono") || strings.Contains(typeface.PlainFamily(c.family), "serif") {
			n++
		}
		return n
	}
	if rank(a) != rank(b) {
		return rank(a) < rank(b)
	}
	if s.covers(a) != s.covers(b) {
		return s.covers(a) > s.covers(b)
	}
	return a.path < b.path
}

// largest is the most that is read of a font file; those with all of Chinese, Japanese
// and Korean have a fifth.
const largest = 128 << 20

// read reads the chosen files.
func (s *search) read() (*Found, error) {
	var out Found
	for _, c := range s.chosen {
		data, err := boundedfile.Read(c.path, largest)
		if err != nil {
			return nil, fmt.Errorf("font: %w", err)
		}
		out.Files = append(out.Files, data)
		out.Names = append(out.Names, filepath.Base(c.path))
	}
	return &out, nil
}

// ownFonts returns the fonts in the user's files and folders.
func ownFonts(paths []string) ([]candidate, error) {
	var out []candidate
	for _, path := range paths {
		files, err := Files(path)
		if err != nil {
			return nil, fmt.Errorf("layout.page.fonts: %w", err)
		}
		for _, file := range files {
			fonts, err := readFonts(file)
			if err != nil {
				return nil, fmt.Errorf("layout.page.fonts: %s: %w", file, err)
			}
			out = append(out, fonts...)
		}
	}
	return out, nil
}

// mostEntries is how many files and folders are looked at below a folder of fonts.
const mostEntries = 20_000

// Files returns the file itself, or the fonts of a folder, sorted.
func Files(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Mode().IsRegular() {
		return []string{path}, nil
	}
	if !info.IsDir() {
		return nil, fmt.Errorf("%s is not a regular file", path)
	}
	var files []string
	seen := 0
	err = filepath.WalkDir(path, func(file string, _ fs.DirEntry, err error) error {
		if seen++; seen > mostEntries {
			return fmt.Errorf("%s: a folder of more than %d files", path, mostEntries)
		}
		if err == nil && isFont(file) {
			files = append(files, file)
		}
		return err
	})
	slices.Sort(files)
	return files, err
}

// Check returns an error if a path leads neither to a font nor to a folder with fonts.
func Check(path string) error {
	files, err := Files(path)
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%s: there is no font in the folder", path)
	}
	if info, err := os.Stat(path); err != nil || info.IsDir() {
		return err
	}
	if _, err := readFonts(path); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// isFont reports whether a path leads to a regular file with the ending of a font.
func isFont(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && slices.Contains([]string{".ttf", ".otf", ".ttc", ".otc"}, strings.ToLower(filepath.Ext(path)))
}

func readFonts(file string) ([]candidate, error) {
	data, err := boundedfile.Read(file, largest)
	if err != nil {
		return nil, err
	}
	fonts, err := typeface.Parse(data)
	if err != nil {
		return nil, err
	}
	var out []candidate
	for _, f := range fonts {
		out = append(out, candidate{path: file, family: f.Family, bold: f.Bold, italic: f.Italic, has: f.Has})
	}
	return out, nil
}
