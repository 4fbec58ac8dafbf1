package picture

import (
	"bytes"
	"fmt"
	"path"
	"slices"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Tag returns the HTML that shows a picture's files, one for light pages and one for dark
// ones. The name is that of the files without their endings; alt is escaped already.
func Tag(name, alt string) string {
	return fmt.Sprintf(`<picture><source media="(prefers-color-scheme: dark)" srcset="%s.dark.svg"><img alt="%s" src="%[1]s.svg" align="top"></picture>`, name, alt)
}

// pictureTag matches what [Tag] returns.
var pictureTag = lazy.New(`<picture><source media="\(prefers-color-scheme: dark\)" srcset="([A-Za-z0-9._/-]+)\.dark\.svg"><img alt="`)

// FilesIn returns the names of the pictures in a Markdown text, relative to its file:
// "img/languages".
func FilesIn(md []byte) []string {
	var names []string
	for _, m := range pictureTag.FindAllStringSubmatch(string(md), -1) {
		if name := m[1]; IsName(path.Base(name)) && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// What may be between two pictures that are side by side: in a paragraph, or in cells of a
// row.
var (
	besideMarkup = lazy.New(`<!--[^>]*-->|</?(?:a|p|td|th)\b[^>]*>|\]\([^)\s]*\)|[\[|\s]`)
	newCell      = lazy.New(`\||<t[dh]\b`)
	emptyLine    = lazy.New(`\n[ \t\r>]*\n`)
)

// RowsIn returns the pictures of a Markdown file that are side by side where there is room:
// the names of one row each, as in [FilesIn].
func RowsIn(md []byte) [][]string {
	const closing = "</picture>"
	var rows [][]string
	end := 0
	for _, m := range pictureTag.FindAllSubmatchIndex(md, -1) {
		name, between := string(md[m[2]:m[3]]), md[end:m[0]]
		switch besides := len(besideMarkup.ReplaceAll(between, nil)) == 0 && (newCell.Match(between) || !emptyLine.Match(between)); {
		case besides && len(rows) > 0:
			rows[len(rows)-1] = append(rows[len(rows)-1], name)
		default:
			rows = append(rows, []string{name})
		}
		if end = m[1]; bytes.Contains(md[end:], []byte(closing)) {
			end += bytes.Index(md[end:], []byte(closing)) + len(closing)
		}
	}
	return rows
}
