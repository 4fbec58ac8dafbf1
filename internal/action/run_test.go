package action

import (
	"bytes"
	"errors"
	"testing"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
)

// TestErrorsNameInputs: errors of the action name inputs, on stderr and in annotations.
func TestErrorsNameInputs(t *testing.T) {
	var messages bytes.Buffer
	w := &cli.Env{Voice: hint.Action, Stderr: &messages}
	err := cli.Failed(errors.New("full"), "make room, or name another file with "+hint.Snapshot+", or another account with "+hint.Login)
	w.Report(err)
	for _, text := range []string{messages.String(), "ghresume: " + Reason(err) + "\n"} {
		if text != "ghresume: full\nhint: make room, or another account with the input `user`\n" {
			t.Errorf("got %q", text)
		}
	}
}
