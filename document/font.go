package document

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/typeface"
)

//go:embed fonts/*.ttf
var fontFiles embed.FS

// embedded reads the embedded fonts, once per process.
var embedded = sync.OnceValues(func() (map[string]*typeface.Font, error) {
	files, err := fontFiles.ReadDir("fonts")
	if err != nil {
		return nil, fmt.Errorf("PDF: %w", err)
	}
	fonts := map[string]*typeface.Font{}
	for _, f := range files {
		data, err := fontFiles.ReadFile("fonts/" + f.Name())
		if err != nil {
			return nil, fmt.Errorf("PDF: %w", err)
		}
		read, err := typeface.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("PDF: %s: %w", f.Name(), err)
		}
		fonts[f.Name()] = read[0]
	}
	return fonts, nil
})

// isEmbedded reports whether a font family is embedded; the empty name means the theme's
// family.
func isEmbedded(family string) bool {
	return family == "" || typeface.SameFamily(family, sans) || typeface.SameFamily(family, serif)
}

// hasSerifs reports whether the embedded family of a document is the one with serifs.
func (m Meta) hasSerifs(l style) bool {
	return typeface.SameFamily(m.Font, serif) || l.family == serif && !typeface.SameFamily(m.Font, sans)
}

// faceFiles are the styles of an embedded family, in the order of [typeface.Fonts].
var faceFiles = [4]string{"Regular", "Bold", "Italic", "BoldItalic"}

// fonts returns the fonts of a document: the family of its style, then the embedded
// symbols, then the fonts of [Meta].
func (m Meta) fonts(l style) (*typeface.Set, error) {
	ours, err := embedded()
	if err != nil {
		return nil, err
	}
	family := "OpenSans"
	if m.hasSerifs(l) {
		family = "Tinos"
	}
	var fonts typeface.Fonts
	for i, style := range faceFiles {
		fonts.Text[i] = ours[family+"-"+style+".ttf"]
	}
	fonts.Code = ours["DejaVuSansMono.ttf"]
	fonts.Fallback = []*typeface.Font{ours["DejaVuSans-Symbols.ttf"]}
	for i, data := range m.Fonts {
		read, err := typeface.Parse(data)
		if err != nil {
			return nil, fmt.Errorf("font %d: %w", i+1, err)
		}
		fonts.Fallback = append(fonts.Fallback, m.inOrder(read)...)
	}
	if own := ownFamily(fonts, m.Font); own != fonts.Text {
		fonts.Fallback = append(slices.Clone(fonts.Text[:2]), fonts.Fallback...)
		fonts.Text = own
	}
	return typeface.NewSet(fonts), nil
}

// inOrder moves the font of a collection that is made for the language to the front:
// Chinese, Japanese and Korean write some of their common characters differently.
func (m Meta) inOrder(collection []*typeface.Font) []*typeface.Font {
	language := strings.ToLower(m.language())
	region := "JP"
	switch {
	case strings.HasPrefix(language, "zh-hant"), strings.HasPrefix(language, "zh-tw"), strings.HasPrefix(language, "zh-hk"):
		region = "TC"
	case strings.HasPrefix(language, "zh"):
		region = "SC"
	case strings.HasPrefix(language, "ko"):
		region = "KR"
	}
	slices.SortStableFunc(collection, func(a, b *typeface.Font) int {
		first, second := strings.HasSuffix(a.Family, region), strings.HasSuffix(b.Family, region)
		switch {
		case first == second:
			return 0
		case first:
			return -1
		}
		return 1
	})
	return collection
}

// ownFamily replaces the text faces with those of a family among the additional fonts; the
// regular face replaces a missing style.
func ownFamily(fonts typeface.Fonts, family string) [4]*typeface.Font {
	regular := slices.IndexFunc(fonts.Fallback, func(f *typeface.Font) bool { return typeface.SameFamily(f.Family, family) && !f.Bold && !f.Italic })
	if family == "" || regular < 0 {
		return fonts.Text
	}
	faces := fonts.Text
	for i := range faces {
		faces[i] = fonts.Fallback[regular]
		for _, f := range fonts.Fallback {
			if typeface.SameFamily(f.Family, family) && f.Bold == (i&1 == 1) && f.Italic == (i&2 == 2) {
				faces[i] = f
				break
			}
		}
	}
	return faces
}
