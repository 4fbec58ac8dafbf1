// Package markup reads the HTML in texts of a profile, as people and editors write it.
package markup

import (
	"cmp"
	"html"
	"strings"
	"sync"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
)

// htmlTag matches an HTML tag. A single letter must be lower-case, since List<T> is not a
// tag.
var htmlTag = lazy.New(`^<(/?)([a-z]|[A-Za-z][A-Za-z1-6]+)((?:\s[^<>]*)?)/?>`)

// Tag is an HTML tag.
type Tag struct {
	Name    string // in lower case
	Closing bool
	// Length is the length of the tag in bytes.
	Length     int
	attributes string
}

// ReadTag reads the tag at the start of s; ok is false if it is text.
func ReadTag(s string) (tag Tag, ok bool) {
	m := htmlTag.FindStringSubmatch(s)
	if m == nil {
		return Tag{}, false
	}
	return Tag{strings.ToLower(m[2]), m[1] != "", len(m[0]), m[3]}, true
}

// Attribute returns the value of an attribute, or "".
func (t Tag) Attribute(name string) string {
	for _, quote := range []string{`"`, `'`} {
		if _, rest, found := strings.Cut(t.attributes, " "+name+"="+quote); found {
			value, _, _ := strings.Cut(rest, quote)
			return Unescape(value)
		}
	}
	return ""
}

// Content returns what is between a tag, with which s begins, and its end tag.
func (t Tag) Content(s string) (content string, length int, closed bool) {
	end := "</" + t.Name + ">"
	content, _, closed = strings.Cut(s[t.Length:], end)
	return content, t.Length + len(content) + len(end), closed
}

// Picture returns the text for an image: its alternative text, else its address. A tag that
// shows nothing is text.
func (t Tag) Picture() (text string, ok bool) {
	source := t.Attribute("src")
	if t.Name != "img" || t.Closing || source == "" && t.Attribute("alt") == "" {
		return "", false
	}
	return cmp.Or(t.Attribute("alt"), safe.URL(source)), true
}

// pairs are tags that are markup only in pairs, with the equivalent asterisks.
var pairs = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "var": "*", "dfn": "*",
		"u": "", "s": "", "span": "", "small": "", "big": "", "sub": "", "sup": "", "font": "", "mark": "", "del": "", "ins": "", "center": "", "abbr": "", "q": "",
	}
})

// Emphasis returns the asterisks for a tag that comes in pairs.
func (t Tag) Emphasis() (asterisks string, paired bool) {
	asterisks, paired = pairs()[t.Name]
	return asterisks, paired
}

// raisedFigure matches a superscript or subscript number.
var raisedFigure = lazy.New(`(?i)^<(sup|sub)>\s*([-+]?[0-9]+[-+]?)\s*</(sup|sub)>`)

// Raised returns the exponent or index at the start of s as superscript or subscript
// characters, and its length: without its tags, 10<sup>6</sup> would be 106.
func Raised(s string) (figure string, length int) {
	m := raisedFigure.FindStringSubmatch(s)
	if m == nil || !strings.EqualFold(m[1], m[3]) {
		return "", 0
	}
	digits := []rune("₀₁₂₃₄₅₆₇₈₉₊₋")
	if strings.EqualFold(m[1], "sup") {
		digits = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
	}
	return strings.Map(func(r rune) rune { return digits[strings.IndexRune("0123456789+-", r)] }, m[2]), len(m[0])
}

// Character returns the character at the start of s, written as in HTML, &amp; or &#39;,
// and the length of that.
func Character(s string) (text string, length int) {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 0 || s[0] != '&' || strings.ContainsAny(s[1:end], "& ") {
		return "", 0
	}
	text = html.UnescapeString(s[:end+1])
	if text == s[:end+1] || strings.HasSuffix(text, ";") && !strings.HasSuffix(s[:end], "semi") {
		return "", 0
	}
	return text, end + 1
}

// Unescape replaces the character references of HTML.
func Unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if text, n := Character(s[i:]); n > 0 {
			b.WriteString(text)
			i += n
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return b.String()
}
