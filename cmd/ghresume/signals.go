package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/ghresume/ghresume/internal/cli"
)

// A first Ctrl-C or SIGTERM cancels the command. What does not notice, such as a read from
// a pipe or a template that never ends, is ended from outside after grace; a second signal
// does not wait for it.

// grace is the time that a command has to stop by itself.
const grace = 700 * time.Millisecond

// runToSignal runs the program until it ends or is stopped, and returns its exit status.
func runToSignal(env *cli.Env, args []string) int {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	done := make(chan int, 1)
	go func() { done <- run(ctx, env, args) }()
	select {
	case status := <-done:
		return status
	case s := <-signals:
		cause := cli.Interrupted{Signal: asSignal(s)}
		cancel(cause)
		return stop(env, cause, done, signals)
	}
}

func asSignal(s os.Signal) syscall.Signal {
	if s == syscall.SIGTERM {
		return syscall.SIGTERM
	}
	return syscall.SIGINT
}

// stop waits for the command, but not for long.
func stop(env *cli.Env, cause cli.Interrupted, done <-chan int, again <-chan os.Signal) int {
	select {
	case <-done:
		return cause.Status()
	case <-again:
	case <-time.After(grace):
	}
	fmt.Fprintf(env.Stderr, "ghresume: %v\n", cause)
	return cause.Status()
}
