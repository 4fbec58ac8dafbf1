package templates

import (
	"strings"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
)

// farthest is how far ahead the end of markup is searched, in bytes.
const farthest = 4000

// prose prints the user's text: `code`, **bold**, *italic* and [links](https://…) work, and
// so do the equivalent HTML tags; everything else is escaped. A backslash makes the
// character after it literal. Lines and bullets stay.
func (p *printer) prose(s string) Markdown {
	return p.inline(linesOf(s), true)
}

// PlainText returns a text of the profile, whose Markdown and HTML count as markup, as one
// line without any: for programs that print a resume in a form of their own.
func PlainText(s string) string {
	p := &printer{text: true}
	return strings.Join(strings.Fields(strings.Map(breakToSpace, string(p.prose(s)))), " ")
}

// keepEdges escapes a stretch of text and keeps the spaces around it; first means that it
// may start a line.
func (p *printer) keepEdges(s string, first bool) Markdown {
	core := strings.Trim(s, " ")
	if core == "" {
		return Markdown(s)
	}
	before, after, _ := strings.Cut(s, core)
	if first || p.text {
		return Markdown(before) + p.escape(core) + Markdown(after)
	}
	return Markdown(before) + Markdown(safe.MarkdownIn(p.emoji(core), safe.MidLine)) + Markdown(after)
}

// followsWord reports whether the character before s[i] is an ASCII letter or digit.
func followsWord(s string, i int) bool {
	return i > 0 && s[i-1] < utf8.RuneSelf && s[i-1] > ' ' && !safe.IsPunctuation(s[i-1])
}

// startsAddress reports whether an email address may begin at s[i].
func startsAddress(s string, i int) bool {
	isWord := s[i] < utf8.RuneSelf && s[i] > ' ' && !safe.IsPunctuation(s[i])
	return isWord && !followsWord(s, i) && (i == 0 || strings.IndexByte("/:@.+_-", s[i-1]) < 0)
}

// bareAddress matches an address in running text, without the punctuation that ends the
// sentence, and up to a character that marks a line end.
var bareAddress = lazy.New(`^https?://[^\s<>"\x60\x{E003}-\x{E005}]*[^\s<>"\x60.,;:!?'*_)\]\x{E003}-\x{E005}]`)

// bareLink turns an address in running text into a link.
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
	const most = 20 // longest run of backticks that opens a span
	start := s[:min(len(s), most+1)]
	fence := start[:len(start)-len(strings.TrimLeft(start, "`"))]
	if len(fence) > most {
		return "", 0
	}
	text, _, found := strings.Cut(s[len(fence):], fence)
	if !found || strings.Trim(text, " ") == "" || strings.Contains(text, "`") || strings.HasPrefix(s[2*len(fence)+len(text):], "`") {
		return "", 0
	}
	return p.codeSpan(text), 2*len(fence) + len(text)
}

// codeSpan prints text as code. A backtick in it would end the span and becomes an
// apostrophe.
func (p *printer) codeSpan(text string) Markdown {
	code := strings.TrimLeft(text, "\u00a0")
	indent := text[:len(text)-len(code)]
	text = strings.ReplaceAll(safe.Line(code), "`", "'")
	switch {
	case text == "":
		return ""
	case p.text:
		return Markdown(indent) + p.escape(text)
	}
	return Markdown("`" + indent + text + "`")
}

// proseLink reads [text](address). If the address is not safe, everything is text.
func (p *printer) proseLink(s string) (Markdown, int) {
	text, rest, found := strings.Cut(s[1:], "](")
	if !found || strings.ContainsAny(text, "[]") {
		return "", 0
	}
	end := closingParenthesis(rest)
	if end < 0 || safe.URL(rest[:end]) == "" {
		return "", 0
	}
	if strings.TrimSpace(text) == "" {
		return p.linkText("", rest[:end]), len(text) + 4 + end
	}
	return p.linkTo(p.inline(text, false), rest[:end]), len(text) + 4 + end
}

// emailAddress matches an email address in running text, which becomes a link. Followed by
// a colon or a path, it is something else: git@github.com:ada/x.git.
var emailAddress = lazy.New(`^[A-Za-z0-9][A-Za-z0-9.+_-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}`)

func (p *printer) emailLink(s string) (Markdown, int) {
	address := emailAddress.FindString(s)
	if rest := s[len(address):]; address == "" || rest != "" && (strings.ContainsRune("@:/_-+", rune(rest[0])) || followsWord(s, len(address)+1)) {
		return "", 0
	}
	return p.mail(address), len(address)
}

// closingParenthesis returns where the address in s ends; it may contain balanced
// parentheses.
func closingParenthesis(s string) int {
	const deepest = 20
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case ' ':
			return -1
		case '(':
			if depth++; depth > deepest {
				return -1
			}
		case ')':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}
