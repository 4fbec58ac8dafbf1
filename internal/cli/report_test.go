package cli

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ghresume/ghresume/resume"
)

// TestReportIsBounded: neither a value of a megabyte nor a hundred thousand mistakes fill the
// terminal.
func TestReportIsBounded(t *testing.T) {
	long := strings.Repeat("é", 1<<18)
	for name, test := range map[string]struct{ profile, begin, end string }{
		"value": {"name = \"A\"\n[layout]\naccent = \"" + long + "\"\n", "ghresume: resume.toml:3:10: layout.accent: \"éé", "\" is not a color"},
		"keys":  {"name = \"A\"\n" + keys(90_000), "ghresume: resume.toml:2:4: k0: unknown key", "ghresume: and 89900 more\n"},
	} {
		_, err := resume.ParseProfile("resume.toml", []byte(test.profile))
		var out strings.Builder
		w := &Env{Stderr: &out}
		if status := w.Report(err); status != StatusUsage {
			t.Errorf("%s: status %d", name, status)
		}
		if text := out.String(); len(text) > 50_000 || !strings.HasPrefix(text, test.begin) || !strings.Contains(text, test.end) {
			t.Errorf("%s: %d bytes: %.300s … %s", name, len(text), text, text[max(0, len(text)-300):])
		}
	}
}

func keys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d=1\n", i)
	}
	return b.String()
}
