package main

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/ghresume/ghresume/ghsync"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/resume"
)

type syncOptions struct {
	inputs
	format string
}

func newSync(w *cli) *cobra.Command {
	var o syncOptions
	cmd := &cobra.Command{
		Use:   "sync",
		Short: "Refresh the saved snapshot of a GitHub account and report what changed",
		Long: `Refresh the saved snapshot of a GitHub account and report what changed. It
reads only what changed; once a week, and with --full, it reads everything.`,
		Example: `  ghresume sync -u octocat
  ghresume sync --snapshot octocat.json --full -v`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return syncRun(cmd.Context(), w, &o) },
	}
	flags := cmd.Flags()
	addSourceFlags(cmd, w, &o.inputs)
	flags.StringVar(&o.snapshot, "snapshot", "", "`file` that caches the GitHub data (default: in the user's cache folder)")
	addFormatFlag(cmd, &o.format, "text", "json")
	addOnlineFlags(cmd, &o.fetching)
	return cmd
}

func syncRun(ctx context.Context, w *cli, o *syncOptions) error {
	if o.format != "text" && o.format != "json" {
		return usageError("expected text or json", "--format: %q is not known", o.format)
	}
	m, err := o.loadProfile(w)
	if err != nil {
		return err
	}
	login := o.login(w, m)
	if login == "" {
		return usageError("name an account with "+hint.Login, "no GitHub account given")
	}
	result, err := o.sync(ctx, w, login, m)
	if err != nil {
		return err
	}
	if result.unsaved != nil {
		return failed(result.unsaved, "check that the folder can be written to and the disk has room, or name another file with "+hint.Snapshot)
	}
	if o.format == "json" {
		return printSyncJSON(w, result)
	}
	news := strings.Join(ghsync.News(result.old, result.now), ", ")
	_, err = fmt.Fprintf(w.stdout, "%s: %s\n", result.now.Login, cmp.Or(news, "nothing new"))
	return err
}

// syncReport is what `sync --format json` prints.
type syncReport struct {
	Requests ghsync.Usage `json:"requests"`
	Changes  []string     `json:"changes"`
	Cut      []resume.Cut `json:"cut"`
	TakenAt  time.Time    `json:"taken_at"`
}

func printSyncJSON(w *cli, r *synced) error {
	report := syncReport{Requests: r.usage, Changes: []string{}, Cut: []resume.Cut{}, TakenAt: r.now.TakenAt}
	report.Changes = append(report.Changes, ghsync.News(r.old, r.now)...)
	report.Cut = append(report.Cut, r.now.Cut...)
	out := json.NewEncoder(w.stdout)
	out.SetIndent("", "  ")
	return out.Encode(report)
}
