package safe

import (
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
)

// Place is where escaped text goes, if that is known.
type Place int

// The places.
const (
	Anywhere Place = iota
	MidLine        // after other text of the line: no block can start
	LinkText       // inside a link: addresses do not become links there
)

// Markdown escapes s as Markdown text that shows s and does nothing else, wherever in a
// line it is put: at the start, in emphasis, in a link's text, in a table.
//
// A character is escaped only where it could have a meaning: C++, C#, foo-bar, snake_case
// and "a < b" stay as they are. "<" becomes an entity, so that a value is harmless between
// HTML tags, too.
func Markdown(s string) string { return MarkdownIn(s, Anywhere) }

// MarkdownIn is Markdown for a certain place.
func MarkdownIn(s string, where Place) string {
	e := escaper{s: Line(s), where: where}
	return e.run()
}

// What begins a block at the start of a line: blockquotes, headings, fences, lists, rules,
// setext underlines and the delimiter row of a table; the number of a list; an entity.
var (
	blockStart = lazy.New(`^(?:>|#{1,6}[ ]|[-+](?:[ ]|$)|--|=|:-|-:)`)
	listNumber = lazy.New(`^[0-9]{1,9}[.)](?:[ ]|$)`)
	entity     = lazy.New(`^&#?[A-Za-z0-9]{1,40};`)
)

// escaper escapes one text.
type escaper struct {
	s      string
	where  Place
	number int          // where the dot of a list's number is, or 0
	links  map[int]bool // characters that would make an address a link
	math   bool         // whether two dollar signs would delimit a formula
	hashes int          // start of the closing #s that a heading would lose
}

func (e *escaper) run() string {
	var b strings.Builder
	e.hashes = len(strings.TrimRight(e.s, "#"))
	e.math = hasFormula(e.s)
	if e.where != MidLine {
		if blockStart.MatchString(e.s) {
			b.WriteByte('\\')
		}
		e.number = max(0, strings.IndexAny(listNumber.FindString(e.s), ".)"))
	}
	if e.where != LinkText {
		e.links = autolinkMarks(e.s)
	}
	from := 0
	for i := range len(e.s) {
		if !IsPunctuation(e.s[i]) {
			continue
		}
		if safe := e.before(i); len(safe) > 1 {
			b.WriteString(e.s[from:i] + safe)
			from = i + 1
		}
	}
	return b.String() + e.s[from:]
}

// before returns the character at i with what must precede or replace it.
func (e *escaper) before(i int) string {
	c := e.s[i : i+1]
	switch {
	case c == "<" && opensTag(e.s, i):
		return "&lt;"
	case c == "&" && entity.MatchString(e.s[i:]):
		return "&amp;"
	case c == "@" && e.links[i]:
		// GitHub looks for email addresses after removing the escapes; only something that
		// is not text keeps the two sides apart.
		return "<!-- -->@"
	case c == "$" && e.math:
		// GitHub looks for formulas after removing the escapes, too; its documentation names this way.
		return "<span>$</span>"
	case e.number > 0 && i == e.number, e.links[i], e.special(i):
		return `\` + c
	}
	return c
}

// special reports whether the ASCII character at i can open or close inline markup.
func (e *escaper) special(i int) bool {
	switch e.s[i] {
	case '`', '*', '[', ']', '|':
		return true
	case '^': // at the start of a link's text, it opens a footnote that swallows the line
		return i == 0
	case '#': // after a space at the end of a heading, it would vanish
		return i >= e.hashes && (i == 0 || e.s[i-1] == ' ')
	case '~':
		return !(byteAt(e.s, i-1) == ' ' && byteAt(e.s, i+1) == ' ')
	case '_':
		return !(isWord(e.s, i-1) && isWord(e.s, i+1))
	case '\\':
		return i == len(e.s)-1 || IsPunctuation(e.s[i+1])
	}
	return false
}

// hasFormula reports whether GitHub could read as mathematics what two dollar signs
// enclose: "$x$", but not "from $5 to $6".
func hasFormula(s string) bool {
	opened := -1
	for i := range len(s) {
		if s[i] != '$' {
			continue
		}
		if opened >= 0 && i > opened+1 && s[i-1] != ' ' && !isWord(s, i+1) {
			return true
		}
		if opened < 0 && i+1 < len(s) && s[i+1] != ' ' {
			opened = i
		}
	}
	return false
}

// opensTag reports whether the "<" at s[i] could begin a tag, a comment or an autolink.
func opensTag(s string, i int) bool {
	next := byteAt(s, i+1)
	return next == 0 || next == '/' || next == '!' || next == '?' || next|0x20 >= 'a' && next|0x20 <= 'z'
}

// autolinkMarks finds the ":" of "http://", the "." of "www." and the "@" of addresses, which GitHub turns into links.
func autolinkMarks(s string) map[int]bool {
	marks := map[int]bool{}
	for i := range len(s) {
		switch s[i] {
		case ':':
			marks[i] = endsInScheme(s[:i])
		case '.':
			marks[i] = i >= 3 && strings.EqualFold(s[i-3:i], "www")
		case '@':
			marks[i] = (isWord(s, i-1) || i > 0 && strings.IndexByte(inAddress, s[i-1]) >= 0) && hasDomain(s[i+1:])
		}
	}
	return marks
}

// endsInScheme reports whether s ends in the scheme of an address that GitHub links.
func endsInScheme(s string) bool {
	for _, scheme := range [...]string{"http", "https", "ftp", "mailto", "xmpp"} {
		if len(s) >= len(scheme) && strings.EqualFold(s[len(s)-len(scheme):], scheme) {
			return true
		}
	}
	return false
}

// inAddress are the characters allowed before the "@" of an email address besides letters
// and digits. GitHub allows only .+-_, other parsers all that RFC 5322 does.
const inAddress = ".+-_!#$%&'*/=?^`{|}~"

// hasDomain reports whether s may begin with the domain of an address.
func hasDomain(s string) bool {
	return isWord(s, 0) || byteAt(s, 0) == '-' || byteAt(s, 0) == '_' || byteAt(s, 0) == '.'
}

// byteAt returns s[i], or 0 outside s.
func byteAt(s string, i int) byte {
	if i < 0 || i >= len(s) {
		return 0
	}
	return s[i]
}

// isWord reports whether s[i] is an ASCII letter or digit. Next to any other character an
// underscore is escaped, since Markdown parsers differ about what joins a word.
func isWord(s string, i int) bool {
	c := byteAt(s, i)
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// IsPunctuation reports whether c is ASCII punctuation, which a backslash makes literal.
func IsPunctuation(c byte) bool {
	return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') && !(c|0x20 >= 'a' && c|0x20 <= 'z')
}
