package main

import (
	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/action"
	"github.com/ghresume/ghresume/internal/cli"
)

func newAction(env *cli.Env) *cobra.Command {
	return &cobra.Command{
		Use:   "action",
		Short: "Run as a step of a GitHub Actions workflow",
		Long: `Run as a step of a GitHub Actions workflow: what action.yml calls.

The inputs come from the environment (INPUT_PROFILE, INPUT_OUTPUT, …); outputs,
the job's summary and annotations go where GitHub Actions wants them. See
docs/action.md.`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return action.Run(cmd.Context(), env) },
	}
}
