package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// cli is all that a command may use besides files and the network.
//
// The rules of the streams: stdout is the product and nothing else; stderr is
// for people. An error is "ghresume: what is wrong", then "hint: what to do".
type cli struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) string
	now            func() time.Time
	// ghToken returns the gh command's login at a host; nil if gh is not used.
	ghToken func(host string) string
	// voice selects whether hints name the inputs of the Action or a command's flags.
	voice hint.Voice
	// terminal means that a person reads stderr.
	terminal bool
	// asks means that a person can answer questions.
	asks bool
	// subject is the file that warnings are about, if there are several.
	subject string
	// screen means that a person reads stdout, not a file or another program.
	screen bool
	// columns is the width of the terminal that shows stdout; 0 if there is none.
	columns int
}

// width returns the number of columns for a table on stdout.
func (w *cli) width() int {
	const usual = 100
	if w.columns > 0 {
		return w.columns
	}
	return usual
}

// quiet returns a copy of w that discards stderr.
func (w *cli) quiet() *cli {
	out := *w
	out.stderr = io.Discard
	return &out
}

// Exit statuses.
const (
	statusDone     = 0
	statusFindings = 1 // check has findings, match is below --min
	statusUsage    = 2 // wrong use, or an invalid profile
	statusFailed   = 3 // network, GitHub, disk
)

// failure is an error with an exit status and a hint for the user.
type failure struct {
	status int
	err    error
	hint   hint.Hint
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// Advice says what the user can do.
func (f *failure) Advice() hint.Hint { return f.hint }

// usageError returns an error for wrong use: exit status 2.
func usageError(advice hint.Hint, format string, args ...any) error {
	return &failure{statusUsage, fmt.Errorf(format, args...), advice}
}

// failed returns an error for an external failure: exit status 3.
func failed(err error, advice hint.Hint) error { return &failure{statusFailed, err, advice} }

// findingsError returns an error for findings that end a job: exit status 1.
func findingsError(err error, advice hint.Hint) error { return &failure{statusFindings, err, advice} }

// errFindings ends a command after it has printed its findings: exit status 1.
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
			w.printError(p, hint.Hint(p.Hint))
		}
		if !isOutside {
			return statusUsage
		}
	default:
		w.printError(err, hint.Of(err))
		if !isOutside {
			return statusFailed
		}
	}
	return outside.status
}

// printError cleans the message: it may hold the name of a file, or what a server says,
// which could otherwise write to the terminal as it likes.
func (w *cli) printError(err error, advice hint.Hint) {
	fmt.Fprintf(w.stderr, "ghresume: %s\n", safe.Message(err.Error()))
	if text := advice.In(w.voice); text != "" {
		fmt.Fprintf(w.stderr, "hint: %s\n", safe.Message(text))
	}
}

// wrongInput returns a usage error with the hint of err.
func wrongInput(err error) error {
	if err == nil {
		return nil
	}
	return usageError(hint.Of(err), "%w", err)
}

// asUsage gives an error in a template exit status 2, with its own hint.
func asUsage(err error) error {
	if err == nil {
		return nil
	}
	return &failure{statusUsage, err, hint.Of(err)}
}

// interrupted is the cause of a context that a signal has canceled.
type interrupted struct{ Signal syscall.Signal }

func (e interrupted) Error() string {
	if e.Signal == syscall.SIGTERM {
		return "terminated; nothing more is written"
	}
	return "interrupted; nothing more is written"
}

// status returns the exit status after the signal: 130 or 143.
func (e interrupted) status() int { return 128 + int(e.Signal) }

// about returns a copy of w whose warnings begin with the name of a file.
func (w *cli) about(file string) *cli {
	out := *w
	out.subject = file
	return &out
}

// cacheDir returns the folder for files that can be made again.
func (w *cli) cacheDir() (string, error) {
	dir := w.env("XDG_CACHE_HOME")
	if dir == "" {
		var err error
		if dir, err = os.UserCacheDir(); err != nil {
			return "", err
		}
	}
	return filepath.Join(dir, "ghresume"), nil
}
