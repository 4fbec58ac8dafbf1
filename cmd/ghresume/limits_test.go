package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/internal/doctext"
	"github.com/ghresume/ghresume/internal/preview"
	"github.com/ghresume/ghresume/internal/readfile"
	"github.com/ghresume/ghresume/resume"
)

// TestLimitsPage: the page of limits states those of the program.
func TestLimitsPage(t *testing.T) {
	data, err := os.ReadFile("../../docs/limits.md")
	if err != nil {
		t.Fatal(err)
	}
	for what, bytes := range map[string]int{
		"a profile": resume.MaxProfileSize, "a posting: the file": doctext.MaxSize, "a posting: its text": doctext.MaxText,
		"a posting: a page of HTML": doctext.MaxPage, "a posting pasted into `preview`": preview.MaxPosting,
		"text of a document (HTML, PDF, DOCX)": document.MostText, "a file to import: an archive": convert.MaxSize,
		"a Word file: a part of it, unpacked": readfile.MaxPart,
	} {
		if row := fmt.Sprintf("| %s | %d kB", what, bytes>>10); !strings.Contains(string(data), row) {
			t.Errorf("docs/limits.md has no row %q", row)
		}
	}
}

// TestBeyondTheLimits: every command refuses input that is a byte too long, and names the
// limit.
func TestBeyondTheLimits(t *testing.T) {
	skipOneByOne(t)
	long := func(n int) string { return strings.Repeat("a b ", n/4+1) }
	for _, test := range []struct {
		name, file, text string
		args             []string
		want             string
	}{
		{"profile", "resume.toml", "name = \"A\"\nsummary = \"" + long(resume.MaxProfileSize) + "\"\n", []string{"check"}, "at most 1 MiB"},
		{"document", "resume.toml", "name = \"A\"\nsummary = \"" + long(document.MostText) + "\"\n", []string{"generate", "--offline", "-o", "r.pdf"}, "a document has at most 256"},
		{"posting", "job.txt", long(doctext.MaxText), []string{"match", "--offline", "job.txt"}, "at most 5120 are read"},
		{"page", "job.html", "<html><p>" + long(doctext.MaxPage), []string{"match", "--offline", "job.html"}, "at most 6144 are read"},
		{"lines", "job.txt", strings.Repeat("a\n", doctext.MaxLines+2), []string{"match", "--offline", "job.txt"}, "at most 500000 are read"},
		{"tags", "job.html", "<html>" + strings.Repeat("<p>a", doctext.MaxMarks/2), []string{"match", "--offline", "job.html"}, "at most 300000 are read"},
		{"file", "job.txt", long(doctext.MaxSize), []string{"match", "--offline", "job.txt"}, "8 MiB"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range map[string]string{"resume.toml": "name = \"A\"\n[skills]\nTools = [\"Go\"]\n", test.file: test.text} {
				if err := os.WriteFile(dir+"/"+name, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			t.Chdir(dir)
			var out, messages strings.Builder
			w := &cli{stdin: strings.NewReader(""), stdout: &out, stderr: &messages, now: time.Now, env: func(string) string { return "" }}
			if status := run(t.Context(), w, test.args); status == statusDone || !strings.Contains(messages.String(), test.want) {
				t.Errorf("status %d: %.300s", status, messages.String())
			}
		})
	}
}
