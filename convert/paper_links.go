package convert

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/lazy"
	"github.com/ghresume/ghresume/internal/readfile"
)

// marked returns a line with its links as Markdown. An address that is written out, also on
// two lines of a page, stays as it is.
func (l paperLine) marked() string {
	text := l.text
	for _, link := range l.links {
		if isWeb(link.URL) && !showsAddress(link) && !strings.Contains(text, bareAddress(link.URL)) && canMark(text, link) {
			text = strings.Replace(text, link.Text, "["+link.Text+"]("+link.URL+")", 1)
		}
	}
	return text
}

// canMark reports whether the words of a link occur once in a text and make valid
// Markdown.
func canMark(text string, link readfile.Link) bool {
	return strings.Count(text, link.Text) == 1 && !strings.ContainsAny(link.Text, "[]()") && !strings.ContainsAny(link.URL, "() ")
}

// showsAddress reports whether the text of a link is its address.
func showsAddress(link readfile.Link) bool {
	return strings.EqualFold(bareAddress(link.Text), bareAddress(link.URL))
}

// headerLinks reads the addresses that words link to: "GitHub", "Portfolio".
func (p *paper) headerLinks(l *paperLine) {
	for _, link := range l.links {
		address := strings.TrimSpace(link.URL)
		switch {
		case strings.HasPrefix(address, "mailto:"):
			address, _, _ = strings.Cut(address, "?")
			if plain, err := url.PathUnescape(address); err == nil { // "ada%40example.com"
				address = plain
			}
			if !emailIn.MatchString(address) && emailIn.MatchString(link.Text) {
				continue // a broken link: the text has the address
			}
			p.in.email(address)
		case strings.HasPrefix(address, "tel:"):
			continue // the number is written out in full
		case isWeb(address):
			p.in.site(legible(address))
		default:
			continue
		}
		if len(strings.Fields(link.Text)) <= 2 || showsAddress(link) {
			l.text = withoutWord(l.text, link.Text)
		}
	}
}

// withoutWord puts a separator in the place of a text that stands alone: the second half of a
// broken address may also be a part of another one.
func withoutWord(text, word string) string {
	for start := 0; ; {
		at := strings.Index(text[start:], word)
		if at < 0 || word == "" {
			return text
		}
		at += start
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		if !isOfAddress(before) && !isOfAddress(after) || strings.ContainsAny(word, "./") {
			return text[:at] + " | " + text[at+len(word):]
		}
		start = at + len(word)
	}
}

func isOfAddress(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("@.-_+/", r))
}

// escapedLetters matches the bytes of letters that are not ASCII, as addresses in files
// have them.
var escapedLetters = lazy.New(`(?:%[89A-Fa-f][0-9A-Fa-f])+`)

// legible returns an address with its letters as people write them: "作品集", not
// "%E4%BD%9C%E5%93%81%E9%9B%86".
func legible(address string) string {
	return escapedLetters.ReplaceAllStringFunc(address, func(escaped string) string {
		text, err := url.PathUnescape(escaped)
		if err != nil || !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			return escaped
		}
		return text
	})
}

// url returns the first address that a line links.
func (l paperLine) url() string {
	if i := slices.IndexFunc(l.links, func(link readfile.Link) bool { return isWeb(link.URL) }); i >= 0 {
		return legible(l.links[i].URL)
	}
	return ""
}
