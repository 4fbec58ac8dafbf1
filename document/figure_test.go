package document

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/hostile"
	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/picture"
)

func pictureOf(s string) Meta {
	shares := picture.Shares{{Name: s, Part: 0.7, Shown: "70 %"}, {Name: "Zig", Part: 0.3, Shown: "30 %"}}
	return Meta{Pictures: map[string]*picture.Picture{"languages": {Title: s, Alt: s + " in words", Notes: []string{s}, Body: shares}}}
}

var figured = []byte("# Ada\n\n## Skills\n\n- Go\n\n" + part.Mark(part.Figure, "languages") + "\n\n" + part.Mark(part.Figure, "streak") + "\n\n## Experience\n\nText\n")

// TestFigures: a picture appears where the text names it, with its text; nothing appears
// for an unknown name, nor in DOCX.
func TestFigures(t *testing.T) {
	page, err := HTML(figured, pictureOf("Go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<figure><svg ", `viewBox="0 0 373 `, `aria-labelledby="languages-t languages-d"`, `<desc id="languages-d">Go in words</desc>`, ">70 %</text>", `figure [fill="#1f2328"]{fill:#f0f6fc}`} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the page has no %s", want)
		}
	}
	if bare, err := HTML(sample(t), pictureOf("Go")); err != nil || bytes.Contains(bare, []byte("figure")) {
		t.Errorf("a page without a picture has its style: %v", err)
	}
	pdf := textOfPDF(t, figured, pictureOf("Go"))
	if before, after, found := strings.Cut(pdf, "70 %"); !found || !strings.Contains(before, "SKILLS") || !strings.Contains(after, "EXPERIENCE") {
		t.Errorf("the PDF reads\n%s", pdf)
	}
	word, err := DOCX(figured, pictureOf("Go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{string(page), pdf, docxPart(t, word, "word/document.xml")} {
		if strings.Contains(text, "streak") || strings.Contains(text, "\ue001") {
			t.Errorf("the name of a picture is printed:\n%s", text)
		}
	}
}

// TestFiguresMayHoldAnything: whatever a language or a project is called, the name breaks
// neither the picture nor the page.
func TestFiguresMayHoldAnything(t *testing.T) {
	for _, s := range hostile.Texts() {
		page, err := HTML(figured, pictureOf(s))
		if err != nil || bytes.Count(page, []byte("<script")) != 1 || bytes.Count(page, []byte("<svg")) != 1 {
			t.Errorf("%q: %v", s, err)
		}
		if _, err := PDF(figured, pictureOf(s)); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

// TestFiguresFit: a picture is no wider than the text, and moves to the next page as a
// whole.
func TestFiguresFit(t *testing.T) {
	m := pictureOf("Go")
	m.Page.Margins = &Margins{Top: 150, Right: 220, Bottom: 150, Left: 220}
	l, err := lay([]byte("# Ada\n\n## A\n\n"+strings.Repeat("- line\n", 33)+"\n"+part.Mark(part.Figure, "languages")+"\n"), m)
	if err != nil {
		t.Fatal(err)
	}
	last := l.pages[len(l.pages)-1].placed
	b := last[len(last)-1].box
	if d := b.picture.Drawing(); d.Width*figureScaleIn(d, b.width) > l.width+0.01 {
		t.Errorf("the picture is %v wide in %v", d.Width*figureScaleIn(d, b.width), l.width)
	}
	for _, s := range l.pages {
		if s.used > l.height+0.1 {
			t.Errorf("a page of %v holds %v", l.height, s.used)
		}
	}
}

// TestFiguresFromTheRight: in a picture that is read from right to left, the facts of a
// project follow each other from the right, and a number is before its word.
func TestFiguresFromTheRight(t *testing.T) {
	cards := picture.Cards{{Name: "loom", Facts: []string{"Rust", "★ 80", "9.9k הורדות"}}}
	m := Meta{Language: "he", Pictures: map[string]*picture.Picture{"languages": {Title: "מיזמים", Language: "he", Body: cards}}}
	l, err := lay(figured, m)
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]float64{}
	for _, text := range l.paint(m).Pages[0].Texts {
		at[strings.TrimSpace(text.Text)] = text.X
	}
	for i, order := 1, []string{"Rust", "★ 80", "9.9k", "הורדות"}; i < len(order); i++ {
		right, left := order[i-1], order[i]
		if at[left] == 0 || at[left] >= at[right] {
			t.Errorf("%q is not at the left of %q: %v", left, right, at)
		}
	}
}
