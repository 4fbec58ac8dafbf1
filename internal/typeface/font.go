// Package typeface shapes text of every script with fonts handed in as bytes,
// and rebuilds from their outlines the small fonts that a PDF embeds.
package typeface

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"github.com/go-text/typesetting/font"
)

// Font is a font file, read. It may be shared.
type Font struct {
	font         *font.Font
	Name         string // as PostScript writes it: no spaces
	Family       string
	Bold, Italic bool
}

// Parse reads a font file: TrueType, OpenType, or a collection of them.
func Parse(data []byte) ([]*Font, error) {
	faces, err := font.ParseTTC(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("not a font that can be read: %w", err)
	}
	var fonts []*Font
	for _, face := range faces {
		about := face.Describe()
		f := &Font{font: face.Font, Family: about.Family, Bold: about.Aspect.Weight >= font.WeightSemibold, Italic: about.Aspect.Style == font.StyleItalic}
		f.Name = f.postScriptName()
		fonts = append(fonts, f)
	}
	return fonts, nil
}

// postScriptName is the family and style without what a PDF name cannot hold.
func (f *Font) postScriptName() string {
	name := strings.Map(func(r rune) rune {
		if r > 32 && r < 127 && !strings.ContainsRune("()<>[]{}/%#", r) {
			return r
		}
		return -1
	}, f.Family)
	if name == "" {
		name = "Font"
	}
	switch {
	case f.Bold && f.Italic:
		return name + "-BoldItalic"
	case f.Bold:
		return name + "-Bold"
	case f.Italic:
		return name + "-Italic"
	}
	return name
}

// Has reports whether the font draws a character.
func (f *Font) Has(r rune) bool {
	_, has := f.font.NominalGlyph(r)
	return has
}

// Face is a font at work for one document: it is not safe for use by several goroutines.
type Face struct {
	*Font
	face     *font.Face
	perEm    float64
	clusters []cluster // pictures made of several glyphs, by Picture less firstCluster
	known    map[string]Picture
}

func newFace(f *Font) *Face {
	return &Face{Font: f, face: font.NewFace(f.font), perEm: float64(f.font.Upem()), known: map[string]Picture{}}
}

// Picture is what a face draws at one place: a glyph of the font, or several as one.
type Picture uint32

// firstCluster is the first picture that is not a glyph's number.
const firstCluster Picture = 1 << 24

// Box is the picture of a character that the font does not have.
const Box Picture = 0

// cluster is several glyphs drawn as one, so that one code stands for them.
type cluster struct {
	parts   []placedGlyph
	advance float64
}

// placedGlyph is a glyph, or a picture of another face, moved from where a
// cluster begins, in thousandths of an em.
type placedGlyph struct {
	glyph  font.GID
	dx, dy float64
	other  *borrowed
}

// borrowed is a picture of another face.
type borrowed struct {
	face    *Face
	picture Picture
}

// picture of several glyphs; the same glyphs at the same places are the same picture.
func (f *Face) picture(parts []placedGlyph, advance float64) Picture {
	advance = math.Round(advance)
	key := fmt.Sprint(parts, advance)
	p, known := f.known[key]
	if !known {
		p = firstCluster + Picture(len(f.clusters))
		f.known[key], f.clusters = p, append(f.clusters, cluster{parts, advance})
	}
	return p
}

// borrow makes a picture of another face one of this face: a line of several
// fonts is one text to readers of the file, not one for each font.
func (f *Face) borrow(from *Face, p Picture) Picture {
	key := fmt.Sprint(from.Name, " ", p)
	mine, known := f.known[key]
	if !known {
		mine = firstCluster + Picture(len(f.clusters))
		f.known[key], f.clusters = mine, append(f.clusters, cluster{[]placedGlyph{{other: &borrowed{from, p}}}, math.Round(from.Advance(p))})
	}
	return mine
}

// Blank is a picture of nothing of that width, in thousandths of an em.
func (f *Face) Blank(width float64) Picture { return f.picture(nil, width) }

// Advance is how far a picture moves the pen, in thousandths of an em.
func (f *Face) Advance(p Picture) float64 {
	if p >= firstCluster {
		return f.clusters[p-firstCluster].advance
	}
	return float64(f.face.HorizontalAdvance(font.GID(p))) * 1000 / f.perEm
}

// Extents are the height above and the depth below the baseline, in thousandths of an em; the depth is negative.
func (f *Face) Extents() (ascent, descent float64) {
	e, ok := f.face.FontHExtents()
	if !ok {
		return 800, -200
	}
	return float64(e.Ascender) * 1000 / f.perEm, float64(e.Descender) * 1000 / f.perEm
}
