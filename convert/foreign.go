package convert

import (
	"bytes"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
)

// magic lists the first bytes of files that are not text, and what such a file is.
var magic = []struct{ start, is string }{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"},
	{"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"},
	{"\x1f\x8b", "a compressed file"}, {"7z\xbc\xaf", "an archive that is not ZIP"}, {"Rar!", "an archive that is not ZIP"},
}

// foreignBinary returns the kind of a file by its first bytes, or "".
func foreignBinary(data []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.start)) {
			return m.is
		}
	}
	return ""
}

// foreignZIP returns the kind of document that an archive is, or "".
func (s *source) foreignZIP() string {
	for _, known := range []struct{ file, is string }{
		{"content.xml", "an OpenDocument file"}, {"workbook.xml", "a spreadsheet"}, {"presentation.xml", "a presentation"}, {"document.iwa", "a Pages document"},
	} {
		if s.files[known.file] != nil {
			return known.is
		}
	}
	return ""
}

var (
	comments     = lazy.New(`(?s)^(?:\s*<!--.*?-->)+`)
	markdownHead = lazy.New(`(?m)^#{1,3} \S.*$`)
	tomlLine     = lazy.New(`^(?:[\w-]+\s*=\s*["'\d\[{]|\[+[A-Za-z_][\w.-]*\]+\s*(?:\n|$))`)
	yamlLine     = lazy.New(`^(?:---|%YAML|["']?[\w -]{1,40}["']?\s*:(?:\s|$))`)
)

// foreignText returns the kind of a text that import cannot read, or "".
func foreignText(text string) string {
	body := strings.TrimSpace(comments.ReplaceAllString(text, ""))
	lower := strings.ToLower(body[:min(len(body), 200)])
	switch {
	case strings.HasPrefix(lower, `{\rtf`):
		return "an RTF document"
	case strings.HasPrefix(lower, "<!doctype html"), strings.HasPrefix(lower, "<html"):
		return "an HTML page"
	case strings.HasPrefix(lower, "{"), strings.HasPrefix(lower, "<"):
		return ""
	case strings.Contains(body, `\documentclass`) && strings.Contains(body, `\begin{document}`):
		return "LaTeX"
	case tomlLine.MatchString(withoutHashes(body)):
		return "TOML, like a profile"
	case strings.HasPrefix(body, "["), yamlLine.MatchString(withoutHashes(body)):
		return ""
	case markdownHead.MatchString(body):
		return "Markdown"
	}
	return "plain text"
}

// withoutHashes returns a text from its first line that is not a comment.
func withoutHashes(text string) string {
	lines := strings.Split(text, "\n")
	i := slices.IndexFunc(lines, func(l string) bool { l = strings.TrimSpace(l); return l != "" && !strings.HasPrefix(l, "#") })
	return strings.Join(lines[max(0, i):], "\n")
}

// isDocument reports whether a file is a page that could be saved as DOCX or PDF.
func (s *source) isDocument() bool {
	return slices.Contains([]string{"an RTF document", "an HTML page", "LaTeX", "Markdown", "plain text", "an OpenDocument file", "a Pages document", "an old Office document"}, s.syntax)
}

// looks describes a file that was not recognized.
func (s *source) looks() string {
	keys := slices.Clone(s.tree.keys)
	switch s.syntax {
	case "CSV":
		keys = columnsOf(s.text)
	case "ZIP":
		for name := range s.files {
			keys = append(keys, name)
		}
		slices.Sort(keys)
	}
	const most = 6
	if len(keys) > most {
		keys = append(keys[:most:most], "…")
	}
	for i := range keys {
		keys[i] = safe.Line(keys[i])
		if r := []rune(keys[i]); len(r) > 30 {
			keys[i] = string(r[:30]) + "…"
		}
	}
	list := strings.Join(keys, ", ")
	switch {
	case list == "":
		return "is " + s.syntax
	case s.syntax == "ZIP":
		return "is a ZIP archive with " + list
	case s.syntax == "CSV":
		return "is a table with the columns " + list
	}
	return "is " + s.syntax + " with the keys " + list
}
