package document

import (
	"slices"
	"strings"
	"unicode"

	"github.com/ghresume/ghresume/internal/pdf"
	"github.com/ghresume/ghresume/internal/typeface"
)

// fragment is text in one style on one line.
type fragment struct {
	text  string
	style pdf.Style
	link  string
	width float64
	gap   bool // a blank wider than a space of the font
}

// line is a row of fragments.
type line struct {
	fragments []fragment
	width     float64
	trailing  float64 // blank at its end, not part of the width of a finished line
}

// word is a stretch that a line must not break, and the space after it.
type word struct {
	parts []fragment
	width float64
	space fragment // follows the word; its text is empty if there is none
	// newline ends the line after the word.
	newline bool
	// separator is dropped at the start and the end of a line.
	separator bool
}

// setter breaks text into lines with the fonts of a document.
type setter struct {
	*typeface.Set
	look      style
	breaker   typeface.Breaker
	headerEnd float64 // free space at the end of the header's lines
}

func (t *setter) fragment(text string, style pdf.Style, link string) fragment {
	return fragment{text: text, style: style, link: link, width: t.Width(style.Style, text) * style.Size / 1000}
}

// words splits the spans of a block where a line may end. A word may mix styles.
func (t *setter) words(b block) []word {
	var out []word
	var open word
	end := func() { out, open = append(out, open), word{} }
	for _, s := range b.spans {
		style := t.look.styleOf(b, s)
		for _, text := range t.cuts(t.look.displayed(b, s.text)) {
			switch {
			case text == "\n":
				open.newline = true
				end()
			case text == " ":
				open.space = t.fragment(text, style, s.link)
				end()
			default:
				f := t.fragment(strings.TrimSuffix(text, breakHere), style, s.link)
				open.parts, open.width = append(open.parts, f), open.width+f.width
				if strings.HasSuffix(text, breakHere) {
					end()
				}
			}
		}
	}
	return append(out, open)
}

// breakHere marks a place where a line may end without a space.
const breakHere = "\u200B"

// cuts splits a text at spaces, at line ends, and where scripts without spaces may be
// broken.
func (t *setter) cuts(text string) []string {
	var out []string
	var open strings.Builder
	end := func() {
		if open.Len() > 0 {
			out = append(out, open.String())
			open.Reset()
		}
	}
	all := []rune(text)
	breaks := t.breaker.Breaks(all)
	for i, r := range all {
		r = plainSpace(r)
		if r == ' ' || r == '\n' {
			end()
			out = append(out, string(r))
			continue
		}
		open.WriteRune(r)
		if breaks[i+1] {
			open.WriteString(breakHere)
			end()
		}
	}
	end()
	return out
}

// plainSpace maps spaces of all widths to one of two: one that may end a line, one that may
// not.
func plainSpace(r rune) rune {
	switch {
	case r == '\u202F' || r == '\u2007':
		return '\u00A0'
	case unicode.Is(unicode.Zs, r) && r != '\u00A0':
		return ' '
	}
	return r
}

// itemGap is the blank on each side of a separator, relative to the font size: wide enough
// for programs to see two items.
const itemGap = 0.62

// joinItems joins all words between two separators into one, so that a row breaks between
// items only.
func joinItems(words []word, width float64) []word {
	var out []word
	open := word{}
	flush := func() {
		if len(open.parts) > 0 {
			out = append(out, open)
		}
		open = word{}
	}
	for _, w := range words {
		isSeparator := len(w.parts) == 1 && w.parts[0].text == strings.TrimSpace(separator)
		next := open.width + open.space.width + w.width
		if isSeparator {
			open.space = wideBlank(w.parts[0])
		}
		if isSeparator || open.newline || next > width {
			flush()
		}
		switch {
		case isSeparator:
			w.separator, w.space = true, wideBlank(w.parts[0])
			out = append(out, w)
			continue
		case len(open.parts) > 0 && open.space.text != "":
			open.parts = append(open.parts, open.space)
			open.width += open.space.width
		}
		open.parts, open.width = append(open.parts, w.parts...), open.width+w.width
		open.space, open.newline = w.space, w.newline
	}
	flush()
	return out
}

func wideBlank(beside fragment) fragment {
	return fragment{text: " ", style: beside.style, width: beside.style.Size * itemGap, gap: true}
}

// worthCutting is the part of a line that a word longer than a line is cut to fill.
const worthCutting = 0.3

// breakLines fills lines greedily with words. The first line may be shorter than the
// others.
func (t *setter) breakLines(words []word, first, width float64) []line {
	var out []line
	var open line
	room := first
	end := func() {
		open.width -= open.trailing
		out, open, room = append(out, open), line{}, width
	}
	for i, w := range words {
		if w.separator && (len(open.fragments) == 0 || i+1 < len(words) && open.width+w.width+w.space.width+words[i+1].width > room) {
			if len(open.fragments) > 0 {
				end()
			}
			continue
		}
		if w.width > room+0.01 {
			w.parts = slices.Clone(w.parts) // cut modifies them
		}
		if open.width+w.width > room && len(open.fragments) > 0 {
			if left := room - open.width; w.width > width+0.01 && left > width*worthCutting {
				var head word
				head, w = t.cut(w, left)
				open.add(head.parts...)
			}
			end()
		}
		for w.width > room+0.01 {
			var head word
			if head, w = t.cut(w, room); len(head.parts) == 0 {
				break
			}
			open.add(head.parts...)
			end()
		}
		open.add(w.parts...)
		if w.space.text != "" {
			open.add(w.space)
		}
		if w.newline {
			end()
		}
	}
	if len(open.fragments) > 0 || len(out) == 0 {
		end()
	}
	return out
}

// add appends fragments to a line; neighbors in the same style are merged, so that programs
// that read the file find whole phrases.
func (l *line) add(parts ...fragment) {
	for _, p := range parts {
		l.width, l.trailing = l.width+p.width, 0
		if p.text == " " {
			l.trailing = p.width
		}
		if n := len(l.fragments); n > 0 {
			if last := &l.fragments[n-1]; last.style == p.style && last.link == p.link && !last.gap && !p.gap {
				last.text, last.width = last.text+p.text, last.width+p.width
				continue
			}
		}
		l.fragments = append(l.fragments, p)
	}
}
