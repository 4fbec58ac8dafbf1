// Package cli is the environment of a command: its streams, variables, clock and token, and
// errors with exit statuses and hints.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/safe"
	"github.com/ghresume/ghresume/resume"
)

// Env is all that a command may use besides files and the network.
//
// The rules of the streams: stdout is the product and nothing else; stderr is
// for people. An error is "ghresume: what is wrong", then "hint: what to do".
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Env            func(string) string
	Now            func() time.Time
	// GhToken returns the gh command's login at a host; nil if gh is not used.
	GhToken func(host string) string
	// Voice selects whether hints name the inputs of the Action or a command's flags.
	Voice hint.Voice
	// HasFlag reports whether the command that runs has a flag, "--force" or "-u"; nil means
	// that it has all.
	HasFlag func(flag string) bool
	// Terminal means that a person reads stderr.
	Terminal bool
	// Asks means that a person can answer questions.
	Asks bool
	// Subject is the file that warnings are about, if there are several.
	Subject string
	// Screen means that a person reads stdout, not a file or another program.
	Screen bool
	// Columns is the width of the terminal that shows stdout; 0 if there is none.
	Columns int
}

// Width returns the number of columns for a table on stdout.
func (e *Env) Width() int {
	const usual = 100
	if e.Columns > 0 {
		return e.Columns
	}
	return usual
}

// Quiet returns a copy of e that discards stderr.
func (e *Env) Quiet() *Env {
	out := *e
	out.Stderr = io.Discard
	return &out
}

// Exit statuses.
const (
	StatusDone     = 0
	StatusFindings = 1 // check has findings, match is below --min
	StatusUsage    = 2 // wrong use, or an invalid profile
	StatusFailed   = 3 // network, GitHub, disk
)

// Failure is an error with an exit status and a hint for the user.
type Failure struct {
	status int
	err    error
	hint   hint.Hint
}

func (f *Failure) Error() string { return f.err.Error() }
func (f *Failure) Unwrap() error { return f.err }

// Advice says what the user can do.
func (f *Failure) Advice() hint.Hint { return f.hint }

// UsageError returns an error for wrong use: exit status 2.
func UsageError(advice hint.Hint, format string, args ...any) error {
	return &Failure{StatusUsage, fmt.Errorf(format, args...), advice}
}

// Failed returns an error for an external failure: exit status 3.
func Failed(err error, advice hint.Hint) error { return &Failure{StatusFailed, err, advice} }

// FindingsError returns an error for findings that end a job: exit status 1.
func FindingsError(err error, advice hint.Hint) error { return &Failure{StatusFindings, err, advice} }

// ErrFindings ends a command after it has printed its findings: exit status 1.
var ErrFindings = &Failure{status: StatusFindings, err: errors.New("findings")}

// Report prints err for people and returns the exit status.
func (e *Env) Report(err error) int {
	if err == nil {
		return StatusDone
	}
	if errors.Is(err, ErrFindings) {
		return StatusFindings
	}
	outside, isOutside := errors.AsType[*Failure](err)
	var problems resume.Problems
	switch isProfile := errors.As(err, &problems); {
	case isProfile:
		e.printProblems(problems)
		if !isOutside {
			return StatusUsage
		}
	default:
		e.PrintError(err, hint.Of(err))
		if !isOutside {
			return StatusFailed
		}
	}
	return outside.status
}

// printProblems prints the first problems of a profile: hundreds usually have one cause.
func (e *Env) printProblems(all resume.Problems) {
	const most = 100
	for _, p := range all[:min(most, len(all))] {
		e.PrintError(p, hint.Hint(p.Hint))
	}
	if more := len(all) - most; more > 0 {
		fmt.Fprintf(e.Stderr, "ghresume: and %d more\n", more)
	}
}

// PrintError prints an error and its hint, without control characters: a file name or a
// server's text in it could otherwise control the terminal.
func (e *Env) PrintError(err error, advice hint.Hint) {
	fmt.Fprintf(e.Stderr, "ghresume: %s\n", shortened(safe.Message(err.Error())))
	if text := e.follow(advice); text != "" {
		fmt.Fprintf(e.Stderr, "hint: %s\n", shortened(safe.Message(text)))
	}
}

// follow returns the clauses of a hint that the user of this command can follow.
func (e *Env) follow(advice hint.Hint) string {
	if e.HasFlag == nil || e.Voice != hint.Command {
		return advice.In(e.Voice)
	}
	return advice.For(e.HasFlag)
}

// shortened leaves out the middle of a message that repeats a value of the size of a file.
func shortened(message string) string {
	const most, begin, end = 4000, 2000, 500
	if len(message) <= most {
		return message
	}
	return strings.ToValidUTF8(message[:begin], "") + " … " + strings.ToValidUTF8(message[len(message)-end:], "")
}

// WrongInput returns a usage error with the hint of err.
func WrongInput(err error) error {
	if err == nil {
		return nil
	}
	return UsageError(hint.Of(err), "%w", err)
}

// AsUsage gives an error in a template exit status 2, with its own hint.
func AsUsage(err error) error {
	if err == nil {
		return nil
	}
	return &Failure{StatusUsage, err, hint.Of(err)}
}

// Interrupted is the cause of a context that a signal has canceled.
type Interrupted struct{ Signal syscall.Signal }

func (e Interrupted) Error() string {
	if e.Signal == syscall.SIGTERM {
		return "terminated; nothing more is written"
	}
	return "interrupted; nothing more is written"
}

// Status returns the exit status after the signal: 130 or 143.
func (e Interrupted) Status() int { return 128 + int(e.Signal) }

// About returns a copy of e whose warnings begin with the name of a file.
func (e *Env) About(file string) *Env {
	out := *e
	out.Subject = file
	return &out
}

// CacheDir returns the folder for files that can be recreated.
func (e *Env) CacheDir() (string, error) {
	dir := e.Env("XDG_CACHE_HOME")
	if dir == "" {
		var err error
		if dir, err = os.UserCacheDir(); err != nil {
			return "", err
		}
	}
	return filepath.Join(dir, "ghresume"), nil
}
