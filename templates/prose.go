package templates

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
)

// farthest is how many bytes on the end of a piece of markup is looked for.
const farthest = 4000

// prose prints the person's own words: `code`, **bold**, *italic* and [links](https://…)
// work; everything else is escaped. A backslash takes the meaning from the character after it.
func (p *printer) prose(s string) Markdown {
	return p.inline(safe.Line(s), true)
}

// inline prints one stretch of own words, which are clean; links are off inside a link.
func (p *printer) inline(s string, links bool) Markdown {
	var out Markdown
	var plain strings.Builder
	for i := 0; i < len(s); {
		if markup, n := p.markup(s, i, links); n > 0 {
			out += p.beforeMarkup(p.keepEdges(plain.String(), out == "")) + markup
			plain.Reset()
			i += n
			continue
		}
		if s[i] == '\\' && i+1 < len(s) && safe.IsPunctuation(s[i+1]) {
			i++
		}
		plain.WriteByte(s[i])
		i++
	}
	return out + p.keepEdges(plain.String(), out == "")
}

// keepEdges escapes a stretch of text and keeps the spaces around it; first means that it may start a line.
func (p *printer) keepEdges(s string, first bool) Markdown {
	core := strings.Trim(s, " ")
	if core == "" {
		return Markdown(s)
	}
	before, after, _ := strings.Cut(s, core)
	if first || p.text {
		return Markdown(before) + p.escape(core) + Markdown(after)
	}
	return Markdown(before) + Markdown(safe.MarkdownIn(core, safe.MidLine)) + Markdown(after)
}

// markup reads the piece of markup that starts at s[i]: what it prints and how long it is, or 0.
func (p *printer) markup(s string, i int, links bool) (Markdown, int) {
	s = s[:min(len(s), i+farthest)]
	switch {
	case s[i] == '`':
		return p.code(s[i:])
	case s[i] == '*':
		return p.emphasis(s, i, links)
	case s[i] == '[' && links:
		return p.proseLink(s[i:])
	case s[i] == 'h' && links && !followsWord(s, i):
		return p.bareLink(s[i:])
	}
	return "", 0
}

// followsWord reports whether a letter or digit of ASCII stands before s[i].
func followsWord(s string, i int) bool {
	return i > 0 && s[i-1] < utf8.RuneSelf && s[i-1] > ' ' && !safe.IsPunctuation(s[i-1])
}

// bareAddress is an address in running text, without the punctuation that ends the sentence.
var bareAddress = lazy.New(`^https?://[^\s<>"\x60]*[^\s<>"\x60.,;:!?'*_)\]]`)

// bareLink reads an address that stands in the text, which a click should follow.
func (p *printer) bareLink(s string) (Markdown, int) {
	address := bareAddress.FindString(s)
	switch {
	case safe.URL(address) == "":
		return "", 0
	case p.text:
		return p.escape(address), len(address)
	}
	return p.linkText(address, address), len(address)
}

// code reads a code span: `text`, closed by as many backticks as opened it.
func (p *printer) code(s string) (Markdown, int) {
	fence := s[:len(s)-len(strings.TrimLeft(s, "`"))]
	text, _, found := strings.Cut(s[len(fence):], fence)
	if !found || strings.Trim(text, " ") == "" || strings.Contains(text, "`") || strings.HasPrefix(s[2*len(fence)+len(text):], "`") {
		return "", 0
	}
	return p.codeSpan(text), 2*len(fence) + len(text)
}

// codeSpan prints text as code. A backtick in it would end it: an apostrophe stands in.
func (p *printer) codeSpan(text string) Markdown {
	text = strings.ReplaceAll(safe.Line(text), "`", "'")
	if p.text || text == "" {
		return p.escape(text)
	}
	return Markdown("`" + text + "`")
}

// emphasis reads **bold** or *italic*: a run of asterisks, text, and a run as long.
func (p *printer) emphasis(s string, i int, links bool) (Markdown, int) {
	mark := asterisks(s[i:])
	rest := s[i+len(mark):]
	if i > 0 && s[i-1] == '*' || len(mark) > 2 || !opens(s[:i], rest) {
		return "", 0
	}
	for end := 1; end < len(rest); end++ {
		run := asterisks(rest[end:])
		if run == mark && rest[end-1] != '\\' && closes(rest[:end], rest[end+len(mark):]) {
			printed := p.inline(rest[:end], links)
			if !p.text {
				printed = Markdown(mark) + printed + Markdown(mark)
			}
			return printed, end + 2*len(mark)
		}
		end += max(0, len(run)-1)
	}
	return "", 0
}

// asterisks is the run of asterisks that s begins with.
func asterisks(s string) string {
	return s[:len(s)-len(strings.TrimLeft(s, "*"))]
}

// opens reports whether a mark between before and inner opens emphasis in CommonMark.
func opens(before, inner string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(inner)
	return inner != "" && flanks(first, last, before == "")
}

// closes reports whether a mark between inner and after closes emphasis in CommonMark.
func closes(inner, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(inner)
	next, _ := utf8.DecodeRuneInString(after)
	return inner != "" && flanks(last, next, after == "")
}

// flanks is CommonMark's rule for one side of a mark: no space inside, and
// punctuation inside only where there is a space, punctuation or nothing outside.
func flanks(inside, outside rune, edge bool) bool {
	if unicode.IsSpace(inside) {
		return false
	}
	if !isPunctuationRune(inside) {
		return true
	}
	return edge || unicode.IsSpace(outside) || isPunctuationRune(outside)
}

func isPunctuationRune(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// proseLink reads [text](address); an address that is not safe leaves the text.
func (p *printer) proseLink(s string) (Markdown, int) {
	text, rest, found := strings.Cut(s[1:], "](")
	if !found || strings.ContainsAny(text, "[]") {
		return "", 0
	}
	end := closingParenthesis(rest)
	if end < 0 || strings.Contains(rest[:end], " ") {
		return "", 0
	}
	return p.linkTo(p.inline(text, false), rest[:end]), len(text) + 4 + end
}

// closingParenthesis is where the address in s ends; it may hold balanced parentheses.
func closingParenthesis(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}
