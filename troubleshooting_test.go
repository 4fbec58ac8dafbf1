package ghresume

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestTroubleshootingQuotesMessages: the page quotes messages as the program prints them,
// so that a search finds them.
func TestTroubleshootingQuotesMessages(t *testing.T) {
	page, err := os.ReadFile("docs/troubleshooting.md")
	if err != nil {
		t.Fatal(err)
	}
	printed := regexp.MustCompile(`\\(")|%%?`).ReplaceAllString(programText(t), "$1")
	varying := regexp.MustCompile(`…|\d+`)
	rows := regexp.MustCompile("(?m)^\\| (`.*?`) \\|").FindAllStringSubmatch(string(page), -1)
	if len(rows) < 20 {
		t.Fatalf("only %d messages", len(rows))
	}
	for _, row := range rows {
		for message := range strings.SplitSeq(row[1], "`, `") {
			for _, part := range varying.Split(strings.Trim(message, "`"), -1) {
				if !strings.Contains(printed, strings.TrimSpace(part)) {
					t.Errorf("%s: nothing prints %q", message, part)
				}
			}
		}
	}
}

// programText returns the source of the program and its scripts, and the expected output
// of the script tests: it has messages in full that the program puts together.
func programText(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("git", "grep", "-hI", "", "--", "*.go", "*.sh", "*.yml", "*.txtar").Output()
	if err != nil {
		t.Skip("not in a git checkout: ", err)
	}
	return string(out)
}
