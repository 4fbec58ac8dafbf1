package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func sample(t testing.TB) []byte {
	t.Helper()
	md, err := os.ReadFile("testdata/resume.md")
	if err != nil {
		t.Fatal(err)
	}
	return md
}

func sampleMeta(theme Theme) Meta {
	return Meta{
		Title: "Ada, Backend Developer", Author: "Ada Łukasiewicz-O'Neil", Description: `Builds "small" </script> services.`, Language: "en",
		Keywords: []string{"Go", "C++"}, Theme: theme,
		Person: Person{Name: "Ada", JobTitle: "Backend Developer", SameAs: []string{"https://github.com/ada"}},
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at it, then run go test ./document -update\n%s", path, got)
	}
}

// withoutFonts matches the fonts of a page, which golden files leave out.
var withoutFonts = regexp.MustCompile(`base64,[^)]*`)

func TestHTMLGolden(t *testing.T) {
	for _, theme := range Themes() {
		page, err := HTML(sample(t), sampleMeta(theme))
		if err != nil {
			t.Fatal(err)
		}
		golden(t, "testdata/"+string(theme)+".html", withoutFonts.ReplaceAll(page, []byte("base64,…")))
	}
}

// harmless reports anything in a page that could load or run something.
func harmless(t *testing.T, page []byte) {
	t.Helper()
	root, err := xhtml.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type != xhtml.ElementNode {
			continue
		}
		switch n.Data {
		case "script":
			if attribute(n, "type") != "application/ld+json" {
				t.Errorf("a script: %q", textOf(n))
			}
		case "img", "iframe", "object", "form", "link", "svg", "base":
			t.Errorf("an element %s", n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" {
				t.Errorf("an attribute %s=%q", a.Key, a.Val)
			}
			if a.Key == "href" && !strings.HasPrefix(a.Val, "http") && !strings.HasPrefix(a.Val, "mailto:") && !strings.HasPrefix(a.Val, "tel:") {
				t.Errorf("a link to %q", a.Val)
			}
		}
	}
}

func TestHTMLIsHarmless(t *testing.T) {
	page, err := HTML(sample(t), sampleMeta(Modern))
	if err != nil {
		t.Fatal(err)
	}
	harmless(t, page)
	for _, want := range []string{"badge", "click", `<a href="https://ok.example">fine</a>`, "__init__", "List&lt;T&gt;", `<section aria-labelledby="skills">`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("%q is not in the page", want)
		}
	}
}

// docxPart returns a part of a DOCX.
func docxPart(t testing.TB, data []byte, name string) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	part, err := archive.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(part)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func wellFormed(t testing.TB, text string) {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
	}
}

func TestDOCXGolden(t *testing.T) {
	data, err := DOCX(sample(t), sampleMeta(Classic))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml"} {
		wellFormed(t, docxPart(t, data, name))
	}
	golden(t, "testdata/document.xml", []byte(strings.ReplaceAll(docxPart(t, data, "word/document.xml"), "<w:p>", "\n<w:p>")))
}

func TestSameInputSameBytes(t *testing.T) {
	for name, make := range map[string]func([]byte, Meta) ([]byte, error){
		"HTML": HTML, "DOCX": DOCX,
		"PDF": func(md []byte, m Meta) ([]byte, error) {
			file, err := PDF(md, m)
			if err != nil {
				return nil, err
			}
			return file.Data, nil
		},
	} {
		first, err := make(sample(t), sampleMeta(Modern))
		if err != nil {
			t.Fatal(err)
		}
		second, _ := make(sample(t), sampleMeta(Modern))
		if !bytes.Equal(first, second) {
			t.Errorf("%s: two runs differ", name)
		}
		if !IsOurs(first) {
			t.Errorf("%s: not known as ours", name)
		}
	}
	for _, other := range []string{"", "%PDF-1.4\n/Producer (Word)", "PK\x03\x04", "<html>ghresume</html>"} {
		if IsOurs([]byte(other)) {
			t.Errorf("%q is taken for ours", other)
		}
	}
}

func TestPaperFor(t *testing.T) {
	for location, want := range map[string]Paper{
		"": A4, "London, UK": A4, "Berlin": A4, "Austin, TX": Letter, "Remote (US)": Letter, "Toronto, ON, Canada": Letter,
		"San Francisco, California": Letter, "Perth, WA, Australia": A4, "New York, NY 10001": Letter, "Tbilisi, Georgia": A4, "ON": A4, "U.S.A.": Letter,
	} {
		if got := PaperFor(location); got != want {
			t.Errorf("%q: %s, want %s", location, got, want)
		}
	}
}

func TestColoursCanBeRead(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				for _, page := range []rgb{white, night} {
					if c := (rgb{r, g, b}).readableOn(page); contrast(c, page) < enoughContrast {
						t.Fatalf("%v on %v has a contrast of %.2f", c, page, contrast(c, page))
					}
				}
			}
		}
	}
}

func FuzzDocuments(f *testing.F) {
	f.Add(sample(f), "Ada", "#ffffff")
	f.Add([]byte("# 小林 🎉\n\n- "+strings.Repeat("x", 4000)+"\n\n1. a\n   1. b\n\n> quote\n\n***\n\n`"), "\x00\"</title>", "red")
	f.Add([]byte("[a](https://example.com/\"\\>) <b><i>x</b></i>\n\n|a|\n|-|\n\u202e\u2028\ufffe"), "(\\)", "")
	f.Fuzz(func(t *testing.T, md []byte, title, accent string) {
		if len(md) > 20000 {
			return
		}
		m := Meta{Title: title, Author: title, Description: title, Language: title, Keywords: []string{title}, Accent: accent, Person: Person{Name: title, URL: title}}
		file, err := PDF(md, m)
		if err != nil || file.Pages <= 0 {
			t.Fatalf("PDF: %v", err)
		}
		page, err := HTML(md, m)
		if err != nil {
			t.Fatal(err)
		}
		harmless(t, page)
		data, err := DOCX(md, m)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"word/document.xml", "word/styles.xml", "word/numbering.xml", "docProps/core.xml"} {
			wellFormed(t, docxPart(t, data, name))
		}
	})
}

func BenchmarkPDF(b *testing.B) {
	md := sample(b)
	for b.Loop() {
		if _, err := PDF(md, sampleMeta(Modern)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	md := sample(b)
	for b.Loop() {
		if _, err := HTML(md, sampleMeta(Modern)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDOCX(b *testing.B) {
	md := sample(b)
	for b.Loop() {
		if _, err := DOCX(md, sampleMeta(Modern)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMeasure(b *testing.B) {
	md := sample(b)
	ruler, err := NewRuler(sampleMeta(Modern))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := ruler.Measure(md, sampleMeta(Modern)); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTelephoneNumbersInRightToLeftRows(t *testing.T) {
	if got, want := rightToLeftRow("תל אביב · +972 3 123 4567 · a@b.example"), "תל אביב\u200F · \u200F\u200E+972 3 123 4567\u200E\u200F · \u200Fa@b.example"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestMarksOfRowsFromTheRight: on a page that is read from right to left, the mark between two
// items would move the figures of the second one before the separator.
func TestMarksOfRowsFromTheRight(t *testing.T) {
	md := []byte("# שרה לוי\n\n## פרויקטים\n\nGo · 4 גרסאות\u200e · 8k הורדות\n")
	page, err := HTML(md, Meta{Language: "he"})
	if err != nil {
		t.Fatal(err)
	}
	file, err := DOCX(md, Meta{Language: "he"})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{string(page), docxPart(t, file, "word/document.xml")} {
		if !strings.Contains(text, "גרסאות · 8k הורדות") {
			t.Errorf("the mark is still in\n%s", text)
		}
	}
}

// TestNamesWithSignsInRightToLeftDOCX: a run that is read from right to left would show C++ as
// ++C and .NET as NET. in Word. LibreOffice goes by the characters: there, a mark keeps them in
// order.
func TestNamesWithSignsInRightToLeftDOCX(t *testing.T) {
	const right, left = `<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">`, `<w:r><w:t xml:space="preserve">`
	const mark, end = "\u200E", "</w:t></w:r>"
	for md, want := range map[string]string{
		"- כתבה ב-C++ וב-.NET שירותים": right + "כתבה ב-" + end + left + "C++" + end + right + mark + " וב-" + mark + end + left + ".NET" + end + right + " שירותים" + end,
		"- **שפות**: C++, Go, C#":      left + ": C++, Go, C#" + mark + end,
		"- C++, Kafka וגם C#, .NET":    left + "C++" + end + right + ", Kafka וגם " + end + left + "C#" + end + right + ", " + end + left + ".NET" + end,
		"- Wrote it (in Go).":          left + "Wrote it (in Go)." + mark + end,
		"- (Go) only":                  left + mark + "(Go) only" + end,
		"- Wrote it in Go":             left + "Wrote it in Go" + end,
	} {
		data, err := DOCX([]byte("# שרה לוי\n\n## ניסיון\n\n"+md+"\n"), Meta{Language: "he"})
		if err != nil {
			t.Fatal(err)
		}
		if text := docxPart(t, data, "word/document.xml"); !strings.Contains(text, want) {
			t.Errorf("%q: %q is not in\n%s", md, want, text)
		}
	}
}

// TestContactRowOfDOCX checks that the row is broken between items, as in the PDF.
func TestContactRowOfDOCX(t *testing.T) {
	md := "# Ada\n\n[+44 20 7946 0958](tel:+442079460958) · ada@example.com · [example.com/ada-lovelace](https://example.com/ada-lovelace) · linkedin.com/in/ada-lovelace · github.com/ada · mastodon.example/@ada\n\n## Work\n\ntext\n"
	data, err := DOCX([]byte(md), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	text := docxPart(t, data, "word/document.xml")
	if breaks, separators := strings.Count(text, "<w:br/>"), strings.Count(text, " · "); breaks != 1 || separators != 4 {
		t.Errorf("%d line ends and %d separators between six items", breaks, separators)
	}
}

// TestThemesAreDocumented: the page on documents has a row for each theme.
func TestThemesAreDocumented(t *testing.T) {
	const path, head = "../docs/documents.md", "| theme | |\n| --- | --- |\n"
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, table, found := strings.Cut(string(page), head)
	_, after, ends := strings.Cut(table, "\n\n")
	if !found || !ends {
		t.Fatalf("%s has no table of themes", path)
	}
	var rows []string
	for _, theme := range Themes() {
		rows = append(rows, fmt.Sprintf("| `%s` | %s |", theme, theme.About()))
	}
	golden(t, path, []byte(before+head+strings.Join(rows, "\n")+"\n\n"+after))
}
