package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/pdf"

	"github.com/ghresume/ghresume/internal/part"
)

func TestHTMLOfEntries(t *testing.T) {
	page, err := HTML([]byte("# Ada\n\n## Experience\n\n"+entryMarkdown(1)), Meta{Months: []string{"January", "February", "March"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<article><div class="row"><h3>Engineer, Platform</h3> <span class="when"><time datetime="2021-03">March 2021</time> – present</span></div>` +
			`<p class="row"><span class="what"><a href="https://smith.example">Smith, Jones · Partners</a></span> <span class="where">London, UK</span></p><ul>`,
		`<li class="technologies">Technologies: Go, Kafka</li></ul></article>`,
	} {
		if !strings.Contains(string(page), want) {
			t.Errorf("%s is not in\n%s", want, page[strings.Index(string(page), "<body>"):])
		}
	}
	if strings.Contains(string(page), partAttribute) {
		t.Error("a mark is left")
	}
	harmless(t, page)
}

func TestMoments(t *testing.T) {
	d := dateReader{[]string{"Jan", "Feb", "Mar", "Apr", "May"}}
	for in, want := range map[string]string{
		"Mar 2021": "2021-03", "2021": "2021", "present": "", "03/2021": "2021-03", "2021年3月": "2021-03", "03.2021": "2021-03", "2021.11": "2021-11",
		"expected May 2027": "2027-05", "2019 2020": "", "May": "",
	} {
		if got := d.moment(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

func TestHTMLDirection(t *testing.T) {
	md := "# שרה לוי\n\nתל אביב · +972 3 123 4567\n\n## ניסיון\n\n- כתבה שירותים\n\nEnglish\n"
	page, err := HTML([]byte(md), Meta{Language: "he"})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), `<html lang="he" dir="rtl">`) || !strings.Contains(string(page), `<span class="item" dir="auto">+972 3 123 4567</span>`) {
		t.Errorf("%s", page[strings.Index(string(page), "<body>"):])
	}
}

// TestDirectionsOfParagraphs: a paragraph in Hebrew stays so whatever it begins with, C++ keeps
// its signs, and what is in Latin letters alone is read from left to right.
func TestDirectionsOfParagraphs(t *testing.T) {
	md := "# שרה לוי\n\n## ניסיון\n\n- C++ ו-Rust בליבה\n- Wrote the core in Go.\n\nעברית\n"
	page, err := HTML([]byte(md), Meta{Language: "he"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<li><span class="ltr">C++</span> ו-Rust בליבה</li>`, `<li class="ltr">Wrote the core in Go.</li>`, "<p>עברית</p>"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("%s is not in\n%s", want, page[strings.Index(string(page), "<body>"):])
		}
	}
	page, err = HTML([]byte("# Sara\n\n## Work\n\n- Wrote C++ for שרה\n- כתבה ב-libsea++ שלה ו-.NET\n"), Meta{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if want := "<li>Wrote C++ for שרה</li>\n<li dir=\"auto\">כתבה ב-<span class=\"ltr\">libsea++</span> שלה ו-<span class=\"ltr\">.NET</span></li>"; !strings.Contains(string(page), want) {
		t.Errorf("%s is not in\n%s", want, page[strings.Index(string(page), "<body>"):])
	}
}

// TestDirectionsInPDF: figures alone are read from left to right, and brackets enclose what
// they do in HTML.
func TestDirectionsInPDF(t *testing.T) {
	md := "# שרה לוי\n\n## ניסיון\n\n- C++ ו-Rust בליבה\n- שירות ב-Python (Django)\n- 2016 – 2019\n- +972 3 123\n"
	l, err := lay([]byte(md), Meta{Language: "he"})
	if err != nil {
		t.Fatal(err)
	}
	texts := l.paint(Meta{}).Pages[0].Texts
	for _, test := range []struct{ right, left string }{{"C++", " ו-"}, {" ב-", "Python (Django)"}} {
		if right, left := placeOf(t, texts, test.right), placeOf(t, texts, test.left); right <= left {
			t.Errorf("%q at %.0f is not to the right of %q at %.0f", test.right, right, test.left, left)
		}
	}
	placeOf(t, texts, "+972 3 123")
	placeOf(t, texts, "2016 – 2019")
	for text, want := range map[string]string{
		"2016 – 2019": "\u200E2016 – 2019\u200E", "+972 3 123": "\u200E+972 3 123\u200E", "עברית 3": "עברית 3", "Go 1": "Go 1", " ": " ",
	} {
		if got := rightToLeftRow(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// placeOf returns where a piece is drawn.
func placeOf(t *testing.T, texts []pdf.Text, want string) float64 {
	t.Helper()
	var all []string
	for _, p := range texts {
		if p.Text == want || strings.Contains(p.Text, want) {
			return p.X
		}
		all = append(all, p.Text)
	}
	t.Fatalf("%q is not drawn: %q", want, all)
	return 0
}

func TestShortItemsShareARow(t *testing.T) {
	md := "## Languages\n\n- " + part.Mark(part.Short, "English: native") + "\n- " + part.Mark(part.Short, "German: C1") + "\n"
	page, err := HTML([]byte(md), Meta{})
	if err != nil || !strings.Contains(string(page), "<p>English: native · German: C1</p>") {
		t.Errorf("%v\n%s", err, page)
	}
	if text := textOfPDF(t, []byte(md), Meta{}); !strings.Contains(text, "English: native") || strings.Contains(text, "•") {
		t.Errorf("PDF: %q", text)
	}
}

// TestHTMLContactRow: no line begins or ends with a separator, since separators are not
// text.
func TestHTMLContactRow(t *testing.T) {
	page, err := HTML([]byte("# Ada\n\n**Developer**\n\n"+part.Mark(part.Place, "London, UK")+" · [a@b.example](mailto:a@b.example) · +44 20 7946 0958\n\n## Skills\n\nGo\n"), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<p class="headline"><span class="item">Developer<span class="sign"> ·</span></span><span class="dot"> </span><span class="item">London, UK</span></p>`,
		`<p class="contact"><span class="item"><a href="mailto:a@b.example">a@b.example</a><span class="sign"> ·</span></span><span class="dot"> </span><span class="item">+44 20 7946 0958</span></p>`,
	} {
		if !strings.Contains(string(page), want) {
			t.Errorf("%s is not in\n%s", want, page[strings.Index(string(page), "<body>"):])
		}
	}
}

// TestHTMLRowsReadAsThePage: on an Arabic page, a row that begins with Latin letters starts
// on the right, too.
func TestHTMLRowsReadAsThePage(t *testing.T) {
	md := "# ليلى\n\n## الخبرة\n\n### " + part.Mark(part.Title, "مهندسة") + ", " + part.Mark(part.Organization, "Tally Shops") + "\n\n" + part.Mark(part.Dates, "2021") + " · " + part.Mark(part.Place, "دبي") + "\n\n- Go خدمات\n"
	page, err := HTML([]byte(md), Meta{Language: "ar"})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), `<p class="row"><span class="what">Tally Shops</span> <span class="where">دبي</span></p>`) {
		t.Errorf("%s", page[strings.Index(string(page), "<body>"):])
	}
}

// TestHTMLRowsOfAnotherDirection: on an English page, the rows of an Arabic entry start on
// the right, as in the PDF.
func TestHTMLRowsOfAnotherDirection(t *testing.T) {
	md := "# Laila\n\n## Experience\n\n### " + part.Mark(part.Title, "مهندسة") + ", " + part.Mark(part.Organization, "شركة C++") + "\n\n" + part.Mark(part.Dates, "2021") + "\n\n- Go\n"
	page, err := HTML([]byte(md), Meta{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<div class="row" dir="auto"><h3>مهندسة</h3>`, `<p class="row" dir="auto"><span class="what">شركة <span class="ltr">C++</span></span></p>`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("%s is not in\n%s", want, page[strings.Index(string(page), "<body>"):])
		}
	}
}

// TestRowsOfAnEntryStartOnOneSide: the title decides, in all forms.
func TestRowsOfAnEntryStartOnOneSide(t *testing.T) {
	entry := func(title, company, place string) string {
		return "# Laila\n\n## Experience\n\n### " + part.Mark(part.Title, title) + ", " + part.Mark(part.Organization, company) + "\n\n" +
			part.Mark(part.Dates, "2021") + " · " + part.Mark(part.Place, place) + "\n\n- Go\n"
	}
	for _, test := range []struct {
		md, html string
		fromLeft bool
	}{
		{entry("Engineer", "شركة الدفع", "عمّان"), `<p class="row"><span class="what">شركة الدفع</span>`, true},
		{entry("مهندسة", "Tally Ltd", "عمّان"), `<p class="row" dir="rtl"><span class="what">Tally Ltd</span>`, false},
	} {
		page, err := HTML([]byte(test.md), Meta{Language: "en"})
		if err != nil || !strings.Contains(string(page), test.html) {
			t.Errorf("%s is not in\n%s, %v", test.html, page[strings.Index(string(page), "<body>"):], err)
		}
		l, err := lay([]byte(test.md), Meta{Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range l.pages[0].placed {
			if p.box.role == organization && p.box.fromRight == test.fromLeft {
				t.Errorf("%s: from the right: %v", p.box.text(), p.box.fromRight)
			}
		}
		file, err := DOCX([]byte(test.md), Meta{Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if _, row, _ := strings.Cut(docxPart(t, file, "word/document.xml"), `<w:pStyle w:val="EntryLine"/>`); strings.Contains(row[:strings.Index(row, "</w:pPr>")], "<w:bidi/>") == test.fromLeft {
			t.Errorf("DOCX: %s", row[:200])
		}
	}
}

// TestPrintedLikeThePDF: where the PDF has less white space to avoid a short last page, so
// have printed HTML and DOCX.
func TestPrintedLikeThePDF(t *testing.T) {
	tightened := 0
	for lines := 40; lines < 60; lines++ {
		md := []byte("# Ada\n\n## Work\n\n" + strings.Repeat("- line\n", lines))
		set, err := lay(md, Meta{})
		if err != nil {
			t.Fatal(err)
		}
		page, err := HTML(md, Meta{})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(page), "@media print{:root{--leading:"); got != (set.factor < 1) {
			t.Errorf("%d lines: the PDF's factor is %g, but HTML has one: %t", lines, set.factor, got)
		}
		data, err := DOCX(md, Meta{})
		if err != nil {
			t.Fatal(err)
		}
		look := Meta{}.pageStyle()
		look.scale *= set.factor
		if want := fmt.Sprintf(`w:line="%d"`, twips(look.lineHeight(look.size))); !strings.Contains(docxPart(t, data, "word/styles.xml"), want) {
			t.Errorf("%d lines: DOCX has no %s", lines, want)
		}
		if set.factor < 1 {
			tightened++
		}
	}
	if tightened == 0 {
		t.Error("no document has a short last page")
	}
}
