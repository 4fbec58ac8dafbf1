package templates

import (
	"regexp"
	"strings"
)

// Markdown is text that is Markdown already: it is printed as it is.
// Every other value is escaped when a template prints it.
type Markdown string

// What begins a block at the start of a line: quotes, headings, fences, lists,
// rules, setext underlines and the delimiter row of a table.
var (
	blockStart = regexp.MustCompile(`^(?:>|#{1,6}[ ]|[-+](?:[ ]|$)|--|=|:-)`)
	listNumber = regexp.MustCompile(`^[0-9]{1,9}[.)](?:[ ]|$)`)
	autolink   = regexp.MustCompile(`(?i)(?:https?|ftp|mailto|xmpp):|www\.`)
	entity     = regexp.MustCompile(`^&#?[A-Za-z0-9]+;`)
)

// escape writes s as Markdown text that shows s and does nothing else, wherever
// in a line it is put: at the start, in emphasis, in a link's text, in a table.
//
// A character is escaped only where it could mean something: C++, C#, foo-bar,
// snake_case and "a < b" stay as they are. "<" becomes an entity, so that a
// value is as harmless between HTML tags.
func escape(s string) Markdown { return escapeIn(s, wherever) }

// place is where escaped text goes, when it is known.
type place int

const (
	wherever place = iota
	midLine        // behind other text of the line: no block can start
	linkText       // inside a link: nothing makes addresses links there
)

// escapeIn is escape for a certain place.
func escapeIn(s string, where place) Markdown {
	s = clean(s)
	var b strings.Builder
	number := 0
	if where != midLine {
		if blockStart.MatchString(s) {
			b.WriteByte('\\')
		}
		number = max(0, strings.IndexAny(listNumber.FindString(s), ".)"))
	}
	var links map[int]bool
	if where != linkText {
		links = autolinkMarks(s)
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '<' && opensTag(s, i):
			b.WriteString("&lt;")
		case c == '&' && entity.MatchString(s[i:]):
			b.WriteString("&amp;")
		case number > 0 && i == number || links[i] || special(s, i):
			b.WriteByte('\\')
			fallthrough
		default:
			b.WriteByte(c)
		}
	}
	return Markdown(b.String())
}

// special reports whether the ASCII character at s[i] can open or close inline markup.
func special(s string, i int) bool {
	switch s[i] {
	case '`', '*', '[', ']', '|':
		return true
	case '#': // at the end of a heading, after a space, it would vanish
		return strings.Trim(s[i:], "#") == "" && (i == 0 || s[i-1] == ' ')
	case '~':
		return !(byteAt(s, i-1) == ' ' && byteAt(s, i+1) == ' ')
	case '_':
		return !(isWord(s, i-1) && isWord(s, i+1))
	case '\\':
		return i == len(s)-1 || isPunctuation(s[i+1])
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
	for _, at := range autolink.FindAllStringIndex(s, -1) {
		marks[at[1]-1] = true
	}
	for i := range len(s) {
		if s[i] == '@' && (isWord(s, i-1) || i > 0 && strings.IndexByte(inAddress, s[i-1]) >= 0) {
			marks[i] = true
		}
	}
	return marks
}

// inAddress is what may stand before the "@" of an e-mail address beside letters
// and digits. GitHub takes .+-_ only, other readers all that RFC 5322 allows.
const inAddress = ".+-_!#$%&'*/=?^`{|}~"

// byteAt is s[i], or 0 outside s.
func byteAt(s string, i int) byte {
	if i < 0 || i >= len(s) {
		return 0
	}
	return s[i]
}

// isWord reports whether s[i] is an ASCII letter or digit. Around others an
// underscore is escaped: what joins a word differs between Markdown readers.
func isWord(s string, i int) bool {
	c := byteAt(s, i)
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') && !(c|0x20 >= 'a' && c|0x20 <= 'z')
}
