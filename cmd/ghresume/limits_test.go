package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/convert"
	"github.com/ghresume/ghresume/document"
	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/doctext"
	"github.com/ghresume/ghresume/internal/markers"
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
		"text of a document (HTML, PDF, DOCX)": document.MaxText, "a file to import: an archive": convert.MaxSize,
		"a Word file: a part of it, unpacked": readfile.MaxPart, "a saved snapshot": ghsync.MaxSnapshotSize, "a file with markers, such as README.md": markers.MaxSize,
		"any other file that is read: a letter, locale": cli.MostWritten,
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
		{"document", "resume.toml", "name = \"A\"\nsummary = \"" + long(document.MaxText) + "\"\n", []string{"generate", "--offline", "-o", "r.pdf"}, "a document has at most 256"},
		{"posting", "job.txt", long(doctext.MaxText), []string{"match", "--offline", "job.txt"}, "at most 5120 are read"},
		{"page", "job.html", "<html><p>" + long(doctext.MaxPage), []string{"match", "--offline", "job.html"}, "at most 6144 are read"},
		{"lines", "job.txt", strings.Repeat("a\n", doctext.MaxLines+2), []string{"match", "--offline", "job.txt"}, "at most 500000 are read"},
		{"tags", "job.html", "<html>" + strings.Repeat("<p>a", doctext.MaxMarks/2), []string{"match", "--offline", "job.html"}, "at most 300000 are read"},
		{"outputs", "resume.toml", "name = \"A\"\n" + outputs(resume.MaxOutputs+1), []string{"generate", "--offline"}, "there are 201 outputs, and at most 200 are made"},
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
			w := &cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &messages, Now: time.Now, Env: func(string) string { return "" }}
			if status := run(t.Context(), w, test.args); status == cli.StatusDone || !strings.Contains(messages.String(), test.want) {
				t.Errorf("status %d: %.300s", status, messages.String())
			}
		})
	}
}

// outputs returns n tables of [[outputs]].
func outputs(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[[outputs]]\nfile = \"r%d.pdf\"\n", i)
	}
	return b.String()
}

// TestEndlessFiles: a name that leads to a device without an end is refused.
func TestEndlessFiles(t *testing.T) {
	const endless = "/dev/zero"
	if _, err := os.Stat(endless); err != nil {
		t.Skip(err)
	}
	t.Chdir(t.TempDir())
	mustDo(t, os.WriteFile("resume.toml", []byte("name = \"A\"\n[github]\nuser = \"ada\"\n"), 0o644))
	mustDo(t, os.WriteFile("fonts.toml", []byte("name = \"中\"\n[layout.page]\nfonts = [\"endless.ttf\"]\n"), 0o644))
	mustDo(t, os.WriteFile("photo.toml", []byte("name = \"A\"\n[layout.page]\nphoto = \"endless.jpg\"\n"), 0o644))
	for _, folder := range []string{"skills", "locale"} {
		mustDo(t, os.Mkdir(folder, 0o755))
		mustDo(t, os.WriteFile(folder+"/resume.toml", []byte("name = \"A\"\n"), 0o644))
	}
	for _, name := range []string{"endless.toml", "endless.tmpl", "endless.md", "endless.ttf", "endless.jpg", "endless.json", "skills/skills.toml", "locale/locale.de.toml"} {
		mustDo(t, os.Symlink(endless, name))
	}
	for args, want := range map[string]string{
		"check -p endless.toml":                              "endless.toml is too large: at most 1 MiB are read",
		"generate --no-github -p endless.toml":               "at most 1 MiB are read",
		"explain -p endless.toml":                            "at most 1 MiB are read",
		"publish --repo ada/ada -p endless.toml README.md":   "at most 1 MiB are read",
		"publish --repo ada/ada endless.md":                  "at most 64 MiB are read",
		"generate --no-github -t endless.tmpl":               "at most 1 MiB are read",
		"generate --no-github --letter endless.md -o a.md":   "at most 1 MiB are read",
		"generate --no-github -p skills/resume.toml":         "skills/skills.toml is too large: at most 1 MiB are read",
		"generate --no-github -p locale/resume.toml":         "locale/locale.de.toml is too large: at most 1 MiB are read",
		"generate --no-github -p photo.toml -o a.pdf":        "endless.jpg is not a file of at most 4 MB",
		"generate --no-github -p fonts.toml -o a.pdf":        "endless.ttf is not a regular file",
		"generate --no-github --job endless.md":              "at most 8 MiB are read",
		"explain --offline --strict --snapshot endless.json": "endless.json: more than 32 MiB",
		"import endless.json":                                "has more than 64 MiB",
		"generate --no-github -o endless.md":                 "endless.md: not a regular file",
	} {
		var out, messages strings.Builder
		w := &cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &messages, Now: time.Now, Env: func(string) string { return "" }}
		if status := run(t.Context(), w, strings.Fields(args)); status == cli.StatusDone || !strings.Contains(messages.String(), want) {
			t.Errorf("%s: status %d, want %q: %.300s", args, status, want, messages.String())
		}
	}
}
