package convert

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/readfile"
)

// readableLines returns lines without the icons before headings and addresses, and with a
// placeholder for every letter that its font does not map to a character.
func readableLines(lines []readfile.Line) []readfile.Line {
	out := slices.Clone(lines)
	for i, l := range out {
		out[i].Items = slices.Clone(l.Items)
		for j := range l.Items {
			out[i].Items[j].Text = plainHyphens(withoutIcons(l.Items[j].Text))
		}
		out[i].Items = slices.DeleteFunc(out[i].Items, func(item readfile.Item) bool { return item.Text == "" })
		out[i].Links = slices.Clone(l.Links)
		for j := range l.Links {
			out[i].Links[j].Text = withoutIcons(l.Links[j].Text)
		}
	}
	return out
}

// symbolBullets are the marks of list items in symbol fonts.
const symbolBullets = "\uF0B7\uF0A7\uF076"

// unnamedSign matches a sign of a font with two bytes per letter that does not name it.
var unnamedSign = lazy.New(`(^|\s)[\x00-\x08\x0b\x0c\x0e-\x1f](?:.|\x{FFFD})(\s|$)`)

func withoutIcons(text string) string {
	text = unnamedSign.ReplaceAllString(text, "$1"+string(unreadable)+"$2")
	text = strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\u2010', r == '\u2011':
			return '-' // the hyphens of some fonts
		case r == 0x7F:
			return '•' // some programs write it for a bullet
		case r < ' ' && r != '\t':
			return unreadable // the code of a letter that the font does not tell
		case r >= '\uE000' && r <= '\uF8FF' && !strings.ContainsRune(symbolBullets, r):
			return -1
		}
		return r
	}, text))
	if rest, ok := strings.CutPrefix(text, string(unreadable)+" "); ok {
		text = "• " + rest // a sign alone
	}
	return strings.ReplaceAll(text, " "+string(unreadable)+" ", " ") // an icon
}

// softHyphen is where a word may be broken. Many files use it for every hyphen.
const softHyphen = "\u00ad"

// plainHyphens replaces the soft hyphens within a text; one at its end breaks a word.
func plainHyphens(text string) string {
	whole, broken := strings.CutSuffix(text, softHyphen)
	whole = strings.ReplaceAll(whole, softHyphen, "-")
	if broken {
		return whole + softHyphen
	}
	return whole
}

// unreadable replaces a letter that a font does not map to a character.
const unreadable = '\uFFFD'

// reportUnreadable lists the words with letters that could not be read.
func (p *paper) reportUnreadable() {
	var words []string
	for _, l := range p.lines {
		for _, word := range strings.Fields(l.text) {
			if strings.ContainsRune(word, unreadable) {
				words = append(words, word)
			}
		}
	}
	if len(words) > 0 {
		p.in.comments["name"] = append(p.in.comments["name"], fmt.Sprintf("The file does not say all letters of %d word(s), where %c stands for them: %s", len(words), unreadable, strings.Join(words[:min(len(words), 20)], ", ")))
	}
}
