// Package typeface shapes text of every script with fonts handed in as bytes,
// and rebuilds from their outlines the small fonts that a PDF embeds.
package typeface

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Font is a parsed font file. It may be shared.
type Font struct {
	letters      font.Cmap
	load         func() (*font.Font, error)
	Name         string // PostScript name: no spaces
	Family       string
	Bold, Italic bool
}

// Parse reads a font file: TrueType, OpenType, or a collection of them. Glyphs are loaded
// when a font is first used: a collection for Chinese, Japanese and Korean holds ten fonts,
// of which a text uses one or two.
func Parse(data []byte) ([]*Font, error) {
	loaders, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("not a font that can be read: %w", err)
	}
	var fonts []*Font
	for _, loader := range loaders {
		f, err := newFont(loader)
		if err != nil {
			return nil, fmt.Errorf("not a font that can be read: %w", err)
		}
		fonts = append(fonts, f)
	}
	return fonts, nil
}

// newFont reads the name of a font and the characters it has, and checks that it can be
// loaded.
func newFont(loader *opentype.Loader) (*Font, error) {
	letters, err := lettersOf(loader)
	if err != nil {
		return nil, err
	}
	if _, _, err := font.LoadHeadTable(loader, nil); err != nil {
		return nil, err
	}
	maxp, err := loader.RawTable(opentype.MustNewTag("maxp"))
	if err != nil {
		return nil, err
	}
	if _, _, err := tables.ParseMaxp(maxp); err != nil {
		return nil, err
	}
	about, _ := font.Describe(loader, nil)
	f := &Font{Family: about.Family, Bold: about.Aspect.Weight >= font.WeightSemibold, Italic: about.Aspect.Style == font.StyleItalic, letters: letters}
	f.Name = f.postScriptName()
	f.load = sync.OnceValues(func() (*font.Font, error) { return font.NewFont(loader) })
	return f, nil
}

func lettersOf(loader *opentype.Loader) (font.Cmap, error) {
	raw, _ := loader.RawTable(opentype.MustNewTag("OS/2")) // fonts may lack it
	os2, _, _ := tables.ParseOs2(raw)
	raw, err := loader.RawTable(opentype.MustNewTag("cmap"))
	if err != nil {
		return nil, err
	}
	table, _, err := tables.ParseCmap(raw)
	if err != nil {
		return nil, err
	}
	letters, _, err := font.ProcessCmap(table, os2.FontPage())
	return letters, err
}

// postScriptName returns family and style without the characters that a PDF name cannot
// contain.
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
	_, has := f.letters.Lookup(r)
	return has
}

// SameFamily reports whether two names of a family differ only in capitals, spaces and
// hyphens.
func SameFamily(a, b string) bool { return PlainFamily(a) == PlainFamily(b) }

// PlainFamily returns the name of a family in small letters, without spaces and hyphens.
func PlainFamily(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '_' {
			return -1
		}
		return r
	}, name))
}

// Face is a font used in one document. It is not safe for concurrent use.
type Face struct {
	*Font
	opened   *font.Face // nil until the first letter
	clusters []cluster  // pictures made of several glyphs, at Picture - firstCluster
	known    map[string]Picture
}

func newFace(f *Font) *Face {
	return &Face{Font: f, known: map[string]Picture{}}
}

// face returns the loaded font. [Parse] has checked everything that can fail.
func (f *Face) face() *font.Face {
	if f.opened == nil {
		loaded, err := f.load()
		if err != nil {
			panic(fmt.Sprintf("typeface: %s: %v", f.Name, err))
		}
		f.opened = font.NewFace(loaded)
	}
	return f.opened
}

// perEm returns the number of font units per em.
func (f *Face) perEm() float64 { return float64(f.face().Upem()) }

// Picture is what a face draws in one place: a glyph of the font, or several as one.
type Picture uint32

// firstCluster is the first picture that is not a glyph number.
const firstCluster Picture = 1 << 24

// Box is the picture of a character missing in the font.
const Box Picture = 0

// cluster is several glyphs drawn as one, so that they have one code.
type cluster struct {
	parts   []placedGlyph
	advance float64
}

// placedGlyph is a glyph, or a picture of another face, with its offset from the start of
// the cluster, in thousandths of an em.
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

// picture returns the picture of several glyphs; the same glyphs at the same offsets give
// the same picture.
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

// adopt turns a picture of another face into one of this face: otherwise programs that
// read the file would split a line in several fonts into several texts.
func (f *Face) adopt(from *Face, p Picture) Picture {
	key := fmt.Sprint(from.Name, " ", p)
	mine, known := f.known[key]
	if !known {
		mine = firstCluster + Picture(len(f.clusters))
		f.known[key], f.clusters = mine, append(f.clusters, cluster{[]placedGlyph{{other: &borrowed{from, p}}}, math.Round(from.Advance(p))})
	}
	return mine
}

// Blank returns an empty picture of that width, in thousandths of an em.
func (f *Face) Blank(width float64) Picture { return f.picture(nil, width) }

// Advance returns how far a picture moves the pen, in thousandths of an em.
func (f *Face) Advance(p Picture) float64 {
	if p >= firstCluster {
		return f.clusters[p-firstCluster].advance
	}
	return float64(f.face().HorizontalAdvance(font.GID(p))) * 1000 / f.perEm()
}

// Extents returns the height above and the depth below the baseline, in thousandths of an
// em; the depth is negative.
func (f *Face) Extents() (ascent, descent float64) {
	e, ok := f.face().FontHExtents()
	if !ok {
		return 800, -200
	}
	return float64(e.Ascender) * 1000 / f.perEm(), float64(e.Descender) * 1000 / f.perEm()
}
