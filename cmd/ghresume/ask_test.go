package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"golang.org/x/term"

	"github.com/ghresume/ghresume/internal/cli"
)

func TestAsk(t *testing.T) {
	for _, c := range []struct{ typed, offered, want, said string }{
		{"Ada\n", "", "Ada", "Name (e.g. Grace): "},
		{"  Ada \r\n", "", "Ada", ""},
		{"\n", "Ada", "Ada", "Name [Ada]: "},
		{"-\n", "Ada", "", ""},
		{"", "Ada", "", "stopped; nothing was written"},
		{"12\nAda\n", "", "Ada", "no digits"},
	} {
		var stderr bytes.Buffer
		w := &cli.Env{Stdin: strings.NewReader(c.typed), Stderr: &stderr, Env: func(string) string { return "" }}
		answer := c.offered
		err := ask(t.Context(), w, question{"Name", "Grace", &answer, func(s string) error {
			if strings.ContainsAny(s, "0123456789") {
				return errors.New("no digits")
			}
			return nil
		}})
		if c.typed == "" {
			if status := w.Report(err); status != cli.StatusUsage {
				t.Errorf("the end of the input has status %d", status)
			}
		} else if err != nil || answer != c.want {
			t.Errorf("%q: %q, %v; want %q", c.typed, answer, err, c.want)
		}
		if !strings.Contains(stderr.String(), c.said) {
			t.Errorf("%q: said %q", c.typed, stderr.String())
		}
	}
}

// TestAskEndsWithItsContext: a signal ends an unanswered question.
func TestAskEndsWithItsContext(t *testing.T) {
	silent, write := io.Pipe()
	defer write.Close()
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(cli.ErrFindings)
	w := &cli.Env{Stdin: silent, Stderr: io.Discard, Env: func(string) string { return "" }}
	answer := "kept"
	if err := ask(ctx, w, question{title: "Name", answer: &answer}); !errors.Is(err, cli.ErrFindings) || answer != "kept" {
		t.Errorf("%v, %q", err, answer)
	}
}

// TestPastedLines: a text pasted with line breaks is one answer, and keys edit it.
func TestPastedLines(t *testing.T) {
	for typed, want := range map[string]string{
		"\x1b[200~Builds\nsmall\rservices.\x1b[201~\r": "Builds small services.",
		"\x1b[200~One line\x1b[201~ more\r":            "One line more",
		"Adda\x7f\x7fa\r":                              "Ada",
	} {
		terminal := term.NewTerminal(struct {
			io.Reader
			io.Writer
		}{strings.NewReader(typed), io.Discard}, "")
		terminal.SetBracketedPasteMode(true)
		if got, err := pasted(terminal.ReadLine); got != want || err != nil {
			t.Errorf("%q: %q, %v", typed, got, err)
		}
	}
}
