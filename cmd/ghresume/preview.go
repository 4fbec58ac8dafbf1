package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"runtime"

	"github.com/cli/go-gh/v2/pkg/browser"
	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/internal/preview"
	"github.com/ghresume/ghresume/resume"
)

// previewOptions are the flags of `ghresume preview`.
type previewOptions struct {
	inputs
	template string
	theme    string
	job      string
	noOpen   bool
}

func newPreview(w *cli) *cobra.Command {
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
		RunE: func(cmd *cobra.Command, _ []string) error { return previewRun(cmd.Context(), w, &o) },
	}
	o.addFlags(cmd, w)
	addTemplateFlag(cmd, &o.template)
	addThemeFlag(cmd, &o.theme)
	cmd.Flags().StringVar(&o.job, "job", "", "a file with a job posting")
	cmd.Flags().BoolVar(&o.noOpen, "no-open", false, "print the address instead of opening a browser")
	return cmd
}

// previewRun serves the page until ctx ends.
func previewRun(ctx context.Context, w *cli, o *previewOptions) error {
	if o.job == "-" {
		return usageError("paste it into the page, or name a file", "--job -: a preview reads no posting from stdin")
	}
	if _, err := (&generateOptions{}).lookOf(resume.Output{Theme: o.theme}); err != nil {
		return err
	}
	o.template = cmp.Or(o.template, defaultTemplate)
	d := newPreviewSession(w, o)
	if err := d.open(); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return failed(err, "")
	}
	s := preview.New(preview.Backend{Menu: d.menu(), View: d.view, File: d.file}, listener.Addr().String(), rand.Text())
	if err := (preview.Watcher{Files: d.files, Read: d.read, Again: d.again}).Watch(ctx, s.Changed); err != nil {
		return failed(err, "")
	}
	go d.ask(ctx)
	fmt.Fprintln(w.stdout, s.Address())
	fmt.Fprintln(w.stderr, "ghresume: serving the preview; press Ctrl-C to stop")
	if !o.noOpen && hasDisplay(w) {
		// The address is printed, so the browser is optional.
		go browser.New("", w.stderr, w.stderr).Browse(s.Address())
	}
	if err := s.Serve(ctx, listener); err != nil {
		return failed(err, "")
	}
	return nil
}

// hasDisplay reports whether a browser could open a window.
func hasDisplay(w *cli) bool {
	return runtime.GOOS != "linux" || w.env("DISPLAY") != "" || w.env("WAYLAND_DISPLAY") != ""
}
