package document

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/part"
	"github.com/ghresume/ghresume/internal/pdf"
)

// TestGroupsOfSkillsStayTogether grows the text above a list of groups: no page break divides
// the list.
func TestGroupsOfSkillsStayTogether(t *testing.T) {
	const groups = "- **Languages**: Go, SQL\n- **Databases**: PostgreSQL\n- **Tools**: Docker, Make\n- **Cloud**: AWS\n"
	for _, theme := range Themes() {
		for grow := range 12 {
			md := "# Ada\n\n## Work\n\n" + strings.Repeat("- built a bridge\n", 40+grow) + "\n## Skills\n\n" + groups + "\n## Other\n\n- swims\n"
			l, err := lay([]byte(md), Meta{Theme: theme})
			if err != nil {
				t.Fatal(err)
			}
			for n, page := range l.pages[:len(l.pages)-1] {
				if last, next := page.placed[len(page.placed)-1].box, l.pages[n+1].placed[0].box; last.role == label && next.role == label {
					t.Errorf("%s, %d more: %q and %q are on two pages", theme, grow, last.text(), next.text())
				}
			}
		}
	}
}

// TestALongListOfGroupsIsDivided: a list that is longer than a page breaks, but not next to its
// ends.
func TestALongListOfGroupsIsDivided(t *testing.T) {
	var groups strings.Builder
	for n := range 90 {
		fmt.Fprintf(&groups, "- **Group %d**: Go, SQL\n", n)
	}
	l, err := lay([]byte("# Ada\n\n## Skills\n\n"+groups.String()), Meta{})
	if err != nil {
		t.Fatal(err)
	}
	if first, last := l.pages[0], l.pages[len(l.pages)-1]; len(l.pages) != 2 || len(first.placed) < 40 || len(last.placed) < 2 {
		t.Errorf("%d pages", len(l.pages))
	}
}

func dated(title, more string) string {
	return "- " + part.Mark(part.Title, title) + ", " + part.Mark(part.Organization, "Academy") + " · " + part.Mark(part.Dates, "May 2021") + more + "\n"
}

// TestDatesOfAListAreInOnePlace: beside all items or in the text of all.
func TestDatesOfAListAreInOnePlace(t *testing.T) {
	long := strings.Repeat("a title that fills the line ", 4)
	for name, c := range map[string]struct {
		list   string
		beside int
	}{
		"short items":         {dated("CKA", "") + dated("CKAD", ""), 2},
		"one without dates":   {dated("CKA", "") + "- Sports badge\n", 1},
		"one with more":       {dated("CKA", "") + dated("CKAD", " · valid until May 2024"), 0},
		"one that is long":    {dated("CKA", "") + dated(long, ""), 0},
		"one of two lines":    {dated("CKA", "") + dated(strings.Repeat("WWW ", 19), ""), 0},
		"in another section":  {dated("CKA", "") + "\n## Awards\n\n" + dated(long, ""), 1},
		"dates in the middle": {"- " + part.Mark(part.Dates, "2020") + ": began\n", 0},
	} {
		l, err := lay([]byte("# Ada\n\n## Certifications\n\n"+c.list), Meta{})
		if err != nil {
			t.Fatal(err)
		}
		beside := 0
		for _, placed := range l.pages[0].placed {
			b := placed.box
			if len(b.right.fragments) > 0 {
				beside++
			}
			for _, line := range b.lines {
				if text := strings.TrimSpace(textOfLine(line)); strings.HasPrefix(text, "·") || strings.HasSuffix(text, "·") {
					t.Errorf("%s: the line %q", name, text)
				}
			}
			if text := b.text(); b.kind == item && strings.Contains(text, "Academy") && len(b.right.fragments) == 0 && !strings.Contains(text, "Academy · May 2021") {
				t.Errorf("%s: %q", name, text)
			}
		}
		if beside != c.beside {
			t.Errorf("%s: %d dates beside items, want %d", name, beside, c.beside)
		}
	}
}

func textOfLine(l line) string {
	var b strings.Builder
	for _, f := range l.fragments {
		b.WriteString(f.text)
	}
	return b.String()
}

// TestTheLineBesideEntriesStaysOnItsSide: an item that is read from right to left does not move
// the line, and ends before the column of dates.
func TestTheLineBesideEntriesStaysOnItsSide(t *testing.T) {
	for _, title := range []string{"Engineer", "מהנדסת"} {
		md := "# Ada\n\n## Work\n\n### " + part.Mark(part.Title, title) + "\n\n" + part.Mark(part.Dates, "2020 – 2021") + "\n\n- built a bridge\n- " + strings.Repeat("בנתה גשר ", 30) + "\n- swam\n"
		m := Meta{Theme: Timeline}
		l, err := lay([]byte(md), m)
		if err != nil {
			t.Fatal(err)
		}
		sides := map[float64]bool{}
		for _, s := range l.paint(m).Pages[0].Shapes {
			if s.Kind == pdf.Line && s.X0 == s.X1 {
				sides[s.X0] = true
			}
		}
		if len(sides) != 1 {
			t.Errorf("%s: the line is at %v", title, sides)
		}
		for _, placed := range l.pages[0].placed {
			for _, line := range placed.lines {
				if b := placed.box; b.kind == item && line.width > l.width-l.look.dateColumn-l.look.indent+0.01 {
					t.Errorf("%s: %q reaches into the column of dates", title, b.text())
				}
			}
		}
	}
}
