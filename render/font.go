package render

import "github.com/ghresume/ghresume/document"

// FontFinder finds font files for a family that is not embedded and for characters without a
// glyph, in the given paths of the profile and wherever else it looks. names are the fonts'
// names for messages.
type FontFinder func(family string, characters []rune, paths []string) (files [][]byte, names []string, err error)

// fonts are what was found.
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

// findFonts looks for fonts when the embedded ones do not do.
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
	missing, err := document.Missing(md, p.metaOf(p.Resume))
	if err != nil {
		return err
	}
	page := p.Resume.Layout.Page
	family := page.Font
	if document.Embedded(family) {
		family = ""
	}
	if family == "" && len(missing) == 0 {
		return nil
	}
	p.fonts.files, p.fonts.names, err = p.look.FindFonts(family, missing, page.Fonts)
	return err
}
