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
	"github.com/ghresume/ghresume/internal/cli"
	"github.com/ghresume/ghresume/internal/hint"
	"github.com/ghresume/ghresume/internal/load"
	"github.com/ghresume/ghresume/resume"
)

type syncOptions struct {
	load.Request
	format string
}

func newSync(env *cli.Env) *cobra.Command {
	var o syncOptions
	cmd := &cobra.Command{
		Use:   "sync",
		Short: "Refresh the saved snapshot of a GitHub account and report what changed",
		Long: `Refresh the saved snapshot of a GitHub account and report what changed. It
reads only what changed; once a week, and with --full, it reads everything.`,
		Example: `  ghresume sync -u octocat
  ghresume sync --snapshot octocat.json --full -v`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error { return syncRun(cmd.Context(), env, &o) },
	}
	flags := cmd.Flags()
	addSourceFlags(cmd, env, &o.Request)
	flags.StringVar(&o.Snapshot, "snapshot", "", "`file` that caches the GitHub data (default: in the user's cache folder)")
	addFormatFlag(cmd, &o.format, "text", "json")
	addOnlineFlags(cmd, &o.Fetching)
	return cmd
}

func syncRun(ctx context.Context, env *cli.Env, o *syncOptions) error {
	if o.format != "text" && o.format != "json" {
		return cli.UsageError("expected text or json", "--format: %q is not known", o.format)
	}
	m, err := o.LoadProfile(env)
	if err != nil {
		return err
	}
	login := o.Login(env, m)
	if login == "" {
		return cli.UsageError("name an account with "+hint.Login, "no GitHub account given")
	}
	result, err := o.Sync(ctx, env, login, m)
	if err != nil {
		return err
	}
	if result.Unsaved != nil {
		return cli.Failed(result.Unsaved, "check that the folder can be written to and the disk has room, or name another file with "+hint.Snapshot)
	}
	if o.format == "json" {
		return printSyncJSON(env, result)
	}
	_, err = fmt.Fprintf(env.Stdout, "%s: %s\n", result.Now.Login, newsOf(result.Old, result.Now))
	return err
}

// newsOf returns in one line what a read found that is new.
func newsOf(old, now *resume.Snapshot) string {
	without := "nothing new"
	if old == nil {
		without = "no repositories, no merged pull requests"
	}
	return cmp.Or(strings.Join(ghsync.News(old, now), ", "), without)
}

// syncReport is what `sync --format json` prints.
type syncReport struct {
	Requests ghsync.Usage `json:"requests"`
	Changes  []string     `json:"changes"`
	Cut      []resume.Cut `json:"cut"`
	TakenAt  time.Time    `json:"taken_at"`
}

func printSyncJSON(env *cli.Env, r *load.Synced) error {
	report := syncReport{Requests: r.Usage, Changes: []string{}, Cut: []resume.Cut{}, TakenAt: r.Now.TakenAt}
	report.Changes = append(report.Changes, ghsync.News(r.Old, r.Now)...)
	report.Cut = append(report.Cut, r.Now.Cut...)
	out := json.NewEncoder(env.Stdout)
	out.SetIndent("", "  ")
	return out.Encode(report)
}
