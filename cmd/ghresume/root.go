package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/safe"
)

// run runs the program and returns its exit status.
func run(ctx context.Context, w *cli.Env, args []string) int {
	own := *w
	own.Stderr = safe.Messages(w.Stderr)
	w = &own
	root := newRoot(w)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if stop, ok := errors.AsType[cli.Interrupted](context.Cause(ctx)); ok && err != nil {
		err = stop // regardless of the command's own error
	}
	return w.Report(err)
}

func newRoot(w *cli.Env) *cobra.Command {
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
	}
	root.SetVersionTemplate("ghresume {{.Version}}\n")
	root.SetIn(w.Stdin)
	root.SetOut(w.Stdout)
	root.SetErr(w.Stderr)
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(
		newAction(w),
		newCheck(w),
		newDemo(w),
		newDoctor(w),
		newExplain(w),
		newGenerate(w),
		newImport(w),
		newInit(w),
		newLog(w),
		newMatch(w),
		newPreview(w),
		newPublish(w),
		newSchema(w),
		newTemplates(w),
		newSync(w),
		newVersion(w),
	)
	return root
}
