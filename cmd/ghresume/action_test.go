package main

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/templates"
)

func TestActionReadsOneOutputALine(t *testing.T) {
	env := map[string]string{"INPUT_OUTPUT": "\n README.md \r\n\nresume.pdf\n./README.md\ndocs/../resume.pdf", "INPUT_STRICT": " True ", "INPUT_COMMIT": "", "GH_TOKEN": "x", "GITHUB_REF": "refs/heads/main"}
	in, err := readActionInputs(&world{env: func(name string) string { return env[name] }})
	if err != nil || !slices.Equal(in.outputs, []string{"README.md", "resume.pdf"}) || !in.strict || !in.commit || in.branch != "main" {
		t.Errorf("got %+v, %v", in, err)
	}
}

// An error of the action speaks of inputs, on stderr and beside the line.
func TestErrorsNameInputs(t *testing.T) {
	var messages bytes.Buffer
	w := &world{voice: hint.Action, stderr: &messages}
	err := failed(errors.New("full"), "make room, or name another file with "+hint.Snapshot+", or another account with "+hint.Login)
	w.report(err)
	for _, text := range []string{messages.String(), "ghresume: " + reasonOf(err) + "\n"} {
		if text != "ghresume: full\nhint: make room, or another account with the input `user`\n" {
			t.Errorf("got %q", text)
		}
	}
}

func TestDaysUntilThePause(t *testing.T) {
	now := time.Date(2026, 11, 2, 6, 0, 0, 0, time.UTC)
	for ago, want := range map[time.Duration]string{
		24 * time.Hour:      "in 59 days unless",
		59 * 24 * time.Hour: "in 1 day unless",
		90 * 24 * time.Hour: "any day: ",
	} {
		a := &actionJob{world: &world{now: func() time.Time { return now }}, pushed: now.Add(-ago)}
		if days, ok := a.daysLeft(); !ok || !strings.Contains(pauseText(days), want) {
			t.Errorf("%s: got %q, want %q", ago, pauseText(days), want)
		}
	}
	if _, ok := (&actionJob{world: &world{}}).daysLeft(); ok {
		t.Error("a private or busy repository is paused")
	}
}

func TestChangeText(t *testing.T) {
	for want, c := range map[string]templates.Change{
		"+ Projects › ledgerd": {Section: "Projects", Entry: "ledgerd", Kind: templates.Added},
		"− Skills":             {Section: "Skills", Kind: templates.Removed},
		"Projects › ledgerd: ★ 1 → ★ 2, Go → Rust":    {Section: "Projects", Entry: "ledgerd", Kind: templates.Changed, Gone: []string{"★ 1", "Go"}, New: []string{"★ 2", "Rust"}},
		"Skills › Languages: − Perl, + Go, + Haskell": {Section: "Skills", Entry: "Languages", Kind: templates.Changed, Gone: []string{"Perl"}, New: []string{"Go", "Haskell"}},
	} {
		if got := changeText(c); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// FuzzWorkflowCommands gives strangers' text to annotations and outputs: a
// command stays on its line, and an output ends where it shall.
func FuzzWorkflowCommands(f *testing.F) {
	f.Add("plain")
	f.Add("two\nlines\r\n::error::mine")
	f.Add("%0A::set-output name=x::y")
	f.Add("ghresume_0123456789abcdef\nEOF")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(safe.CommandData(text), "\r\n") {
			t.Errorf("a command leaves its line: %q", safe.CommandData(text))
		}
		lines := strings.Split(outputText("name", text), "\n")
		end, ok := strings.CutPrefix(lines[0], "name<<")
		if !ok || slices.Index(lines[1:], end) != len(lines)-3 || strings.Join(lines[1:len(lines)-2], "\n") != text {
			t.Errorf("an output ends elsewhere: %q", lines)
		}
		if strings.Contains(code(text), "\n") {
			t.Errorf("a summary line breaks: %q", code(text))
		}
	})
}
