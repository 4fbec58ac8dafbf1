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

// Glyph is a picture on the line and the text that it stands for. Lengths are in
// thousandths of an em.
type Glyph struct {
	Picture Picture
	Text    string  // one character
	Advance float64 // as shaped; kerning makes it differ from the picture's own
	DX, DY  float64
}

// Run is glyphs of one face in the order of the eye.
type Run struct {
	Face     *Face
	X, Width float64 // where it begins on the line
	Glyphs   []Glyph
	start    int // its place in the text
}

// longWord is from how many bytes on a word is measured in pieces: the time that it
// takes to find its directions grows with the square of its length.
const longWord = 2048

// Width of a text on one line, in thousandths of an em.
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

// Shape sets a text on one line. The runs come in the order of reading, each with its place.
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

// shapeSpan shapes a stretch of one direction; the runs come in the order of the eye.
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

// features turns ligatures off where they are a matter of taste: programs that read the file trip over them.
func features(script language.Script) []shaping.FontFeature {
	switch script {
	case language.Latin, language.Greek, language.Cyrillic, language.Common, language.Inherited:
		return []shaping.FontFeature{{Tag: opentype.MustNewTag("liga")}, {Tag: opentype.MustNewTag("clig")}}
	}
	return nil
}

// run gives every glyph the text that it stands for. What comes from another
// face than the wanted one becomes a picture of that.
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
			r.Glyphs[i].Picture = s.wanted.borrow(from, g.Picture)
		}
	}
	return r
}

// markWidth keeps a mark beside its letter for readers that sort by place, and is too little for a blank.
const markWidth = 8

// cluster turns glyphs that belong together into one picture with one code for
// each of their characters: readers take a code with several characters apart
// in their own ways, and one whose text holds a mark for one without a width.
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
		parts = nil // the first code carries the picture
	}
	return out
}

// place puts the glyphs of a cluster beside each other.
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

// isSilent tells characters that only steer how others are drawn; the joiners,
// which words of some languages hold, are not among them.
func isSilent(r rune) bool {
	return r == '\u200E' || r == '\u200F' || r == '\u061C' || r >= '\uFE00' && r <= '\uFE0F'
}

// isBlank tells characters that need no picture.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) || unicode.Is(unicode.Variation_Selector, r)
}

// round is to whole thousandths of an em, as PDF counts widths.
func round(v float64) int { return int(math.Round(v)) }
