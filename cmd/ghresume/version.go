package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/cli"
)

// version and commit are set by the linker in a release: -X main.version=v1.2.3
// -X main.commit=….
var version, commit = "", ""

func newVersion(env *cli.Env) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(env.Stdout, "ghresume", versionString())
			return err
		},
	}
}

// versionString returns the release, else the module version that `go install` recorded,
// else "(devel)".
func versionString() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
