package picture

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed language_colors.txt
var languageColorList string

// languageColors maps languages to their colors, which serve light and dark pages.
var languageColors = sync.OnceValue(func() map[string]string {
	colors := map[string]string{}
	for line := range strings.Lines(languageColorList) {
		line = strings.TrimSpace(line)
		if i := strings.LastIndex(line, " "); i > 0 && line[0] != '#' {
			colors[line[:i]] = line[i+1:]
		}
	}
	return colors
})
