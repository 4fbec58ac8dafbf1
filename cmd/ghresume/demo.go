package main

import (
	"context"
	_ "embed"
	"time"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/githubtest"
)

//go:embed demo/resume.toml
var demoProfile []byte

// demoTime is the demo's "now", so that its output is always the same.
var demoTime = time.Date(2026, 11, 2, 6, 0, 0, 0, time.UTC)

func newDemo(env *cli.Env) *cobra.Command {
	o := generateOptions{}
	cmd := &cobra.Command{
		Use:   "demo",
		Short: "Print a resume from built-in data, without network or account",
		Long: `Print a resume from built-in data: a profile, and a made-up account served over HTTP
on this machine only. It uses the same pipeline as ` + "`generate`" + `.`,
		Example: `  ghresume demo
  ghresume demo -o resume.pdf
  ghresume demo -t plain`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return demoRun(cmd.Context(), env, &o) },
	}
	cmd.Flags().StringArrayVarP(&o.Outputs, "output", "o", nil, "a file to write; may repeat (default: Markdown on stdout)")
	addTemplateFlag(cmd, &o.Template)
	addThemeFlag(cmd, &o.Theme)
	return cmd
}

// demoRun runs generate with the demo's GitHub, clock and profile. It needs no writable
// folder.
func demoRun(ctx context.Context, env *cli.Env, o *generateOptions) error {
	o.Builtin, o.Unkept = demoProfile, true
	server := githubtest.Start(githubtest.Demo())
	defer server.Close()
	return generateRun(ctx, demoCLI(env, server.URL, ""), o)
}

// demoCLI returns w with the demo's environment and clock.
func demoCLI(env *cli.Env, url, dir string) *cli.Env {
	inner := *env
	environment := map[string]string{
		"GITHUB_API_URL": url, "GITHUB_GRAPHQL_URL": url + "/graphql",
		"GH_TOKEN": githubtest.Token, "XDG_CACHE_HOME": dir,
	}
	inner.Env = func(name string) string { return environment[name] }
	inner.Now = func() time.Time { return demoTime }
	return &inner
}
