// Package part marks the parts of an entry for documents: a template encloses the Markdown
// of each part in private characters, which are removed from every other text. Documents
// lay the parts out; everything else prints the Markdown without the marks.
package part

import (
	"bytes"
	"strings"
)

// Kind is the kind of an entry's part.
type Kind byte

// The kinds. Marks contain their letters.
const (
	Title        Kind = 't' // title of a role, a project, a degree
	Organization Kind = 'o' // company, school, publisher
	Place        Kind = 'p'
	Dates        Kind = 'd'
	Technologies Kind = 'k' // line of technologies
	Link         Kind = 'l' // a separate address
	Figure       Kind = 'f' // name of a picture to insert
	Short        Kind = 's' // a whole list item that may share a row with its neighbors, such as a spoken language
)

// Kinds returns all kinds.
func Kinds() []Kind {
	return []Kind{Title, Organization, Place, Dates, Technologies, Link, Figure, Short}
}

// A mark is Open, the letter of the kind, the Markdown of the part, and Close.
const (
	Open  = '\uE001'
	Close = '\uE002'
)

// Mark encloses one line of Markdown in a mark; empty text stays empty.
func Mark(kind Kind, markdown string) string {
	if markdown == "" {
		return ""
	}
	return string(Open) + string(rune(kind)) + markdown + string(Close)
}

// Strip removes all marks from Markdown and keeps their content.
func Strip(markdown string) string {
	return Replace(markdown, func(Kind) string { return "" }, "")
}

// Replace replaces the two ends of marks with other text. An end without its other half is
// removed.
func Replace(markdown string, open func(Kind) string, end string) string {
	if !strings.ContainsRune(markdown, Open) && !strings.ContainsRune(markdown, Close) {
		return markdown
	}
	markdown = strings.ToValidUTF8(markdown, "\uFFFD") // removing an end could join bytes around it into another
	var out strings.Builder
	out.Grow(len(markdown))
	for rest := markdown; rest != ""; {
		i := strings.IndexFunc(rest, isEnd)
		if i < 0 {
			out.WriteString(rest)
			break
		}
		out.WriteString(rest[:i])
		mark, after := rest[i:i+endSize], rest[i+endSize:]
		if kind, paired := pairedKind(mark, after); paired {
			inner, tail := between(after[1:])
			out.WriteString(open(kind) + Replace(inner, open, end) + end)
			after = tail
		}
		rest = after
	}
	return out.String()
}

// endSize is the length of either end of a mark in bytes.
const endSize = len(string(Open))

func isEnd(r rune) bool { return r == Open || r == Close }

// pairedKind returns the kind of a mark that opens here and is closed on the same line.
func pairedKind(mark, after string) (Kind, bool) {
	if mark != string(Open) || after == "" || !isKind(Kind(after[0])) {
		return 0, false
	}
	line, _, _ := strings.Cut(after, "\n")
	return Kind(after[0]), closing(line[1:]) >= 0
}

func isKind(k Kind) bool { return strings.IndexByte("topdklfs", byte(k)) >= 0 }

// between splits the text after a mark's letter into the mark's content and the rest.
func between(s string) (inner, after string) {
	i := closing(s)
	return s[:i], s[i+endSize:]
}

// closing returns where the mark that is open at the start of s ends, or -1.
func closing(s string) int {
	depth := 1
	for i, r := range s {
		switch r {
		case Open:
			depth++
		case Close:
			if depth--; depth == 0 {
				return i
			}
		case '\n':
			return -1
		}
	}
	return -1
}

// Clean removes private-use characters from a text that is not ours, so that it cannot
// contain marks.
func Clean(s string) string {
	if strings.IndexFunc(s, isPrivate) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isPrivate(r) {
			return -1
		}
		return r
	}, s)
}

func isPrivate(r rune) bool {
	return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 && r <= 0xFFFFD || r >= 0x100000 && r <= 0x10FFFD
}

// HasFigure reports whether the Markdown of a document has a place for a picture.
func HasFigure(markdown []byte, name string) bool {
	return bytes.Contains(markdown, []byte(Mark(Figure, name)))
}
