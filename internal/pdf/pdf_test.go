package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/typeface"
)

func testFonts(t testing.TB) *typeface.Set {
	t.Helper()
	read := func(name string) *typeface.Font {
		data, err := os.ReadFile("../../document/fonts/" + name + ".ttf")
		if err != nil {
			t.Fatal(err)
		}
		fonts, err := typeface.Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		return fonts[0]
	}
	var f typeface.Fonts
	for i, style := range []string{"Regular", "Bold", "Italic", "BoldItalic"} {
		f.Text[i] = read("OpenSans-" + style)
	}
	f.Code = read("DejaVuSansMono")
	return typeface.NewSet(f)
}

// page returns a small document with everything that a page may contain.
func page() *Document {
	black := Style{Size: 10}
	return &Document{
		Width: 200, Height: 300, Title: "Ada (Test) ż", Author: "Ada", Language: "en", Producer: "test",
		Elements: []Element{
			{Tag: "Document", Parent: -1}, {Tag: "H1", Parent: 0}, {Tag: "P", Parent: 0}, {Tag: "Link", Parent: 2, Link: "https://a.example/(x)", Says: "a link"},
			{Tag: "L", Parent: 0}, {Tag: "LI", Parent: 4}, {Tag: "Lbl", Parent: 5}, {Tag: "LBody", Parent: 5}, {Tag: "P", Parent: 0},
		},
		Pages: []Page{{
			Shapes: []Shape{{Kind: Line, X1: 10, Y1: 10, Width: 1}, {Kind: Rectangle, X1: 9, Y1: 9}, {Kind: Disc, X0: 1, X1: 4, Y0: 1, Y1: 4}},
			Texts: []Text{
				{X: 10, Y: 20, Width: 40, Text: "Ada \\ (Test)", Style: Style{Style: typeface.Style{Bold: true}, Size: 20}, Element: 1},
				{X: 10, Y: 40, Width: 20, Text: "see ", Style: black, Element: 2},
				{X: 30, Y: 40, Width: 15, Text: "a ", Style: black, Element: 3},
				{X: 45, Y: 40, Width: 15, Text: "link", Style: black, Element: 3},
				{X: 60, Y: 40, Width: 80, Text: " ", Style: black, Element: 2, Gap: true},
				{X: 10, Y: 60, Width: 6, Text: "• ", Style: black, Element: 6},
				{X: 20, Y: 60, Width: 60, Text: "שלום 小", Style: black, Element: 7, RightToLeft: true},
			},
		}, {
			Texts:  []Text{{X: 10, Y: 20, Width: 40, Text: "more", Style: black, Element: 7}},
			Footer: []Text{{X: 10, Y: 290, Width: 40, Text: "2 / 2", Style: black}},
		}},
		Bookmarks: []Bookmark{{"Ada", 1, 0, 10}, {"deep", 3, 0, 20}, {"two", 2, 1, 20}},
	}
}

// objects returns the objects of a file by number, with streams uncompressed.
func objects(t testing.TB, data []byte) map[int]string {
	t.Helper()
	out := map[int]string{}
	for _, m := range regexp.MustCompile(`(?s)(\d+) 0 obj\n(.*?)\nendobj\n`).FindAllSubmatch(data, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		body := string(m[2])
		if dictionary, packed, isStream := strings.Cut(body, "\nstream\n"); isStream && strings.Contains(dictionary, "/FlateDecode") {
			z, err := zlib.NewReader(strings.NewReader(packed))
			if err != nil {
				t.Fatal(err)
			}
			plain, err := io.ReadAll(z)
			if err != nil {
				t.Fatal(err)
			}
			body = dictionary + "\nstream\n" + string(plain)
		}
		out[n] = body
	}
	return out
}

func all(t testing.TB, data []byte) string {
	var b strings.Builder
	for _, o := range objects(t, data) {
		b.WriteString(o + "\n")
	}
	return b.String()
}

// TestCrossReferences: every offset in the table points to its object, and every reference
// to an existing one.
func TestCrossReferences(t *testing.T) {
	data := Write(page(), testFonts(t))
	_, table, _ := bytes.Cut(data, []byte("\nxref\n"))
	for n, m := range regexp.MustCompile(`(\d{10}) 00000 n`).FindAllSubmatch(table, -1) {
		at, _ := strconv.Atoi(string(m[1]))
		if want := fmt.Sprintf("%d 0 obj", n+1); !bytes.HasPrefix(data[at:], []byte(want)) {
			t.Errorf("offset %d does not lead to %s", at, want)
		}
	}
	known := objects(t, data)
	for n, o := range known {
		dictionary, _, _ := strings.Cut(o, "stream\n")
		for _, m := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(dictionary, -1) {
			if to, _ := strconv.Atoi(m[1]); known[to] == "" {
				t.Errorf("object %d refers to %d, which is not there", n, to)
			}
		}
	}
}

// TestConditionsOfAccessibility checks the requirements of PDF/UA-1 and PDF/A-2 that can be
// read from a file.
func TestConditionsOfAccessibility(t *testing.T) {
	data := Write(page(), testFonts(t))
	text := all(t, data)
	for _, want := range []string{
		"/MarkInfo<</Marked true>>", "/Lang(en)", "/DisplayDocTitle true", "/StructTreeRoot", "/OutputIntents", "/Metadata", "<dc:title>",
		"/Tabs/S", "/ParentTree<<", "/S/H1", "/S/LBody", "/S/Lbl", "/S/LI", "/A<</O/List/ListNumbering/Disc>>", "/Contents(a link)", "/Type/OBJR", "/ActualText",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in the file", want)
		}
	}
	if !regexp.MustCompile(`/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]`).Match(data) {
		t.Error("the file has no ID")
	}
	for _, m := range regexp.MustCompile(`/(?:FontName|BaseFont)/(\S+?)/`).FindAllStringSubmatch(text, -1) {
		if !regexp.MustCompile(`^[A-Z]{6}\+`).MatchString(m[1]) {
			t.Errorf("the subset %s has no prefix", m[1])
		}
	}
	for _, claim := range []string{"pdfuaid", "pdfaid"} {
		if strings.Contains(text, claim) {
			t.Errorf("the file claims %s, which nobody has validated", claim)
		}
	}
}

// TestAllPaintIsMarked: nothing is drawn outside of marked content or an artifact.
func TestAllPaintIsMarked(t *testing.T) {
	drawing := regexp.MustCompile(`BDC|EMC|\]TJ|\bre f\b|\bl S\b|\bf\b|\bDo\b`)
	for _, o := range objects(t, Write(page(), testFonts(t))) {
		_, content, _ := strings.Cut(o, "stream\n")
		if !strings.Contains(content, "BDC") {
			continue
		}
		depth := 0
		for _, op := range drawing.FindAllString(content, -1) {
			switch op {
			case "BDC":
				depth++
			case "EMC":
				depth--
			default:
				if depth != 1 {
					t.Errorf("%s is drawn in a depth of %d", op, depth)
				}
			}
		}
		if depth != 0 {
			t.Errorf("marks do not balance: %d", depth)
		}
	}
}

// TestFontsAreThoseUsed: the file contains no face that draws nothing.
func TestFontsAreThoseUsed(t *testing.T) {
	text := all(t, Write(page(), testFonts(t)))
	if n := strings.Count(text, "/FontFile2"); n != 2 {
		t.Errorf("%d fonts are embedded, want regular and bold", n)
	}
}

func TestOneAreaForOneLink(t *testing.T) {
	text := all(t, Write(page(), testFonts(t)))
	if n := strings.Count(text, "/Subtype/Link"); n != 1 {
		t.Errorf("%d areas for one link in two pieces", n)
	}
	if !strings.Contains(text, `/URI(https://a.example/\(x\))`) {
		t.Error("the address is not escaped")
	}
}

func TestCharactersWithoutAGlyphStayInTheText(t *testing.T) {
	text := all(t, Write(page(), testFonts(t)))
	if !strings.Contains(text, "><5C0F>") {
		t.Error("小 is not in a map to Unicode")
	}
	if strings.Contains(text, "><FFFD>") {
		t.Error("U+FFFD is in a map to Unicode")
	}
}

func TestSameBytes(t *testing.T) {
	if !bytes.Equal(Write(page(), testFonts(t)), Write(page(), testFonts(t))) {
		t.Error("two runs differ")
	}
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{"plain": "(plain)", `(\)`: `(\(\\\))`, "ż": "<FEFF017C>", "🎉": "<FEFFD83CDF89>", "": "()"} {
		if got := text(in); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
	for in, want := range map[float64]string{1: "1", 0.5: "0.5", -0.001: "0", 12.345: "12.35", -3.1: "-3.1"} {
		if got := number(in); got != want {
			t.Errorf("%v: %s, want %s", in, got, want)
		}
	}
}

func TestFootersAreNoText(t *testing.T) {
	for _, o := range objects(t, Write(page(), testFonts(t))) {
		if strings.Contains(o, "/Subtype/Footer") && strings.Count(o, "]TJ") != 1 {
			t.Errorf("the second page has more than its one piece of text:\n%s", o)
		}
	}
}

// TestAStopComesBeforeAllText: it ends the line of the page before, and is an artifact that
// stands for nothing.
func TestAStopComesBeforeAllText(t *testing.T) {
	d := page()
	d.Pages[1].Stop = []Text{{X: 60, Y: 290, Width: 2, Text: "·", Style: Style{Size: 8}}}
	n := 0
	for _, o := range objects(t, Write(d, testFonts(t))) {
		_, after, found := strings.Cut(o, "stream\n/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n/Span<</ActualText()>>BDC\nBT ")
		if found && strings.Index(after, "EMC\nEMC\n") < strings.Index(after, "/LBody") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d pages begin with a stop, want the second", n)
	}
}

func TestARaisedPageLooksTheSame(t *testing.T) {
	d := page()
	d.Pages[1].Raised = -300
	text := all(t, Write(d, testFonts(t)))
	if !strings.Contains(text, "/MediaBox[0 -300 200 0]") || !strings.Contains(text, "1 0 0 1 10 -20 Tm") || !strings.Contains(text, "/XYZ null -20 null") {
		t.Error("the second page is not moved as a whole")
	}
}

func TestSVGShowsThePages(t *testing.T) {
	pages := SVG(page(), testFonts(t))
	if len(pages) != 2 || strings.Count(pages[0], "<svg") != 1 || !strings.Contains(pages[0], "<circle") || !strings.Contains(pages[1], "<use") {
		t.Errorf("%.300s", pages)
	}
	names := regexp.MustCompile(`href="#(g\d+)"`).FindAllStringSubmatch(pages[0], -1)
	for _, n := range names {
		if !strings.Contains(pages[0], `<path id="`+n[1]+`"`) {
			t.Errorf("%s is used and not drawn", n[1])
		}
	}
}

// TestElementsKeepTheirOrder: text that a page shows before a heading may come after it in the
// structure.
func TestElementsKeepTheirOrder(t *testing.T) {
	style := Style{Size: 10}
	d := &Document{Width: 100, Height: 100, Elements: []Element{{Tag: "Document", Parent: -1}, {Tag: "H3", Parent: 0}, {Tag: "P", Parent: 0}, {Tag: "P", Parent: 0}},
		Pages: []Page{{Texts: []Text{
			{X: 0, Y: 10, Width: 20, Text: "2020", Style: style, Element: 2}, {X: 30, Y: 10, Width: 20, Text: "Job", Style: style, Element: 1}, {X: 0, Y: 30, Width: 20, Text: "Works", Style: style, Element: 3},
		}}}}
	var tags []string
	for _, o := range objects(t, Write(d, testFonts(t))) {
		if strings.Contains(o, "/S/Document") {
			for _, kid := range regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(o[strings.Index(o, "/K"):], -1) {
				number, _ := strconv.Atoi(kid[1]) // the pattern matches digits only
				tags = append(tags, regexp.MustCompile(`/S/(\w+)`).FindString(objects(t, Write(d, testFonts(t)))[number]))
			}
		}
	}
	if want := []string{"/S/H3", "/S/P", "/S/P"}; !slices.Equal(tags, want) {
		t.Errorf("got %q, want %q", tags, want)
	}
}
