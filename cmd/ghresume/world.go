package main

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/ghresume/ghresume/resume"
)

// world is all that a command may touch beside files and the network.
//
// The rules of the streams: stdout is the product and nothing else; stderr is
// for people. An error is "ghresume: what is wrong", then "hint: what to do".
type world struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) string
	now            func() time.Time
	// terminal means that a person watches stderr.
	terminal bool
	// asks means that a person can answer questions.
	asks bool
	// screen means that a person reads stdout, not a file or another program.
	screen bool

	found *credential // nil until it is needed
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
	hint   string
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// Hint says what the user can do.
func (f *failure) Hint() string { return f.hint }

// usageError is wrong use: exit status 2.
func usageError(hint, format string, args ...any) error {
	return &failure{statusUsage, fmt.Errorf(format, args...), hint}
}

// failed is a failure of the outside world: exit status 3.
func failed(err error, hint string) error { return &failure{statusFailed, err, hint} }

// errFindings ends a command whose findings are already printed: exit status 1.
var errFindings = &failure{status: statusFindings, err: errors.New("findings")}

// report prints err for people and returns the exit status.
func (w *world) report(err error) int {
	if err == nil {
		return statusDone
	}
	if errors.Is(err, errFindings) {
		return statusFindings
	}
	var problems resume.Problems
	if errors.As(err, &problems) {
		for _, p := range problems {
			w.complain(p, p.Hint)
		}
		return statusUsage
	}
	w.complain(err, hintOf(err))
	if f, ok := errors.AsType[*failure](err); ok {
		return f.status
	}
	return statusFailed
}

func (w *world) complain(err error, hint string) {
	fmt.Fprintf(w.stderr, "ghresume: %v\n", err)
	if hint != "" {
		fmt.Fprintf(w.stderr, "hint: %s\n", hint)
	}
}

// hintOf is the advice that an error carries, or "".
func hintOf(err error) string {
	hinted, ok := errors.AsType[interface {
		error
		Hint() string
	}](err)
	if !ok {
		return ""
	}
	return hinted.Hint()
}
