package document

import (
	"strings"
	"testing"
)

const letter = `# Ada Example

**Engineer**

[ada@example.com](mailto:ada@example.com) · [ada.example](https://ada.example)

Acme Ltd  
Leeds

**Application**

You can see it at [the page](https://ada.example/page).

- One point
- Another point

Sincerely,  
Ada
`

// TestLetters: what stands below the header is not part of it, whatever it contains, and its
// paragraphs have space between them.
func TestLetters(t *testing.T) {
	l, err := lay([]byte(letter), Meta{Theme: Classic})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range l.pages[0].placed {
		b := p.box
		if isHeader := b.role == name || b.role == headline || b.role == contact; b.prose == isHeader || b.centered != isHeader {
			t.Errorf("%q: role %d, prose %v, centered %v", b.text(), b.role, b.prose, b.centered)
		}
		if least := 5.0; b.prose && b.kind == paragraph && b.above < least {
			t.Errorf("%q has %.1f pt above it", b.text(), b.above)
		}
		for _, line := range p.lines {
			if strings.HasPrefix(line.fragments[0].text, " ") {
				t.Errorf("a line begins with a blank: %q", line.fragments[0].text)
			}
		}
	}
	page, err := HTML([]byte(letter), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(page), `</header><div class="letter"><p>Acme Ltd`) {
		t.Errorf("%s", page[strings.Index(string(page), "<body>"):])
	}
	data, err := DOCX([]byte(letter), Meta{Theme: Classic})
	if err != nil {
		t.Fatal(err)
	}
	text := docxPart(t, data, "word/document.xml")
	if n := strings.Count(text, `<w:jc w:val="center"/>`); n != 3 || strings.Contains(text, "> Leeds<") {
		t.Errorf("%d paragraphs are centered in\n%s", n, text)
	}
}
