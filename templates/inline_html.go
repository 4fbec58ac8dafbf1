package templates

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
)

// htmlTag is a tag of HTML; a lower-case letter alone, since List<T> is none.
var htmlTag = lazy.New(`^<(/?)([a-z]|[A-Za-z][A-Za-z1-6]+)((?:\s[^<>]*)?)/?>`)

// pairedTags are tags that are markup only in pairs, and what stands for them.
var pairedTags = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "var": "*", "dfn": "*",
		"u": "", "s": "", "span": "", "small": "", "big": "", "sub": "", "sup": "", "font": "", "mark": "", "del": "", "ins": "", "center": "", "abbr": "", "q": "",
	}
})

// breakingTags begin or end a line, and how.
var breakingTags = sync.OnceValue(func() map[string]rune {
	return map[string]rune{
		"br": lineBreak, "li": bulletBreak, "p": paragraphBreak, "div": paragraphBreak, "ul": paragraphBreak, "ol": paragraphBreak,
		"hr": paragraphBreak, "h1": paragraphBreak, "h2": paragraphBreak, "h3": paragraphBreak, "h4": paragraphBreak, "h5": paragraphBreak, "h6": paragraphBreak,
	}
})

// tag reads a tag of HTML that stands at i, and returns how long it is with what
// it takes in; 0 where it is text.
func (in *inliner) tag(i int) int {
	rest := in.s[i:min(len(in.s), i+farthest)]
	m := htmlTag.FindStringSubmatch(rest)
	if m == nil {
		return 0
	}
	closing, name, attributes := m[1] != "", strings.ToLower(m[2]), m[3]
	if asterisks, paired := pairedTags()[name]; paired {
		in.addPaired(i, len(m[0]), closing, name, asterisks)
		return len(m[0])
	}
	if r, breaks := breakingTags()[name]; breaks {
		if closing && name == "li" {
			r = lineBreak
		}
		in.add(token{markdown: Markdown(string(r))})
		return len(m[0])
	}
	if n := in.contentTag(rest, len(m[0]), name, attributes); n > 0 && !closing {
		return n
	}
	return 0
}

// addPaired adds a mark of HTML. Outside of its pair it is text.
func (in *inliner) addPaired(i, n int, closing bool, name, asterisks string) {
	before, after := in.lastRune(), in.nextRune(i+n)
	t := token{text: in.s[i : i+n], mark: "<" + name, emphasis: asterisks, opens: !closing, closes: closing}
	if closing {
		t.fits = before > 0 && flanks(before, after, after == 0)
	} else {
		t.fits = after > 0 && flanks(after, before, before == 0)
	}
	in.add(t)
}

// mostTags is how many tags in a row are looked over for the text beside them.
const mostTags = 4

// lastRune is the character of text that was read last, 0 for none.
func (in *inliner) lastRune() rune {
	if in.plain.Len() > 0 {
		r, _ := utf8.DecodeLastRuneInString(in.plain.String())
		return r
	}
	for _, t := range slices.Backward(in.tokens[max(0, len(in.tokens)-mostTags):]) {
		if t.mark == "" {
			r, _ := utf8.DecodeLastRuneInString(t.text + string(t.markdown))
			return r
		}
	}
	return 0
}

// nextRune is the character of text at or after i, behind the tags there; 0 for none.
func (in *inliner) nextRune(i int) rune {
	for range mostTags {
		if i >= len(in.s) {
			break
		}
		m := htmlTag.FindStringSubmatch(in.s[i:min(len(in.s), i+farthest)])
		if m == nil {
			r, _ := utf8.DecodeRuneInString(in.s[i:])
			return r
		}
		i += len(m[0])
	}
	return 0
}

// contentTag reads a tag together with what it holds: code, a link, a picture's text.
func (in *inliner) contentTag(s string, n int, name, attributes string) int {
	if name == "img" {
		in.plain.WriteString(attributeOf(attributes, "alt"))
		return n
	}
	content, _, closed := strings.Cut(s[n:], "</"+name+">")
	if !closed {
		return 0
	}
	whole := n + len(content) + len("</"+name+">")
	switch address := attributeOf(attributes, "href"); {
	case name == "code" || name == "tt" || name == "kbd":
		in.add(token{markdown: in.p.codeSpan(unescaped(content))})
	case name == "a" && address != "" && in.links:
		in.add(token{markdown: in.p.linkTo(in.p.inline(content, false), address)})
	default:
		return 0
	}
	return whole
}

// attributeOf is the value of an attribute; "" when it is not there.
func attributeOf(attributes, name string) string {
	for _, quote := range []string{`"`, `'`} {
		if _, rest, found := strings.Cut(attributes, " "+name+"="+quote); found {
			value, _, _ := strings.Cut(rest, quote)
			return unescaped(value)
		}
	}
	return ""
}

// unescaped is text of HTML without references to characters.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if text, n := character(s[i:]); s[i] == '&' && n > 0 {
			b.WriteString(text)
			i += n
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
