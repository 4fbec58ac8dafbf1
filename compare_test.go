package ghresume

import (
	"fmt"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/templates"
)

// TestComparisonIsHeldByTests: every feature that docs/compare.md claims for ghresume
// links to an existing test.
func TestComparisonIsHeldByTests(t *testing.T) {
	page, err := os.ReadFile("docs/compare.md")
	if err != nil {
		t.Fatal(err)
	}
	proof := regexp.MustCompile(`\[(Test\w+)\]\(([^)]+)\)`)
	if now := counted(string(page)); *update && now != string(page) {
		if err := os.WriteFile("docs/compare.md", []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if now != string(page) {
		t.Error("docs/compare.md: the number of themes or languages is wrong; run `go test . -run Comparison -update`")
	}
	rows := 0
	for line := range strings.Lines(string(page)) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 || !strings.Contains(cells[2], "●") {
			continue
		}
		rows++
		links := proof.FindAllStringSubmatch(cells[2], -1)
		if len(links) == 0 {
			t.Errorf("no test holds:%s", cells[1])
		}
		for _, link := range links {
			source, err := os.ReadFile(path.Join("docs", link[2]))
			if err != nil || !strings.Contains(string(source), "\nfunc "+link[1]+"(t *testing.T)") {
				t.Errorf("%s: there is no %s in %s (%v)", strings.TrimSpace(cells[1]), link[1], link[2], err)
			}
		}
	}
	if rows < 30 {
		t.Errorf("the test sees %d rows", rows)
	}
}

// counted returns the page with the numbers of themes and output languages that there are.
func counted(page string) string {
	for row, n := range map[string]int{"themes of the PDF": len(document.Themes()), "headings and months in other languages": len(templates.Languages())} {
		page = regexp.MustCompile(`(?m)^(\| `+row+` \| ● )\d+`).ReplaceAllString(page, fmt.Sprintf("${1}%d", n))
	}
	return page
}
