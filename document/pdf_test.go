package document

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/part"
)

// textOfPDF returns the drawn text, in drawing order.
func textOfPDF(t *testing.T, md []byte, m Meta) string {
	t.Helper()
	l, err := lay(md, m)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, page := range l.paint(m).Pages {
		for _, text := range page.Texts {
			b.WriteString(text.Text)
		}
	}
	return b.String()
}

func TestPDFHoldsTheTextInOrder(t *testing.T) {
	for _, theme := range Themes() {
		text := textOfPDF(t, sample(t), sampleMeta(theme))
		at := 0
		for _, want := range []string{"Ada Łukasiewicz-O'Neil", "Backend Developer", "+44 20 7946 0958", "ada@example.com", "small", "fast", "__init__", "List<T>", "~5 ms ~10 ms",
			"A second line.", "Languages", ": Go, C++, SQL", "Redis & more", "Engineer, ", "Engines & Sons", "March 2021 – present", "append-only ledger",
			"fi fl ffi, naïve café, Ωμέγα, Привіт ", "★", "✓", "→", "1. ", "first", "2. ", "second", "click", "badge", "fine", "1", "2", "code  block"} {
			i := strings.Index(text[at:], want)
			if i < 0 {
				t.Fatalf("%s: %q does not follow in\n%s", theme, want, text[at:])
			}
			at += i + len(want)
		}
	}
}

func TestPDFNamesWhatItCannotDraw(t *testing.T) {
	file, err := PDF([]byte("# 小林\n\nplain 🎉 text\n\nשלום\n\na\u200eb"), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "\u05d5\u05dc\u05dd\u05e9小林🎉"; string(file.Missing) != want {
		t.Errorf("missing %q, want %q", string(file.Missing), want)
	}
	if !file.NameBoxed || file.Boxes < 0.3 || file.Boxes > 0.4 {
		t.Errorf("the name boxed: %v; %.2f of the letters", file.NameBoxed, file.Boxes)
	}
}

func TestPDFHasNoDates(t *testing.T) {
	file, err := PDF(sample(t), sampleMeta(Modern))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(file.Data), "Date") {
		t.Error("there is a date in the file")
	}
}

func TestLongerTextHasMorePages(t *testing.T) {
	ruler, err := NewRuler(Meta{})
	if err != nil {
		t.Fatal(err)
	}
	last := 0.0
	for n := 1; n < 400; n += 40 {
		md := []byte("# A\n" + strings.Repeat("\n- one item of a list", n))
		extent, err := ruler.Measure(md, Meta{})
		pages := extent.Pages
		if err != nil || pages <= last {
			t.Fatalf("%d items: %.2f pages after %.2f, %v", n, pages, last, err)
		}
		file, err := PDF(md, Meta{})
		if err != nil || file.Pages != pages {
			t.Fatalf("measured %.2f, printed %.2f, %v", pages, file.Pages, err)
		}
		last = pages
	}
}

// TestPaginateKeepsTogether lays out random boxes: nothing is lost, no page is too high,
// none ends where it must not, and no line is left alone.
func TestPaginateKeepsTogether(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		boxes := randomBoxes(random, 60)
		pages := paginate(boxes, area{height: 300})
		var seen []string
		for n, p := range pages {
			if p.used > 300.01 {
				t.Fatalf("page %d is %.1f high", n, p.used)
			}
			if last := p.placed[len(p.placed)-1]; last.box.kind == heading && n < len(pages)-1 {
				t.Fatalf("page %d ends with a heading", n)
			}
			for _, part := range p.placed {
				for _, l := range part.lines {
					seen = append(seen, l.fragments[0].text)
				}
				if got, all := len(part.lines), len(part.box.lines); got < all && (all <= minTogether+1 || got < minTogether) {
					t.Fatalf("page %d has %d of %d lines", n, got, all)
				}
			}
		}
		if !slices.Equal(seen, textOfBoxes(boxes)) {
			t.Fatal("lines were lost or changed places")
		}
	}
}

func textOfBoxes(boxes []box) []string {
	var out []string
	for _, b := range boxes {
		for _, l := range b.lines {
			out = append(out, l.fragments[0].text)
		}
	}
	return out
}

func randomBoxes(random *rand.Rand, n int) []box {
	var out []box
	for i := range n {
		b := box{block: block{kind: item}, above: 2, height: 12}
		lines := 1 + random.IntN(6)
		if random.IntN(4) == 0 {
			b.kind, b.height, lines = heading, 16, 1
		}
		for l := range lines {
			b.lines = append(b.lines, line{fragments: []fragment{{text: fmt.Sprintf("%d.%d", i, l)}}})
		}
		out = append(out, b)
	}
	keep(out)
	return out
}

func TestBreakLinesLosesNothing(t *testing.T) {
	l, err := newLayout(Meta{})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"a b", "one two three four five six seven", strings.Repeat("x", 300), "short " + strings.Repeat("long", 80) + " end",
		"https://example.com/" + strings.Repeat("path-of-it/", 30), strings.Repeat("e\u0301", 200), strings.Repeat("小林さん、", 60), strings.Repeat("ภาษาไทย", 60),
	} {
		half := len(string([]rune(text)[:len([]rune(text))/2]))
		b := block{spans: []span{{text: text[:half]}, {text: text[half:], bold: true}}}
		var got strings.Builder
		for _, line := range l.breakLines(l.words(b), 100, 100) {
			if line.width > 100.01 {
				t.Errorf("%q: a line is %.1f wide", text, line.width)
			}
			for _, f := range line.fragments {
				got.WriteString(f.text)
			}
		}
		if got.String() != text {
			t.Errorf("got %q, want %q", got.String(), text)
		}
	}
}

// entryMarkdown returns a job as templates mark it.
func entryMarkdown(items int) string {
	return "### " + part.Mark(part.Title, "Engineer, Platform") + ", " + part.Mark(part.Organization, "[Smith, Jones · Partners](https://smith.example)") + "\n\n" +
		part.Mark(part.Dates, "March 2021 – present") + " · " + part.Mark(part.Place, "London, UK") + "\n\n" +
		strings.Repeat("- Wrote a tool that saved every team an hour of work in each week of the year\n", items) + "\n" + part.Mark(part.Technologies, "Technologies: Go, Kafka") + "\n\n"
}

func TestEntriesHaveTwoRows(t *testing.T) {
	root, err := tree([]byte("# Ada\n\n## Experience\n\n" + entryMarkdown(2)))
	if err != nil {
		t.Fatal(err)
	}
	all := resumeBlocks(root, nil)
	first, second := all[2], all[3]
	if first.text() != "Engineer, Platform" || textOfSpans(first.right) != "March 2021 – present" || first.role != title {
		t.Errorf("first row: %q … %q", first.text(), textOfSpans(first.right))
	}
	if second.text() != "Smith, Jones · Partners" || textOfSpans(second.right) != "London, UK" || second.role != organization {
		t.Errorf("second row: %q … %q", second.text(), textOfSpans(second.right))
	}
	if last := all[len(all)-1]; last.role != technologies || last.entry != first.entry {
		t.Errorf("last: %+v", last)
	}
}

func TestRolesOfOneCompanyNameIt(t *testing.T) {
	md := "### " + part.Mark(part.Organization, "Works") + "\n\n" + part.Mark(part.Dates, "2015 – present") + " · " + part.Mark(part.Place, "Paris") + "\n\n" +
		part.Mark(part.Title, "**Lead**") + " · " + part.Mark(part.Dates, "2019 – present") + "\n\n- led\n\n" +
		part.Mark(part.Title, "**Developer**") + " · " + part.Mark(part.Dates, "2015 – 2019") + " · " + part.Mark(part.Place, "Lyon") + "\n\n- developed\n"
	root, err := tree([]byte(md))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range resumeBlocks(root, nil) {
		got = append(got, b.text()+"|"+textOfSpans(b.right))
	}
	want := []string{"Lead|2019 – present", "Works|Paris", "led|", "Developer|2015 – 2019", "Works|Lyon", "developed|"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestTemplatesWithoutMarksPrintParagraphs(t *testing.T) {
	root, err := tree([]byte("## Experience\n\n### Developer, Works\n\n2015 – 2019 · Lyon\n\n- developed\n"))
	if err != nil {
		t.Fatal(err)
	}
	all := resumeBlocks(root, nil)
	if all[1].text() != "Developer, Works" || all[1].right != nil || all[2].text() != "2015 – 2019 · Lyon" {
		t.Errorf("%+v", all)
	}
}

// TestNothingIsStranded grows the first of several jobs and checks every page break: no
// heading is separated from what follows it, and no line of technologies from its job.
func TestNothingIsStranded(t *testing.T) {
	for _, theme := range Themes() {
		for grow := range 18 {
			md := "# Ada\n\n## Experience\n\n" + entryMarkdown(3+grow) + strings.Repeat(entryMarkdown(4), 6) + "## Education\n\n" + strings.Repeat(entryMarkdown(0), 3)
			l, err := lay([]byte(md), Meta{Theme: theme})
			if err != nil {
				t.Fatal(err)
			}
			for n, page := range l.pages[:len(l.pages)-1] {
				last, next := page.placed[len(page.placed)-1], l.pages[n+1].placed[0]
				sameEntry := last.box.entry > 0 && last.box.entry == next.box.entry
				switch {
				case last.box.role == section, sameEntry && last.box.kind != item:
					t.Errorf("%s, %d more: page %d ends with %q", theme, grow, n+1, last.box.text())
				case next.box.role == technologies:
					t.Errorf("%s, %d more: page %d begins with the technologies", theme, grow, n+2)
				case sameEntry && page.placed[len(page.placed)-2].box.kind != item:
					t.Errorf("%s, %d more: one item under a title on page %d", theme, grow, n+1)
				}
			}
		}
	}
}

// TestEntriesOfRowsFillPages: entries without items, such as degrees, are not kept
// together.
func TestEntriesOfRowsFillPages(t *testing.T) {
	for _, rows := range []string{part.Mark(part.Dates, "2010") + " · " + part.Mark(part.Place, "Lund"), ""} {
		entry := "### " + part.Mark(part.Title, "MSc Informatics") + "\n\n" + rows + "\n\n"
		for _, theme := range Themes() {
			l, err := lay([]byte("# Ada\n\n## Education\n\n"+strings.Repeat(entry, 90)+"## Awards\n\n- Best talk\n"), Meta{Theme: theme})
			if err != nil {
				t.Fatal(err)
			}
			for n, page := range l.pages[:len(l.pages)-1] {
				if page.used < l.height*0.9 {
					t.Errorf("%s: page %d is filled to %.2f", theme, n+1, page.used/l.height)
				}
			}
		}
	}
}

func TestNoSeparatorEndsALine(t *testing.T) {
	md := "# Ada\n\n**Developer**\n\nLondon, United Kingdom · [ada@example.com](mailto:ada@example.com) · [+44 20 7946 0958](tel:+442079460958) · [example.com/ada-lovelace](https://example.com) · [linkedin.com/in/ada-lovelace](https://linkedin.com/in/ada)\n"
	l, err := lay([]byte(md), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, placed := range l.pages[0].placed {
		for _, line := range placed.lines {
			var b strings.Builder
			for _, f := range line.fragments {
				b.WriteString(f.text)
			}
			if text := strings.TrimSpace(b.String()); strings.HasPrefix(text, "·") || strings.HasSuffix(text, "·") {
				t.Errorf("a separator at an end of %q", text)
			}
			lines++
		}
	}
	if lines != 4 {
		t.Errorf("%d lines, want the name, the headline and two of the contact", lines)
	}
}

// TestPDFOfNothing: an empty profile prints an empty page.
func TestPDFOfNothing(t *testing.T) {
	file, err := PDF(nil, Meta{})
	if err != nil || !bytes.HasPrefix(file.Data, []byte("%PDF-")) {
		t.Errorf("%v", err)
	}
}

// TestRightToLeft: rows start at the right margin, and the items of a row keep their own
// directions.
func TestRightToLeft(t *testing.T) {
	md := "# שרה לוי\n\n**מהנדסת תוכנה**\n\nתל אביב · +972 3 123 4567 · [s@example.com](mailto:s@example.com)\n\n## ניסיון\n\n### " +
		part.Mark(part.Title, "מהנדסת") + ", " + part.Mark(part.Organization, "חברה") + "\n\n" + part.Mark(part.Dates, "2021 – היום") + "\n\n- כתבה שירותים\n"
	l, err := lay([]byte(md), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]float64{}
	for _, text := range l.paint(Meta{}).Pages[0].Texts {
		at[strings.TrimSpace(text.Text)] = text.X
	}
	if _, whole := at["+972 3 123 4567"]; !whole {
		t.Errorf("the telephone number is in pieces: %v", at)
	}
	if !(at["תל אביב"] > at["+972 3 123 4567"] && at["+972 3 123 4567"] > at["s@example.com"]) {
		t.Errorf("the contact row does not run from right to left: %v", at)
	}
	if !(at["מהנדסת"] > 400 && at["2021 – "] < 100 && at["•"] > 500) {
		t.Errorf("the entry does not begin on the right: %v", at)
	}
}

// TestPlaceStandsBesideTheHeadline: if both fit on a line, and only then.
func TestPlaceStandsBesideTheHeadline(t *testing.T) {
	for headlineText, want := range map[string]string{
		"Backend Developer":     "Backend Developer · London, UK|a@b.example",
		strings.Repeat("x", 55): strings.Repeat("x", 55) + "|London, UK · a@b.example",
	} {
		root, err := tree([]byte("# Ada\n\n**" + headlineText + "**\n\n" + part.Mark(part.Place, "London, UK") + " · a@b.example\n\n## Skills\n\nGo\n"))
		if err != nil {
			t.Fatal(err)
		}
		all := resumeBlocks(root, nil)
		if got := all[1].text() + "|" + all[2].text(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestContactRowsAreBalanced: two lines are about equally long.
func TestContactRowsAreBalanced(t *testing.T) {
	md := "# Ada\n\n+44 20 7946 0958 · ada@example.com · example.com/ada-lovelace · linkedin.com/in/ada-lovelace · github.com/ada · mastodon.example/@ada\n"
	l, err := lay([]byte(md), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	lines := l.pages[0].placed[1].lines
	if len(lines) != 2 || lines[1].width < lines[0].width*0.6 {
		t.Errorf("%d lines, %.0f and %.0f wide", len(lines), lines[0].width, lines[len(lines)-1].width)
	}
}
