package render

import "github.com/ghresume/ghresume/document"

// FontFinder finds font files for a family that is not embedded and for characters without
// a glyph, in the profile's font paths and wherever else it looks. names are the font
// names for messages.
type FontFinder func(family string, characters []rune, paths []string) (files [][]byte, names []string, err error)

// fonts holds the fonts that were found.
type fonts struct {
	files [][]byte
	names []string
}

func (p *Print) fontFiles() [][]byte {
	if p.fonts == nil {
		return nil
	}
	return p.fonts.files
}

// findFonts looks for fonts if the embedded ones are not enough.
func (p *Print) findFonts() error {
	if p.fonts != nil {
		return nil
	}
	p.fonts = &fonts{}
	if p.look.FindFonts == nil {
		return nil
	}
	md, err := p.parts(p.Resume)
	if err != nil {
		return err
	}
	family, characters, err := document.MissingFonts(md, p.metaOf(p.Resume))
	if err != nil || family == "" && len(characters) == 0 {
		return err
	}
	p.fonts.files, p.fonts.names, err = p.look.FindFonts(family, characters, p.Resume.Layout.Page.Fonts)
	return err
}
