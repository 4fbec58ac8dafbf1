package ghresume

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestTroubleshootingQuotesMessages: whoever searches the page for a message finds
// it as the program prints it.
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

// programText is what the program and its scripts are made of, and what the script tests
// expect of them: messages put together from pieces stand there whole.
func programText(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("git", "grep", "-hI", "", "--", "*.go", "*.sh", "*.yml", "*.txtar").Output()
	if err != nil {
		t.Skip("not in a git checkout: ", err)
	}
	return string(out)
}
