package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
)

// cli is all that a command may touch beside files and the network.
//
// The rules of the streams: stdout is the product and nothing else; stderr is
// for people. An error is "ghresume: what is wrong", then "hint: what to do".
type cli struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) string
	now            func() time.Time
	// ghToken is the login of the gh command at a host; nil where gh is not asked.
	ghToken func(host string) string
	// voice is that of the Action, whose users have inputs in the place of flags, or a command's.
	voice hint.Voice
	// terminal means that a person watches stderr.
	terminal bool
	// asks means that a person can answer questions.
	asks bool
	// subject is the file that warnings are about, where there are several.
	subject string
	// screen means that a person reads stdout, not a file or another program.
	screen bool
}

// quiet is a copy of w that tells nothing on stderr.
func (w *cli) quiet() *cli {
	out := *w
	out.stderr = io.Discard
	return &out
}

// Exit statuses.
const (
	statusDone     = 0
	statusFindings = 1 // check found something, match is below --min
	statusUsage    = 2 // wrong use, or a profile that does not parse
	statusFailed   = 3 // network, GitHub, disk
)

// failure is an error that knows its exit status and what the user can do.
type failure struct {
	status int
	err    error
	hint   hint.Hint
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// Advice says what the user can do.
func (f *failure) Advice() hint.Hint { return f.hint }

// usageError is wrong use: exit status 2.
func usageError(advice hint.Hint, format string, args ...any) error {
	return &failure{statusUsage, fmt.Errorf(format, args...), advice}
}

// failed is a failure of the outside world: exit status 3.
func failed(err error, advice hint.Hint) error { return &failure{statusFailed, err, advice} }

// errFindings ends a command whose findings are already printed: exit status 1.
var errFindings = &failure{status: statusFindings, err: errors.New("findings")}

// report prints err for people and returns the exit status.
func (w *cli) report(err error) int {
	if err == nil {
		return statusDone
	}
	if errors.Is(err, errFindings) {
		return statusFindings
	}
	outside, isOutside := errors.AsType[*failure](err)
	var problems resume.Problems
	switch isProfile := errors.As(err, &problems); {
	case isProfile:
		for _, p := range problems {
			w.complain(p, hint.Hint(p.Hint))
		}
		if !isOutside {
			return statusUsage
		}
	default:
		w.complain(err, hint.Of(err))
		if !isOutside {
			return statusFailed
		}
	}
	return outside.status
}

func (w *cli) complain(err error, advice hint.Hint) {
	fmt.Fprintf(w.stderr, "ghresume: %v\n", err)
	if text := advice.In(w.voice); text != "" {
		fmt.Fprintf(w.stderr, "hint: %s\n", text)
	}
}
