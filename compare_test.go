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
	if themes := len(document.Themes()); !strings.Contains(string(page), "● "+[]string{"no", "one", "two", "three", "four", "five", "six"}[themes]+" [") {
		t.Errorf("docs/compare.md does not say that there are %d themes", themes)
	}
	if n := fmt.Sprintf("● %d [", len(templates.Languages())); !strings.Contains(string(page), n) {
		t.Errorf("docs/compare.md does not say %q, the number of output languages", n)
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
