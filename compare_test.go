package ghresume

import (
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// TestComparisonIsHeldByTests: every feature that docs/compare.md claims for ghresume
// links to an existing test.
func TestComparisonIsHeldByTests(t *testing.T) {
	page, err := os.ReadFile("docs/compare.md")
	if err != nil {
		t.Fatal(err)
	}
	proof := regexp.MustCompile(`\[(Test\w+)\]\(([^)]+)\)`)
	rows := 0
	for line := range strings.Lines(string(page)) {
		cells := strings.Split(line, "|")
		if len(cells) < 4 || !strings.Contains(cells[2], "●") {
			continue
		}
		rows++
		link := proof.FindStringSubmatch(cells[2])
		if link == nil {
			t.Errorf("no test holds:%s", cells[1])
			continue
		}
		source, err := os.ReadFile(path.Join("docs", link[2]))
		if err != nil || !strings.Contains(string(source), "\nfunc "+link[1]+"(t *testing.T)") {
			t.Errorf("%s: there is no %s in %s (%v)", strings.TrimSpace(cells[1]), link[1], link[2], err)
		}
	}
	if rows < 30 {
		t.Errorf("the test sees %d rows", rows)
	}
}
