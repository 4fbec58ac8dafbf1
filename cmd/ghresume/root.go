package main

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/safe"
)

// run runs the program and returns its exit status.
func run(ctx context.Context, env *cli.Env, args []string) int {
	own := *env
	own.Stderr = safe.Messages(env.Stderr)
	env = &own
	root := newRoot(env)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if stop, ok := errors.AsType[cli.Interrupted](context.Cause(ctx)); ok && err != nil {
		err = stop // regardless of the command's own error
	}
	return env.Report(err)
}

func newRoot(env *cli.Env) *cobra.Command {
	root := &cobra.Command{
		Use:   "ghresume",
		Short: "A developer's resume, from a TOML profile and a GitHub account",
		Example: `  ghresume generate -u octocat                 a resume from GitHub alone, on stdout
  ghresume generate -p resume.toml -o README.md
  ghresume demo                                the whole pipeline on built-in data`,
		Version:                    versionString(),
		SuggestionsMinimumDistance: 2,
		SilenceErrors:              true,
		SilenceUsage:               true,
		Args:                       noArguments,
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRun:           func(cmd *cobra.Command, _ []string) { env.HasFlag = flagsOf(cmd) },
	}
	root.SetVersionTemplate("ghresume {{.Version}}\n")
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(
		newAction(env),
		newCheck(env),
		newDemo(env),
		newDoctor(env),
		newExplain(env),
		newGenerate(env),
		newImport(env),
		newInit(env),
		newLog(env),
		newMatch(env),
		newPreview(env),
		newPublish(env),
		newSchema(env),
		newTemplates(env),
		newSync(env),
		newVersion(env),
	)
	return root
}

// flagsOf returns a function that reports whether a command has a flag: "--force", "-u".
func flagsOf(cmd *cobra.Command) func(flag string) bool {
	return func(flag string) bool {
		if long, ok := strings.CutPrefix(flag, "--"); ok {
			return cmd.Flags().Lookup(long) != nil
		}
		return cmd.Flags().ShorthandLookup(strings.TrimPrefix(flag, "-")) != nil
	}
}
