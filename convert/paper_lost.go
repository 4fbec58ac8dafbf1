package convert

import (
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// reportLost quotes the lines with words that are neither in the profile nor in its
// comments: the structure is a guess, but no word may be lost.
func (p *paper) reportLost() {
	var written strings.Builder
	written.Write(resume.EncodeProfile(p.in.profile, nil))
	for _, doubts := range p.in.comments {
		written.WriteString("\n" + strings.Join(doubts, "\n"))
	}
	for title := range p.in.titles {
		written.WriteString("\n" + p.in.titles[title])
	}
	p.needless(written.String())
	words := plainWords(written.String())
	joined := strings.Join(words, "")
	for _, l := range p.lines {
		for _, word := range plainWords(p.undated(l.text)) {
			if len(word) > 2 && !p.known[word] && lookUp(word).kind == unknownWord && !strings.Contains(joined, word) {
				p.in.comments[""] = append(p.in.comments[""], "Not imported: "+safe.Line(l.text))
				break
			}
		}
	}
}

// needless records words that need no place in the profile or already have one.
func (p *paper) needless(text string) {
	for _, word := range plainWords(text) {
		p.known[word] = true
	}
}

// undated returns the part of a line that must appear in the profile: without dates,
// known headings and labels, which the profile has in another form.
func (p *paper) undated(text string) string {
	if found := dateIn(text); found.ok {
		text = found.rest
	}
	if kindOfTitle(text) != resume.Free || isContactLabel(text) {
		return ""
	}
	if label, rest, ok := strings.Cut(text, ":"); ok && len(strings.Fields(label)) <= 2 {
		return rest
	}
	return text
}

// plainWords returns the words of a text in lower case.
func plainWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}
