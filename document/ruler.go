package document

import "github.com/ghresume/ghresume/internal/typeface"

// Ruler measures texts before they are printed. It is made for many calls: fonts are read
// once, and a word is measured once.
type Ruler struct{ set *typeface.Set }

// NewRuler returns a ruler with the fonts of a document.
func NewRuler(m Meta) (*Ruler, error) {
	set, err := m.fonts(m.pageStyle())
	if err != nil {
		return nil, err
	}
	return &Ruler{set}, nil
}

// Measure returns how much space the PDF of a text takes. A letter is not counted.
func (r *Ruler) Measure(md []byte, m Meta) (Extent, error) {
	l, err := newLayoutOf(m, r.set)
	if err != nil {
		return Extent{}, err
	}
	if err := l.fill(md); err != nil {
		return Extent{}, err
	}
	return Extent{length(l.pages, l.height), l}, nil
}

// MissingFonts returns what [Meta.Fonts] should add for the PDF of a text: the family that
// [Meta] names, if no font has it, and the characters without a glyph.
func MissingFonts(md []byte, m Meta) (family string, characters []rune, err error) {
	l, err := newLayout(m)
	if err != nil {
		return "", nil, err
	}
	if err := l.read(md); err != nil {
		return "", nil, err
	}
	if !l.hasFamily(m.Font) {
		family = m.Font
	}
	characters, _, _ = l.lacking()
	return family, characters, nil
}

// hasFamily reports whether the text is in the family that a profile names, if any.
func (l *layout) hasFamily(family string) bool {
	return isEmbedded(family) || typeface.SameFamily(l.set.Family(), family)
}
