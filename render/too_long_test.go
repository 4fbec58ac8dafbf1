package render

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/document"
)

// twoJobs is a resume whose jobs have that many bullets of one line, in a career that began
// that year.
func twoJobs(start, first, second int) string {
	job := func(title, start, end string, bullets int) string {
		return fmt.Sprintf("[[experience]]\ntitle = %q\ncompany = \"Harbor Works\"\nstart = %q\nend = %q\nhighlights = [\n%s]\n", title, start, end,
			strings.Repeat("\"Planned the berths of a harbor\",\n", bullets))
	}
	return "name = \"Ines Duarte\"\ntitle = \"Engineer\"\nemail = \"ines@duarte.example\"\nsummary = \"Plans what moves where.\"\n[skills]\nLanguages = [\"Go\", \"SQL\"]\n" +
		job("Planner", "2024-01", "2025-06", first) + job("Developer", fmt.Sprint(start, "-01"), "2023-12", second) +
		"[[education]]\ndegree = \"MSc Informatics\"\ninstitution = \"University of Porto\"\nend = \"2019\"\n"
}

var (
	linesLess    = regexp.MustCompile(`(\d+) lines? less(?: on page (\d))? would make it`)
	linesTooMany = regexp.MustCompile(`is (\d+) lines? too long for`)
)

// excess returns by how many lines the PDF of a profile says that it is too long, and on
// which page.
func excess(t *testing.T, text string, theme document.Theme) (lines, page int) {
	t.Helper()
	p := printed(t, text, Look{Theme: theme, Today: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)})
	file, err := p.File(Output{Path: "r.pdf"})
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range append(p.Warnings, file.Warnings...) {
		for _, is := range []*regexp.Regexp{linesLess, linesTooMany} {
			if m := is.FindStringSubmatch(w.Text); m != nil {
				lines, _ = strconv.Atoi(m[1])
				page, _ = strconv.Atoi(m[len(m)-1])
			}
		}
	}
	if n, _, err := p.Excess(); err != nil || n != lines {
		t.Errorf("%d lines too many, %d said, %v", n, lines, err)
	}
	return lines, page
}

// TestExcessLeavesWarnings: to ask for the excess does not take the message from the file.
func TestExcessLeavesWarnings(t *testing.T) {
	p := printed(t, twoJobs(2023, 50, 20), Look{Today: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)})
	if lines, most, err := p.Excess(); err != nil || lines == 0 || most != 1 {
		t.Errorf("%d lines beyond %d pages, %v", lines, most, err)
	}
	if file, err := p.File(Output{Path: "r.pdf"}); err != nil || len(file.Warnings) != 1 {
		t.Errorf("%+v, %v", file, err)
	}
	p = printed(t, "layout.max_pages = 0\n"+twoJobs(2023, 90, 20), Look{})
	if lines, most, err := p.Excess(); err != nil || lines != 0 || most != 0 {
		t.Errorf("without a limit: %d lines beyond %d pages, %v", lines, most, err)
	}
}

// TestLinesTooMany grows a job bullet by bullet: leaving out as many as the message says makes
// the resume fit, less than half of them do not, and a longer text is never less too long.
func TestLinesTooMany(t *testing.T) {
	for _, c := range []struct {
		name, limit string
		start, from int
		page        int // of the growing job
		grown       func(n int) (first, second int)
	}{
		{"the first job on one page", "", 2023, 20, 0, func(n int) (int, int) { return n, 12 }},
		{"both jobs on one page", "", 2023, 16, 0, func(n int) (int, int) { return (n+1)/2 + 10, n/2 + 10 }},
		{"the second job on one page", "", 2023, 20, 0, func(n int) (int, int) { return 14, n }},
		{"a limit of the profile's own", "layout.max_pages = 1\n", 2012, 20, 1, func(n int) (int, int) { return n, 12 }},
		{"the first job on two pages", "", 2012, 62, 1, func(n int) (int, int) { return n, 30 }},
		{"the second job on two pages", "", 2012, 62, 2, func(n int) (int, int) { return 30, n }},
	} {
		for _, theme := range document.Themes() {
			said, pages := map[int]int{}, map[int]int{}
			at := func(n int) int {
				if _, known := said[n]; !known {
					first, second := c.grown(n)
					said[n], pages[n] = excess(t, c.limit+twoJobs(c.start, first, second), theme)
				}
				return said[n]
			}
			first := c.from + sort.Search(60, func(n int) bool { return at(c.from+n) > 0 })
			for n := first; n < first+24; n += 5 {
				lines := at(n)
				switch {
				case lines < at(max(first, n-5)):
					t.Errorf("%s, %s: %d bullets are %d lines too many, %d are %d", c.name, theme, n-5, at(n-5), n, lines)
				case pages[n] > 0 && c.page > 0 && pages[n] != c.page: // lines of the other page are fewer
				case at(n-lines) > 0:
					t.Errorf("%s, %s: %d bullets are said to be %d lines too many; without these, it is still %d", c.name, theme, n, lines, at(n-lines))
				case lines > 2 && at(n-(lines-1)/2) == 0:
					t.Errorf("%s, %s: %d bullets are said to be %d lines too many; half of these are enough", c.name, theme, n, lines)
				}
			}
		}
	}
}
