package markup

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
)

// Markdown converts HTML in the user's text to Markdown. What is not markup stays
// unchanged: List<String>, a < b, a tag without its partner.
func Markdown(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	out := write(s, false)
	if again := write(out, false); again == out {
		return out
	}
	return write(s, true) // an escaped character would become markup
}

// write implements Markdown; escape puts a backslash before each character that may be read
// as HTML.
func write(s string, escape bool) string {
	w := writer{escape: escape, blocks: BlocksIn(s)}
	for i := 0; i < len(s); {
		i += w.read(s, i)
	}
	return w.text()
}

const (
	farthest  = 4000 // how far ahead the end of markup is searched, in bytes
	mostMarks = 500  // in a text; further ones stay text
)

// writer collects pieces of Markdown; a mark is a piece of its own until its partner is
// known.
type writer struct {
	pieces []string
	marks  []mark
	blocks Blocks
	breaks bool
	escape bool
}

// mark is a pair of tags, with the indexes of their pieces.
type mark struct {
	asterisks, name string
	open, end       int // end is -1 until it is closed
}

func (w *writer) add(text string) { w.pieces = append(w.pieces, text) }

// read reads what is at i and returns its length.
func (w *writer) read(s string, i int) int {
	rest := s[i:min(len(s), i+farthest)]
	switch rest[0] {
	case '\\':
		if len(rest) > 1 && strings.IndexByte("*`[]<&", rest[1]) >= 0 {
			w.add(rest[:2])
			return 2
		}
	case '&':
		if text, n := Character(rest); n > 0 {
			w.add(w.escaped(text, rest[n:]))
			return n
		}
	case '<':
		if n := w.tag(rest); n > 0 {
			return n
		}
	}
	end := strings.IndexAny(rest[1:], `<&\`) + 1
	if end == 0 {
		end = len(rest)
	}
	w.add(rest[:end])
	return end
}

// escaped escapes a character that must not become markup.
func (w *writer) escaped(text, next string) string {
	isMarkup := strings.Contains("*`[]", text)
	switch {
	case !w.escape:
	case text == "<":
		r, _ := utf8.DecodeRuneInString(next)
		isMarkup = unicode.IsLetter(r) || r == '/'
	case text == "&":
		_, n := Character("&" + next)
		isMarkup = n > 0
	}
	if isMarkup {
		return `\` + text
	}
	return text
}

func (w *writer) tag(s string) int {
	if figure, n := Raised(s); n > 0 {
		w.add(figure)
		return n
	}
	t, ok := ReadTag(s)
	if !ok {
		return 0
	}
	if asterisks, paired := t.Emphasis(); paired && len(w.marks) < mostMarks {
		w.mark(t, asterisks)
		w.add(s[:t.Length])
		return t.Length
	}
	if b := w.blocks.Break(t); b != NoBreak {
		w.breaks = true
		w.add(map[Break]string{CellBreak: " ", LineBreak: "\n", ItemBreak: "\n- ", ParagraphBreak: "\n\n"}[b])
		return t.Length
	}
	if text, isPicture := t.Picture(); isPicture {
		w.add(text)
		return t.Length
	}
	return w.content(t, s)
}

// content writes a tag together with its content: code or a link.
func (w *writer) content(t Tag, s string) int {
	content, n, closed := t.Content(s)
	if !closed || t.Closing {
		return 0
	}
	address := t.Attribute("href")
	switch {
	case (t.Name == "code" || t.Name == "tt" || t.Name == "kbd") && !strings.Contains(content, "`"):
		w.add("`" + Unescape(content) + "`")
	case t.Name == "a" && address != "":
		w.add(link(write(content, w.escape), address))
	default:
		return 0
	}
	return n
}

// link returns a Markdown link, or its text alone if the address is not safe.
func link(text, address string) string {
	if address = safe.URL(address); address == "" {
		return text
	}
	return "[" + text + "](" + address + ")"
}

// mark adds a tag of a pair as the next piece.
func (w *writer) mark(t Tag, asterisks string) {
	at := len(w.pieces)
	if !t.Closing {
		w.marks = append(w.marks, mark{asterisks, t.Name, at, -1})
		return
	}
	for i := len(w.marks) - 1; i >= 0; i-- {
		if m := &w.marks[i]; m.end < 0 && m.name == t.Name {
			m.end = at
			return
		}
	}
}

var (
	manyBreaks = lazy.New(`\s*\n\s*\n\s*`)
	spacedItem = lazy.New(`\s*\n\s*- `)
)

// text returns the text written.
func (w *writer) text() string {
	for _, m := range w.marks {
		if m.end >= 0 {
			w.pieces[m.open], w.pieces[m.end] = "", ""
		}
	}
	for _, m := range w.marks {
		if m.end >= 0 && m.asterisks != "" && w.fits(m) {
			w.pieces[m.open], w.pieces[m.end] = m.asterisks, m.asterisks
		}
	}
	out := strings.Join(w.pieces, "")
	if !w.breaks {
		return out
	}
	out = spacedItem.ReplaceAllString(manyBreaks.ReplaceAllString(out, "\n\n"), "\n- ")
	return strings.TrimSpace(strings.ReplaceAll(out, " \n", "\n"))
}

// fits reports whether a pair is at the edges of words, where Markdown allows emphasis.
func (w *writer) fits(m mark) bool {
	inner := strings.Join(w.pieces[m.open+1:m.end], "")
	before, _ := utf8.DecodeLastRuneInString(filled(slices.Backward(w.pieces[:m.open])))
	after, _ := utf8.DecodeRuneInString(filled(slices.All(w.pieces[m.end+1:])))
	return inner != "" && !strings.ContainsAny(inner, "*\n") && inner == strings.TrimSpace(inner) && isEdge(before) && isEdge(after)
}

// filled returns the first piece that is not empty.
func filled(pieces iter.Seq2[int, string]) string {
	for _, p := range pieces {
		if p != "" {
			return p
		}
	}
	return ""
}

func isEdge(r rune) bool {
	return r == utf8.RuneError || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '*'
}
