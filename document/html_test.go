package document

import (
	"strings"
	"testing"

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
		`<p class="technologies">Technologies: Go, Kafka</p></article>`,
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
