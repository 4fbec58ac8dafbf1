package main

import (
	"context"
	"fmt"
	"net"
	"runtime"

	"github.com/cli/go-gh/v2/pkg/browser"
	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/preview"
)

// previewOptions are the flags of `ghresume preview`.
type previewOptions struct {
	preview.Options
	noOpen bool
}

func newPreview(env *cli.Env) *cobra.Command {
	var o previewOptions
	cmd := &cobra.Command{
		Use:   "preview",
		Short: "Show the resume in the browser while you write it",
		Long: `Show the resume in the browser while you write it: as it will be printed, with the
findings of check and the coverage of a posting. The page updates when you save the
profile, the template or the posting, and shows errors in place.

The page is served to this machine only, at an address that nobody can guess. It uses
the saved snapshot; if there is none, it asks GitHub.`,
		Example: `  ghresume preview
  ghresume preview --job posting.txt -t mine.md.tmpl
  ghresume preview -u octocat --no-open`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return previewRun(cmd.Context(), env, &o) },
	}
	addInputFlags(cmd, env, &o.Request)
	addTemplateFlag(cmd, &o.Template)
	addThemeFlag(cmd, &o.Theme)
	cmd.Flags().StringVar(&o.Job, "job", "", "a file with a job posting")
	cmd.Flags().BoolVar(&o.noOpen, "no-open", false, "print the address instead of opening a browser")
	return cmd
}

// previewRun serves the page until ctx ends.
func previewRun(ctx context.Context, env *cli.Env, o *previewOptions) error {
	d, err := preview.Open(env, &o.Options)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return cli.Failed(err, "")
	}
	return d.Serve(ctx, listener, func(address string) {
		fmt.Fprintln(env.Stdout, address)
		fmt.Fprintln(env.Stderr, "ghresume: serving the preview; press Ctrl-C to stop")
		if !o.noOpen && hasDisplay(env) {
			// The address is printed, so the browser is optional.
			go browser.New("", env.Stderr, env.Stderr).Browse(address)
		}
	})
}

// hasDisplay reports whether a browser could open a window.
func hasDisplay(env *cli.Env) bool {
	return runtime.GOOS != "linux" || env.Env("DISPLAY") != "" || env.Env("WAYLAND_DISPLAY") != ""
}
