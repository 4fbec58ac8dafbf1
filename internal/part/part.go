// Package part is how a template tells a document what the pieces of an entry
// are: a private code around the Markdown of each, in characters that no text
// of a person or a stranger keeps. Documents lay the parts out; everything else
// prints the Markdown without them.
package part

import "strings"

// Kind says what a part of an entry is.
type Kind byte

// The kinds. Their letters stand in the marks.
const (
	Title        Kind = 't' // of a role, a project, a degree
	Organization Kind = 'o' // company, school, publisher
	Place        Kind = 'p'
	Dates        Kind = 'd'
	Technologies Kind = 'k' // the line of what was used
	Link         Kind = 'l' // an address of its own
	Figure       Kind = 'f' // the name of a picture that stands here
	Short        Kind = 's' // all of a list item that may share a row with its neighbors, such as a spoken language
)

// Kinds are all of them.
func Kinds() []Kind {
	return []Kind{Title, Organization, Place, Dates, Technologies, Link, Figure, Short}
}

// A mark is Open, the letter of the kind, the Markdown of the part, and Close.
const (
	Open  = '\uE001'
	Close = '\uE002'
)

// Mark puts a mark around Markdown of one line; nothing stays nothing.
func Mark(kind Kind, markdown string) string {
	if markdown == "" {
		return ""
	}
	return string(Open) + string(rune(kind)) + markdown + string(Close)
}

// Strip takes all marks out of Markdown and leaves what they hold.
func Strip(markdown string) string {
	return Replace(markdown, func(Kind) string { return "" }, "")
}

// Replace puts other text in the place of the marks' two ends. An end without
// its other half goes.
func Replace(markdown string, open func(Kind) string, end string) string {
	if !strings.ContainsRune(markdown, Open) && !strings.ContainsRune(markdown, Close) {
		return markdown
	}
	markdown = strings.ToValidUTF8(markdown, "\uFFFD") // bytes around an end that goes could make another
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

// endSize is how many bytes either end of a mark takes.
const endSize = len(string(Open))

func isEnd(r rune) bool { return r == Open || r == Close }

// pairedKind is the kind of a mark that opens here and is closed on the same line.
func pairedKind(mark, after string) (Kind, bool) {
	if mark != string(Open) || after == "" || !isKind(Kind(after[0])) {
		return 0, false
	}
	line, _, _ := strings.Cut(after, "\n")
	return Kind(after[0]), closing(line[1:]) >= 0
}

func isKind(k Kind) bool { return strings.IndexByte("topdklfs", byte(k)) >= 0 }

// between splits what follows a mark's letter into what it holds and what comes after it.
func between(s string) (inner, after string) {
	i := closing(s)
	return s[:i], s[i+endSize:]
}

// closing is where the mark that is open at the start of s ends, or -1.
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

// Clean takes the characters of private use out of a text that is not ours, so that it cannot hold marks.
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
