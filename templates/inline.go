package templates

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/markup"
)

// token is a piece of the user's text: plain text, finished Markdown, or a mark that
// becomes emphasis if it has a partner.
type token struct {
	text     string   // to be escaped; for a mark, what is shown without a partner
	markdown Markdown // finished
	mark     string   // kind of mark: * ** *** in Markdown, <b> and the like in HTML
	opens    bool     // the mark may open or close emphasis
	closes   bool
	fits     bool   // CommonMark would read asterisks here as emphasis
	between  bool   // it closes between two punctuation marks
	emphasis string // the asterisks printed for the mark
	partner  int    // index of the other mark of the pair, or -1
}

// inliner reads one stretch of the user's text.
type inliner struct {
	p      *printer
	s      string
	links  bool // off inside a link
	mail   bool // there may be email addresses
	blocks markup.Blocks
	tokens []token
	plain  strings.Builder // text not yet in a token
}

// inline prints one stretch of the user's text, already cleaned.
func (p *printer) inline(s string, links bool) Markdown {
	in := &inliner{p: p, s: s, links: links, mail: links && strings.Contains(s, "@"), blocks: markup.BlocksIn(s)}
	for i := 0; i < len(s); {
		i += in.read(i)
	}
	in.flush()
	pair(in.tokens)
	return in.print()
}

// read reads what is at i and returns its length.
func (in *inliner) read(i int) int {
	rest := in.s[i:min(len(in.s), i+farthest)]
	switch c := in.s[i]; {
	case c == '*':
		return in.asterisks(i)
	case c == '\\' && len(rest) > 1 && strings.IndexByte(escapable, rest[1]) >= 0:
		in.plain.WriteByte(rest[1])
		return 2
	case c == '&':
		if text, n := markup.Character(rest); n > 0 {
			in.plain.WriteString(text)
			return n
		}
	case c == '<':
		if n := in.tag(i); n > 0 {
			return n
		}
	default:
		if markdown, n := in.markup(rest, i); n > 0 {
			in.add(token{markdown: markdown})
			return n
		}
	}
	_, n := utf8.DecodeRuneInString(in.s[i:])
	in.plain.WriteString(in.s[i : i+n])
	return n
}

// escapable are the characters with a meaning in the user's text; before any other, a
// backslash is a plain backslash.
const escapable = "*`[]<&"

// markup reads the markup at the start of s and returns what it prints and its length, or
// 0.
func (in *inliner) markup(s string, i int) (Markdown, int) {
	switch {
	case s[0] == '`':
		return in.p.code(s)
	case s[0] == '[' && in.links:
		return in.p.proseLink(s)
	case strings.HasPrefix(s, "![") && in.links: // of an image, only the text remains
		markdown, n := in.p.proseLink(s[1:])
		return markdown, n + min(n, 1)
	case s[0] == 'h' && in.links && strings.Contains(s[:min(len(s), len("https://"))], "://") && !followsWord(in.s, i):
		return in.p.bareLink(s)
	case in.mail && startsAddress(in.s, i):
		return in.p.emailLink(s)
	}
	if r, n := utf8.DecodeRuneInString(s); isBreak(r) {
		return Markdown(string(r)), n
	}
	return "", 0
}

func (in *inliner) flush() {
	if in.plain.Len() > 0 {
		in.tokens = append(in.tokens, token{text: in.plain.String(), partner: -1})
		in.plain.Reset()
	}
}

func (in *inliner) add(t token) {
	in.flush()
	t.partner = -1
	in.tokens = append(in.tokens, t)
}

// asterisks reads a run of asterisks. It can only be emphasis at the edge of a word: people
// also write 2*3*4 and *nix.
func (in *inliner) asterisks(i int) int {
	n := len(in.s[i:]) - len(strings.TrimLeft(in.s[i:], "*"))
	before, _ := utf8.DecodeLastRuneInString(in.s[:i])
	after, _ := utf8.DecodeRuneInString(in.s[i+n:])
	run := in.s[i : i+n]
	t := token{text: run, mark: run, emphasis: run, fits: true}
	if n <= 3 {
		t.opens = i+n < len(in.s) && after != '/' && isEdge(before, i == 0) && flanks(after, before, i == 0)
		t.closes = i > 0 && before != '/' && endsWord(in.s[i+n:]) && flanks(before, after, i+n == len(in.s))
	}
	t.between = isPunctuationRune(before) && isPunctuationRune(after)
	in.add(t)
	return n
}

// isEdge reports whether a character next to a mark ends the word there. In scripts without
// spaces, a word may end anywhere.
func isEdge(r rune, none bool) bool {
	return none || !(unicode.IsLetter(r) || unicode.IsDigit(r)) || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// endsWord reports whether a word ends before s. A dot followed by a letter does not end
// it: *.go.
func endsWord(s string) bool {
	next, n := utf8.DecodeRuneInString(s)
	if next == '.' {
		next, _ = utf8.DecodeRuneInString(s[n:])
	}
	return isEdge(next, s == "")
}

// flanks applies CommonMark's rule to one side of a mark: no space inside, and punctuation
// inside only if there is a space, punctuation or nothing outside.
func flanks(inside, outside rune, edge bool) bool {
	if isSpace(inside) {
		return false
	}
	return !isPunctuationRune(inside) || edge || isSpace(outside) || isPunctuationRune(outside)
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || isBreak(r) }

func isPunctuationRune(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// The two kinds of line ends that also end a paragraph.
const (
	bulletMark    = Markdown(bulletBreak)
	paragraphMark = Markdown(paragraphBreak)
)

// pair matches each closing mark with the nearest opening one of its kind. Opening marks
// between them that were not closed are text.
func pair(tokens []token) {
	var open []int
	floor := map[string]int{} // below this index no mark of the kind is open
	for i := range tokens {
		t := &tokens[i]
		height := -1
		if t.closes {
			height = openMark(tokens, open, t.mark, floor[t.mark])
		}
		switch {
		case t.markdown == bulletMark || t.markdown == paragraphMark: // emphasis ends with its paragraph
			open = nil
			clear(floor)
		case height >= 0:
			tokens[open[height]].partner, t.partner = i, open[height]
			open = open[:height]
			for mark, f := range floor {
				floor[mark] = min(f, height)
			}
		case t.opens:
			open = append(open, i)
		case t.mark != "": // emphasis has no marks of the same kind inside
			floor[t.mark] = len(open)
		}
	}
}

// openMark returns the index of the last open mark of a kind, or -1.
func openMark(tokens []token, open []int, mark string, floor int) int {
	for height := len(open) - 1; height >= floor; height-- {
		if tokens[open[height]].mark == mark {
			return height
		}
	}
	return -1
}

// print writes the tokens, joining the text between markup.
func (in *inliner) print() Markdown {
	var out, plain strings.Builder
	last := Markdown("") // not written yet, since it depends on what follows
	add := func(m Markdown) {
		if m != "" {
			out.WriteString(string(last))
			last = m
		}
	}
	for i := range in.tokens {
		t := &in.tokens[i]
		markdown := t.markdown
		switch {
		case t.partner >= 0:
			markdown = in.emphasis(i)
		case t.markdown == "":
			plain.WriteString(t.text)
		}
		if markdown != "" {
			add(in.p.keepEdges(plain.String(), atLineStart(last)))
			plain.Reset()
			last = in.p.beforeMarkup(last)
			add(markdown)
		}
	}
	add(in.p.keepEdges(plain.String(), atLineStart(last)))
	return Markdown(out.String()) + last
}

func atLineStart(last Markdown) bool {
	r, _ := utf8.DecodeLastRuneInString(string(last))
	return last == "" || isBreak(r)
}

// emphasis returns what a mark with a partner prints: nothing in text without markup, or if
// the pair would not be read as emphasis.
func (in *inliner) emphasis(i int) Markdown {
	t := &in.tokens[i]
	first, last := min(i, t.partner), max(i, t.partner)
	touches := first > 0 && in.tokens[first-1].partner >= 0 && in.tokens[first-1].partner < first
	if in.p.text || first+1 == last || !in.tokens[first].fits || !in.tokens[last].fits || t.mark[0] == '<' && (touches || in.merges(first, last)) {
		return ""
	}
	return Markdown(t.emphasis)
}

// merges reports whether a pair opens together with another one that it does not enclose
// exactly, and one of them ends between two punctuation marks: CommonMark may then count the
// asterisks of both as one run that does not match.
func (in *inliner) merges(first, last int) bool {
	inner, outer := first+1, first-1
	for _, other := range []int{inner, outer} {
		if other < 0 || in.tokens[other].partner <= other {
			continue
		}
		end := in.tokens[other].partner
		if isNested := end == last-1 || end == last+1; !isNested && (in.tokens[last].between || in.tokens[end].between) {
			return true
		}
	}
	return false
}
