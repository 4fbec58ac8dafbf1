package main

import (
	"cmp"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
)

// flagError returns a usage error for a flag that could not be parsed.
func flagError(cmd *cobra.Command, err error) error {
	advice := cmp.Or(hint.Of(err), hint.Hint("see `"+cmd.CommandPath()+" --help`"))
	if missing, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return cli.UsageError(advice, "--%s needs a value", missing.GetFlag().Name)
	}
	invalid, ok := errors.AsType[*pflag.InvalidValueError](err)
	if !ok {
		return cli.UsageError(advice, "%w", err)
	}
	flag, value := invalid.GetFlag(), invalid.GetValue()
	switch flag.Value.Type() {
	case "int":
		return cli.UsageError("expected a whole number", "--%s: %q is not a number", flag.Name, value)
	case "bool":
		return cli.UsageError("expected true or false", "--%s: %q is neither true nor false", flag.Name, value)
	}
	return cli.UsageError(advice, "--%s: %w", flag.Name, invalid.Unwrap())
}

// timeLimit is a flag with a time that is longer than none.
type timeLimit time.Duration

// addTimeout adds the flag --timeout.
func addTimeout(flags *pflag.FlagSet, limit *time.Duration, usual time.Duration) {
	*limit = usual
	flags.Var((*timeLimit)(limit), "timeout", "total time limit for GitHub requests")
}

func (l *timeLimit) String() string { return time.Duration(*l).String() }

// Type names the value in the help.
func (l *timeLimit) Type() string { return "duration" }

// Set reads the time.
func (l *timeLimit) Set(text string) error {
	read, err := time.ParseDuration(text)
	if err != nil || read <= 0 {
		return cli.UsageError("expected a time such as 90s or 5m", "%w", fmt.Errorf("%q is not a time limit", text))
	}
	*l = timeLimit(read)
	return nil
}
