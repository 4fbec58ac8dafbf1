package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
)

// bullet matches the sign of a list item at the start of a line, numbered that of an
// ordered list.
var (
	bullet   = lazy.New(`^\s*(?:[•●○◦▪▫■□‣⁃∙·➢➤►▶✓✔★\x{F0B7}\x{F0A7}]\s*|[-*+–—]\s+)`)
	numbered = lazy.New(`(?m)^\s*\(?\d{1,2}[.)]\s+`)
)

// tightDash matches the dash of an item without a space after it.
var tightDash = lazy.New(`(?m)^-([^\s\d-])`)

// innerBullet matches bullets inside a line, left by a list that lost its line breaks.
var innerBullet = lazy.New(`\s+[•●▪■‣]\s+`)

// wordBullets are the bullets of Word's symbol fonts, which nothing else may show.
var wordBullets = []rune{'\uF0B7', '\uF0A7'}

// prose returns a text as a profile has it: one line a paragraph, inline Markdown, list
// items as "- …".
func prose(text string) string {
	text = strings.ReplaceAll(safe.Text(safe.Lines(text), wordBullets...), "\t", " ")
	return strings.TrimSpace(unwrapped(fromMarkdown(fromHTML(text))))
}

// unwrapped joins lines that were broken for their width: inside a sentence, at the end of
// a long line.
func unwrapped(text string) string {
	const long = 40
	var b strings.Builder
	last := ""
	for l := range strings.Lines(text) {
		before, after := strings.TrimRight(last, " \n"), strings.TrimLeft(l, " ")
		first, _ := utf8.DecodeRuneInString(after)
		if len(before) > long && unicode.IsLower(first) && !strings.ContainsAny(before[len(before)-1:], ".!?:;") {
			b.WriteString(before + " ")
			last = after
			continue
		}
		b.WriteString(last)
		last = l
	}
	return b.String() + last
}

// line returns a text as one line.
func line(text string) string { return strings.Join(strings.Fields(prose(text)), " ") }

// splitList splits a text into what precedes its list and the items. A continuation line
// belongs to its item; a paragraph after the list becomes an item.
func splitList(text string) (before string, items []string) {
	var lead []string
	text = prose(text)
	if len(numbered.FindAllString(text, 2)) == 2 {
		text = numbered.ReplaceAllString(text, "- ") // a single number may be a date or a rank
	}
	if len(tightDash.FindAllString(text, 2)) == 2 {
		text = tightDash.ReplaceAllString(text, "- $1") // "-Networks" on several lines
	}
	for l := range strings.Lines(text) {
		l = strings.TrimRight(l, "\n ")
		for i, part := range innerBullet.Split(l, -1) {
			isItem := i > 0 || bullet.MatchString(part)
			part = withoutBullet(part)
			switch {
			case part == "":
			case isItem, len(items) > 0 && !strings.HasPrefix(l, " "):
				items = append(items, part)
			case len(items) > 0:
				items[len(items)-1] += " " + part
			default:
				lead = append(lead, part)
			}
		}
	}
	return strings.Join(lead, "\n"), items
}

// withoutBullet removes the sign of a bullet, because the template prints one.
func withoutBullet(text string) string {
	text = strings.TrimSpace(text)
	if stripped := strings.TrimSpace(bullet.ReplaceAllString(text, "")); stripped != "" {
		return stripped
	}
	return strings.Trim(text, "•●○◦▪▫■□‣⁃∙·➢➤►▶-*+–— ")
}

var (
	heading    = lazy.New(`(?m)^\s{0,3}#{1,6}\s+(.*?)\s*#*$`)
	underscore = lazy.New(`(^|[\s(])(__?)([^\s_](?:[^_\n]*[^\s_])?)(__?)($|[\s).,;:!?])`)
	strike     = lazy.New(`~~([^~\n]+)~~`)
	picture    = lazy.New(`!\[([^\[\]\n]*)\]\(`)
	autolink   = lazy.New(`<(https?://[^<>\s]+|[\w.+-]+@[\w.-]+)>`)
)

// fromMarkdown keeps the Markdown that a profile supports and removes all other markup.
func fromMarkdown(text string) string {
	text = heading.ReplaceAllString(text, "$1")
	text = strike.ReplaceAllString(text, "$1")
	text = picture.ReplaceAllString(text, "[$1](")
	text = autolink.ReplaceAllString(text, "$1")
	return fromUnderscores(fromUnderscores(text)) // twice: neighbors share the space between them
}

func fromUnderscores(text string) string {
	return underscore.ReplaceAllStringFunc(text, func(s string) string {
		m := underscore.FindStringSubmatch(s)
		if m[2] != m[4] {
			return s
		}
		mark := strings.Repeat("*", len(m[2]))
		return m[1] + mark + m[3] + mark + m[5]
	})
}

// splitNames splits "Go, SQL (PostgreSQL, MySQL); Kafka" at the commas outside brackets.
func splitNames(text string) []string {
	var out []string
	depth, start := 0, 0
	cut := func(end int) {
		if name := strings.TrimSpace(strings.Trim(text[start:end], "•·|")); name != "" {
			out = append(out, name)
		}
	}
	for i, r := range text {
		switch {
		case r == '(' || r == '[' || r == '（':
			depth++
		case r == ')' || r == ']' || r == '）':
			depth = max(0, depth-1)
		case depth == 0 && strings.ContainsRune(",;，、；\n•|·", r):
			cut(i)
			start = i + len(string(r))
		}
	}
	cut(len(text))
	return out
}
