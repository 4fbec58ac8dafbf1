package templates

import (
	"slices"
	"unicode/utf8"

	"github.com/ghresume/ghresume/internal/markup"
)

// tag reads an HTML tag at i and returns the length of it and of what it encloses; 0 if it
// is text.
func (in *inliner) tag(i int) int {
	rest := in.s[i:min(len(in.s), i+farthest)]
	if figure, n := markup.Raised(rest); n > 0 {
		in.plain.WriteString(figure)
		return n
	}
	t, ok := markup.ReadTag(rest)
	if !ok {
		return 0
	}
	if asterisks, paired := t.Emphasis(); paired {
		in.addPaired(i, t, asterisks)
		return t.Length
	}
	switch b := in.blocks.Break(t); b {
	case markup.NoBreak:
		return in.contentTag(rest, t)
	case markup.NothingBreak:
	case markup.CellBreak:
		in.plain.WriteByte(' ')
	default:
		in.add(token{markdown: Markdown(map[markup.Break]rune{markup.LineBreak: lineBreak, markup.ItemBreak: bulletBreak, markup.ParagraphBreak: paragraphBreak}[b])})
	}
	return t.Length
}

// addPaired adds an HTML mark, which is text if it has no partner.
func (in *inliner) addPaired(i int, tag markup.Tag, asterisks string) {
	before, after := in.lastRune(), in.nextRune(i+tag.Length)
	t := token{text: in.s[i : i+tag.Length], mark: "<" + tag.Name, emphasis: asterisks, opens: !tag.Closing, closes: tag.Closing}
	if tag.Closing {
		t.fits = before > 0 && flanks(before, after, after == 0)
	} else {
		t.fits = after > 0 && flanks(after, before, before == 0)
	}
	t.between = isPunctuationRune(before) && isPunctuationRune(after)
	in.add(t)
}

// mostTags is how many tags in a row are skipped to find the text next to them.
const mostTags = 4

// lastRune returns the last character of text read, or 0.
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

// nextRune returns the character of text at or after i, skipping tags; 0 if none.
func (in *inliner) nextRune(i int) rune {
	for range mostTags {
		if i >= len(in.s) {
			break
		}
		t, ok := markup.ReadTag(in.s[i:min(len(in.s), i+farthest)])
		if !ok {
			r, _ := utf8.DecodeRuneInString(in.s[i:])
			return r
		}
		i += t.Length
	}
	return 0
}

// contentTag reads a tag together with its content: code, a link, an image's text.
func (in *inliner) contentTag(s string, t markup.Tag) int {
	if text, isPicture := t.Picture(); isPicture {
		in.plain.WriteString(text)
		return t.Length
	}
	content, n, closed := t.Content(s)
	if !closed || t.Closing {
		return 0
	}
	switch address := t.Attribute("href"); {
	case t.Name == "code" || t.Name == "tt" || t.Name == "kbd":
		in.add(token{markdown: in.p.codeSpan(markup.Unescape(content))})
	case t.Name == "a" && address != "" && in.links:
		in.add(token{markdown: in.p.linkTo(in.p.inline(content, false), address)})
	default:
		return 0
	}
	return n
}
