// Command ghresume writes a developer's resume from a TOML profile and a GitHub account.
package main

import (
	"os"
	"time"

	"golang.org/x/term"
)

func main() { os.Exit(runToSignal(processCLI(), os.Args[1:])) }

// processCLI is the process's own streams, environment and clock.
func processCLI() *cli {
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
	}
}
