package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/preview"
)

// endlessPDF has pages that are parts of each other on 20 levels, twice on each.
func endlessPDF() []byte {
	const levels = 20
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>"}
	for i := range levels {
		objects = append(objects, fmt.Sprintf("<</Type/Pages/Kids[%d 0 R %[1]d 0 R]/Count 1>>", i+3))
	}
	objects = append(objects, "<</Type/Page/MediaBox[0 0 600 800]>>")
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.7\n")
	for i, object := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// TestPreviewOpensNoPastedPDF: however often a page asks, nothing stays behind.
func TestPreviewOpensNoPastedPDF(t *testing.T) {
	p := startPreview(t, map[string]string{"resume.toml": previewProfile})
	before := runtime.NumGoroutine()
	for range 50 {
		v := p.view(preview.Choice{Posting: string(endlessPDF())})
		if len(v.Problems) != 1 || !strings.Contains(v.Problems[0].Text, "a PDF cannot be pasted") {
			t.Fatalf("%+v", v.Problems)
		}
	}
	if after := runtime.NumGoroutine(); after > before+10 {
		t.Errorf("%d goroutines, then %d", before, after)
	}
}

// TestPreviewEndsWhenAPostingBecomesEndless: what reading it leaves behind ends with the program.
func TestPreviewEndsWhenAPostingBecomesEndless(t *testing.T) {
	t.Chdir(t.TempDir())
	mustDo(t, os.WriteFile("resume.toml", []byte(previewProfile), 0o644))
	mustDo(t, os.WriteFile("job.pdf", []byte("Go developer"), 0o644))
	var messages strings.Builder
	address, typed := io.Pipe()
	w := &cli.Env{Stdin: strings.NewReader(""), Stdout: typed, Stderr: &messages, Now: time.Now, Env: func(string) string { return "" }}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	status := make(chan int)
	go func() {
		status <- run(ctx, w, []string{"preview", "--no-open", "--no-github", "--job", "job.pdf"})
	}()
	if _, err := bufio.NewReader(address).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	go io.Copy(io.Discard, address)
	mustDo(t, os.WriteFile("job.pdf", endlessPDF(), 0o644))
	if got := <-status; got != cli.StatusUsage || !strings.Contains(messages.String(), "job.pdf: a PDF: its pages contain each other") {
		t.Errorf("status %d: %s", got, &messages)
	}
}

// TestPreviewEndsWithAnEndlessPDF: a preview does not start with a posting whose opening
// cannot be stopped.
func TestPreviewEndsWithAnEndlessPDF(t *testing.T) {
	t.Chdir(t.TempDir())
	mustDo(t, os.WriteFile("resume.toml", []byte(previewProfile), 0o644))
	mustDo(t, os.WriteFile("job.pdf", endlessPDF(), 0o644))
	var out, messages strings.Builder
	w := &cli.Env{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &messages, Now: time.Now, Env: func(string) string { return "" }}
	status := run(t.Context(), w, []string{"preview", "--no-open", "--no-github", "--job", "job.pdf"})
	if status != cli.StatusUsage || !strings.Contains(messages.String(), "job.pdf: a PDF: its pages contain each other") {
		t.Errorf("status %d: %s%s", status, &out, &messages)
	}
}
