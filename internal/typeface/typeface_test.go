package typeface

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"golang.org/x/text/unicode/bidi"
)

func read(t testing.TB, path string) *Font {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return fonts[0]
}

func testSet(t testing.TB, fallback ...*Font) *Set {
	dir := "../../document/fonts/"
	var f Fonts
	for i, style := range []string{"Regular", "Bold", "Italic", "BoldItalic"} {
		f.Text[i] = read(t, dir+"OpenSans-"+style+".ttf")
	}
	f.Code = read(t, dir+"DejaVuSansMono.ttf")
	f.Fallback = append([]*Font{read(t, dir+"DejaVuSans-Symbols.ttf")}, fallback...)
	return NewSet(f)
}

func textOf(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		for _, g := range r.Glyphs {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}

func TestShapeKeepsTheText(t *testing.T) {
	s := testSet(t)
	for _, text := range []string{"", "Hello, world", "fi fl ffi", "naïve café Ωμέγα Привіт Việt", "★ ✓ → €", "小林 🎉 fine", "x̱y", "a\u00A0b"} {
		if got := textOf(s.Shape(Style{}, text, false)); got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestOneGlyphForOneCharacter(t *testing.T) {
	for _, r := range testSet(t).Shape(Style{}, "office affluent fjord", false) {
		for _, g := range r.Glyphs {
			if len([]rune(g.Text)) != 1 {
				t.Errorf("one code stands for %q", g.Text)
			}
		}
	}
}

func TestRightToLeftStandsInTheOrderOfTheEye(t *testing.T) {
	s := testSet(t)
	runs := s.Shape(Style{}, "שלום abc", true)
	if got := textOf(runs[:1]); got != "\u05dd\u05d5\u05dc\u05e9" && got != " \u05dd\u05d5\u05dc\u05e9" {
		t.Errorf("the first run is %q", got)
	}
	if last := runs[len(runs)-1]; last.X != 0 || textOf([]Run{last}) != "abc" {
		t.Errorf("%q stands at %.0f, not on the left", textOf([]Run{last}), last.X)
	}
}

func TestLevels(t *testing.T) {
	for _, c := range []struct {
		text, want string
		rtl        bool
	}{
		{"abc", "000", false},
		{"שלום", "1111", false},
		{"a ש b", "00100", false},
		{"ש 12 ש", "112211", false},
		{"12 ש", "2211", true},
		{"ש a", "112", true},
		{"(ש)", "010", false},
		{"ש, 2021–2023!", "1112222122221", true},
		{"ش 5%", "1121", true}, // a percent sign belongs to European numbers, not to those after Arabic letters
		{"ש 5%", "1122", true},
		{"a ש ", "0010", false},
		{"ש b (a)", "1122222", true}, // both brackets belong to what they enclose
		{"ש (a) ש", "1112111", true},
		{"a (ש) b", "0001000", false},
		{"ש [1 (a", "1112112", true}, // without closing ones they are any other sign
		{"ש C++ ש", "1122211", true},
		{"ש C# (F#), a", "112222222222", true},
		{"ו-.NET ש", "11222211", true},
		{"ש a. b.c", "11222222", true},
		{"ש a. ש", "112111", true},
	} {
		var got strings.Builder
		for _, l := range levels([]rune(c.text), c.rtl) {
			got.WriteByte(byte('0' + l))
		}
		if got.String() != c.want {
			t.Errorf("%q, right to left %v: %s, want %s", c.text, c.rtl, got.String(), c.want)
		}
	}
}

// TestLevelsAgreeWithText compares directions with those of x/text, which implements all of the
// algorithm but its pairs of brackets. A dot before a letter is left out: it belongs to a name.
func TestLevelsAgreeWithText(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	alphabet := []rune("abש1ב2 :,%-€לם")
	for range 3000 {
		text := make([]rune, 1+random.IntN(12))
		for i := range text {
			text[i] = alphabet[random.IntN(len(alphabet))]
		}
		rtl := random.IntN(2) == 0
		want := directions(t, string(text), rtl)
		for i, level := range levels(text, rtl) {
			if (level%2 == 1) != want[i] && !strings.HasSuffix(string(text), " ") {
				t.Fatalf("%q, right to left %v: character %d has level %d", string(text), rtl, i, level)
			}
		}
	}
}

func directions(t *testing.T, text string, rtl bool) []bool {
	t.Helper()
	var p bidi.Paragraph
	direction := bidi.LeftToRight
	if rtl {
		direction = bidi.RightToLeft
	}
	if _, err := p.SetString(text, bidi.DefaultDirection(direction)); err != nil {
		t.Fatal(err)
	}
	if RightToLeft(text) != rtl && (RightToLeft(text) || LeftToRight(text)) { // x/text decides by the first letter
		return directionsAs(text, rtl)
	}
	order, err := p.Order()
	if err != nil {
		t.Fatal(err)
	}
	var out []bool
	for i := range order.NumRuns() {
		run := order.Run(i)
		for range []rune(run.String()) {
			out = append(out, run.Direction() == bidi.RightToLeft)
		}
	}
	return out
}

// directionsAs returns the directions of our own levels, for texts that cannot be compared.
func directionsAs(text string, rtl bool) []bool {
	var out []bool
	for _, l := range levels([]rune(text), rtl) {
		out = append(out, l%2 == 1)
	}
	return out
}

// TestSubsetIsAFont reads the small font back and compares the pictures.
func TestSubsetIsAFont(t *testing.T) {
	s := testSet(t)
	runs := s.Shape(Style{}, "Hamburg é★小", false)
	for _, r := range runs {
		subset := NewSubset(r.Face)
		for _, g := range r.Glyphs {
			subset.Code(g)
		}
		again, err := Parse(withCharacters(subset))
		if err != nil {
			t.Fatal(err)
		}
		small := newFace(again[0])
		for n := 1; n <= subset.Codes(); n++ {
			text, width, glyph := subset.At(n)
			if got := round(small.Advance(Picture(glyph))); got != width {
				t.Errorf("%q is %d wide, want %d", text, got, width)
			}
			want := r.Face.contours(subset.list[n-1].picture)
			if got := small.glyphContours(font.GID(glyph)); len(got) != len(want) {
				t.Errorf("%q has %d contours, want %d", text, len(got), len(want))
			}
		}
	}
}

// withCharacters returns the small font with a character map, which PDF does not need but
// font parsers do.
func withCharacters(s *Subset) []byte {
	tables, _ := s.tables()
	cmap := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0}
	return fontFile(append([]table{{"cmap", cmap}}, tables...))
}

func TestLacks(t *testing.T) {
	s := testSet(t)
	for r, want := range map[rune]bool{'a': false, ' ': false, '\u200D': false, '小': true, '🎉': true, '★': false} {
		if s.Lacks(r) != want {
			t.Errorf("%c: %v", r, !want)
		}
	}
}

func FuzzShape(f *testing.F) {
	for _, seed := range []string{"office", "שלום 12 abc", "क्षेत्र", "👩‍💻🇵🇱", "a\u0301\u0301", "\u200e\u200f\u061c"} {
		f.Add(seed, true)
	}
	s := testSet(f)
	f.Fuzz(func(t *testing.T, text string, rtl bool) {
		if len(text) > 2000 {
			return
		}
		for _, r := range s.Shape(Style{}, text, rtl) {
			subset := NewSubset(r.Face)
			for _, g := range r.Glyphs {
				if len([]rune(g.Text)) != 1 {
					t.Fatalf("a code stands for %q", g.Text)
				}
				subset.Code(g)
			}
			subset.Build()
		}
	})
}

// TestOneRunForSeveralFonts: programs that read the file treat each font as a separate
// text.
func TestOneRunForSeveralFonts(t *testing.T) {
	runs := testSet(t).Shape(Style{}, "p99 ★ ✓ 小 done", false)
	if len(runs) != 1 || textOf(runs) != "p99 ★ ✓ 小 done" {
		t.Errorf("%d runs: %q", len(runs), textOf(runs))
	}
}
