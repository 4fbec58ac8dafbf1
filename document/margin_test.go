package document

import (
	"math"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/internal/part"
)

// TestRightToLeftLinesBeginAtTheMargin: every line of a right-to-left paragraph starts at
// the right margin, even if it contains Latin words and figures, and the blank after a
// bullet is as wide as in a left-to-right paragraph.
func TestRightToLeftLinesBeginAtTheMargin(t *testing.T) {
	text := strings.Repeat("כתבה שירותים ב Go (2 ms) ו PostgreSQL, ", 12)
	for _, theme := range Themes() {
		m := Meta{Theme: theme, Language: "he"}
		l, err := lay([]byte("## תקציר\n\n"+text+"\n\n- "+text+"\n"), m)
		if err != nil {
			t.Fatal(err)
		}
		ends := map[float64]float64{}
		bullet := 0.0
		for _, text := range l.paint(m).Pages[0].Texts {
			if strings.TrimSpace(text.Text) == "•" {
				bullet = text.X
				continue
			}
			ends[text.Y] = max(ends[text.Y], text.X+text.Width)
		}
		margin := l.paperWidth - l.look.margins.Right
		lines := 0
		for y, end := range ends {
			if atMargin, atItem := math.Abs(end-margin) < 0.01, math.Abs(end-margin+l.look.indent) < 0.01; !atMargin && !atItem {
				t.Errorf("%s: the line at %.1f ends at %.2f, the margin is at %.2f", theme, y, end, margin)
			}
			lines++
		}
		if least := margin - l.look.indent + 2; lines < 6 || bullet < least {
			t.Errorf("%s: %d lines, a bullet at %.1f, want it behind %.1f", theme, lines, bullet, least)
		}
	}
}

// TestDatesShareAColumn: dates of any length do, and nothing else is in that column.
func TestDatesShareAColumn(t *testing.T) {
	entry := func(right string) string {
		return "### " + part.Mark(part.Title, "Engineer") + "\n\n" + right + "\n\n- built it\n\n"
	}
	dates := func(text string) string { return entry(part.Mark(part.Dates, text)) }
	for _, all := range [][]string{{"2019", "2017 – 2018"}, {"March 2020 – present", "September 2015 – February 2020"}, {"2015年4月 – 2019年3月"}} {
		md := "# Ada\n\n## Work\n\n"
		for _, text := range all {
			md += dates(text)
		}
		md += "### " + part.Mark(part.Title, "[tool](https://a.example)") + "\n\n- built it\n"
		l, err := lay([]byte(md), Meta{Theme: Timeline})
		if err != nil {
			t.Fatal(err)
		}
		for _, placed := range l.pages[0].placed {
			b := placed.box
			if b.role != title {
				continue
			}
			if free := l.look.dateColumn - trackGap - b.right.width; b.dateColumn != b.hasDates() || b.dateColumn && free < dotGap-0.01 {
				t.Errorf("%q beside %q: in the column %v, %.1f points before the dots", textOfSpans(b.block.right), b.text(), b.dateColumn, free)
			}
		}
		page, err := HTML([]byte(md), Meta{Theme: Timeline})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(page), `<span class="address">`) || strings.Count(string(page), `<span class="when">`) != len(all) {
			t.Errorf("the address stands with the dates:\n%s", page[strings.Index(string(page), "<body>"):])
		}
	}
}
