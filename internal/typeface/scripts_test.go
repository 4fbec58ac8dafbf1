package typeface

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// scripts are the subsets in testdata, each with words of its script.
var scripts = []struct {
	file, text string
	rtl        bool
}{
	{"NotoSansArabic-Subset.ttf", "مهندس برمجيات مُحَمَّد", true},
	{"NotoSansHebrew-Subset.ttf", "מהנדס תוכנה", true},
	{"NotoSansDevanagari-Subset.ttf", "सॉफ्टवेयर इंजीनियर क्षेत्र", false},
	{"NotoSansThai-Subset.ttf", "วิศวกรซอฟต์แวร์ที่", false},
	{"NotoSansCJK-Subset.otf", "王小雅软件工程师ソフトウェア김민수", false},
}

// TestEveryScript shapes words of each script: no box is drawn, every character has one
// code, and the text can be read back.
func TestEveryScript(t *testing.T) {
	for _, c := range scripts {
		s := testSet(t, read(t, filepath.Join("testdata/fonts", c.file)))
		var got []string
		for _, r := range s.Shape(Style{}, c.text, c.rtl) {
			subset := NewSubset(r.Face)
			var letters []string
			for _, g := range r.Glyphs {
				if g.Picture == Box {
					t.Errorf("%s: %q is a box", c.file, g.Text)
				}
				if len([]rune(g.Text)) != 1 {
					t.Errorf("%s: a code stands for %q", c.file, g.Text)
				}
				letters = append(letters, g.Text)
				subset.Code(g)
			}
			if c.rtl {
				slices.Reverse(letters) // visual order
			}
			got = append(got, letters...)
			if data, _ := subset.Build(); len(data) < 500 {
				t.Errorf("%s: a font of %d bytes", c.file, len(data))
			}
		}
		if sorted(strings.Join(got, "")) != sorted(c.text) {
			t.Errorf("%s: %q reads back as %q", c.file, c.text, strings.Join(got, ""))
		}
	}
}

// sorted sorts the characters of a text, to compare texts whose runs are in different
// orders.
func sorted(s string) string {
	letters := []rune(s)
	slices.Sort(letters)
	return string(letters)
}

// TestMarksHaveAWidth: programs that sort by position lose a code without a width.
func TestMarksHaveAWidth(t *testing.T) {
	s := testSet(t, read(t, "testdata/fonts/NotoSansThai-Subset.ttf"), read(t, "testdata/fonts/NotoSansDevanagari-Subset.ttf"))
	for _, text := range []string{"ที่", "क्षे"} {
		for _, r := range s.Shape(Style{}, text, false) {
			for _, g := range r.Glyphs {
				if width := r.Face.Advance(g.Picture); width <= 0 && !unicode.Is(unicode.Mc, []rune(g.Text)[0]) {
					t.Errorf("%q in %q is %.0f wide", g.Text, text, width)
				}
			}
		}
	}
}
