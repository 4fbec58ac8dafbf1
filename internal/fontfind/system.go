package fontfind

import (
	"fmt"
	"os"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// quiet drops the scanner's log: unreadable fonts are skipped.
type quiet struct{}

// Printf drops a line.
func (quiet) Printf(string, ...any) {}

// systemFonts returns the installed fonts.
func systemFonts(cacheDir string) ([]candidate, error) {
	if err := os.MkdirAll(cacheDir, 0o700); err != nil {
		return nil, fmt.Errorf("the index of fonts: %w", err)
	}
	prints, err := fontscan.SystemFonts(quiet{}, cacheDir)
	if err != nil {
		return nil, nil // the system has no fonts
	}
	var out []candidate
	for _, p := range prints {
		if p.Location.Instance > 0 {
			continue
		}
		out = append(out, candidate{
			path: p.Location.File, family: p.Family, bold: p.Aspect.Weight >= font.WeightSemibold,
			italic: p.Aspect.Style == font.StyleItalic, has: p.Runes.Contains,
		})
	}
	return out, nil
}
