package typeface

import (
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Glyph is a picture on the line and its text. Lengths are in thousandths of an em.
type Glyph struct {
	Picture Picture
	Text    string  // one character
	Advance float64 // after shaping; kerning makes it differ from the picture's own
	DX, DY  float64
}

// Run is a sequence of glyphs of one face in visual order.
type Run struct {
	Face     *Face
	X, Width float64 // where it begins on the line
	Glyphs   []Glyph
	start    int // offset in the text
}

// longWord is the length in bytes from which a word is measured in pieces: the time to find
// its directions grows with the square of its length.
const longWord = 2048

// Width returns the width of a text on one line, in thousandths of an em.
func (s *Set) Width(style Style, text string) float64 {
	if len(text) > longWord {
		cut := longWord
		for cut > longWord-utf8.UTFMax && !utf8.RuneStart(text[cut]) {
			cut--
		}
		return s.Width(style, text[:cut]) + s.Width(style, text[cut:])
	}
	key := measured{style, text}
	w, known := s.widths[key]
	if !known {
		for _, r := range s.Shape(style, text, false) {
			w += r.Width
		}
		s.widths[key] = w
	}
	return w
}

// Shape sets a text on one line. The runs are in reading order, each with its position.
func (s *Set) Shape(style Style, text string, rtl bool) []Run {
	all := []rune(text)
	s.wanted, s.bold = s.of(style), style.Bold
	var runs []Run
	x := 0.0
	for _, sp := range visual(levels(all, rtl)) {
		for i, out := range s.shapeSpan(all, sp) {
			r := s.run(out, all)
			r.X = x
			x += r.Width
			if last := len(runs) - 1; i > 0 && sp.level%2 == 0 {
				runs[last].Glyphs, runs[last].Width = append(runs[last].Glyphs, r.Glyphs...), runs[last].Width+r.Width
				continue
			}
			runs = append(runs, r)
		}
	}
	slices.SortStableFunc(runs, func(a, b Run) int { return a.start - b.start })
	return runs
}

// shapeSpan shapes a stretch of one direction; the runs are in visual order.
func (s *Set) shapeSpan(text []rune, sp span) []shaping.Output {
	in := shaping.Input{
		Text: text, RunStart: sp.from, RunEnd: sp.to, Direction: di.DirectionLTR, Face: s.open(s.wanted),
		Size: fixed.I(1000), Script: language.Latin, Language: "en",
	}
	if sp.level%2 == 1 {
		in.Direction = di.DirectionRTL
	}
	var out []shaping.Output
	for _, piece := range s.segmenter.Split(in, s) {
		piece.Direction = in.Direction
		piece.FontFeatures = features(piece.Script)
		out = append(out, s.shaper.ShapeNoExtents(piece))
	}
	if sp.level%2 == 1 {
		slices.Reverse(out)
	}
	return out
}

// features turns off optional ligatures: programs that read the file have trouble with
// them.
func features(script language.Script) []shaping.FontFeature {
	switch script {
	case language.Latin, language.Greek, language.Cyrillic, language.Common, language.Inherited:
		return []shaping.FontFeature{{Tag: opentype.MustNewTag("liga")}, {Tag: opentype.MustNewTag("clig")}}
	}
	return nil
}

// run gives every glyph its text. A glyph from a face other than the wanted one becomes a
// picture of the wanted face.
func (s *Set) run(out shaping.Output, text []rune) Run {
	r := Run{Face: s.wanted, start: out.Runes.Offset}
	from := s.byFont[out.Face.Font]
	back := out.Direction == di.DirectionRTL
	for at := 0; at < len(out.Glyphs); {
		first := out.Glyphs[at]
		to := at
		for to < len(out.Glyphs) && out.Glyphs[to].TextIndex() == first.TextIndex() {
			to++
		}
		stands := text[first.TextIndex() : first.TextIndex()+first.RunesCount()]
		r.Glyphs = append(r.Glyphs, from.cluster(out.Glyphs[at:to], stands, back)...)
		at = to
	}
	for i, g := range r.Glyphs {
		r.Width += g.Advance
		if from != s.wanted {
			r.Glyphs[i].Picture = s.wanted.adopt(from, g.Picture)
		}
	}
	return r
}

// markWidth keeps a mark next to its letter in programs that sort by position, and is too
// narrow to be taken for a blank.
const markWidth = 8

// cluster joins glyphs that belong together in one picture with one code for each of their
// characters: programs that read the file disagree on how to split a code for several
// characters, and take one whose text contains a mark for one without a width.
func (f *Face) cluster(glyphs []shaping.Glyph, text []rune, back bool) []Glyph {
	if len(glyphs) == 1 && len(text) == 1 && glyphs[0].GlyphID != font.EmptyGlyph {
		g := glyphs[0]
		return []Glyph{{Picture(g.GlyphID), string(text), thousandths(g.Advance), thousandths(g.XOffset), thousandths(g.YOffset)}}
	}
	parts, advance := place(glyphs)
	text = slices.DeleteFunc(slices.Clone(text), isSilent)
	marks := countMarks(text)
	share := max(0, advance-float64(marks)*markWidth) / float64(max(1, len(text)-marks))
	if back {
		slices.Reverse(text)
	}
	var out []Glyph
	for _, r := range text {
		width := share
		if unicode.Is(unicode.Mn, r) && marks < len(text) {
			width = markWidth
		}
		out = append(out, Glyph{Picture: f.picture(parts, width), Text: string(r), Advance: width})
		parts = nil // only the first code draws the picture
	}
	return out
}

// place puts the glyphs of a cluster side by side.
func place(glyphs []shaping.Glyph) (parts []placedGlyph, advance float64) {
	for _, g := range glyphs {
		if g.GlyphID != font.EmptyGlyph {
			parts = append(parts, placedGlyph{glyph: g.GlyphID, dx: advance + thousandths(g.XOffset), dy: thousandths(g.YOffset)})
		}
		advance += thousandths(g.Advance)
	}
	return parts, advance
}

func countMarks(text []rune) int {
	n := 0
	for _, r := range text {
		if unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}

func thousandths(v fixed.Int26_6) float64 { return float64(v) / 64 }

// isSilent reports whether r only controls how others are drawn; not so the joiners, which
// words of some languages contain.
func isSilent(r rune) bool {
	return r == '\u200E' || r == '\u200F' || r == '\u061C' || r >= '\uFE00' && r <= '\uFE0F'
}

// isBlank reports whether r needs no picture.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r)
}

// round rounds to whole thousandths of an em, the unit of widths in PDF.
func round(v float64) int { return int(math.Round(v)) }
