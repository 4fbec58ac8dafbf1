package match

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/safe"
)

// line is a line of a posting without its markup.
type line struct {
	text string
	// bullet means an item of a list, indent is its depth.
	bullet bool
	indent int
	// numbered means that the item, or the heading, has a number.
	numbered bool
	// rank is the level of a heading: 1 to 6 as marked, 7 for a line all in bold; 0 for
	// any other line.
	rank int
	// lead is the bold start of a line: "**Languages:** Go".
	lead string
	// after means that an empty line precedes it.
	after bool
	// picture is the emoji, the check mark or the star that it begins with.
	picture rune
}

// linesOf folds the typography of a posting and removes the markup of Markdown, and of
// HTML in it, from its lines.
func linesOf(text string) []line {
	text = splitTables(tidy(text))
	out := make([]line, 0, strings.Count(text, "\n")+1) // growing it would take twice the memory
	after := false
	for raw := range itemLines(text) {
		plain := strings.TrimSpace(raw)
		if plain == "" {
			after = true
			continue
		}
		if isRule(plain) {
			if underlines(plain) && len(out) > 0 && !after && !out[len(out)-1].bullet && len(out[len(out)-1].text) < 100 {
				out[len(out)-1].rank = 2
			}
			after = true
			continue
		}
		l := lineOf(raw)
		if l.text == "" {
			continue
		}
		l.after = after
		out = append(out, l)
		after = false
	}
	pictureBullets(out)
	pictureHeadings(out)
	quotedItems(out)
	return out
}

// pictureBullets makes neighboring lines with the same emoji items of a list.
func pictureBullets(lines []line) {
	for i := 1; i < len(lines); i++ {
		a, b := &lines[i-1], &lines[i]
		if a.picture != 0 && a.picture == b.picture && a.rank == 0 && b.rank == 0 && !b.after {
			a.bullet, b.bullet = true, true
		}
	}
}

// pictureHeadings makes a line with an emoji a heading, if it names a section below an empty
// line, and is short or above lines that begin differently: "✅ Requirements" above items
// with dashes.
func pictureHeadings(lines []line) {
	const short = 3 // words
	for i := range len(lines) - 1 {
		l, next := &lines[i], lines[i+1]
		if !l.bullet || l.picture == 0 || l.rank != 0 || i > 0 && !l.after {
			continue
		}
		if isOther := next.picture != l.picture; isOther || !next.after && len(strings.Fields(l.text)) <= short {
			if kindOf(l.text) != unknown {
				l.rank, l.bullet = 7, false
			}
		}
	}
}

// quotedItems makes neighboring lines that are quotations items of a list.
func quotedItems(lines []line) {
	quoted := func(l line) bool {
		return l.rank == 0 && !l.bullet && len(l.text) > 2 && strings.HasPrefix(l.text, `"`) && strings.HasSuffix(l.text, `"`)
	}
	for i := 1; i < len(lines); i++ {
		if a, b := &lines[i-1], &lines[i]; !b.after && quoted(*b) && (quoted(*a) || i > 1 && a.bullet) {
			a.bullet, b.bullet = true, true
			a.text, b.text = strings.Trim(a.text, `"`), strings.Trim(b.text, `"`)
		}
	}
}

// itemLines returns the lines of a text; a line that begins with a bullet and contains
// more of them becomes several: "● Go ● Kafka".
func itemLines(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for raw := range rawLines(text) {
			sign, size := utf8.DecodeRuneInString(strings.TrimSpace(raw))
			if size < 2 || !strings.ContainsRune("•●▪◦■○", sign) {
				if !yield(raw) {
					return
				}
				continue
			}
			for item := range strings.SplitSeq(raw, string(sign)+" ") {
				if strings.TrimSpace(item) != "" && !yield(string(sign)+" "+item) {
					return
				}
			}
		}
	}
}

// longestLine limits a line, in bytes; a longer one is read as several.
const longestLine = 8000

// tableRow matches a row of a Markdown table with two cells.
var tableRow = lazy.New(`^\s*\|\s*([^|]{1,60}?)\s*\|\s*([^|]+?)\s*\|\s*$`)

// rawLines returns the lines of a text, none of them too long.
func rawLines(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for whole := range strings.SplitSeq(text, "\n") {
			if strings.HasPrefix(whole, "|") && len(whole) < longestLine {
				whole = tableRow.ReplaceAllString(whole, "$1: $2") // a label and its text
			}
			for len(whole) > longestLine {
				cut := strings.LastIndex(whole[:longestLine], ". ") + 1
				if cut <= 0 {
					cut = strings.LastIndexAny(whole[:longestLine], " ,;") + 1
				}
				if cut <= 0 {
					cut = longestLine
				}
				if !yield(whole[:cut]) {
					return
				}
				whole = whole[cut:]
			}
			if !yield(whole) {
				return
			}
		}
	}
}

// isRule reports whether a line is made of dashes or stars, or is the frame of a table.
func isRule(s string) bool { return len(s) > 2 && strings.Trim(s, "-=_*~|+: ") == "" }

// underlines reports whether a line underlines a heading.
func underlines(s string) bool { return strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "" }

// signs folds characters that typesetters and programs write in several ways.
var signs = strings.NewReplacer(
	"’", "'", "‘", "'", "‛", "'", "ʼ", "'", "´", "'", "＇", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`,
	"\u00a0", " ", "\u202f", " ", "\u2007", " ", "\u2009", " ", "\u3000", " ", "\t", " ",
	"\u200c", "", "\u200d", "", "\ufe0f", "", // package safe keeps them: they change how a letter or an emoji looks
	"\u2010", "-", "\u2011", "-", "\u2212", "-", "：", ": ", "（", "(", "）", ")", "，", ", ", "；", "; ", "。", ". ", "、", ", ",
)

// boldBullets replaces bullets that a converter made bold.
var boldBullets = strings.NewReplacer("**•**", "•", "**●**", "●", "**▪**", "▪", "**-**", "-", "**·**", "·", "*•*", "•", "*●*", "●")

var (
	htmlTag      = lazy.New(`(?i)<(/?)(a|abbr|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|font|footer|h[1-6]|head|header|hr|html|i|img|ins|li|main|mark|ol|p|pre|s|section|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?/?>`)
	markdownLink = lazy.New(`!?\[([^\[\]\n]{0,300})\]\([^()\s]*(?:\s"[^"\n]{0,200}")?\)`)
	escapedSign  = lazy.New("\\\\([\\\\`*_{}\\[\\]()#+\\-.!|~>&])")
	itemNumber   = lazy.New(`^(?:\d{1,2}[.)]|\(?[a-zA-Z][)]|\(\d{1,2}\))\s+`)
)

// tidy folds typography: apostrophes, quotes, spaces, tags and links.
func tidy(text string) string {
	text = visible(text)
	if strings.Contains(text, "<") {
		text = htmlTag.ReplaceAllStringFunc(text, tagText)
	}
	if strings.Contains(text, "&") {
		text = visible(html.UnescapeString(text))
	}
	if strings.Contains(text, "*") {
		text = boldBullets.Replace(text)
	}
	if strings.Contains(text, "](") {
		text = markdownLink.ReplaceAllStringFunc(text, linkText)
	}
	if strings.Contains(text, "\\") {
		text = escapedSign.ReplaceAllString(text, "$1")
	}
	return text
}

// visible returns the lines of a text without hidden characters and with plain signs.
func visible(text string) string { return signs.Replace(safe.Text(safe.Lines(text))) }

// linkText returns the visible text of a link; a picture has none.
func linkText(link string) string {
	if link[0] == '!' {
		return ""
	}
	return markdownLink.ReplaceAllString(link, "$1")
}

// tagText returns the replacement for an HTML tag in Markdown.
func tagText(tag string) string {
	m := htmlTag.FindStringSubmatch(tag)
	closes, name := m[1] == "/", strings.ToLower(m[2])
	switch {
	case name == "li" && !closes:
		return "\n- "
	case strings.HasPrefix(name, "h") && len(name) == 2 && name != "hr" && !closes:
		return "\n\n## "
	case strings.HasPrefix(name, "h") && len(name) == 2, name == "p", name == "div", name == "section", name == "table", name == "ul", name == "ol", name == "blockquote", name == "header", name == "footer":
		return "\n\n"
	case name == "br", name == "tr", name == "dt", name == "dd", name == "hr":
		return "\n"
	case name == "td", name == "th":
		return " "
	case name == "b", name == "strong":
		return "**"
	}
	return ""
}

// lineOf removes the markup of one line.
func lineOf(raw string) line {
	l := line{indent: len(raw) - len(strings.TrimLeft(raw, " "))}
	s := strings.TrimLeft(strings.TrimSpace(raw), "> ")
	if hashes := len(s) - len(strings.TrimLeft(s, "#")); hashes > 0 && hashes <= 6 && strings.HasPrefix(s[hashes:], " ") {
		l.rank, s = hashes, withoutClosing(s[hashes:])
	}
	if first, _ := utf8.DecodeRuneInString(s); isPicture(first) || first == '✓' || first == '✔' {
		l.picture = first
	}
	l.numbered = itemNumber.MatchString(s)
	s, l.bullet = withoutBullet(s)
	l.bullet = l.bullet && l.rank == 0 // "## 1. Requirements"
	if l.rank == 0 && isSignedHeading(raw, s) {
		l.rank, l.bullet, s = 7, false, withoutCorners(s)
	}
	if l.rank == 0 && isBold(s) && (!l.bullet || l.picture != 0 && kindOf(withoutEmphasis(s)) != unknown) {
		l.rank, l.bullet = 7, false
	}
	if isCornered(s) {
		s = withoutCorners(s)
	}
	l.lead = boldLead(s)
	l.text = strings.TrimSpace(withoutEmphasis(s))
	return l
}

// isSignedHeading reports whether a line is a Chinese or Japanese heading that a sign or
// brackets mark: "■必須スキル", "【任职要求】".
func isSignedHeading(raw, text string) bool {
	const longest = 14 // characters
	sign, _ := utf8.DecodeRuneInString(strings.TrimSpace(raw))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "【"))
	return strings.ContainsRune("■◆▼◇□●◎▽【", sign) && isHan(first) && !strings.Contains(text, ":") &&
		utf8.RuneCountInString(text) <= longest && !strings.Contains(strings.TrimSuffix(text, "】"), "】") && kindOf(text) != unknown
}

// withoutCorners removes the brackets around a heading, or around the label before a text.
func withoutCorners(text string) string {
	label, rest, found := strings.Cut(strings.TrimPrefix(text, "【"), "】")
	switch {
	case !found:
		return text
	case strings.TrimSpace(rest) == "":
		return label
	}
	return label + ": " + rest
}

// isCornered reports whether a known label in brackets precedes a text: "【勤務地】東京".
func isCornered(text string) bool {
	label, rest, found := strings.Cut(strings.TrimPrefix(text, "【"), "】")
	if !found || !strings.HasPrefix(text, "【") || strings.TrimSpace(rest) == "" {
		return false
	}
	words := wordsOf(label)
	return kindOf(label) != unknown || isLabel(words, "place") || isLabel(words, "label")
}

// withoutClosing returns a heading without the closing hashes that some people add: those
// of "C#" stay.
func withoutClosing(s string) string {
	s = strings.TrimSpace(s)
	if bare := strings.TrimRight(s, "#"); strings.HasSuffix(bare, " ") {
		return strings.TrimSpace(bare)
	}
	return s
}

// bullets are characters that begin an item of a list.
const bullets = "-*+•·・–—▪●◦‣∙○■□➢➤►▶→➔➜✓✔✅☑❖⭐★»※➡◆◇▸▹⁃"

// withoutBullet removes a bullet, a number or an emoji.
func withoutBullet(s string) (string, bool) {
	r, size := utf8.DecodeRuneInString(s)
	rest := s[size:]
	switch {
	case strings.ContainsRune(bullets, r) && (r > 0x7f && r != '–' && r != '—' || strings.HasPrefix(rest, " ")):
		inner, _ := withoutBullet(strings.TrimSpace(rest)) // "- [ ] 1. Go"
		return inner, true
	case isPicture(r):
		return strings.TrimLeftFunc(s, func(r rune) bool { return isPicture(r) || r == ' ' }), false
	}
	if at := itemNumber.FindStringIndex(s); at != nil {
		return s[at[1]:], true
	}
	return s, false
}

// isPicture reports whether r is an emoji or the like, which has no meaning here.
func isPicture(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FBFF || r >= 0x2600 && r <= 0x27BF && r != '✓' && r != '✔' || r >= 0x2B00 && r <= 0x2BFF || unicode.Is(unicode.So, r) && r > 0x2300
}

// isBold reports whether a line is emphasized from end to end.
func isBold(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), ": ")
	for _, sign := range []string{"**", "__", "*", "_"} {
		inner, opens := strings.CutPrefix(s, sign)
		inner, closes := strings.CutSuffix(inner, sign)
		if opens && closes && inner != "" && !strings.Contains(inner, sign) {
			return true
		}
	}
	return false
}

// boldLead returns the emphasized label at the start of a line; one in italics ends in a
// colon or a question mark.
func boldLead(s string) string {
	for _, sign := range []string{"**", "__", "*", "_"} {
		inner, opens := strings.CutPrefix(s, sign)
		lead, _, closes := strings.Cut(inner, sign)
		if !opens || !closes || len(lead) > 80 || len(sign) == 1 && strings.Trim(lead[max(0, len(lead)-1):], ":?") != "" {
			continue
		}
		return strings.Trim(withoutEmphasis(lead), " :")
	}
	return ""
}

// withoutEmphasis removes stars, underscores at the edges of words, and code marks.
func withoutEmphasis(s string) string {
	if !strings.ContainsAny(s, "*_`~") {
		return s
	}
	s = strings.NewReplacer("**", "", "__", "", "`", "", "~~", "").Replace(s)
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if (s[i] == '*' || s[i] == '_') && (isEdge(s, i-1) || isEdge(s, i+1)) && (i == 0 || s[i-1] != '/') { // not "(F/M/*)"
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// isEdge reports whether a byte is outside a word.
func isEdge(s string, i int) bool {
	return i < 0 || i >= len(s) || s[i] < utf8.RuneSelf && !isLetter(rune(s[i]))
}
