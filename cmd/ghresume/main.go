// Command ghresume writes a developer's resume from a TOML profile and a GitHub account.
package main

import (
	"os"
	"runtime/debug"
	"time"

	"golang.org/x/term"

	"github.com/ghresume/ghresume/internal/cli"
)

func main() {
	debug.SetGCPercent(200)
	debug.SetMemoryLimit(softMemory)
	os.Exit(runToSignal(processCLI(), os.Args[1:]))
}

// softMemory is the memory limit above which garbage is collected eagerly, and below which
// seldom: no file within the limits of docs/limits.md takes 200 MB.
const softMemory = 144 << 20

// processCLI returns the process's streams, environment and clock.
func processCLI() *cli.Env {
	columns, _, err := term.GetSize(int(os.Stdout.Fd()))
	if err != nil {
		columns = 0 // not a terminal
	}
	return &cli.Env{
		Stdin:    os.Stdin,
		Stdout:   os.Stdout,
		Stderr:   os.Stderr,
		Env:      os.Getenv,
		Now:      time.Now,
		GhToken:  cli.AskGh(),
		Terminal: term.IsTerminal(int(os.Stderr.Fd())),
		Asks:     term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd())),
		Screen:   term.IsTerminal(int(os.Stdout.Fd())),
		Columns:  columns,
	}
}
