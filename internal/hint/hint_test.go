package hint

import (
	"errors"
	"fmt"
	"testing"
)

func TestVoices(t *testing.T) {
	for _, test := range []struct {
		hint            Hint
		command, action string
	}{
		{"", "", ""},
		{"check the spelling", "check the spelling", "check the spelling"},
		{"name it with " + Login, "name it with -u LOGIN", "name it with the input `user`"},
		{"put the markers, or replace it with " + Force, "put the markers, or replace it with --force", "put the markers"},
		{"give it more time with " + Timeout + "; " + Offline + " uses the saved snapshot", "give it more time with --timeout; --offline uses the saved snapshot", ""},
		{"more time with " + Timeout + ", or try again; see the status", "more time with --timeout, or try again; see the status", "try again; see the status"},
		{"a " + Force + " and b, or c " + Snapshot + ", or d", "a --force and b, or c --snapshot, or d", "d"},
	} {
		if test.hint.In(Command) != test.command || test.hint.String() != test.command || test.hint.In(Action) != test.action {
			t.Errorf("%q: %q and %q", string(test.hint), test.hint.In(Command), test.hint.In(Action))
		}
	}
}

func TestEverySlotHasAName(t *testing.T) {
	for slot := range words(Action) {
		if words(Command)[slot] == "" {
			t.Errorf("%q is an input and no flag", slot)
		}
	}
}

type advising struct{ error }

func (advising) Advice() Hint { return "take " + Offline }

type hinting struct{ error }

func (hinting) Hint() string { return "expected a" }

func TestOf(t *testing.T) {
	plain := errors.New("plain")
	for err, want := range map[error]string{plain: "", fmt.Errorf("x: %w", advising{plain}): "take --offline", fmt.Errorf("x: %w", hinting{plain}): "expected a"} {
		if got := Of(err).String(); got != want {
			t.Errorf("%v: %q", err, got)
		}
	}
}

func TestFor(t *testing.T) {
	h := "write to another file with " + Output + ", or replace it with " + Force + "; a " + Token + " helps; name it with " + Hint(Login)
	has := func(flag string) bool { return flag == "-o" || flag == "--offline" }
	if got := h.For(has); got != "write to another file with -o; a GH_TOKEN or GITHUB_TOKEN helps" {
		t.Errorf("got %q", got)
	}
}

func TestWithout(t *testing.T) {
	h := Hint("check the network; "+Offline+" uses the saved snapshot") + ", or set " + Token
	if got := h.Without(Offline).String(); got != "check the network, or set GH_TOKEN or GITHUB_TOKEN" {
		t.Errorf("got %q", got)
	}
	if got := Hint(Offline + " helps").Without(Offline); got != "" {
		t.Errorf("got %q", got)
	}
}
