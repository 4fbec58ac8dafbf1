// Command ghresume writes a developer's resume from a TOML profile and a GitHub account.
package main

import (
	"os"
	"runtime/debug"
	"time"

	"golang.org/x/term"
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
func processCLI() *cli {
	columns, _, err := term.GetSize(int(os.Stdout.Fd()))
	if err != nil {
		columns = 0 // not a terminal
	}
	return &cli{
		stdin:    os.Stdin,
		stdout:   os.Stdout,
		stderr:   os.Stderr,
		env:      os.Getenv,
		now:      time.Now,
		ghToken:  askGh(),
		terminal: term.IsTerminal(int(os.Stderr.Fd())),
		asks:     term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd())),
		screen:   term.IsTerminal(int(os.Stdout.Fd())),
		columns:  columns,
	}
}
