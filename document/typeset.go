package document

import (
	"strings"
	"unicode"
)

// fragment is text in one face that stands on one line.
type fragment struct {
	text  string
	face  face
	size  float64
	link  string
	width float64
}

// line is a row of fragments.
type line struct {
	fragments []fragment
	width     float64
}

// box is a block broken into lines, ready to be put on a page.
type box struct {
	block
	lines         []line
	above, height float64 // the space before it; the height of one line
	left          float64 // from the margin
	soft, centred bool
	underlined    bool // a line runs under or beside it
	headline      string
}

// typesetter breaks blocks into lines.
type typesetter struct {
	*fonts
	look  look
	width float64 // of the text area
}

// boxes sets all blocks. What stands before the first second-level heading is the header.
func (t *typesetter) boxes(all []block) []box {
	var out []box
	header := true
	for i, b := range all {
		header = header && (b.kind != heading || b.level < 2)
		bx := t.box(b)
		bx.centred = header && t.look.centred
		bx.soft = !header && i > 0 && b.kind == paragraph && b.level == 0 && all[i-1].kind == heading && all[i-1].level >= 3
		if i > 0 && all[i-1].kind == heading && all[i-1].level == 2 {
			bx.above = t.look.afterSection
		}
		out = append(out, bx)
	}
	return out
}

func (t *typesetter) box(b block) box {
	size := t.look.sizeOf(b)
	bx := box{block: b, above: t.look.spaceAbove(b), height: size * t.look.leading, left: t.look.indent * float64(b.level)}
	if b.kind == heading {
		bx.left, bx.underlined, bx.height = 0, b.level == 2 && t.look.lines, size*1.25
		bx.headline = b.text()
	}
	bx.lines = t.breakLines(t.words(b, size), t.width-bx.left)
	if b.kind == rule {
		bx.lines, bx.height = []line{{}}, 6
	}
	return bx
}

// word is what a line must not break, and the space after it.
type word struct {
	parts []fragment
	width float64
	// space that follows; its text is empty when none does.
	space fragment
	// newline ends the line after the word.
	newline bool
}

// words cuts the spans of a block at spaces. One word may hold several styles.
func (t *typesetter) words(b block, size float64) []word {
	var out []word
	var open word
	for _, s := range b.spans {
		for _, piece := range t.pieces(b, s, size) {
			switch piece.text {
			case "\n":
				open.newline = true
				out, open = append(out, open), word{}
			case " ":
				open.space = piece
				out, open = append(out, open), word{}
			default:
				open.parts = append(open.parts, piece)
				open.width += piece.width
			}
		}
	}
	return append(out, open)
}

// pieces cuts a span where its face changes, and around every space and line end.
func (t *typesetter) pieces(b block, s span, size float64) []fragment {
	want := t.faceOf(b, s)
	var out []fragment
	var text strings.Builder
	last := want
	end := func() {
		if text.Len() > 0 {
			out = append(out, t.fragment(text.String(), last, size, s))
			text.Reset()
		}
	}
	for _, r := range t.look.shown(b, s.text) {
		if isInvisible(r) {
			continue
		}
		c, drawn := t.faceFor(want, plainSpace(r))
		if c != last || drawn == ' ' || drawn == '\n' {
			end()
		}
		last = c
		text.WriteRune(drawn)
		if drawn == ' ' || drawn == '\n' {
			end()
		}
	}
	end()
	return out
}

// plainSpace draws spaces of all widths as one of the two that the fonts have: one that may end a line, one that may not.
func plainSpace(r rune) rune {
	switch {
	case r == '\u202F' || r == '\u2007':
		return '\u00A0'
	case unicode.Is(unicode.Zs, r) && r != '\u00A0':
		return ' '
	}
	return r
}

// isInvisible knows the joiners and marks of direction that [clean] keeps for browsers.
func isInvisible(r rune) bool {
	return r >= '\u200C' && r <= '\u200F' || r >= '\uFE00' && r <= '\uFE0F'
}

func (t *typesetter) fragment(text string, c face, size float64, s span) fragment {
	if c.family == codeFamily {
		size *= 0.92
	}
	return fragment{text: text, face: c, size: size, link: s.link, width: t.fonts.width(c, size, text)}
}

// faceOf is the font of a span: headings are bold, save the name of the classic theme.
func (t *typesetter) faceOf(b block, s span) face {
	if s.code || b.kind == code {
		return face{family: codeFamily}
	}
	style := ""
	if s.bold || b.kind == heading && (b.level > 1 || !t.look.centred) {
		style += "B"
	}
	if s.italic {
		style += "I"
	}
	return face{t.family, style}
}

// breakLines fills lines with words, first come first served.
func (t *typesetter) breakLines(words []word, width float64) []line {
	var out []line
	var open line
	end := func() { out, open = append(out, open), line{} }
	for _, w := range words {
		if open.width+w.width > width && len(open.fragments) > 0 {
			end()
		}
		for w.width > width {
			var head word
			if head, w = t.cut(w, width); len(head.parts) == 0 {
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

// cut splits a word that is wider than a line.
func (t *typesetter) cut(w word, width float64) (head, tail word) {
	tail.space, tail.newline = w.space, w.newline
	for i, part := range w.parts {
		if head.width+part.width <= width {
			head.parts, head.width = append(head.parts, part), head.width+part.width
			continue
		}
		first, rest := t.cutFragment(part, width-head.width, len(head.parts) == 0)
		if first.text != "" {
			head.parts, head.width = append(head.parts, first), head.width+first.width
		}
		tail.parts = append(append(tail.parts, rest), w.parts[i+1:]...)
		break
	}
	for _, part := range tail.parts {
		tail.width += part.width
	}
	return head, tail
}

// cutFragment takes as many characters as fit, and at least one where the line would stay empty.
func (t *typesetter) cutFragment(part fragment, room float64, atLeastOne bool) (first, rest fragment) {
	first, rest = part, part
	n, used := 0, 0.0
	for i, r := range part.text {
		w := t.fonts.width(part.face, part.size, string(r))
		if used+w > room && (i > 0 || !atLeastOne) {
			break
		}
		used, n = used+w, i+len(string(r))
	}
	first.text, rest.text = part.text[:n], part.text[n:]
	first.width = t.fonts.width(part.face, part.size, first.text)
	rest.width = t.fonts.width(part.face, part.size, rest.text)
	return first, rest
}

// add puts fragments at the end of a line; neighbours in one style become one, so
// that readers of the file find whole phrases.
func (l *line) add(parts ...fragment) {
	for _, p := range parts {
		l.width += p.width
		if n := len(l.fragments); n > 0 {
			if last := &l.fragments[n-1]; last.face == p.face && last.size == p.size && last.link == p.link {
				last.text, last.width = last.text+p.text, last.width+p.width
				continue
			}
		}
		l.fragments = append(l.fragments, p)
	}
}
