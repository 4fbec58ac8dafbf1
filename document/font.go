package document

import (
	"embed"
	"fmt"
	"slices"

	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"
)

//go:embed fonts/*.ttf
var fontFiles embed.FS

// face is a font in one style.
type face struct{ family, style string }

const (
	symbolFamily = "DejaVuSans-Symbols"
	codeFamily   = "DejaVuSansMono"
)

// textFaces are the styles of the fonts for running text.
var textFaces = []struct{ style, file string }{{"", "Regular"}, {"B", "Bold"}, {"I", "Italic"}, {"BI", "BoldItalic"}}

// fonts measures text and knows which characters have a glyph.
type fonts struct {
	pdf    *fpdf.Fpdf
	family string
	// covers says which characters the text, code and symbol fonts have, by family.
	covers  map[string]*sfnt.Font
	buffer  sfnt.Buffer
	known   map[glyph]bool
	widths  map[measured]float64
	missing []rune
}

type glyph struct {
	family string
	r      rune
}

type measured struct {
	face face
	size float64
	text string
}

// loadFonts embeds the fonts of a theme into a PDF.
func loadFonts(pdf *fpdf.Fpdf, theme Theme) (*fonts, error) {
	f := &fonts{pdf: pdf, family: "OpenSans", covers: map[string]*sfnt.Font{}, known: map[glyph]bool{}, widths: map[measured]float64{}}
	if theme == Classic {
		f.family = "Tinos"
	}
	for _, style := range textFaces {
		if err := f.add(f.family, style.style, f.family+"-"+style.file); err != nil {
			return nil, err
		}
	}
	for _, family := range []string{codeFamily, symbolFamily} {
		if err := f.add(family, "", family); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func (f *fonts) add(family, style, file string) error {
	data, err := fontFiles.ReadFile("fonts/" + file + ".ttf")
	if err != nil {
		return fmt.Errorf("PDF: %w", err)
	}
	if f.covers[family] == nil {
		if f.covers[family], err = sfnt.Parse(data); err != nil {
			return fmt.Errorf("PDF: %s: %w", file, err)
		}
	}
	f.pdf.AddUTF8FontFromBytes(family, style, slices.Clone(data))
	return f.pdf.Error()
}

// has says whether a family draws a character.
func (f *fonts) has(family string, r rune) bool {
	key := glyph{family, r}
	has, known := f.known[key]
	if !known {
		index, err := f.covers[family].GlyphIndex(&f.buffer, r)
		// fpdf draws the Basic Multilingual Plane only.
		has = err == nil && index != 0 && r <= 0xFFFF
		f.known[key] = has
	}
	return has
}

// replacement stands for a character that no font has.
const replacement = '\uFFFD'

// faceFor is the face that draws a character in a wanted one, and what it
// draws. A character without a glyph is noted.
func (f *fonts) faceFor(want face, r rune) (face, rune) {
	switch {
	case r == '\n' || r == ' ' || f.has(want.family, r):
		return want, r
	case f.has(symbolFamily, r):
		return face{family: symbolFamily}, r
	case f.has(codeFamily, r):
		return face{family: codeFamily}, r
	}
	if !slices.Contains(f.missing, r) {
		f.missing = append(f.missing, r)
	}
	return face{family: symbolFamily}, replacement
}

// width is in points.
func (f *fonts) width(c face, size float64, text string) float64 {
	key := measured{c, size, text}
	w, known := f.widths[key]
	if !known {
		f.pdf.SetFont(c.family, c.style, size)
		w = f.pdf.GetStringWidth(text)
		f.widths[key] = w
	}
	return w
}
