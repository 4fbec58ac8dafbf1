package typeface

import (
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
)

// Style chooses a face of a [Set].
type Style struct{ Bold, Italic, Code bool }

// Fonts are the fonts of a document.
type Fonts struct {
	// Text is the running text: regular, bold, italic, bold italic.
	Text [4]*Font
	// Code is monospaced.
	Code *Font
	// Fallback lists fonts, in order of preference, for characters missing in the others.
	Fallback []*Font
}

// Set measures and shapes text in some fonts. It is not safe for concurrent use.
type Set struct {
	text      [4]*Face
	code      *Face
	fallback  []*Face
	faces     map[*Font]*Face
	byFont    map[*font.Font]*Face // those that are open
	widths    map[measured]float64
	shaper    shaping.HarfbuzzShaper
	segmenter shaping.Segmenter
	wanted    *Face
	bold      bool
	resolved  map[wantedRune]*Face
	lacking   map[rune]bool
}

type measured struct {
	style Style
	text  string
}

type wantedRune struct {
	face *Face
	bold bool
	r    rune
}

// NewSet returns a set of faces for the fonts.
func NewSet(fonts Fonts) *Set {
	s := &Set{faces: map[*Font]*Face{}, byFont: map[*font.Font]*Face{}, widths: map[measured]float64{}, resolved: map[wantedRune]*Face{}, lacking: map[rune]bool{}}
	for i, f := range fonts.Text {
		s.text[i] = s.face(f)
	}
	s.code = s.face(fonts.Code)
	for _, f := range fonts.Fallback {
		s.fallback = append(s.fallback, s.face(f))
	}
	return s
}

// Family returns the name of the family of the text.
func (s *Set) Family() string { return s.text[0].Family }

func (s *Set) face(f *Font) *Face {
	if s.faces[f] == nil {
		s.faces[f] = newFace(f)
	}
	return s.faces[f]
}

// open returns the loaded font of a face.
func (s *Set) open(f *Face) *font.Face {
	face := f.face()
	s.byFont[face.Font] = f
	return face
}

// Lacks reports whether r is visible and no font of the set has it.
func (s *Set) Lacks(r rune) bool {
	lacks, known := s.lacking[r]
	if !known {
		lacks = !isBlank(r) && !slices.ContainsFunc(s.all(), func(f *Face) bool { return f.Has(r) })
		s.lacking[r] = lacks
	}
	return lacks
}

// all returns the faces in the order in which they are searched for a character.
func (s *Set) all() []*Face {
	return append(append(append([]*Face(nil), s.text[:]...), s.fallback...), s.code)
}

// of returns the face of a style.
func (s *Set) of(style Style) *Face {
	if style.Code {
		return s.code
	}
	i := 0
	if style.Bold {
		i = 1
	}
	if style.Italic {
		i += 2
	}
	return s.text[i]
}

// ResolveFace chooses the face for a character; with it, a Set is a font map for the
// segmenter.
func (s *Set) ResolveFace(r rune) *font.Face {
	key := wantedRune{s.wanted, s.bold, r}
	face, known := s.resolved[key]
	if !known {
		face = s.resolve(r)
		s.resolved[key] = face
	}
	return s.open(face)
}

func (s *Set) resolve(r rune) *Face {
	if s.wanted.Has(r) {
		return s.wanted
	}
	var second *Face
	for _, f := range append(append([]*Face(nil), s.fallback...), s.code) {
		switch {
		case !f.Has(r):
		case f.Bold == s.bold:
			return f
		case second == nil:
			second = f
		}
	}
	if second == nil {
		return s.wanted
	}
	return second
}
