package main

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/ghresume/ghresume/internal/action"
	"github.com/ghresume/ghresume/internal/hint"
)

func TestActionReadsOneOutputALine(t *testing.T) {
	env := map[string]string{"INPUT_OUTPUT": "\n README.md \r\n\nresume.pdf\n./README.md\ndocs/../resume.pdf", "INPUT_STRICT": " True ", "INPUT_COMMIT": "", "GH_TOKEN": "x", "GITHUB_REF": "refs/heads/main"}
	in, err := readActionInputs(&cli{env: func(name string) string { return env[name] }})
	if err != nil || !slices.Equal(in.outputs, []string{"README.md", "resume.pdf"}) || !in.strict || !in.commit || in.branch != "main" {
		t.Errorf("got %+v, %v", in, err)
	}
}

// An error of the action speaks of inputs, on stderr and beside the line.
func TestErrorsNameInputs(t *testing.T) {
	var messages bytes.Buffer
	w := &cli{voice: hint.Action, stderr: &messages}
	err := failed(errors.New("full"), "make room, or name another file with "+hint.Snapshot+", or another account with "+hint.Login)
	w.report(err)
	for _, text := range []string{messages.String(), "ghresume: " + action.Reason(err) + "\n"} {
		if text != "ghresume: full\nhint: make room, or another account with the input `user`\n" {
			t.Errorf("got %q", text)
		}
	}
}
